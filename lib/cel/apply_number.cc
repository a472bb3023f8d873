// SPDX-License-Identifier: Apache-2.0
// Arithmetic, conversions to numbers, dates.
#include <cmath>

#include "cel/apply.h"
#include "cel/literal.h"

namespace ruikei::cel {

namespace {

Value overflow() { return Value::error("overflow"); }

Value integers(Function function, std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  switch (function) {
    case Function::add:
      return __builtin_add_overflow(a, b, &out) ? overflow() : Value(out);
    case Function::subtract:
      return __builtin_sub_overflow(a, b, &out) ? overflow() : Value(out);
    case Function::multiply:
      return __builtin_mul_overflow(a, b, &out) ? overflow() : Value(out);
    default:
      break;
  }
  const bool division = function == Function::divide;
  if (b == 0) return Value::error(division ? "divide_by_zero" : "modulus_by_zero");
  if (a == INT64_MIN && b == -1) return overflow();
  return Value(division ? a / b : a % b);
}

Value reals(Function function, double a, double b) {
  switch (function) {
    case Function::add:
      return Value(a + b);
    case Function::subtract:
      return Value(a - b);
    case Function::multiply:
      return Value(a * b);
    case Function::divide:
      return Value(a / b);
    default:
      return no_overload();
  }
}

Value negate(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>())
    return *integer == INT64_MIN ? overflow() : Value(-*integer);
  if (const auto* real = value.get<double>()) return Value(-*real);
  return no_overload();
}

Value to_int(const Value& value) {
  if (value.get<std::int64_t>()) return value;
  if (const auto* real = value.get<double>()) {
    constexpr double kLimit = 9223372036854775808.0;
    // Both ends are excluded: a double there may stand for a number outside.
    if (!(*real > -kLimit && *real < kLimit)) return overflow();
    return Value(static_cast<std::int64_t>(*real));
  }
  if (const auto* text = value.get<std::string>()) {
    const auto number = read_integer(*text);
    return number ? Value(*number) : Value::error("bad_conversion");
  }
  return no_overload();
}

double special_real(std::string_view text, bool& found) {
  std::string word;
  for (const char c : text) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  bool negative = false;
  if (!word.empty() && (word[0] == '+' || word[0] == '-')) {
    negative = word[0] == '-';
    word.erase(0, 1);
  }
  found = word == "nan" || word == "inf" || word == "infinity";
  const double size = word == "nan" ? std::nan("") : HUGE_VAL;
  return negative ? -size : size;
}

Value to_double(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>()) return Value(static_cast<double>(*integer));
  if (value.get<double>()) return value;
  const auto* text = value.get<std::string>();
  if (!text) return no_overload();
  bool special = false;
  const double word = special_real(*text, special);
  if (special) return Value(word);
  const auto number = read_real(*text);
  return number ? Value(*number) : Value::error("bad_conversion");
}

Value date(const Value& value) {
  const auto* text = value.get<std::string>();
  if (!text) return no_overload();
  const auto days = read_date(*text);
  return days ? Value(*days) : Value::error("no_such_date");
}

}  // namespace

Value apply_number(Function function, std::span<const Value* const> args) {
  switch (function) {
    case Function::negate:
      return negate(*args[0]);
    case Function::to_int:
      return to_int(*args[0]);
    case Function::to_double:
      return to_double(*args[0]);
    case Function::date:
      return date(*args[0]);
    default:
      break;
  }
  const auto* a = args[0]->get<std::int64_t>();
  const auto* b = args[1]->get<std::int64_t>();
  if (a && b) return integers(function, *a, *b);
  const auto* x = args[0]->get<double>();
  const auto* y = args[1]->get<double>();
  return x && y ? reals(function, *x, *y) : no_overload();
}

}  // namespace ruikei::cel
