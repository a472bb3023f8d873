// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <array>

#include "model/schema.h"

namespace ruikei::report {

namespace {

using std::string_view;

constexpr string_view kState[] = {"screen.state.not_met", "screen.state.met",
                                  "screen.state.unknown", "screen.state.not_applicable"};
constexpr string_view kAssurance[] = {"screen.assurance.claimed", "screen.assurance.documented",
                                      "screen.assurance.verified"};
constexpr string_view kEmpty[] = {"screen.empty.not_asked", "screen.empty.hidden",
                                  "screen.empty.unanswered", "screen.empty.unknown",
                                  "screen.empty.not_applicable"};
constexpr string_view kEffort[] = {"screen.effort.small", "screen.effort.medium",
                                   "screen.effort.large"};
constexpr string_view kVerdict[] = {"screen.verdict.open", "screen.verdict.conditional",
                                    "screen.verdict.closed"};
constexpr string_view kRole[] = {"screen.role.must", "screen.role.support",
                                 "screen.role.readiness"};
constexpr string_view kCertainty[] = {"screen.certainty.read", "screen.certainty.place_seen",
                                      "screen.certainty.garbled", "screen.certainty.secondary",
                                      "screen.certainty.background"};
constexpr string_view kMonth[] = {"screen.month.1",  "screen.month.2",  "screen.month.3",
                                  "screen.month.4",  "screen.month.5",  "screen.month.6",
                                  "screen.month.7",  "screen.month.8",  "screen.month.9",
                                  "screen.month.10", "screen.month.11", "screen.month.12"};
constexpr std::array<Empty, 5> kEmpties = {Empty::not_asked, Empty::hidden, Empty::unanswered,
                                           Empty::unknown, Empty::not_applicable};
constexpr string_view kEmptyId[] = {"not_asked", "hidden", "unanswered", "unknown",
                                    "not_applicable"};

template <class Enum>
std::size_t number_of(Enum value) {
  return static_cast<std::size_t>(value);
}

/// `value` tenths: "2.5", and "2" instead of "2.0" unless `keep_zero`.
std::string tenths(std::int64_t value, bool keep_zero) {
  std::string out = std::to_string(value / 10);
  if (value % 10 != 0 || keep_zero) out += "." + std::to_string(value % 10);
  return out;
}

}  // namespace

std::string Words::operator()(string_view key, std::initializer_list<std::string> args) const {
  return catalog_.text(key, language_, {args.begin(), args.size()});
}

std::string Words::count(std::size_t number_, string_view one, string_view many) const {
  return (*this)(number_ == 1 ? one : many, {number(static_cast<std::int64_t>(number_))});
}

std::string Words::state(State state) const { return (*this)(kState[number_of(state)]); }
std::string Words::assurance(Assurance a) const { return (*this)(kAssurance[number_of(a)]); }
std::string Words::empty(Empty empty) const { return (*this)(kEmpty[number_of(empty)]); }
std::string Words::effort(Effort effort) const { return (*this)(kEffort[number_of(effort)]); }
std::string Words::verdict(Verdict v) const { return (*this)(kVerdict[number_of(v)]); }
std::string Words::role(Role role) const { return (*this)(kRole[number_of(role)]); }
std::string Words::certainty(Certainty c) const { return (*this)(kCertainty[number_of(c)]); }
std::string Words::yes_no(bool value) const { return (*this)(value ? "screen.yes" : "screen.no"); }

std::string Words::rule_kind(Strength strength, Speaks speaks) const {
  const bool decisive = strength == Strength::decisive;
  if (speaks == Speaks::against)
    return (*this)(decisive ? "screen.rule.decisive_against" : "screen.rule.supporting_against");
  return (*this)(decisive ? "screen.rule.decisive_for" : "screen.rule.supporting_for");
}

std::string Words::levels(LevelRange range) const {
  if (range.decided()) return std::to_string(range.low);
  return (*this)("screen.range", {std::to_string(range.low), std::to_string(range.high)});
}

std::string Words::date(std::int64_t days) const {
  const std::string iso = iso_date(days);
  if (iso.size() != 10) return iso;
  const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0'));
  const std::string day = iso[8] == '0' ? iso.substr(9) : iso.substr(8);
  return (*this)("screen.date",
                 {iso.substr(0, 4), std::to_string(month), day, (*this)(kMonth[month - 1])});
}

std::string Words::date(const std::string& written) const {
  const auto days = parse_iso_date(written);
  return days ? date(*days) : written;
}

std::string Words::number(std::int64_t value) const {
  std::string out = std::to_string(value);
  const std::ptrdiff_t first = value < 0 ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > first; at -= 3)
    out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

std::string Words::money(const CostRange& cost) const {
  auto shown = [&](std::int64_t yen) {
    if (language_ == Language::ja)
      return yen % 10000 == 0 ? number(yen / 10000) : tenths((yen + 500) / 1000, false);
    if (cost.high_yen < 1000000) return number(yen);
    return yen == 0 ? std::string("0") : tenths((yen + 50000) / 100000, true);
  };
  const bool millions = cost.high_yen >= 1000000;
  if (cost.low_yen == cost.high_yen)
    return (*this)(millions ? "screen.money.millions" : "screen.money.yen", {shown(cost.low_yen)});
  return (*this)(millions ? "screen.money.range_millions" : "screen.money.range_yen",
                 {shown(cost.low_yen), shown(cost.high_yen)});
}

std::string Words::list(const std::vector<std::string>& items) const {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : (*this)("screen.comma")) + item;
  return out;
}

std::string Words::facts(const Ground& ground) const {
  if (ground.facts.empty()) return ground.value;
  std::vector<std::string> parts;
  for (const Fact& fact : ground.facts) {
    const bool profile = fact.section == facility_kind().section;
    const std::string id = (profile ? "facility" : fact.section) + "." + fact.field;
    const std::string name = "field." + id, choice = "kind." + id + "." + fact.value;
    std::string value = fact.value;
    if (catalog_.has(choice)) value = (*this)(choice);
    else if (value == "yes" || value == "no") value = yes_no(value == "yes");
    else value = date(value);
    parts.push_back((catalog_.has(name) ? (*this)(name) : fact.field) + "=" + value);
  }
  return list(parts);
}

std::string place_text(const Place& place) {
  if (place.name().empty()) return "";
  return place.line > 0 ? place.name() + ":" + std::to_string(place.line) : place.name();
}

std::string shell_word(const std::string& word) {
  if (!word.empty() && word.find_first_of(" '\"$`\\;&|<>()*?[]#~!{}\t\n") == std::string::npos)
    return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

Style style_of(State state) {
  static constexpr Style kStyles[] = {Style::bad, Style::good, Style::unsure, Style::faint};
  return kStyles[number_of(state)];
}

Style style_of(Verdict verdict) {
  static constexpr Style kStyles[] = {Style::good, Style::unsure, Style::bad};
  return kStyles[number_of(verdict)];
}

string_view empty_id(Empty empty) { return kEmptyId[number_of(empty)]; }

const Empty* find_empty(string_view value) {
  for (const Empty& one : kEmpties)
    if (kEmptyId[number_of(one)] == value) return &one;
  return nullptr;
}

}  // namespace ruikei::report
