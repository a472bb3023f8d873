// SPDX-License-Identifier: Apache-2.0
#include "cel/literal.h"

#include <array>
#include <charconv>
#include <cmath>

namespace ruikei::cel {

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

/// Reads exactly `count` digits at `at`; false if there are fewer.
bool read_digits(std::string_view text, std::size_t at, int count, int base, std::uint32_t& out) {
  if (at + static_cast<std::size_t>(count) > text.size()) return false;
  out = 0;
  for (int i = 0; i < count; ++i) {
    const int digit = digit_value(text[at + static_cast<std::size_t>(i)]);
    if (digit >= base) return false;
    out = out * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
  }
  return true;
}

char simple_escape(char c) {
  switch (c) {
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case '\\':
    case '?':
    case '"':
    case '\'':
    case '`':
      return c;
    default:
      return '\0';
  }
}

/// The escape whose letter stands at `at`; moves `at` behind it.
bool decode_one(std::string_view body, std::size_t& at, std::string& out) {
  if (at >= body.size()) return false;
  const char c = body[at];
  if (const char simple = simple_escape(c)) {
    out += simple;
    ++at;
    return true;
  }
  const int digits = c == 'x' || c == 'X' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  std::uint32_t point = 0;
  if (digits > 0) {
    if (!read_digits(body, at + 1, digits, 16, point)) return false;
    at += 1 + static_cast<std::size_t>(digits);
  } else {
    if (c < '0' || c > '3' || !read_digits(body, at, 3, 8, point)) return false;
    at += 3;
  }
  return append_utf8(point, out);
}

}  // namespace

bool append_utf8(std::uint32_t point, std::string& out) {
  auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    tail(0);
  } else if (point < 0x10000) {
    if (point >= 0xD800 && point <= 0xDFFF) return false;
    out += static_cast<char>(0xE0 | (point >> 12));
    tail(6);
    tail(0);
  } else {
    if (point > 0x10FFFF) return false;
    out += static_cast<char>(0xF0 | (point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
  return true;
}

bool decode_escapes(std::string_view body, std::string& out, std::size_t& bad) {
  out.clear();
  std::size_t at = 0;
  while (at < body.size()) {
    const std::size_t slash = body.find('\\', at);
    out.append(body.substr(at, slash - at));
    if (slash == std::string_view::npos) break;
    bad = slash;
    at = slash + 1;
    if (!decode_one(body, at, out)) return false;
  }
  return true;
}

std::optional<std::uint64_t> read_magnitude(std::string_view digits, int base) {
  std::uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
  if (!text.empty() && text[0] == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '-') return std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> read_real(std::string_view text) {
  if (!text.empty() && text[0] == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '-') return std::nullopt;
  }
  const char* last = text.data() + text.size();
  double number = 0;
  auto read = std::from_chars(text.data(), last, number);
  if (read.ptr != last || read.ec == std::errc::invalid_argument) return std::nullopt;
  if (read.ec == std::errc::result_out_of_range) {
    // The wider type tells too small, which is 0, from too large.
    long double wide = 0;
    const auto again = std::from_chars(text.data(), last, wide);
    if (again.ec != std::errc{}) return std::nullopt;
    number = static_cast<double>(wide);
  }
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<std::int64_t> read_date(std::string_view text) {
  std::uint32_t year = 0, month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !read_digits(text, 0, 4, 10, year) ||
      !read_digits(text, 5, 2, 10, month) || !read_digits(text, 8, 2, 10, day))
    return std::nullopt;
  static constexpr std::array<std::uint32_t, 12> kDays = {31, 28, 31, 30, 31, 30,
                                                          31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (year == 0 || month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > kDays[month - 1] + (leap && month == 2 ? 1 : 0)) return std::nullopt;
  // Years are counted from March, so that a leap day is the last of its year.
  const std::int64_t y = static_cast<std::int64_t>(year) - (month <= 2 ? 1 : 0);
  const std::int64_t m = (month + 9) % 12;
  const std::int64_t day_of_year = (153 * m + 2) / 5 + day - 1;
  const std::int64_t leap_days = y / 4 - y / 100 + y / 400;
  constexpr std::int64_t kEpoch = 719468;  // days from 0000-03-01 to 1970-01-01
  return y * 365 + leap_days + day_of_year - kEpoch;
}

std::string write_real(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "+Inf" : "-Inf";
  std::array<char, 64> buffer{};
  const auto shortest = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                      std::chars_format::scientific);
  const std::string text(buffer.data(), shortest.ptr);
  const std::size_t e = text.find('e');
  int exponent = 0;
  const char* digits = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
  std::from_chars(digits, text.data() + text.size(), exponent);
  constexpr int kLongest = 6;  // digits before the point; as the usual implementations write it
  if (exponent < -4 || exponent >= kLongest) return text;
  const auto fixed =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return std::string(buffer.data(), fixed.ptr);
}

}  // namespace ruikei::cel
