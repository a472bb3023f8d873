// SPDX-License-Identifier: Apache-2.0
#include "load/field_value.h"

#include <algorithm>
#include <charconv>

#include "base/spelling.h"
#include "base/terminal_text.h"
#include "load/normal_text.h"
#include "load/source_text.h"
#include "load/table.h"

namespace ruikei::load {

namespace {

// In the spelling of comparable().
constexpr std::string_view kUnknown[] = {
    "unknown",  "不明",   "わからない", "分からない", "判らない", "未確認",   "未調査",
    "?",        "-",      "ー",         "―",          "—",        "−",        "n/a",
    "該当なし", "未記入", "未回答",     "調査中",     "確認中",   "notknown", "donotknow"};
constexpr std::string_view kYes[] = {
    "yes", "y",  "true", "on",   "はい", "有",       "有り",     "あり",     "○",       "〇",
    "◯",   "済", "済み", "有効", "実施", "実施済",   "導入済",   "設定済",   "対応済",  "☑",
    "✓",   "✔",  "レ点", "する", "該当", "実施済み", "導入済み", "設定済み", "対応済み"};
constexpr std::string_view kNo[] = {
    "no", "n",  "false", "off",    "いいえ", "無",     "無し",   "なし", "×", "✕",     "✗",
    "☓",  "未", "無効",  "未実施", "未導入", "未設定", "未対応", "✖",    "☐", "しない"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Counts and numbers of the schema are never negative; some have an end.
std::int64_t highest(const Field& field) {
  if (field.id == "port") return 65535;
  if (field.id == "vlan") return 4094;
  return 1'000'000'000'000'000;
}

FieldValue boolean_value(std::string_view text) {
  const auto value = parse_yes_no(text);
  if (!value) return {{}, ValueFault::not_boolean};
  return {*value};
}

/// Commas stand before every three digits from the end, or nowhere: 1,024.
bool whole_thousands(std::string_view digits) {
  const std::size_t first = digits.find(',');
  if (first == std::string_view::npos) return true;
  const std::size_t rest = digits.size() - first;
  if (first == 0 || first > 3 || rest % 4 != 0) return false;
  for (std::size_t at = first; at < digits.size(); at += 4)
    if (digits[at] != ',') return false;
  return static_cast<std::size_t>(std::count(digits.begin(), digits.end(), ',')) == rest / 4;
}

FieldValue integer_value(std::string_view text, const Field& field) {
  std::string digits = nfkc(text);
  if (!whole_thousands(digits)) return {{}, ValueFault::not_integer};
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (end != digits.data() + digits.size() || end == digits.data())
    return {{}, ValueFault::not_integer};
  if (error != std::errc{} || value < 0 || value > highest(field))
    return {{}, ValueFault::out_of_range};
  return {value};
}

FieldValue date_value(std::string_view text, DateOrder order) {
  const DateText date = parse_date(text, order);
  if (date.days) return {*date.days};
  return {{}, date.ambiguous ? ValueFault::ambiguous_date : ValueFault::not_a_date};
}

FieldValue text_value(std::string_view text, const Field& field) {
  if (field.choices.empty()) return {std::string(text)};
  std::string word = comparable(text);
  std::replace(word.begin(), word.end(), '-', '_');
  for (const std::string_view choice : field.choices) {
    std::string same(choice);
    std::replace(same.begin(), same.end(), '-', '_');
    std::string joined = same;
    joined.erase(std::remove(joined.begin(), joined.end(), '_'), joined.end());
    if (word == same || word == joined) return {std::string(choice)};
  }
  return {{}, ValueFault::not_a_choice};
}

FieldValue list_value(std::string_view text, const ValueReading& reading) {
  if (reading.one_text) return {std::vector<std::string>{std::string(text)}};
  std::vector<std::string_view> separators = {"、", ",", ";", "\n", "，", "；"};
  if (!reading.split.empty()) separators = {reading.split};
  std::vector<std::string> items;
  std::size_t start = 0;
  auto take = [&](std::size_t end) {
    const std::string_view item = trimmed(text.substr(start, end - start));
    if (!item.empty()) items.emplace_back(item);
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    for (const std::string_view separator : separators)
      if (text.substr(at, separator.size()) == separator) length = separator.size();
    if (length == 0) {
      ++at;
      continue;
    }
    take(at);
    at += length;
    start = at;
  }
  take(text.size());
  return {std::move(items)};
}

std::string join(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

}  // namespace

bool says_unknown(std::string_view text) {
  const std::string word = comparable(trimmed(text));
  return word.empty() || is_one_of(word, kUnknown);
}

std::optional<bool> parse_yes_no(std::string_view text) {
  const std::string word = comparable(text);
  if (is_one_of(word, kYes)) return true;
  if (is_one_of(word, kNo)) return false;
  return std::nullopt;
}

FieldValue read_value(std::string_view text, const Field& field, const ValueReading& reading) {
  text = trimmed(text);
  const auto own =
      reading.words.empty() ? reading.words.end() : reading.words.find(comparable(text));
  if (own != reading.words.end()) text = own->second;
  if (says_unknown(text)) return {};
  switch (field.type) {
    case FieldType::boolean:
      return boolean_value(text);
    case FieldType::integer:
      return integer_value(text, field);
    case FieldType::date:
      return date_value(text, reading.dates);
    case FieldType::text:
      return text_value(text, field);
    case FieldType::text_list:
      return list_value(text, reading);
  }
  return {};
}

std::string shown_value(std::string_view name, std::string_view text) {
  constexpr std::size_t kWidest = 60;
  return names_a_secret(name) ? "***" : shorten(text, kWidest);
}

Diagnostic fault_diagnostic(char family, ValueFault fault, const Field& field,
                            std::string_view text, Place place) {
  static constexpr std::string_view kNumber[] = {"000", "010", "011", "012", "013", "014", "015"};
  Diagnostic out;
  out.code = family + std::string(kNumber[static_cast<std::size_t>(fault)]);
  out.place = std::move(place);
  out.args = {std::string(field.id), shown_value(field.id, text), join(field.choices)};
  if (fault == ValueFault::out_of_range) out.args[2] = std::to_string(highest(field));
  if (fault == ValueFault::not_a_choice) {
    const std::vector<std::string> known(field.choices.begin(), field.choices.end());
    out.suggestion = nearest(text, known);
  }
  return out;
}

}  // namespace ruikei::load
