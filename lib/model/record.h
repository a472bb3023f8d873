// SPDX-License-Identifier: Apache-2.0
// One thing a file tells of (a device, a line, an account): cells in the order of its kind's
// fields (model/schema.h). An empty cell means that nobody said; it is unknown, never false.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/place.h"

namespace ruikei {

/// `std::monostate` is unknown. Dates are days since 1970-01-01.
using CellValue =
    std::variant<std::monostate, bool, std::int64_t, std::string, std::vector<std::string>>;

struct Cell {
  CellValue value;
  Place place;
  bool known() const { return value.index() != 0; }
};

struct Record {
  std::vector<Cell> cells;  ///< one per field of the kind; never shorter
  Place place;              ///< where the record starts
};

/// The cell as one line of text for a person ("3389", "2023-09-28" for a date field, "a, b").
std::string cell_text(const Cell& cell, bool is_date);

}  // namespace ruikei
