// SPDX-License-Identifier: Apache-2.0
#include "cel/parser.h"

#include <algorithm>
#include <optional>

#include "base/terminal_text.h"
#include "cel/lexer.h"
#include "cel/macros.h"

namespace ruikei::cel {

namespace {

struct Operator {
  Function function = Function::none;
  int level = 0;  // 0: no binary operator
};

Operator binary_operator(Token token) {
  switch (token) {
    case Token::logic_or:
      return {Function::logic_or, 1};
    case Token::logic_and:
      return {Function::logic_and, 2};
    case Token::equal:
      return {Function::equal, 3};
    case Token::not_equal:
      return {Function::not_equal, 3};
    case Token::less:
      return {Function::less, 3};
    case Token::less_equal:
      return {Function::less_equal, 3};
    case Token::greater:
      return {Function::greater, 3};
    case Token::greater_equal:
      return {Function::greater_equal, 3};
    case Token::in:
      return {Function::in, 3};
    case Token::plus:
      return {Function::add, 4};
    case Token::minus:
      return {Function::subtract, 4};
    case Token::star:
      return {Function::multiply, 5};
    case Token::slash:
      return {Function::divide, 5};
    case Token::percent:
      return {Function::modulo, 5};
    default:
      return {};
  }
}

Mistake too_large(std::uint32_t offset) {
  return {"C005", offset, 1, {std::to_string(kMaxDepth), std::to_string(kMaxText)}};
}

/// Recursive descent. After the first mistake every function returns null.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), lexer_(text) { advance(); }

  tl::expected<ExprPtr, Mistake> whole() {
    ExprPtr root = expression();
    if (root && token_.kind != Token::end) root = unexpected("<end>");
    if (!root) return tl::unexpected(std::move(*mistake_));
    return root;
  }

 private:
  void advance() { token_ = lexer_.next(); }

  ExprPtr fail(Mistake mistake) {
    if (!mistake_) mistake_ = std::move(mistake);
    return nullptr;
  }

  ExprPtr refuse(std::string what) {
    return fail({"C004", token_.offset, token_.length, {std::move(what)}});
  }

  ExprPtr unexpected(std::string expected) {
    if (token_.kind == Token::refused) return refuse(token_.text);
    if (token_.kind == Token::bad) expected = token_.text;
    std::string found(text_.substr(token_.offset, token_.length));
    if (token_.kind == Token::end) found = "<end>";
    return fail({"C001", token_.offset, token_.length, {std::move(found), std::move(expected)}});
  }

  bool accept(Token kind) {
    if (token_.kind != kind) return false;
    advance();
    return true;
  }

  bool expect(Token kind, const char* written) {
    if (accept(kind)) return true;
    unexpected(written);
    return false;
  }

  ExprPtr node(Expr::Kind kind, const Lexeme& at) {
    auto out = std::make_unique<Expr>();
    out->kind = kind;
    out->offset = at.offset;
    out->length = at.length;
    return out;
  }

  ExprPtr call(Function function, const Lexeme& at) {
    ExprPtr out = node(Expr::Kind::call, at);
    out->function = function;
    return out;
  }

  /// Adds an operand; null if there is none or the tree grew too deep.
  bool adopt(ExprPtr& parent, ExprPtr child) {
    if (!child) return false;
    parent->depth = std::max<std::uint16_t>(parent->depth, child->depth + 1);
    if (parent->depth > kMaxDepth) {
      fail(too_large(parent->offset));
      return false;
    }
    parent->args.push_back(std::move(child));
    return true;
  }

  bool count_container(const Expr& at) {
    if (++containers_ <= kMaxContainers) return true;
    fail(too_large(at.offset));
    return false;
  }

  ExprPtr expression();
  ExprPtr binary(int lowest);
  ExprPtr unary();
  ExprPtr member();
  ExprPtr primary();
  ExprPtr postfix(ExprPtr operand);
  ExprPtr selection(ExprPtr operand);
  ExprPtr subscript(ExprPtr operand);
  ExprPtr integer(bool negative);
  ExprPtr real(bool negative);
  ExprPtr name();
  ExprPtr list();
  ExprPtr map();
  ExprPtr arguments(ExprPtr call);

  std::string_view text_;
  Lexer lexer_;
  Lexeme token_;
  std::optional<Mistake> mistake_;
  std::size_t depth_ = 0;
  std::size_t containers_ = 0;
};

ExprPtr Parser::expression() {
  if (++depth_ > kMaxDepth) return fail(too_large(token_.offset));
  ExprPtr condition = binary(1);
  if (condition && token_.kind == Token::question) {
    ExprPtr choice = call(Function::conditional, token_);
    advance();
    if (!adopt(choice, std::move(condition)) || !adopt(choice, binary(1)) ||
        !expect(Token::colon, ":") || !adopt(choice, expression()))
      return nullptr;
    condition = std::move(choice);
  }
  --depth_;
  return condition;
}

ExprPtr Parser::binary(int lowest) {
  ExprPtr left = unary();
  while (left) {
    const Operator op = binary_operator(token_.kind);
    if (op.level == 0 || op.level < lowest) break;
    const Lexeme at = token_;
    advance();
    // A chain of one logic operator is one node, so that long conditions stay flat.
    const bool chain = op.level <= 2 && left->function == op.function && !left->closed;
    if (!chain) {
      ExprPtr parent = call(op.function, at);
      if (!adopt(parent, std::move(left))) return nullptr;
      left = std::move(parent);
    }
    if (!adopt(left, binary(op.level + 1))) return nullptr;
  }
  return left;
}

ExprPtr Parser::unary() {
  if (token_.kind != Token::logic_not && token_.kind != Token::minus) return member();
  if (++depth_ > kMaxDepth) return fail(too_large(token_.offset));
  const Lexeme at = token_;
  const bool minus = at.kind == Token::minus;
  advance();
  ExprPtr out;
  if (minus && token_.kind == Token::integer) {
    out = postfix(integer(true));
  } else if (minus && token_.kind == Token::real) {
    out = postfix(real(true));
  } else {
    ExprPtr parent = call(minus ? Function::negate : Function::logic_not, at);
    if (adopt(parent, unary())) out = std::move(parent);
  }
  --depth_;
  return out;
}

ExprPtr Parser::member() { return postfix(primary()); }

ExprPtr Parser::integer(bool negative) {
  ExprPtr out = node(Expr::Kind::literal, token_);
  constexpr std::uint64_t kLimit = std::uint64_t{1} << 63;
  if (token_.magnitude >= kLimit + (negative ? 1 : 0)) return unexpected("<int64>");
  const std::uint64_t bits = negative ? std::uint64_t{0} - token_.magnitude : token_.magnitude;
  out->value = Value(static_cast<std::int64_t>(bits));
  advance();
  return out;
}

ExprPtr Parser::real(bool negative) {
  ExprPtr out = node(Expr::Kind::literal, token_);
  out->value = Value(negative ? -token_.real : token_.real);
  advance();
  return out;
}

ExprPtr Parser::primary() {
  ExprPtr out;
  switch (token_.kind) {
    case Token::left_paren:
      advance();
      out = expression();
      if (!out || !expect(Token::right_paren, ")")) return nullptr;
      out->closed = true;
      return out;
    case Token::integer:
      return integer(false);
    case Token::real:
      return real(false);
    case Token::text:
      out = node(Expr::Kind::literal, token_);
      out->value = Value(std::move(token_.text));
      advance();
      return out;
    case Token::left_bracket:
      return list();
    case Token::left_brace:
      return map();
    case Token::dot:
    case Token::name:
      return name();
    default:
      return unexpected("<value>");
  }
}

ExprPtr Parser::name() {
  const bool absolute = accept(Token::dot);
  if (token_.kind != Token::name) return unexpected("<name>");
  ExprPtr out = node(Expr::Kind::name, token_);
  if (is_reserved(token_.text)) {
    if (absolute || !is_keyword(token_.text)) return unexpected("<name>");
    out->kind = Expr::Kind::literal;
    if (token_.text == "null") out->value = Value(nullptr);
    else out->value = Value(token_.text == "true");
    advance();
    return out;
  }
  out->absolute = absolute;
  out->text = std::move(token_.text);
  advance();
  if (token_.kind != Token::left_paren) return out;
  out->kind = Expr::Kind::call;
  return arguments(std::move(out));
}

/// The arguments of `call`, whose name is read; the opening parenthesis is the current token.
ExprPtr Parser::arguments(ExprPtr call) {
  advance();
  if (token_.kind != Token::right_paren) {
    do
      if (!adopt(call, expression())) return nullptr;
    while (accept(Token::comma));
  }
  if (!expect(Token::right_paren, ", )")) return nullptr;
  if (auto mistake = expand_macro(call)) return fail(std::move(*mistake));
  if (call->kind == Expr::Kind::comprehension && !count_container(*call)) return nullptr;
  return call;
}

ExprPtr Parser::list() {
  ExprPtr out = node(Expr::Kind::list, token_);
  if (!count_container(*out)) return nullptr;
  advance();
  while (token_.kind != Token::right_bracket) {
    if (token_.kind == Token::question) return refuse("[?");
    if (!adopt(out, expression())) return nullptr;
    if (token_.kind != Token::right_bracket && !expect(Token::comma, ", ]")) return nullptr;
  }
  advance();
  return out;
}

ExprPtr Parser::map() {
  ExprPtr out = node(Expr::Kind::map, token_);
  if (!count_container(*out)) return nullptr;
  advance();
  while (token_.kind != Token::right_brace) {
    if (token_.kind == Token::question) return refuse("{?");
    if (!adopt(out, expression()) || !expect(Token::colon, ":") || !adopt(out, expression()))
      return nullptr;
    if (token_.kind != Token::right_brace && !expect(Token::comma, ", }")) return nullptr;
  }
  advance();
  return out;
}

ExprPtr Parser::postfix(ExprPtr operand) {
  while (operand) {
    if (token_.kind == Token::dot) {
      operand = selection(std::move(operand));
    } else if (token_.kind == Token::left_bracket) {
      operand = subscript(std::move(operand));
    } else if (token_.kind == Token::left_brace &&
               (operand->kind == Expr::Kind::name || operand->kind == Expr::Kind::select)) {
      return refuse("{ }");
    } else {
      break;
    }
  }
  return operand;
}

ExprPtr Parser::selection(ExprPtr operand) {
  advance();
  if (token_.kind == Token::question) return refuse(".?");
  const bool quoted = token_.kind == Token::quoted_name;
  if (!quoted && (token_.kind != Token::name || is_keyword(token_.text)))
    return unexpected("<name>");
  ExprPtr out = node(Expr::Kind::select, token_);
  out->text = std::move(token_.text);
  advance();
  if (!adopt(out, std::move(operand))) return nullptr;
  if (quoted || token_.kind != Token::left_paren) return out;
  out->kind = Expr::Kind::call;
  out->receiver = true;
  return arguments(std::move(out));
}

ExprPtr Parser::subscript(ExprPtr operand) {
  ExprPtr out = call(Function::index, token_);
  advance();
  if (token_.kind == Token::question) return refuse("[?");
  if (!adopt(out, std::move(operand)) || !adopt(out, expression()) ||
      !expect(Token::right_bracket, "]"))
    return nullptr;
  return out;
}

}  // namespace

tl::expected<ExprPtr, Mistake> parse(std::string_view text) {
  if (text.size() > kMaxText) return tl::unexpected(too_large(0));
  if (!is_valid_utf8(text)) return tl::unexpected(Mistake{"C001", 0, 1, {"\\x", "UTF-8"}});
  return Parser(text).whole();
}

}  // namespace ruikei::cel
