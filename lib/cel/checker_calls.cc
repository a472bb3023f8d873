// SPDX-License-Identifier: Apache-2.0
// The half of the checker that deals with operators and the library.
#include <algorithm>

#include "cel/checker.h"

namespace ruikei::cel {

namespace {

using K = Type::Kind;

bool fits(K given, K wanted) { return given == K::dyn || given == wanted; }

bool is_ordered(K kind) {
  return kind == K::dyn || kind == K::integer || kind == K::real || kind == K::text ||
         kind == K::boolean;
}

/// What a library function takes, for the message: `string`, `list(dyn)` …
std::string accepted(std::string_view name, bool receiver) {
  std::string out;
  for (const Signature& s : signatures()) {
    if (s.name != name || s.receiver != receiver) continue;
    out += out.empty() ? "(" : " | (";
    for (std::size_t i = 0; i < s.count; ++i)
      out += (i ? ", " : "") + type_name(*TypePool::basic(s.parameters[i]));
    out += ")";
  }
  return out;
}

}  // namespace

const Type* Checker::call(Expr& expr) {
  if (expr.function == Function::none) return library_call(expr);
  std::vector<const Type*> types;
  types.reserve(expr.args.size());
  for (const ExprPtr& arg : expr.args) types.push_back(check(*arg));
  return operation(expr, types);
}

const Type* Checker::operation(Expr& expr, const std::vector<const Type*>& types) {
  switch (expr.function) {
    case Function::logic_and:
    case Function::logic_or:
    case Function::logic_not:
      for (std::size_t i = 0; i < types.size(); ++i)
        if (!fits(types[i]->kind, K::boolean)) {
          misfit(expr, types, "bool");
          break;
        }
      return basic(K::boolean);
    case Function::conditional:
      if (!fits(types[0]->kind, K::boolean) || !compatible(*types[1], *types[2]))
        return misfit(expr, types, "bool ? T : T");
      return pool_.join(types[1], types[2]);
    case Function::equal:
    case Function::not_equal:
      if (!compatible(*types[0], *types[1])) misfit(expr, types, "T, T");
      return basic(K::boolean);
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
      if (!compatible(*types[0], *types[1]) || !is_ordered(types[0]->kind) ||
          !is_ordered(types[1]->kind))
        misfit(expr, types, "int, int | double, double | string, string | bool, bool");
      return basic(K::boolean);
    case Function::in: {
      const K kind = types[1]->kind;
      const bool container = kind == K::list || kind == K::map || kind == K::dyn;
      if (!container || !compatible(*types[0], *part(types[1])))
        misfit(expr, types, "T in list(T) | T in map(T, dyn)");
      return basic(K::boolean);
    }
    case Function::index:
      return index(expr, types[0], types[1]);
    default:
      return arithmetic(expr, types);
  }
}

const Type* Checker::arithmetic(const Expr& expr, const std::vector<const Type*>& types) {
  const Function f = expr.function;
  // With one side `dyn` the other decides.
  const Type* known = types[0]->kind == K::dyn && types.size() > 1 ? types[1] : types[0];
  const K kind = known->kind;
  const bool number = kind == K::integer || kind == K::real;
  const bool allowed = kind == K::dyn || kind == K::integer || (number && f != Function::modulo) ||
                       (f == Function::add && (kind == K::text || kind == K::list));
  if (!allowed || (types.size() > 1 && !fits(types[0]->kind, kind)) ||
      (types.size() > 1 && !fits(types[1]->kind, kind))) {
    if (f == Function::modulo) return misfit(expr, types, "int, int");
    if (f == Function::negate) return misfit(expr, types, "int | double");
    const std::string numbers = "int, int | double, double";
    return misfit(expr, types,
                  f == Function::add ? numbers + " | string, string | list, list" : numbers);
  }
  if (kind == K::list && types.size() > 1)
    return types[0]->kind == K::dyn || types[1]->kind == K::dyn
               ? basic(K::list)
               : pool_.list_of(pool_.join(part(types[0]), part(types[1])));
  return known;
}

const Type* Checker::index(const Expr& expr, const Type* container, const Type* key) {
  if (container->kind == K::dyn) return container;
  if (container->kind == K::list && fits(key->kind, K::integer)) return part(container);
  if (container->kind == K::map && compatible(*part(container), *key)) return part(container, 1);
  return misfit(expr, {container, key}, "list[int] | map[key]");
}

const Type* Checker::library_call(Expr& expr) {
  const std::string_view scope = expr.receiver ? free_root(*expr.args[0]) : std::string_view{};
  // `ip.isCanonical(…)`: what looks like a receiver is a namespace.
  if (!scope.empty() && expr.args[0]->kind == Expr::Kind::name) {
    const std::string whole = expr.args[0]->text + "." + expr.text;
    const auto all = signatures();
    if (std::any_of(all.begin(), all.end(), [&](const Signature& s) { return s.name == whole; })) {
      expr.text = whole;
      expr.receiver = false;
      expr.args.erase(expr.args.begin());
      return library_call(expr);
    }
  }
  if (is_refused_function(expr.text, scope))
    return refuse(expr, std::string(scope) + (scope.empty() ? "" : ".") + expr.text);
  std::vector<const Type*> types;
  types.reserve(expr.args.size());
  for (const ExprPtr& arg : expr.args) types.push_back(check(*arg));
  return match(expr, types);
}

const Type* Checker::match(Expr& expr, const std::vector<const Type*>& types) {
  bool named = false, several = false;
  const Signature* found = nullptr;
  for (const Signature& s : signatures()) {
    if (s.name != expr.text || s.receiver != expr.receiver) continue;
    named = true;
    if (s.count != types.size()) continue;
    if (!environment_.checked) {
      expr.function = s.function;
      return basic(K::dyn);
    }
    bool good = true;
    for (std::size_t i = 0; i < types.size(); ++i) good &= fits(types[i]->kind, s.parameters[i]);
    if (!good) continue;
    several |= found && found->result != s.result;
    found = &s;
  }
  if (found) {
    expr.function = found->function;
    return basic(several ? K::dyn : found->result);
  }
  if (named) return misfit(expr, types, accepted(expr.text, expr.receiver));
  std::vector<std::string> known;
  for (const Signature& s : signatures()) known.emplace_back(s.name);
  for (const char* macro : {"all", "exists", "exists_one", "filter", "map"})
    if (expr.receiver) known.emplace_back(macro);
  return unknown_word("C006", expr, "", known);
}

}  // namespace ruikei::cel
