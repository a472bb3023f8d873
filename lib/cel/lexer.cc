// SPDX-License-Identifier: Apache-2.0
#include "cel/lexer.h"

#include <algorithm>

#include "cel/literal.h"

namespace ruikei::cel {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

struct Sign {
  std::string_view text;
  Token kind;
};

// Longer ones first.
constexpr Sign kSigns[] = {
    {"==", Token::equal},       {"!=", Token::not_equal},
    {"<=", Token::less_equal},  {">=", Token::greater_equal},
    {"&&", Token::logic_and},   {"||", Token::logic_or},
    {"(", Token::left_paren},   {")", Token::right_paren},
    {"[", Token::left_bracket}, {"]", Token::right_bracket},
    {"{", Token::left_brace},   {"}", Token::right_brace},
    {".", Token::dot},          {",", Token::comma},
    {":", Token::colon},        {"?", Token::question},
    {"!", Token::logic_not},    {"-", Token::minus},
    {"+", Token::plus},         {"*", Token::star},
    {"/", Token::slash},        {"%", Token::percent},
    {"<", Token::less},         {">", Token::greater},
};

constexpr std::string_view kReserved[] = {
    "as",        "break", "const",  "continue", "else", "false", "for",
    "function",  "if",    "import", "in",       "let",  "loop",  "package",
    "namespace", "null",  "return", "true",     "var",  "void",  "while"};

}  // namespace

bool is_keyword(std::string_view word) {
  return word == "true" || word == "false" || word == "null" || word == "in";
}

bool is_reserved(std::string_view word) {
  return std::find(std::begin(kReserved), std::end(kReserved), word) != std::end(kReserved);
}

Lexeme Lexer::finish(Token kind, std::size_t start, std::size_t end, std::string text) {
  at_ = end;
  return {kind, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start),
          std::move(text)};
}

void Lexer::skip_blanks() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      ++at_;
    } else if (c == '/' && at(at_ + 1) == '/') {
      while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    } else {
      return;
    }
  }
}

Lexeme Lexer::next() {
  skip_blanks();
  if (at_ >= text_.size()) return finish(Token::end, text_.size(), text_.size());
  const char c = text_[at_];
  if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) return number();
  if (is_letter(c)) return word();
  if (c == '"' || c == '\'') return string(0, false);
  if (c == '`') return quoted_name();
  return punctuation();
}

Lexeme Lexer::punctuation() {
  const std::string_view rest = text_.substr(at_);
  for (const Sign& sign : kSigns)
    if (rest.substr(0, sign.text.size()) == sign.text)
      return finish(sign.kind, at_, at_ + sign.text.size());
  std::size_t end = at_ + 1;  // the whole character, for the message
  while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
  // Half an operator is the usual slip: say the whole one.
  const char c = text_[at_];
  const char* expected = c == '=' ? "==" : c == '&' ? "&&" : c == '|' ? "||" : "<value>";
  return finish(Token::bad, at_, end, expected);
}

Lexeme Lexer::number() {
  const std::size_t start = at_;
  std::size_t end = start;
  const bool hex = text_[start] == '0' && (at(start + 1) == 'x' || at(start + 1) == 'X') &&
                   is_hex(at(start + 2));
  bool real = false;
  if (hex) {
    for (end = start + 2; is_hex(at(end));) ++end;
  } else {
    while (is_digit(at(end))) ++end;
    if (at(end) == '.' && is_digit(at(end + 1))) {
      real = true;
      for (++end; is_digit(at(end));) ++end;
    }
    std::size_t e = end;
    if (at(e) == 'e' || at(e) == 'E') {
      ++e;
      if (at(e) == '+' || at(e) == '-') ++e;
      if (is_digit(at(e))) {
        real = true;
        for (end = e; is_digit(at(end));) ++end;
      }
    }
  }
  if (!real && (at(end) == 'u' || at(end) == 'U'))
    return finish(Token::refused, start, end + 1, "uint");
  const std::string_view digits = text_.substr(start, end - start);
  Lexeme out = finish(real ? Token::real : Token::integer, start, end);
  if (real) {
    const auto value =
        read_real(digits[0] == '.' ? "0" + std::string(digits) : std::string(digits));
    if (!value) return finish(Token::bad, start, end, "<double>");
    out.real = *value;
  } else {
    const auto value = hex ? read_magnitude(digits.substr(2), 16) : read_magnitude(digits, 10);
    if (!value) return finish(Token::bad, start, end, "<int64>");
    out.magnitude = *value;
  }
  return out;
}

Lexeme Lexer::word() {
  const std::size_t start = at_;
  std::size_t end = start;
  while (is_letter(at(end)) || is_digit(at(end))) ++end;
  const char quote = at(end);
  if ((quote == '"' || quote == '\'') && end - start <= 2) {
    bool raw = false, bytes = false;
    for (std::size_t i = start; i < end; ++i) {
      raw |= text_[i] == 'r' || text_[i] == 'R';
      bytes |= text_[i] == 'b' || text_[i] == 'B';
    }
    if (bytes && (end - start == 1 || raw)) return finish(Token::refused, start, end + 1, "bytes");
    if (raw && end - start == 1) return string(1, true);
  }
  std::string text(text_.substr(start, end - start));
  const Token kind = text == "in" ? Token::in : Token::name;
  return finish(kind, start, end, std::move(text));
}

Lexeme Lexer::quoted_name() {
  const std::size_t start = at_;
  std::size_t end = start + 1;
  auto allowed = [](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '/' || c == ' ';
  };
  while (allowed(at(end))) ++end;
  if (at(end) != '`' || end == start + 1) return finish(Token::bad, start, end, "`…`");
  return finish(Token::quoted_name, start, end + 1,
                std::string(text_.substr(start + 1, end - start - 1)));
}

Lexeme Lexer::string(std::size_t prefix, bool raw) {
  const std::size_t start = at_;
  const char quote = text_[start + prefix];
  const bool triple = at(start + prefix + 1) == quote && at(start + prefix + 2) == quote;
  const std::string closing(triple ? 3 : 1, quote);
  const std::size_t first = start + prefix + closing.size();
  std::size_t end = first;
  for (;; ++end) {
    const bool broken = !triple && (at(end) == '\n' || at(end) == '\r');
    if (end >= text_.size() || broken)
      return finish(Token::bad, start, std::min(end, text_.size()), closing);
    if (text_.substr(end, closing.size()) == closing) break;
    if (!raw && text_[end] == '\\') ++end;
  }
  const std::string_view body = text_.substr(first, end - first);
  Lexeme out = finish(Token::text, start, end + closing.size());
  std::size_t bad = 0;
  if (raw) {
    out.text = std::string(body);
  } else if (!decode_escapes(body, out.text, bad)) {
    at_ = end + closing.size();
    return {Token::bad, static_cast<std::uint32_t>(first + bad), 2, "\\n \\\\ \\\" \\x41 \\u3042"};
  }
  return out;
}

}  // namespace ruikei::cel
