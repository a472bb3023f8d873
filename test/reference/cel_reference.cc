// SPDX-License-Identifier: Apache-2.0
#include "reference/cel_reference.h"

#include <limits>

namespace ruikei::cel::reference {

namespace {

using Int = std::int64_t;
__extension__ using Wide = __int128;

Value fail() { return Value::error("reference"); }

const List* list_in(const Value& value) {
  const auto* held = value.get<std::shared_ptr<const List>>();
  return held ? held->get() : nullptr;
}

const MapEntries* map_in(const Value& value) {
  const auto* held = value.get<std::shared_ptr<const MapEntries>>();
  return held ? held->get() : nullptr;
}

/// 128 bits hold every sum and product of two int64.
Value narrow(Wide wide) {
  if (wide > std::numeric_limits<Int>::max() || wide < std::numeric_limits<Int>::min())
    return fail();
  return Value(static_cast<Int>(wide));
}

Value calculate(Function f, Int a, Int b) {
  const Wide x = a, y = b;
  if (f == Function::add) return narrow(x + y);
  if (f == Function::subtract) return narrow(x - y);
  if (f == Function::multiply) return narrow(x * y);
  if (y == 0) return fail();
  // The quotient that does not fit has no remainder either.
  if (x / y > std::numeric_limits<Int>::max()) return fail();
  return narrow(f == Function::divide ? x / y : x % y);
}

Value add(const Value& a, const Value& b) {
  if (a.get<std::string>() && b.get<std::string>())
    return Value(*a.get<std::string>() + *b.get<std::string>());
  if (list_in(a) && list_in(b)) {
    List joined = *list_in(a);
    for (const Value& item : *list_in(b)) joined.push_back(item);
    return Value::list(joined);
  }
  return fail();
}

int order(const Value& a, const Value& b, bool& comparable) {
  comparable = true;
  if (a.get<Int>() && b.get<Int>())
    return *a.get<Int>() < *b.get<Int>() ? -1 : *a.get<Int>() > *b.get<Int>() ? 1 : 0;
  if (a.get<std::string>() && b.get<std::string>())
    return a.get<std::string>()->compare(*b.get<std::string>());
  if (a.get<bool>() && b.get<bool>()) return int{*a.get<bool>()} - int{*b.get<bool>()};
  comparable = false;
  return 0;
}

Value relation(Function f, const Value& a, const Value& b) {
  if (f == Function::equal) return Value(same(a, b));
  if (f == Function::not_equal) return Value(!same(a, b));
  bool comparable = false;
  const int difference = order(a, b, comparable);
  if (!comparable) return fail();
  if (f == Function::less) return Value(difference < 0);
  if (f == Function::less_equal) return Value(difference <= 0);
  if (f == Function::greater) return Value(difference > 0);
  return Value(difference >= 0);
}

Value member_of(const Value& item, const Value& container) {
  if (const List* list = list_in(container)) {
    for (const Value& candidate : *list)
      if (same(candidate, item)) return Value(true);
    return Value(false);
  }
  return fail();
}

Value subscript(const Value& container, const Value& key) {
  const List* list = list_in(container);
  if (list && key.get<Int>() && *key.get<Int>() >= 0 &&
      *key.get<Int>() < static_cast<Int>(list->size()))
    return (*list)[static_cast<std::size_t>(*key.get<Int>())];
  if (const MapEntries* map = map_in(container))
    for (const auto& entry : *map)
      if (same(entry.first, key)) return entry.second;
  return fail();
}

Value text_function(const std::string& name, const Value& a, const Value& b) {
  const auto* whole = a.get<std::string>();
  const auto* part = b.get<std::string>();
  if (!whole || !part) return fail();
  if (name == "contains") return Value(whole->find(*part) != std::string::npos);
  if (name == "startsWith") return Value(whole->rfind(*part, 0) == 0);
  if (part->size() > whole->size()) return Value(false);
  return Value(whole->compare(whole->size() - part->size(), part->size(), *part) == 0);
}

Value size_of(const Value& value) {
  if (const List* list = list_in(value)) return Value(static_cast<Int>(list->size()));
  const auto* text = value.get<std::string>();
  if (!text) return fail();
  Int count = 0;
  for (const char c : *text) count += (c & 0xC0) == 0x80 ? 0 : 1;
  return Value(count);
}

Value field(const Value& operand, const std::string& name) {
  const auto* held = operand.get<std::shared_ptr<const Structure>>();
  if (!held) return subscript(operand, Value(name));
  for (const auto& entry : (*held)->fields)
    if (entry.first == name) return entry.second;
  return Value();
}

Value strict(const Expr& expr, const std::vector<Value>& v) {
  if (expr.kind == Expr::Kind::list) return Value::list(v);
  if (expr.kind == Expr::Kind::select) return field(v[0], expr.text);
  if (expr.kind == Expr::Kind::has) {
    const Value found = field(v[0], expr.text);
    return found.is_unknown() || found.is_error() ? found : Value(true);
  }
  if (expr.text == "size") return size_of(v[0]);
  if (!expr.text.empty()) return text_function(expr.text, v[0], v[1]);
  const Function f = expr.function;
  if (f == Function::logic_not) return v[0].get<bool>() ? Value(!v[0].is_true()) : fail();
  if (f == Function::negate)
    return v[0].get<Int>() ? calculate(Function::subtract, 0, *v[0].get<Int>()) : fail();
  if (f == Function::in) return member_of(v[0], v[1]);
  if (f == Function::index) return subscript(v[0], v[1]);
  if (f >= Function::equal && f <= Function::greater_equal) return relation(f, v[0], v[1]);
  if (v[0].get<Int>() && v[1].get<Int>()) return calculate(f, *v[0].get<Int>(), *v[1].get<Int>());
  return f == Function::add ? add(v[0], v[1]) : fail();
}

/// A running && (`decides` false) or || (`decides` true).
struct Logic {
  bool decides;
  bool decided = false, unknown = false, failed = false;
  void take(const Value& value) {
    decided |= decides ? value.is_true() : value.is_false();
    unknown |= value.is_unknown();
    failed |= !value.is_unknown() && !value.get<bool>();
  }
  Value result() const {
    if (decided) return Value(decides);
    return unknown ? Value() : failed ? fail() : Value(!decides);
  }
};

Value loop(const Expr& expr, const Bindings& bindings) {
  const Value range = evaluate(*expr.args[0], bindings);
  if (range.is_unknown() || range.is_error()) return range;
  const List* list = list_in(range);
  if (!list) return fail();
  Logic logic{expr.macro == Macro::exists};
  List kept;
  Int passed = 0;
  bool unknown = false, failed = false;
  for (const Value& item : *list) {
    Bindings inner = bindings;
    inner[expr.text] = item;
    const Value value = evaluate(*expr.args[2], inner);
    logic.take(value);
    Value gate = expr.macro == Macro::map ? Value(true) : value;
    if (expr.args[1]) gate = evaluate(*expr.args[1], inner);
    unknown |= gate.is_unknown();
    failed |= !gate.is_unknown() && !gate.get<bool>();
    if (!gate.is_true()) continue;
    ++passed;
    kept.push_back(expr.macro == Macro::map ? value : item);
    unknown |= kept.back().is_unknown();
    failed |= kept.back().is_error();
  }
  if (expr.macro == Macro::all || expr.macro == Macro::exists) return logic.result();
  if (unknown) return Value();
  if (failed) return fail();
  return expr.macro == Macro::exists_one ? Value(passed == 1) : Value::list(kept);
}

}  // namespace

Value evaluate(const Expr& expr, const Bindings& bindings) {
  if (expr.kind == Expr::Kind::literal) return expr.value;
  if (expr.kind == Expr::Kind::name) {
    const auto found = bindings.find(expr.text);
    return found == bindings.end() ? Value() : found->second;
  }
  if (expr.kind == Expr::Kind::comprehension) return loop(expr, bindings);
  if (expr.function == Function::logic_and || expr.function == Function::logic_or) {
    Logic logic{expr.function == Function::logic_or};
    for (const ExprPtr& arg : expr.args) logic.take(evaluate(*arg, bindings));
    return logic.result();
  }
  if (expr.function == Function::conditional) {
    const Value condition = evaluate(*expr.args[0], bindings);
    if (condition.is_true()) return evaluate(*expr.args[1], bindings);
    if (condition.is_false()) return evaluate(*expr.args[2], bindings);
    return condition.is_unknown() ? condition : fail();
  }
  std::vector<Value> values;
  bool failed = false;
  for (const ExprPtr& arg : expr.args) {
    values.push_back(evaluate(*arg, bindings));
    failed |= values.back().is_error();
  }
  for (const Value& value : values)
    if (value.is_unknown()) return Value();
  return failed ? fail() : strict(expr, values);
}

bool same(const Value& a, const Value& b) {
  if (a.data().index() != b.data().index()) return false;
  if (a.get<bool>()) return a.is_true() == b.is_true();
  if (a.get<Int>()) return *a.get<Int>() == *b.get<Int>();
  if (a.get<std::string>()) return *a.get<std::string>() == *b.get<std::string>();
  const List *x = list_in(a), *y = list_in(b);
  if (!x) return true;
  if (x->size() != y->size()) return false;
  for (std::size_t i = 0; i < x->size(); ++i)
    if (!same((*x)[i], (*y)[i])) return false;
  return true;
}

}  // namespace ruikei::cel::reference
