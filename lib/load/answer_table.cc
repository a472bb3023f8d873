// SPDX-License-Identifier: Apache-2.0
#include "load/answer_table.h"

#include <algorithm>

#include "load/answer_book.h"
#include "load/normal_text.h"

namespace ruikei::load {

namespace {

constexpr std::size_t kRowsBeforeHeader = 20;
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

// What a form shows beside the answers; in the spelling of comparable().
constexpr std::string_view kShownBeside[] = {
    "質問", "question", "管理策名", "title", "表題", "領域", "domain", "選択肢",     "options",
    "条件", "gate",     "説明",     "help",  "段階", "step", "書き方", "howtoanswer"};

bool shown_beside(std::string_view header) {
  const std::string word = comparable(header);
  return std::find(std::begin(kShownBeside), std::end(kShownBeside), word) !=
         std::end(kShownBeside);
}

struct Columns {
  std::size_t control = kNoColumn;
  std::size_t parts[kAnswerParts];
  Columns() { std::fill(std::begin(parts), std::end(parts), kNoColumn); }
  std::size_t of(AnswerPart part) const { return parts[static_cast<std::size_t>(part)]; }
};

class TableAnswers {
 public:
  TableAnswers(const Library& library, ReadReport& report, Diagnostics& out)
      : book_(library), report_(report), out_(out) {}

  Answers read(const std::vector<Table>& tables) {
    bool found = false;
    for (const Table& table : tables) found |= read_table(table);
    if (!found) out_.push_back({.code = "A018", .place = {file_name(report_.file)}});
    return std::move(answers_);
  }

 private:
  bool read_table(const Table& table) {
    std::size_t header = 0;
    while (header < table.rows.size() && header < kRowsBeforeHeader &&
           !is_header(table.rows[header]))
      ++header;
    if (header == table.rows.size() || header == kRowsBeforeHeader) {
      report_.ignored += table.rows.size();
      return false;
    }
    report_.ignored += header;
    const Columns columns = read_header(table, table.rows[header]);
    for (std::size_t i = header + 1; i < table.rows.size(); ++i)
      read_row(table, table.rows[i], columns);
    return true;
  }

  static bool is_header(const TableRow& row) {
    bool control = false, value = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      control |= names_control(row.text(i));
      value |= find_answer_part(row.text(i)) == AnswerPart::value;
    }
    return control && value;
  }

  Columns read_header(const Table& table, const TableRow& row) {
    Columns columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.text(i).empty() || shown_beside(row.text(i))) continue;
      const auto part = find_answer_part(row.text(i));
      if (!part && !names_control(row.text(i))) {
        complain("A019", table.place(row, i), {std::string(row.text(i))}, Severity::warning);
        continue;
      }
      std::size_t& column = part ? columns.parts[static_cast<std::size_t>(*part)] : columns.control;
      if (column == kNoColumn) column = i;
      else complain("A021", table.place(row, i), {std::string(row.text(i))});
    }
    return columns;
  }

  void read_row(const Table& table, const TableRow& row, const Columns& columns) {
    WrittenAnswer written{
        std::string(row.text(columns.control)), table.place(row, columns.control), {}, {}};
    bool said = false;
    for (std::size_t i = 0; i < kAnswerParts; ++i) {
      const std::size_t column = columns.parts[i];
      if (column == kNoColumn) continue;
      written.parts[i] = {std::string(row.text(column)), table.place(row, column), true};
      said |= !written.parts[i].text.empty();
    }
    // A line that answers nothing: a heading between the controls, an empty line of a form.
    if (!said && !book_.asks(written.id)) {
      ++report_.ignored;
    } else if (written.id.empty()) {
      complain("A023", {table.file, row.line}, {});
      ++report_.failed;
    } else if (book_.take(written, answers_, out_)) {
      ++report_.understood;
    } else {
      ++report_.failed;
    }
  }

  void complain(const char* code, Place place, std::vector<std::string> args,
                Severity severity = Severity::error) {
    out_.push_back(
        {.code = code, .severity = severity, .place = std::move(place), .args = std::move(args)});
  }

  AnswerBook book_;
  ReadReport& report_;
  Diagnostics& out_;
  Answers answers_;
};

}  // namespace

Answers read_answer_tables(const std::vector<Table>& tables, const Library& library,
                           ReadReport& report, Diagnostics& out) {
  return TableAnswers(library, report, out).read(tables);
}

}  // namespace ruikei::load
