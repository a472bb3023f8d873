// SPDX-License-Identifier: Apache-2.0
// Cuts the text of an expression into tokens. A token that cannot be read is `bad` and says
// what was expected in its place; the lexer never stops by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ruikei::cel {

enum class Token : std::uint8_t {
  end,
  bad,
  refused,
  name,
  quoted_name,
  integer,
  real,
  text,
  left_paren,
  right_paren,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  dot,
  comma,
  colon,
  question,
  logic_not,
  minus,
  plus,
  star,
  slash,
  percent,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  logic_and,
  logic_or,
  in,
};

struct Lexeme {
  Token kind = Token::end;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::string text = {};        ///< name, decoded string, or what was expected instead of `bad`
  std::uint64_t magnitude = 0;  ///< of an integer, without its sign
  double real = 0;
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  Lexeme next();

 private:
  void skip_blanks();
  Lexeme punctuation();
  Lexeme number();
  Lexeme word();
  Lexeme quoted_name();
  Lexeme string(std::size_t prefix, bool raw);
  Lexeme finish(Token kind, std::size_t start, std::size_t end, std::string text = {});
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// True for words that cannot be names: `true`, `in`, and those CEL keeps for later (`let`, `if`).
bool is_reserved(std::string_view word);
/// The reserved words that cannot even be fields: `true`, `false`, `null`, `in`.
bool is_keyword(std::string_view word);

}  // namespace ruikei::cel
