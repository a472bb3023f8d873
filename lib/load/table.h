// SPDX-License-Identifier: Apache-2.0
// A table as a foreign file gives it: rows of text cells, each with its line and column. CSV, TSV
// and the sheets of an XLSX file all end here; what the cells mean is decided by others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "base/result.h"

namespace ruikei::load {

struct TableCell {
  std::string text = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< character in the line (CSV) or number of the column (XLSX)
};

struct TableRow {
  std::uint32_t line = 0;  ///< where the row starts; a cell may span lines
  std::vector<TableCell> cells = {};

  /// The cell's text without blanks around it, "" beyond the end of the row.
  std::string_view text(std::size_t column) const;
  bool empty() const;  ///< no cell has text
};

struct Table {
  FileName file;  ///< of an XLSX file with several sheets, with the sheet's name behind it
  std::vector<TableRow> rows = {};

  /// The place of a cell, or of its row if the row ends before.
  Place place(const TableRow& row, std::size_t column) const;
};

/// `text` without blanks, tabs, line ends, no-break and full-width blanks at either end.
std::string_view trimmed(std::string_view text);

/// The tables of a file's bytes, by what they are rather than by the file's name: XLSX by its
/// signature, anything else as CSV (tab separated where the header has tabs and no commas).
Result<std::vector<Table>> read_tables(std::string_view bytes, const std::string& name);

}  // namespace ruikei::load
