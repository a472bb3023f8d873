// SPDX-License-Identifier: Apache-2.0
#include "cel/apply.h"

namespace ruikei::cel {

namespace {

/// && and || over three values: the deciding one wins over unknown, unknown over an error.
Value logic(std::span<const Value* const> args, bool deciding) {
  const Value* unknown = nullptr;
  const Value* error = nullptr;
  bool misfit = false;
  for (const Value* arg : args) {
    if (const bool* truth = arg->get<bool>()) {
      if (*truth == deciding) return Value(deciding);
    } else if (arg->is_unknown()) {
      unknown = arg;
    } else if (!error && arg->is_error()) {
      error = arg;
    } else {
      misfit |= !arg->is_error();
    }
  }
  if (unknown) return *unknown;
  if (error) return *error;
  return misfit ? no_overload() : Value(!deciding);
}

Value conditional(std::span<const Value* const> args) {
  if (const bool* truth = args[0]->get<bool>()) return *args[*truth ? 1 : 2];
  return args[0]->is_unknown() || args[0]->is_error() ? *args[0] : no_overload();
}

}  // namespace

Value apply(Function function, std::span<const Value* const> args, Work& work) {
  if (function == Function::logic_and) return logic(args, false);
  if (function == Function::logic_or) return logic(args, true);
  if (function == Function::conditional) return conditional(args);
  const Value* error = nullptr;
  for (const Value* arg : args) {
    if (arg->is_unknown()) return Value();
    if (!error && arg->is_error()) error = arg;
  }
  if (error) return *error;
  return apply_operator(function, args, work);
}

Value apply_operator(Function function, std::span<const Value* const> args, Work& work) {
  using F = Function;
  auto within = [function](F first, F last) { return function >= first && function <= last; };
  if (within(F::less, F::greater_equal)) return apply_order(function, *args[0], *args[1]);
  if (within(F::equal, F::not_equal)) {
    Value same = equals(*args[0], *args[1], work);
    const bool* truth = same.get<bool>();
    return truth && function == F::not_equal ? Value(!*truth) : same;
  }
  if (function == F::logic_not) {
    const bool* truth = args[0]->get<bool>();
    return truth ? Value(!*truth) : no_overload();
  }
  const bool joins = function == F::add &&
                     (args[0]->get<std::string>() || args[0]->get<std::shared_ptr<const List>>());
  if (joins || within(F::in, F::size)) return apply_container(function, args, work);
  if (within(F::negate, F::modulo) || within(F::to_int, F::date))
    return apply_number(function, args);
  if (within(F::contains, F::to_bool)) return apply_text(function, args);
  if (within(F::ip, F::prefix_length)) return apply_network(function, args);
  return Value::error("no_such_function");
}

}  // namespace ruikei::cel
