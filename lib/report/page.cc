// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include <algorithm>
#include <numeric>

#include "base/terminal_text.h"
#include "report/wrap.h"

namespace ruikei::report {

namespace {

constexpr std::size_t kGap = 2;             // blanks between columns
constexpr std::size_t kNarrowest = 12;      // a flexible column does not get narrower
constexpr std::size_t kComfortable = 16;    // one that gives way first stops here for a while
constexpr std::size_t kNarrowestText = 20;  // nor does text beside a label

std::size_t room(std::size_t columns, std::size_t taken, std::size_t least) {
  return columns > taken + least ? columns - taken : least;
}

/// Columns of every row made visible and as many as there are columns.
void complete(std::vector<Row>& rows, std::size_t count) {
  for (Row& row : rows) {
    row.resize(count);
    for (TextCell& cell : row) cell.text = make_visible(cell.text);
  }
}

void drop_empty_columns(std::vector<Column>& columns, std::vector<Row>& rows) {
  for (std::size_t c = columns.size(); c-- > 0;) {
    const bool used =
        std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return !row[c].text.empty(); });
    if (used) continue;
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
    for (Row& row : rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

std::vector<std::size_t> widths_of(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                   std::size_t available) {
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const Row& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], display_width(row[c].text));
  auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), kGap * (columns.size() - 1));
  };
  while (total() > available) {
    auto widest_of = [&](std::size_t least, bool first_only) {
      std::size_t widest = columns.size();
      for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c].flex && widths[c] > least && (columns[c].first || !first_only) &&
            (widest == columns.size() || widths[c] > widths[widest]))
          widest = c;
      return widest;
    };
    std::size_t gives = widest_of(kComfortable, true);
    if (gives == columns.size()) gives = widest_of(kNarrowest, false);
    if (gives == columns.size()) break;
    --widths[gives];
  }
  return widths;
}

}  // namespace

std::string Page::paint(std::string_view text, Style style) const {
  static constexpr std::string_view kCode[] = {"",         "\x1b[1m",  "\x1b[32m",
                                               "\x1b[31m", "\x1b[33m", "\x1b[2m"};
  if (!color_ || style == Style::plain || text.empty()) return std::string(text);
  return std::string(kCode[static_cast<int>(style)]) + std::string(text) + "\x1b[0m";
}

void Page::blank() {
  if (!lines_.empty() && !lines_.back().empty()) lines_.emplace_back();
}

void Page::heading(std::string_view text) {
  blank();
  lines_.push_back(paint(make_visible(text), Style::strong));
}

void Page::text(std::size_t indent, std::string_view text, Style style) {
  for (const auto& line : wrap(make_visible(text), room(columns_, indent, kNarrowestText)))
    lines_.push_back(std::string(indent, ' ') + paint(line, style));
}

void Page::line(std::size_t indent, const Row& cells) {
  std::string out, plain;
  for (const TextCell& cell : cells) {
    if (cell.text.empty()) continue;
    const std::string shown = make_visible(cell.text);
    out += (plain.empty() ? "" : "  ") + paint(shown, cell.style);
    plain += (plain.empty() ? "" : "  ") + shown;
  }
  if (indent + display_width(plain) <= columns_) {
    while (!plain.empty() && plain.back() == ' ' && !color_) out.pop_back(), plain.pop_back();
    lines_.push_back(std::string(indent, ' ') + out);
    return;
  }
  text(indent, plain);
}

void Page::edges(const TextCell& left, const TextCell& right) {
  const std::string a = make_visible(left.text), b = make_visible(right.text);
  const std::size_t used = display_width(a) + display_width(b);
  if (used + kGap > columns_) {
    text(0, left.text, left.style);
    text(0, right.text, right.style);
    return;
  }
  lines_.push_back(paint(a, left.style) + std::string(columns_ - used, ' ') +
                   paint(b, right.style));
}

void Page::entry(std::size_t indent, std::size_t label_width, const TextCell& label,
                 const TextCell& text, std::string_view tail) {
  const std::size_t start = indent + (label_width > 0 ? label_width + kGap : 0);
  const std::size_t width = room(columns_, start, kNarrowestText);
  const std::string shown_label = make_visible(label.text), place = make_visible(tail);
  auto body = wrap(make_visible(text.text), width);
  if (body.front().empty() && !place.empty()) body.clear();
  std::string head = std::string(indent, ' ') + paint(shown_label, label.style);
  if (label_width > 0)
    head += std::string(room(label_width + kGap, display_width(shown_label), 1), ' ');
  for (std::size_t i = 0; i < body.size(); ++i) {
    std::string line = (i == 0 ? head : std::string(start, ' ')) + paint(body[i], text.style);
    const bool last = i + 1 == body.size();
    const bool fits = display_width(body[i]) + kGap + display_width(place) <= width;
    if (last && !place.empty() && fits) line += "  " + paint(place, Style::faint);
    while (!line.empty() && line.back() == ' ') line.pop_back();
    lines_.push_back(std::move(line));
    if (last && !place.empty() && !fits)
      lines_.push_back(std::string(start, ' ') + paint(place, Style::faint));
  }
  if (body.empty()) lines_.push_back(head + paint(place, Style::faint));
}

void Page::table_row(std::size_t indent, const std::vector<Column>& columns,
                     const std::vector<std::size_t>& widths, const Row& row) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (columns[c].cut) cells.push_back({shorten(row[c].text, widths[c])});
    else cells.push_back(wrap(row[c].text, widths[c], c + 1 < row.size()));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t i = 0; i < height; ++i) {
    std::string line(indent, ' ');
    std::size_t owed = 0;  // blanks to write before the next text, none at the end of a line
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string piece = i < cells[c].size() ? cells[c][i] : "";
      const std::size_t width = display_width(piece);
      const std::size_t spare = widths[c] > width ? widths[c] - width : 0;
      if (!piece.empty()) {
        line.append(owed + (columns[c].right ? spare : 0), ' ');
        line += paint(piece, row[c].style);
        owed = columns[c].right ? 0 : spare;
      } else {
        owed += spare;
      }
      owed += kGap;
    }
    lines_.push_back(std::move(line));
  }
}

void Page::table(std::size_t indent, std::vector<Column> columns, std::vector<Row> rows) {
  complete(rows, columns.size());
  drop_empty_columns(columns, rows);
  if (columns.empty()) return;
  const auto widths = widths_of(columns, rows, room(columns_, indent, kNarrowest));
  for (const Row& row : rows) table_row(indent, columns, widths, row);
}

std::vector<std::size_t> Page::fit(std::size_t indent, const std::vector<Column>& columns,
                                   std::vector<Row> rows) const {
  complete(rows, columns.size());
  return widths_of(columns, rows, room(columns_, indent, kNarrowest));
}

void Page::row(std::size_t indent, const std::vector<Column>& columns,
               const std::vector<std::size_t>& widths, Row row) {
  row.resize(columns.size());
  for (TextCell& cell : row) cell.text = make_visible(cell.text);
  table_row(indent, columns, widths, row);
}

void Page::append(const Page& other) {
  for (const auto& line : other.lines_) lines_.push_back(line);
}

void Page::squeeze(std::size_t lines) {
  for (std::size_t at = lines_.size(); at-- > 0 && lines_.size() > lines;)
    if (lines_[at].empty()) lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at));
}

std::string Page::str() const {
  std::string out;
  for (const auto& line : lines_) out += line + "\n";
  return out;
}

}  // namespace ruikei::report
