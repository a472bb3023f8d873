// SPDX-License-Identifier: Apache-2.0
#include "load/csv_reader.h"

#include <algorithm>

namespace ruikei::load {

namespace {

constexpr std::size_t kMaxCells = 16u << 20;

class CsvReader {
 public:
  CsvReader(std::string_view text, const FileName& file, char separator)
      : text_(text), separator_(separator), table_{file, {}} {}

  Result<Table> read() {
    while (at_ < text_.size() && !stopped_) read_row();
    if (!errors_.empty()) return tl::unexpected<Diagnostics>(std::move(errors_));
    return std::move(table_);
  }

 private:
  void read_row() {
    TableRow row{line_, {}};
    bool more = true;
    while (more && !stopped_) {
      row.cells.push_back({{}, line_, column_});
      if (++cells_ > kMaxCells) return stop("X013", line_, 0);
      if (at_ < text_.size() && text_[at_] == '"') read_quoted(row.cells.back().text);
      else read_plain(row.cells.back().text);
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more) step();
    }
    end_line();
    if (!row.empty()) table_.rows.push_back(std::move(row));
  }

  void read_plain(std::string& out) {
    const std::size_t start = at_;
    while (at_ < text_.size() && !ends_cell(text_[at_])) {
      if (text_[at_] == '"') complain("X012", line_, column_);
      step();
    }
    out.assign(text_.substr(start, at_ - start));
  }

  void read_quoted(std::string& out) {
    const std::uint32_t line = line_, column = column_;
    step();
    while (true) {
      if (at_ >= text_.size()) return stop("X010", line, column);
      if (text_[at_] != '"') {
        out += text_[at_];
        step();
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        out += '"';
        step();
        step();
      } else {
        break;
      }
    }
    step();
    if (at_ < text_.size() && !ends_cell(text_[at_])) {
      complain("X011", line_, column_);
      while (at_ < text_.size() && !ends_cell(text_[at_])) step();
    }
  }

  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  /// One byte on; a line end is LF, CRLF or CR.
  void step() {
    const char c = text_[at_++];
    const bool line_end = c == '\n' || (c == '\r' && (at_ >= text_.size() || text_[at_] != '\n'));
    if (line_end) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      // The bytes that continue a character were counted with its first.
      ++column_;
    }
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') step();
    if (at_ < text_.size() && text_[at_] == '\n') step();
  }

  void complain(const char* code, std::uint32_t line, std::uint32_t column) {
    constexpr std::size_t kEnough = 20;
    errors_.push_back({.code = code, .place = {table_.file, line, column, 1}});
    if (errors_.size() >= kEnough) stopped_ = true;
  }

  void stop(const char* code, std::uint32_t line, std::uint32_t column) {
    complain(code, line, column);
    stopped_ = true;
  }

  std::string_view text_;
  char separator_;
  Table table_;
  Diagnostics errors_;
  bool stopped_ = false;
  std::size_t at_ = 0, cells_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

}  // namespace

char csv_separator(std::string_view text) {
  bool quoted = false, tab = false, semicolon = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == ',') return ',';
    if (c == '\n' || c == '\r') break;
    tab |= c == '\t';
    semicolon |= c == ';';
  }
  return tab ? '\t' : semicolon ? ';' : ',';
}

Result<Table> read_csv(std::string_view text, const FileName& file, char separator) {
  return CsvReader(text, file, separator).read();
}

}  // namespace ruikei::load
