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
  if (function >= F::less && function <= F::greater_equal)
    return apply_order(function, *args[0], *args[1]);
  if (function >= F::ip) return apply_network(function, args);
  switch (function) {
    case F::logic_not: {
      const bool* truth = args[0]->get<bool>();
      return truth ? Value(!*truth) : no_overload();
    }
    case F::equal:
      return equals(*args[0], *args[1], work);
    case F::not_equal: {
      Value same = equals(*args[0], *args[1], work);
      if (const bool* truth = same.get<bool>()) return Value(!*truth);
      return same;
    }
    case F::add:
      if (args[0]->get<std::string>() || args[0]->get<std::shared_ptr<const List>>())
        return apply_container(function, args, work);
      return apply_number(function, args);
    case F::negate:
    case F::subtract:
    case F::multiply:
    case F::divide:
    case F::modulo:
    case F::to_int:
    case F::to_double:
    case F::date:
      return apply_number(function, args);
    case F::contains:
    case F::starts_with:
    case F::ends_with:
    case F::to_string:
    case F::to_bool:
      return apply_text(function, args);
    case F::in:
    case F::index:
    case F::select:
    case F::has:
    case F::make_list:
    case F::make_map:
    case F::size:
      return apply_container(function, args, work);
    default:
      return Value::error("no_such_function");
  }
}

}  // namespace ruikei::cel
