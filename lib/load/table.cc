// SPDX-License-Identifier: Apache-2.0
#include "load/table.h"

#include <algorithm>

#include "load/csv_reader.h"
#include "load/encoding.h"
#include "load/xlsx_reader.h"

namespace ruikei::load {

namespace {

// No-break and full-width blanks are what a cell is padded with in Japanese registers.
constexpr std::string_view kBlanks[] = {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE3\x80\x80"};

std::size_t blank_at_start(std::string_view text) {
  for (const std::string_view blank : kBlanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  for (const std::string_view blank : kBlanks)
    if (text.ends_with(blank)) return blank.size();
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t blank = blank_at_start(text)) text.remove_prefix(blank);
  while (const std::size_t blank = blank_at_end(text)) text.remove_suffix(blank);
  return text;
}

std::string_view TableRow::text(std::size_t column) const {
  return column < cells.size() ? trimmed(cells[column].text) : std::string_view();
}

bool TableRow::empty() const {
  return std::all_of(cells.begin(), cells.end(),
                     [](const TableCell& cell) { return trimmed(cell.text).empty(); });
}

Place Table::place(const TableRow& row, std::size_t column) const {
  if (column >= row.cells.size()) return {file, row.line};
  return {file, row.cells[column].line, row.cells[column].column};
}

Result<std::vector<Table>> read_tables(std::string_view bytes, const std::string& name) {
  if (looks_like_xlsx(bytes)) return read_xlsx(bytes, name);
  const FileName file = file_name(name);
  auto decoded = decode(bytes, file);
  if (!decoded) return tl::unexpected<Diagnostics>(std::move(decoded.error()));
  auto table = read_csv(decoded->text, file, csv_separator(decoded->text));
  if (!table) return tl::unexpected<Diagnostics>(std::move(table.error()));
  std::vector<Table> tables;
  if (!table->rows.empty()) tables.push_back(std::move(*table));
  return tables;
}

}  // namespace ruikei::load
