// SPDX-License-Identifier: Apache-2.0
// Gives every call its function and every node its type, and collects what does not fit. An
// unchecked environment keeps to itself what only the values can show (C002, C003, C006); names
// outside the subset are refused in both.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "cel/syntax.h"
#include "cel/types.h"

namespace ruikei::cel {

class Checker {
 public:
  explicit Checker(const Environment& environment) : environment_(environment) {}

  /// The type of `expr`. Rewrites it in place: calls get their functions, and a selection that is
  /// the dotted name of a variable becomes that name.
  const Type* check(Expr& expr);

  /// C003 unless `type` may be `wanted`.
  void require(const Expr& at, const Type* type, Type::Kind wanted);

  std::vector<Mistake> take_mistakes() { return std::move(mistakes_); }

 private:
  using Kind = Type::Kind;

  const Type* literal(const Expr& expr) const;
  const Type* name(Expr& expr);
  const Type* select(Expr& expr);
  const Type* field(const Expr& expr, const Type* operand);
  const Type* list(Expr& expr);
  const Type* map(Expr& expr);
  const Type* call(Expr& expr);
  const Type* library_call(Expr& expr);
  const Type* match(Expr& expr, const std::vector<const Type*>& types);
  const Type* operation(Expr& expr, const std::vector<const Type*>& types);
  const Type* arithmetic(const Expr& expr, const std::vector<const Type*>& types);
  const Type* index(const Expr& expr, const Type* container, const Type* key);
  const Type* comprehension(Expr& expr);
  std::pair<const Type*, const Type*> loop_types(const Expr& expr, const Type* range);

  bool is_local(std::string_view name) const;
  const Type* variable(Expr& expr);
  /// The root of a chain of selections if it is no variable: a possible namespace.
  std::string_view free_root(const Expr& expr) const;
  const Type* misfit(const Expr& at, const std::vector<const Type*>& types, std::string expected);
  const Type* unknown_word(const char* code, const Expr& at, std::string owner,
                           const std::vector<std::string>& known);
  const Type* refuse(const Expr& at, std::string what);
  static const Type* basic(Kind kind) { return TypePool::basic(kind); }

  const Environment& environment_;
  TypePool pool_;
  std::vector<std::pair<std::string_view, const Type*>> scope_;
  std::vector<Mistake> mistakes_;
};

}  // namespace ruikei::cel
