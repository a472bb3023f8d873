// SPDX-License-Identifier: Apache-2.0
// A text page under construction: lines, labelled entries and tables whose columns line up in
// display columns. Every text given to it is made visible first, so nothing from a file can steer
// the terminal; colour is added here only, and only around words that say the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruikei::report {

enum class Style { plain, strong, good, bad, unsure, faint };

struct TextCell {
  std::string text = {};
  Style style = Style::plain;
};

struct Column {
  bool flex = false;   ///< gives way when the table is too wide, the widest first
  bool first = false;  ///< … and before the others
  bool cut = false;    ///< too long a text ends in `…`; otherwise it goes on in the next line
  bool right = false;  ///< aligned at the right
};

using Row = std::vector<TextCell>;

class Page {
 public:
  Page(std::size_t columns, bool color) : columns_(columns), color_(color) {}

  /// An empty line, but never two and none at the top.
  void blank();
  /// A line that starts a section, after an empty one.
  void heading(std::string_view text);
  /// Wrapped text, all its lines indented.
  void text(std::size_t indent, std::string_view text, Style style = Style::plain);
  /// Cells beside each other, two blanks between; wraps as a whole when too long.
  void line(std::size_t indent, const Row& cells);
  /// `left` and `right` at the two edges, or below each other if both do not fit.
  void edges(const TextCell& left, const TextCell& right);
  /// `label` padded to `label_width`, then wrapped text, then `tail` (a place) in the same line if
  /// it fits and below it if not.
  void entry(std::size_t indent, std::size_t label_width, const TextCell& label,
             const TextCell& text, std::string_view tail = {});
  /// Rows in columns; columns that are empty in every row are left out.
  void table(std::size_t indent, std::vector<Column> columns, std::vector<Row> rows);
  /// For tables with text between their rows: widths that hold all of `rows`, and one row of them.
  std::vector<std::size_t> fit(std::size_t indent, const std::vector<Column>& columns,
                               std::vector<Row> rows) const;
  void row(std::size_t indent, const std::vector<Column>& columns,
           const std::vector<std::size_t>& widths, Row row);
  /// Everything on `other`, below.
  void append(const Page& other);

  /// Takes out empty lines, the lowest first, until there are at most `lines` lines or none is
  /// left.
  void squeeze(std::size_t lines);

  std::size_t lines() const { return lines_.size(); }
  std::size_t columns() const { return columns_; }
  /// An empty page of the same kind.
  Page sibling() const { return {columns_, color_}; }
  std::string str() const;

 private:
  std::string paint(std::string_view text, Style style) const;
  void table_row(std::size_t indent, const std::vector<Column>& columns,
                 const std::vector<std::size_t>& widths, const Row& row);

  std::size_t columns_;
  bool color_;
  std::vector<std::string> lines_;
};

}  // namespace ruikei::report
