// SPDX-License-Identifier: Apache-2.0
// A light scanner that knows just enough of YAML to tell where quotes and brackets count: comments,
// block scalars and plain text are stepped over. It stops at the first quote or bracket in error,
// since nothing after that can be trusted.
#include "load/yaml_check.h"

#include <optional>
#include <string>
#include <vector>

#include "base/terminal_text.h"

namespace ruikei::load {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

Diagnostic at_offset(const SourceText& text, std::size_t offset, std::string code,
                     std::vector<std::string> args = {}) {
  Place place = text.place(offset, 1);
  std::string excerpt = text.excerpt(place.line);
  return {std::move(code), Severity::error, std::move(place), std::move(args), std::move(excerpt)};
}

// Bytes of the character at `at`, or 0 if it is no UTF-8.
std::size_t character_size(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return is_valid_utf8(text.substr(at, size)) ? size : 0;
}

bool is_control(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == '\r') return at + 1 >= text.size() || text[at + 1] != '\n';
  if (c == 0xC2) return static_cast<unsigned char>(text[at + 1]) < 0xA0;  // C1
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

std::string code_point_name(std::string_view text, std::size_t at) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto c = static_cast<unsigned char>(text[at] == '\xC2' ? text[at + 1] : text[at]);
  return std::string("U+00") + digits[c >> 4] + digits[c & 15];
}

class Scanner {
 public:
  Scanner(const SourceText& text, Diagnostics& diagnostics)
      : source_(text), text_(text.text()), diagnostics_(diagnostics) {}

  void run() {
    while (!stopped_ && at_ < text_.size()) line();
    if (!stopped_ && !open_.empty()) fail(open_.back(), "Y013");
  }

 private:
  char look(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
  }
  bool at_end() const { return look() == '\n' || (look() == '\r' && look(1) == '\n'); }
  bool ends_word(std::size_t ahead) const {
    return is_blank(look(ahead)) || look(ahead) == '\n' || look(ahead) == '\r';
  }
  int column() const { return static_cast<int>(at_ - line_start_); }
  void skip_blanks() {
    while (is_blank(look())) ++at_;
  }
  void skip_line() {
    while (look() != '\n') ++at_;
  }

  void fail(std::size_t offset, std::string code, std::vector<std::string> args = {}) {
    diagnostics_.push_back(at_offset(source_, offset, std::move(code), std::move(args)));
    stopped_ = true;
  }

  // One line that does not begin inside a quote.
  void line() {
    line_start_ = at_;
    while (look() == ' ') ++at_;
    const int indent = column();
    if (block_parent_ && (indent > *block_parent_ || at_end())) return next_line();
    const std::size_t tab = at_;
    skip_blanks();
    if (at_end() || look() == '#') return next_line();
    block_parent_.reset();
    if (tab != at_ && open_.empty()) {
      diagnostics_.push_back(at_offset(source_, tab, "Y010"));
    }
    if (indent == 0 && is_marker()) return next_line();
    if (open_.empty()) {
      if (!(plain_ && indent > parent_)) begin_entry();
    } else if (indent <= parent_ && look() != ']' && look() != '}') {
      return fail(open_.back(), "Y013");
    }
    content();
    next_line();
  }

  void next_line() {
    if (stopped_) return;
    skip_line();
    ++at_;
  }

  // `%YAML`, `...`, or a bare `---`.
  bool is_marker() const {
    const std::string_view rest = text_.substr(at_, 3);
    return look() == '%' || rest == "..." ||
           (rest == "---" && (look(3) == '\n' || look(3) == '\r'));
  }

  // Steps over `- ` and `? ` and finds the column that the next line has to stay right of.
  void begin_entry() {
    plain_ = false;
    expects_value_ = true;
    while ((look() == '-' || look() == '?' || look() == ':') && ends_word(1)) {
      parent_ = column();
      ++at_;
      skip_blanks();
    }
    entry_column_ = column();
  }

  void content() {
    bool blank_before = true;
    while (!stopped_ && !at_end()) {
      if (is_blank(look())) {
        blank_before = true;
        ++at_;
      } else if (look() == '#' && blank_before) {
        if (plain_) plain_ = false;  // a comment ends a plain text
        return skip_line();
      } else {
        one(look());
        blank_before = false;
      }
    }
  }

  // One character (or quoted text, or property) outside quotes.
  void one(char c) {
    const bool in_flow = !open_.empty();
    if (expects_value_ && (c == '"' || c == '\'')) return quote(c);
    if ((expects_value_ || in_flow) && (c == '[' || c == '{')) return open();
    if (in_flow && (c == ']' || c == '}')) return close(c);
    if (in_flow && c == ',') return separator();
    if (c == ':' && (ends_word(1) || (in_flow && std::string_view(",[]{}").find(look(1)) !=
                                                     std::string_view::npos))) {
      if (!in_flow) parent_ = entry_column_;
      return separator();
    }
    if (expects_value_ && !in_flow && (c == '|' || c == '>')) {
      block_parent_ = parent_;
      return skip_line();
    }
    if (expects_value_ && (c == '&' || c == '!' || c == '*')) {
      while (!ends_word(0)) ++at_;
      return;
    }
    expects_value_ = false;
    plain_ = !in_flow;
    ++at_;
  }

  void separator() {
    ++at_;
    expects_value_ = true;
    plain_ = false;
  }

  void open() {
    open_.push_back(at_++);
    expects_value_ = true;
    plain_ = false;
  }

  void close(char c) {
    if (text_[open_.back()] != (c == ']' ? '[' : '{')) return fail(open_.back(), "Y013");
    open_.pop_back();
    ++at_;
    expects_value_ = plain_ = false;
  }

  void quote(char mark) {
    const std::size_t start = at_++;
    const bool is_outer_key =
        open_.empty() && column() - 1 == entry_column_ && entry_column_ <= parent_;
    const int parent = is_outer_key ? entry_column_ : parent_;
    for (;; ++at_) {
      if (at_ >= text_.size()) return fail(start, "Y011");
      const char c = text_[at_];
      if (c == '\n' && !continues_right_of(parent)) return fail(start, "Y011");
      if (c == '\\' && mark == '"' && look(1) != '\n' && look(1) != '\r') {
        ++at_;
      } else if (c == mark && mark == '\'' && look(1) == mark) {
        ++at_;
      } else if (c == mark) {
        break;
      }
    }
    after_quote(start, at_++);
  }

  // At a line's end inside a quote: is the next line that is not blank indented more than `parent`?
  bool continues_right_of(int parent) {
    std::size_t begin = at_ + 1;
    std::size_t next = begin;
    while (next < text_.size() &&
           (is_blank(text_[next]) || text_[next] == '\r' || text_[next] == '\n')) {
      if (text_[next++] == '\n') begin = next;
    }
    if (next >= text_.size()) return false;
    line_start_ = begin;
    return static_cast<int>(next - begin) > parent;
  }

  void after_quote(std::size_t start, std::size_t end) {
    expects_value_ = plain_ = false;
    const bool blank = is_blank(look());
    std::size_t ahead = 0;
    while (is_blank(look(ahead))) ++ahead;
    const char c = look(ahead);
    const bool fine = c == '\n' || c == '\r' || c == ':' || (c == '#' && blank) ||
                      (!open_.empty() && (c == ',' || c == ']' || c == '}'));
    if (fine) {
      // `"a":1` is an entry in flow style
      if (c == ':' && !open_.empty()) {
        at_ += ahead;
        separator();
      }
      return;
    }
    const Place close = source_.place(end);
    fail(start, "Y012", {std::to_string(close.line), std::to_string(close.column)});
  }

  const SourceText& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::vector<std::size_t> open_;    // brackets, by offset
  std::optional<int> block_parent_;  // inside a block scalar: the column it belongs to
  int parent_ = -1;                  // column of the key or dash that the current value belongs to
  int entry_column_ = 0;             // where the line's content begins
  bool expects_value_ = true;        // a quote here would begin a text
  bool plain_ = false;               // inside plain text, which may go on in the next line
  bool stopped_ = false;
};

}  // namespace

void check_characters(const SourceText& source, Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  if (is_valid_utf8(text)) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_control(text, at)) continue;
      diagnostics.push_back(at_offset(source, at, "Y002", {code_point_name(text, at)}));
      return;
    }
    return;
  }
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = character_size(text, at);
    if (size == 0) break;
    at += size;
  }
  diagnostics.push_back(at_offset(source, at, "Y001"));
}

void check_quotes(const SourceText& text, Diagnostics& diagnostics) {
  Scanner(text, diagnostics).run();
}

}  // namespace ruikei::load
