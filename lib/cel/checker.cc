// SPDX-License-Identifier: Apache-2.0
#include "cel/checker.h"

#include <algorithm>

#include "base/spelling.h"

namespace ruikei::cel {

namespace {

/// `a.b.c` for a chain of plain selections on a name, else "".
std::string dotted(const Expr& expr) {
  if (expr.kind == Expr::Kind::name) return expr.text;
  if (expr.kind != Expr::Kind::select) return {};
  std::string left = dotted(*expr.args[0]);
  return left.empty() ? left : left + "." + expr.text;
}

const Expr& root_of(const Expr& expr) {
  const Expr* at = &expr;
  while (at->kind == Expr::Kind::select) at = at->args[0].get();
  return *at;
}

}  // namespace

const Type* Checker::check(Expr& expr) {
  switch (expr.kind) {
    case Expr::Kind::literal:
      return literal(expr);
    case Expr::Kind::name:
      return name(expr);
    case Expr::Kind::select:
      return select(expr);
    case Expr::Kind::has:
      field(expr, check(*expr.args[0]));
      return basic(Kind::boolean);
    case Expr::Kind::call:
      return call(expr);
    case Expr::Kind::list:
      return list(expr);
    case Expr::Kind::map:
      return map(expr);
    case Expr::Kind::comprehension:
      return comprehension(expr);
  }
  return basic(Kind::dyn);
}

void Checker::require(const Expr& at, const Type* type, Kind wanted) {
  if (type->kind != Kind::dyn && type->kind != wanted)
    misfit(at, {type}, type_name(*basic(wanted)));
}

const Type* Checker::literal(const Expr& expr) const {
  if (expr.value.get<bool>()) return basic(Kind::boolean);
  if (expr.value.get<std::int64_t>()) return basic(Kind::integer);
  if (expr.value.get<double>()) return basic(Kind::real);
  if (expr.value.get<std::string>()) return basic(Kind::text);
  return basic(Kind::null);
}

bool Checker::is_local(std::string_view name) const {
  return std::any_of(scope_.begin(), scope_.end(),
                     [&](auto& entry) { return entry.first == name; });
}

/// The variable that `expr` names as a whole, dots included; null if there is none.
const Type* Checker::variable(Expr& expr) {
  const Expr& root = root_of(expr);
  if (root.kind != Expr::Kind::name || (!root.absolute && is_local(root.text))) return nullptr;
  const auto& variables = environment_.variables;
  if (expr.kind == Expr::Kind::name) {
    const auto found = variables.find(expr.text);
    return found == variables.end() ? nullptr : &found->second;
  }
  // Dotted names are rare: look whether any starts with this root before joining the parts.
  const std::string prefix = root.text + ".";
  const auto near = variables.lower_bound(prefix);
  if (near == variables.end() || near->first.compare(0, prefix.size(), prefix) != 0) return nullptr;
  std::string whole = dotted(expr);
  const auto found = variables.find(whole);
  if (found == variables.end()) return nullptr;
  expr.kind = Expr::Kind::name;
  expr.absolute = true;
  expr.text = std::move(whole);
  expr.args.clear();
  return &found->second;
}

std::string_view Checker::free_root(const Expr& expr) const {
  const Expr& root = root_of(expr);
  if (root.kind != Expr::Kind::name || is_local(root.text)) return {};
  return environment_.variables.count(root.text) > 0 ? std::string_view{} : root.text;
}

const Type* Checker::name(Expr& expr) {
  if (!expr.absolute)
    for (auto entry = scope_.rbegin(); entry != scope_.rend(); ++entry)
      if (entry->first == expr.text) return entry->second;
  if (const Type* declared = variable(expr)) return declared;
  if (is_refused_name(expr.text)) return refuse(expr, expr.text);
  std::vector<std::string> known;
  if (environment_.checked) {
    for (const auto& entry : scope_) known.emplace_back(entry.first);
    for (const auto& entry : environment_.variables) known.push_back(entry.first);
  }
  return unknown_word("C002", expr, "", known);
}

const Type* Checker::select(Expr& expr) {
  if (const Type* declared = variable(expr)) return declared;
  if (is_refused_name(free_root(expr))) return refuse(expr, dotted(expr));
  return field(expr, check(*expr.args[0]));
}

const Type* Checker::field(const Expr& expr, const Type* operand) {
  if (operand->kind == Kind::dyn) return operand;
  if (operand->kind == Kind::map && compatible(*part(operand), *basic(Kind::text)))
    return part(operand, 1);
  if (operand->kind != Kind::record) return unknown_word("C006", expr, type_name(*operand), {});
  const auto record = environment_.records.find(operand->record);
  if (record == environment_.records.end()) return basic(Kind::dyn);
  const auto found = record->second.find(expr.text);
  if (found != record->second.end()) return &found->second;
  std::vector<std::string> known;
  for (const auto& entry : record->second) known.push_back(entry.first);
  return unknown_word("C006", expr, operand->record, known);
}

const Type* Checker::list(Expr& expr) {
  const Type* element = nullptr;
  for (const ExprPtr& item : expr.args) {
    const Type* type = check(*item);
    element = element ? pool_.join(element, type) : type;
  }
  return pool_.list_of(element ? element : basic(Kind::dyn));
}

const Type* Checker::map(Expr& expr) {
  const Type* parts[2] = {nullptr, nullptr};
  for (std::size_t i = 0; i < expr.args.size(); ++i) {
    const Type* type = check(*expr.args[i]);
    const Type*& joined = parts[i % 2];
    joined = joined ? pool_.join(joined, type) : type;
  }
  if (!parts[0]) return basic(Kind::map);
  return pool_.map_of(parts[0], parts[1]);
}

const Type* Checker::comprehension(Expr& expr) {
  const Type* range = check(*expr.args[0]);
  const auto [first, second] = loop_types(expr, range);
  const std::size_t before = scope_.size();
  scope_.emplace_back(expr.text, first);
  if (!expr.second.empty()) scope_.emplace_back(expr.second, second);
  if (expr.args[1]) require(*expr.args[1], check(*expr.args[1]), Kind::boolean);
  const Type* body = check(*expr.args[2]);
  scope_.resize(before);
  switch (expr.macro) {
    case Macro::map:
      return pool_.list_of(body);
    case Macro::transform_map:
      return pool_.map_of(range->kind == Kind::list ? basic(Kind::integer) : part(range), body);
    case Macro::filter:
      require(*expr.args[2], body, Kind::boolean);
      return pool_.list_of(first);
    default:
      require(*expr.args[2], body, Kind::boolean);
      return basic(Kind::boolean);
  }
}

std::pair<const Type*, const Type*> Checker::loop_types(const Expr& expr, const Type* range) {
  const Type* any = basic(Kind::dyn);
  const bool two = !expr.second.empty();
  if (range->kind == Kind::map) return {part(range), part(range, 1)};
  if (range->kind == Kind::list)
    return two ? std::pair{basic(Kind::integer), part(range)} : std::pair{part(range), any};
  if (range->kind != Kind::dyn) misfit(expr, {range}, "list, map");
  return {any, any};
}

const Type* Checker::misfit(const Expr& at, const std::vector<const Type*>& types,
                            std::string expected) {
  if (!environment_.checked) return basic(Kind::dyn);
  std::string given;
  for (const Type* type : types) given += (given.empty() ? "" : ", ") + type_name(*type);
  static constexpr std::string_view kMacros[] = {"all", "exists", "exists_one",
                                                 "map", "filter", "transformMap"};
  std::string what(at.kind == Expr::Kind::call ? symbol(at.function) : "");
  if (at.kind == Expr::Kind::comprehension) what = kMacros[static_cast<std::size_t>(at.macro)];
  if (what.empty()) what = at.text;
  if (what.empty()) what = type_name(*types[0]);
  mistakes_.push_back({"C003", at.offset, at.length, {what, given, std::move(expected)}});
  return basic(Kind::dyn);
}

const Type* Checker::unknown_word(const char* code, const Expr& at, std::string owner,
                                  const std::vector<std::string>& known) {
  if (environment_.checked)
    mistakes_.push_back(
        {code, at.offset, at.length, {at.text, std::move(owner)}, nearest(at.text, known)});
  return basic(Kind::dyn);
}

const Type* Checker::refuse(const Expr& at, std::string what) {
  mistakes_.push_back({"C004", at.offset, at.length, {std::move(what)}});
  return basic(Kind::dyn);
}

}  // namespace ruikei::cel
