// SPDX-License-Identifier: Apache-2.0
// Texts that stand for values: the inside of string literals, numbers, calendar dates. The same
// readers serve literals and the conversions int(), double(), date().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ruikei::cel {

/// Appends code point `point` as UTF-8; false if it is none (a surrogate, or too large).
bool append_utf8(std::uint32_t point, std::string& out);

/// Decodes the escapes of `body`. On failure `bad` is the byte where the wrong escape starts.
bool decode_escapes(std::string_view body, std::string& out, std::size_t& bad);

/// Unsigned digits of base 10 or 16; nothing if none or too large.
std::optional<std::uint64_t> read_magnitude(std::string_view digits, int base);
/// A whole text as int64, as in `int("-12")`.
std::optional<std::int64_t> read_integer(std::string_view text);
/// A finite decimal number without blanks; too small gives 0, too large nothing.
std::optional<double> read_real(std::string_view text);

/// Days since 1970-01-01 of `YYYY-MM-DD`, if the calendar has that day.
std::optional<std::int64_t> read_date(std::string_view text);

/// The shortest text that reads back as `number`, exponents as in `1e+06`.
std::string write_real(double number);

}  // namespace ruikei::cel
