// SPDX-License-Identifier: Apache-2.0
#include "load/xlsx_cell.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "model/schema.h"

namespace ruikei::load {

namespace {

constexpr double kSecondsOfDay = 86400;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += lower(c);
  return out;
}

Shows shows(bool date, bool time) {
  return date && time ? Shows::date_and_time
         : date       ? Shows::date
         : time       ? Shows::time
                      : Shows::number;
}

std::string plain_number(double value) {
  char out[64];
  const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
  const auto end = whole
                       ? std::to_chars(out, out + sizeof out, static_cast<std::int64_t>(value)).ptr
                       : std::to_chars(out, out + sizeof out, value).ptr;
  return std::string(out, end);
}

std::string clock(std::int64_t seconds) {
  char out[32];
  const int h = static_cast<int>(seconds / 3600), m = static_cast<int>(seconds / 60 % 60),
            s = static_cast<int>(seconds % 60);
  if (s) std::snprintf(out, sizeof out, "%02d:%02d:%02d", h, m, s);
  else std::snprintf(out, sizeof out, "%02d:%02d", h, m);
  return out;
}

/// Days since 1970 of an Excel day number. Excel counts a 29 February 1900 that never was, so day
/// numbers before 61 are one off from what its own calendar shows.
std::int64_t unix_day(std::int64_t serial, bool since_1904) {
  if (since_1904) return serial - 24107;
  return serial - (serial < 60 ? 25568 : 25569);
}

}  // namespace

std::optional<CellReference> parse_reference(std::string_view text) {
  CellReference out;
  std::size_t i = 0;
  for (; i < text.size() && lower(text[i]) >= 'a' && lower(text[i]) <= 'z' && i < 4; ++i)
    out.column = out.column * 26 + static_cast<std::uint32_t>(lower(text[i]) - 'a' + 1);
  const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), out.row);
  if (i == 0 || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (out.column > 16384 || out.row == 0 || out.row > 1048576) return std::nullopt;
  return out;
}

Shows builtin_format(int id) {
  auto in = [id](int first, int last) { return id >= first && id <= last; };
  if (in(14, 17) || in(27, 31) || in(34, 36) || in(50, 58)) return Shows::date;
  if (in(18, 21) || in(32, 33) || in(45, 47)) return Shows::time;
  return id == 22 ? Shows::date_and_time : Shows::number;
}

Shows format_code(std::string_view code) {
  if (lower(code.substr(0, 7)) == "general" || code.starts_with("G/")) return Shows::number;
  bool date = false, time = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = lower(code[i]);
    if (c == '"') {  // literal text
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {  // a colour, a locale, or elapsed time as in [h]:mm
      const std::size_t end = std::min(code.find(']', i), code.size());
      const char first = i + 1 < code.size() ? lower(code[i + 1]) : ' ';
      time |= end == i + 2 && (first == 'h' || first == 'm' || first == 's');
      i = end;
    } else if (c == ';') {
      break;  // the sections for negative numbers and text
    } else {
      date |= c == 'y' || c == 'd' || c == 'g';
      time |= c == 'h' || c == 's';
    }
  }
  return shows(date, time);
}

std::optional<std::string> number_text(std::string_view value, Shows shows, bool since_1904) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
    return std::nullopt;
  constexpr double kLastDay = 2958465;  // 9999-12-31
  if (shows == Shows::number || number < 0 || number > kLastDay) return plain_number(number);
  auto day = static_cast<std::int64_t>(number);
  auto seconds =
      static_cast<std::int64_t>(std::llround((number - std::floor(number)) * kSecondsOfDay));
  if (seconds == 86400) {
    ++day;
    seconds = 0;
  }
  if (shows == Shows::time && day == 0) return clock(seconds);
  const std::string date = iso_date(unix_day(day, since_1904));
  return seconds == 0 ? date : date + " " + clock(seconds);
}

}  // namespace ruikei::load
