// SPDX-License-Identifier: Apache-2.0
// Dates as Japanese and foreign registers write them. A text that can be read in two ways is not
// read unless the order of its parts was stated.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ruikei::load {

/// The order in which a register writes dates that do not say it themselves.
enum class DateOrder : std::uint8_t { unstated, ymd, mdy, dmy };

struct DateText {
  std::optional<std::int64_t> days = {};  ///< since 1970-01-01
  bool ambiguous = false;                 ///< would be a date if the order were known
};

/// `2026-11-22`, `2026/11/22`, `2026.11.22`, `2026年11月22日`, `20261122`, with or without a time
/// of day; 令和8年4月1日, R8.4.1, 平成元年… With an order also `11/22/26` (a year of two digits is
/// 1970..2069).
DateText parse_date(std::string_view text, DateOrder order = DateOrder::unstated);

}  // namespace ruikei::load
