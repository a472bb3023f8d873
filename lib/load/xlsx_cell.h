// SPDX-License-Identifier: Apache-2.0
// Small pieces of the XLSX format: cell references, number formats that mean dates, and numbers as
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ruikei::load {

struct CellReference {
  std::uint32_t row = 0;     ///< from 1
  std::uint32_t column = 0;  ///< from 1
};

/// "B12" as row 12, column 2; nothing outside Excel's own limits.
std::optional<CellReference> parse_reference(std::string_view text);

/// What a number format shows of a number.
enum class Shows : std::uint8_t { number, date, time, date_and_time };

/// Of one of Excel's built-in formats by number, Japanese ones included.
Shows builtin_format(int id);
/// Of a format code such as `[$-411]ggge"年"m"月"d"日"`.
Shows format_code(std::string_view code);

/// A cell's number as text: "250", "0.5", "2026-11-22", "09:30"; nothing if it is no number.
std::optional<std::string> number_text(std::string_view value, Shows shows, bool since_1904);

}  // namespace ruikei::load
