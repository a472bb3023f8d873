// SPDX-License-Identifier: Apache-2.0
#include "load/date_text.h"

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "load/normal_text.h"

namespace ruikei::load {

namespace {

struct Era {
  std::string_view name, letter;
  int before_first_year;
};
constexpr Era kEras[] = {{"令和", "r", 2018},
                         {"平成", "h", 1988},
                         {"昭和", "s", 1925},
                         {"大正", "t", 1911},
                         {"明治", "m", 1867}};

bool digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> days_of(int year, int month, int day) {
  if (month < 1 || day < 1 || year < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// Cuts a time of day (`10:30`, `T10:30:00Z`) or a day of the week (`(日)`) off the end.
std::string_view without_rest(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    std::size_t start = colon;
    while (start > 0 && digit(text[start - 1])) --start;
    const bool hours = colon > start && colon - start <= 2 && start > 0;
    if (hours && (text[start - 1] == ' ' || text[start - 1] == 'T' || text[start - 1] == 't'))
      text = text.substr(0, start - 1);
  }
  const std::size_t bracket = text.find('(');
  if (bracket != std::string_view::npos && text.ends_with(')')) {
    const std::string_view inside = text.substr(bracket + 1, text.size() - bracket - 2);
    for (const std::string_view day : {"月", "火", "水", "木", "金", "土", "日"})
      if (inside == day) text = text.substr(0, bracket);
  }
  return text;
}

/// The digits of year, month and day and what stands between them.
struct Parts {
  std::vector<std::string> numbers;
  std::vector<std::string> between;
};

Parts parts_of(std::string_view text) {
  Parts out;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_digit = digit(text[i]);
    std::size_t end = i;
    while (end < text.size() && digit(text[end]) == is_digit) ++end;
    (is_digit ? out.numbers : out.between).emplace_back(text.substr(i, end - i));
    i = end;
  }
  return out;
}

/// Whether `between` separates year, month and day as one way of writing does.
bool separates(const std::vector<std::string>& between) {
  if (between.size() == 3) return between[0] == "年" && between[1] == "月" && between[2] == "日";
  if (between.size() != 2 || between[0] != between[1]) return false;
  return between[0] == "-" || between[0] == "/" || between[0] == ".";
}

int number(const std::string& digits) { return digits.size() > 4 ? -1 : std::stoi(digits); }

int full_year(const std::string& digits) {
  const int year = number(digits);
  return digits.size() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/// A date in a Japanese era; `text` is comparable().
std::optional<std::int64_t> era_date(std::string_view text, bool& is_era) {
  for (const Era& era : kEras) {
    const std::string_view head = text.starts_with(era.name) ? era.name : era.letter;
    if (!text.starts_with(head)) continue;
    std::string rest(text.substr(head.size()));
    if (rest.starts_with("元")) rest.replace(0, std::string_view("元").size(), "1");
    if (rest.empty() || !digit(rest[0])) continue;
    is_era = true;
    const Parts parts = parts_of(rest);
    if (parts.numbers.size() != 3 || !separates(parts.between) || parts.numbers[0].size() > 2)
      return std::nullopt;
    const int year = number(parts.numbers[0]);
    if (year < 1) return std::nullopt;
    return days_of(era.before_first_year + year, number(parts.numbers[1]),
                   number(parts.numbers[2]));
  }
  return std::nullopt;
}

DateText ordered_date(const Parts& parts, DateOrder order) {
  const auto in = [&](int y, int m, int d) {
    return days_of(full_year(parts.numbers[static_cast<std::size_t>(y)]),
                   number(parts.numbers[static_cast<std::size_t>(m)]),
                   number(parts.numbers[static_cast<std::size_t>(d)]));
  };
  switch (order) {
    case DateOrder::ymd:
      return {in(0, 1, 2)};
    case DateOrder::mdy:
      return {in(2, 0, 1)};
    case DateOrder::dmy:
      return {in(2, 1, 0)};
    case DateOrder::unstated:
      break;
  }
  return {std::nullopt, in(0, 1, 2) || in(2, 0, 1) || in(2, 1, 0)};
}

}  // namespace

DateText parse_date(std::string_view text, DateOrder order) {
  const std::string plain = nfkc(text);
  const std::string word = comparable(without_rest(plain));
  bool is_era = false;
  if (const auto days = era_date(word, is_era); is_era) return {days};
  const Parts parts = parts_of(word);
  if (parts.numbers.size() == 1 && parts.between.empty() && word.size() == 8)
    return {days_of(number(word.substr(0, 4)), number(word.substr(4, 2)), number(word.substr(6)))};
  if (parts.numbers.size() != 3 || !separates(parts.between) || !digit(word[0])) return {};
  if (parts.numbers[0].size() == 4)
    return {days_of(number(parts.numbers[0]), number(parts.numbers[1]), number(parts.numbers[2]))};
  if (parts.between.size() == 3) return {};  // 26年11月22日: no era, no century
  return ordered_date(parts, order);
}

}  // namespace ruikei::load
