// SPDX-License-Identifier: Apache-2.0
#include "load/answer_book.h"

#include <algorithm>
#include <charconv>

#include "base/spelling.h"
#include "base/terminal_text.h"
#include "load/date_text.h"
#include "load/field_value.h"
#include "load/normal_text.h"
#include "load/table.h"
#include "model/schema.h"

namespace ruikei::load {

namespace {

struct Word {
  std::string_view text;  // in the spelling of comparable()
  int meaning;
};

template <class T>
constexpr int as(T meaning) {
  return static_cast<int>(meaning);
}

constexpr Word kParts[] = {
    {"value", as(AnswerPart::value)},
    {"値", as(AnswerPart::value)},
    {"回答", as(AnswerPart::value)},
    {"回答値", as(AnswerPart::value)},
    {"評価", as(AnswerPart::value)},
    {"answer", as(AnswerPart::value)},
    {"値/回答", as(AnswerPart::value)},
    {"assurance", as(AnswerPart::assurance)},
    {"確からしさ", as(AnswerPart::assurance)},
    {"確認方法", as(AnswerPart::assurance)},
    {"確認の程度", as(AnswerPart::assurance)},
    {"who", as(AnswerPart::who)},
    {"回答者", as(AnswerPart::who)},
    {"担当者", as(AnswerPart::who)},
    {"担当", as(AnswerPart::who)},
    {"when", as(AnswerPart::when)},
    {"回答日", as(AnswerPart::when)},
    {"日付", as(AnswerPart::when)},
    {"確認日", as(AnswerPart::when)},
    {"reason", as(AnswerPart::reason)},
    {"理由", as(AnswerPart::reason)},
    {"該当なしの理由", as(AnswerPart::reason)},
    {"note", as(AnswerPart::note)},
    {"備考", as(AnswerPart::note)},
    {"メモ", as(AnswerPart::note)},
    {"補足", as(AnswerPart::note)},
    {"evidence", as(AnswerPart::evidence)},
    {"根拠", as(AnswerPart::evidence)},
    {"根拠資料", as(AnswerPart::evidence)},
    {"資料", as(AnswerPart::evidence)},
    {"証跡", as(AnswerPart::evidence)},
};

constexpr std::string_view kControl[] = {"control", "管理策", "管理策id", "管理策の番号",
                                         "id",      "項目id", "番号",     "項番"};

constexpr Word kAssurance[] = {
    {"claimed", as(Assurance::claimed)},         {"申告", as(Assurance::claimed)},
    {"documented", as(Assurance::documented)},   {"資料で確認", as(Assurance::documented)},
    {"documentseen", as(Assurance::documented)}, {"資料確認", as(Assurance::documented)},
    {"verified", as(Assurance::verified)},       {"実地・機器で確認", as(Assurance::verified)},
    {"実地で確認", as(Assurance::verified)},     {"機器で確認", as(Assurance::verified)},
};

constexpr Word kEmpty[] = {
    {"", as(Empty::unanswered)},
    {"unanswered", as(Empty::unanswered)},
    {"notanswered", as(Empty::unanswered)},
    {"未回答", as(Empty::unanswered)},
    {"null", as(Empty::unanswered)},
    {"~", as(Empty::unanswered)},
    {"unknown", as(Empty::unknown)},
    {"donotknow", as(Empty::unknown)},
    {"わからない", as(Empty::unknown)},
    {"分からない", as(Empty::unknown)},
    {"不明", as(Empty::unknown)},
    {"?", as(Empty::unknown)},
    {"na", as(Empty::not_applicable)},
    {"n/a", as(Empty::not_applicable)},
    {"not_applicable", as(Empty::not_applicable)},
    {"notapplicable", as(Empty::not_applicable)},
    {"該当なし", as(Empty::not_applicable)},
    {"not_asked", as(Empty::not_asked)},
    {"notasked", as(Empty::not_asked)},
    {"未質問", as(Empty::not_asked)},
    {"hidden", as(Empty::hidden)},
    {"対象外", as(Empty::hidden)},
};

std::optional<int> meaning(std::string_view text, std::span<const Word> words) {
  const std::string wanted = comparable(trimmed(text));
  for (const Word& word : words)
    if (word.text == wanted) return word.meaning;
  return std::nullopt;
}

std::optional<int> whole_number(std::string_view text) {
  const std::string digits = nfkc(trimmed(text));
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string place_text(const Place& place) {
  return place.name() + (place.line ? ":" + std::to_string(place.line) : "");
}

Diagnostic complaint(const WrittenAnswer& written, const char* code, const Place& place,
                     std::vector<std::string> args) {
  Diagnostic out{.code = code, .place = place, .args = std::move(args)};
  if (written.excerpt) out.excerpt = written.excerpt(place);
  return out;
}

/// "0 (なし), 1 (…)", or "0..4" where values have no wording.
std::string allowed_values(const std::vector<ScaleOption>& options, int minimum, int maximum,
                           Language language) {
  constexpr std::size_t kWidest = 36;
  std::string out;
  for (const ScaleOption& option : options) {
    if (!out.empty()) out += language == Language::ja ? "、" : ", ";
    out += std::to_string(option.value);
    out += " (" + shorten(option.text.in(language), kWidest) + ")";
  }
  return out.empty() ? std::to_string(minimum) + ".." + std::to_string(maximum) : out;
}

}  // namespace

std::optional<AnswerPart> find_answer_part(std::string_view name) {
  const auto found = meaning(name, kParts);
  if (!found) return std::nullopt;
  return static_cast<AnswerPart>(*found);
}

std::string_view answer_part_name(AnswerPart part) {
  for (const Word& word : kParts)
    if (word.meaning == as(part)) return word.text;
  return {};
}

bool names_control(std::string_view name) {
  return std::find(std::begin(kControl), std::end(kControl), comparable(trimmed(name))) !=
         std::end(kControl);
}

AnswerBook::AnswerBook(const Library& library) {
  std::map<std::string, const Scale*> scales;
  for (const Scale& scale : library.scales) scales[scale.id] = &scale;
  for (const Control& control : library.controls) {
    Asked asked;
    asked.need = control.need;
    asked.from_points = !control.points.empty();
    asked.options = control.options;
    if (const auto scale = scales.find(control.scale); scale != scales.end()) {
      asked.maximum = scale->second->maximum;
      asked.yes_no = scale->second->yes_no;
      if (asked.options.empty()) asked.options = scale->second->options;
    }
    asked_.emplace(control.id, std::move(asked));
    ids_.push_back(control.id);
  }
  for (const Question& question : library.questions) {
    asked_.emplace(question.id, Asked{.minimum = question.minimum, .maximum = question.maximum});
    ids_.push_back(question.id);
  }
}

bool AnswerBook::asks(std::string_view id) const { return asked_.find(id) != asked_.end(); }

/// A value by its own wording, alone or behind its number as in a form's list: "2: …".
std::optional<int> AnswerBook::option_value(const Asked& asked, std::string_view text) const {
  const std::string wanted = comparable(text);
  std::optional<int> found;
  for (const ScaleOption& option : asked.options) {
    const std::string number = std::to_string(option.value);
    for (const std::string& wording : {comparable(option.text.ja), comparable(option.text.en)}) {
      if (wording.empty()) continue;
      if (wanted != wording && wanted != number + ":" + wording && wanted != number + wording)
        continue;
      if (found && *found != option.value) return std::nullopt;
      found = option.value;
    }
  }
  return found;
}

std::optional<AnswerBook::Value> AnswerBook::read_value(const Asked& asked,
                                                        const WrittenAnswer& written,
                                                        Diagnostics& out) const {
  const WrittenAnswer::Part& value = written[AnswerPart::value];
  const Place& place = value.place.file ? value.place : written.id_place;
  const std::string range = std::to_string(asked.minimum) + ".." + std::to_string(asked.maximum);
  if (const auto empty = meaning(value.text, kEmpty)) {
    if (static_cast<Empty>(*empty) != Empty::hidden) return static_cast<Empty>(*empty);
    out.push_back(complaint(written, "A016", place, {written.id, value.text}));
    return std::nullopt;
  }
  if (const auto number = whole_number(value.text)) {
    if (*number >= asked.minimum && *number <= asked.maximum) return *number;
    out.push_back(complaint(written, "A013", place, {written.id, range, value.text}));
  } else if (const auto yes = parse_yes_no(value.text); yes && asked.yes_no) {
    return *yes ? std::min(asked.need, asked.maximum) : 0;
  } else if (const auto option = option_value(asked, value.text)) {
    return *option;
  } else {
    out.push_back(complaint(written, "A012", place, {written.id, range, shorten(value.text, 60)}));
  }
  const auto allowed = [&](Language language) {
    return allowed_values(asked.options, asked.minimum, asked.maximum, language) +
           (asked.yes_no ? ", yes, no" : "");
  };
  Diagnostic& last = out.back();
  last.args.push_back(allowed(Language::ja));
  last.args.push_back(allowed(Language::en));
  last.place.length = static_cast<std::uint32_t>(code_points(value.text));
  return std::nullopt;
}

bool AnswerBook::take(const WrittenAnswer& written, Answers& answers, Diagnostics& out) const {
  const auto asked = asked_.find(written.id);
  if (asked == asked_.end()) {
    out.push_back(complaint(written, "A010", written.id_place, {written.id}));
    out.back().suggestion = nearest(written.id, ids_);
    return false;
  }
  const std::size_t before = out.size();
  if (const auto first = answers.find(written.id); first != answers.end())
    out.push_back(complaint(written, "A011", written.id_place,
                            {written.id, place_text(first->second.place)}));
  const auto value = read_value(asked->second, written, out);
  Answer answer;
  answer.value = value.value_or(Empty::unanswered);
  const WrittenAnswer::Part& sure = written[AnswerPart::assurance];
  if (const auto word = meaning(sure.text, kAssurance))
    answer.assurance = static_cast<Assurance>(*word);
  else if (!trimmed(sure.text).empty())
    out.push_back(complaint(written, "A014", sure.place, {written.id, sure.text}));
  auto text = [&](AnswerPart part) { return std::string(trimmed(written[part].text)); };
  answer.who = text(AnswerPart::who);
  answer.when = text(AnswerPart::when);
  if (const DateText date = parse_date(answer.when); date.days) answer.when = iso_date(*date.days);
  answer.reason = text(AnswerPart::reason);
  answer.note = text(AnswerPart::note);
  answer.evidence = text(AnswerPart::evidence);
  answer.place = written.id_place;
  if (!answer.has_value() && answer.empty() == Empty::not_applicable && answer.reason.empty())
    out.push_back(complaint(written, "A015", written.id_place, {written.id}));
  const bool good = out.size() == before;
  if (asked->second.from_points && answer.has_value()) {
    out.push_back(complaint(written, "A017", written.id_place, {written.id}));
    out.back().severity = Severity::warning;
  }
  if (good) answers.emplace(written.id, std::move(answer));
  return good;
}

}  // namespace ruikei::load
