// SPDX-License-Identifier: Apache-2.0
// Loops over int32 columns. The least integer stands for unknown, so sums and products are made
// here only when the bounds of the operands show that no result can reach it.
#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>

#include "cel/columns.h"

namespace ruikei::cel {

namespace {

/// A column, or one number that stands in every row.
struct Lanes {
  const std::int32_t* at = nullptr;
  std::int32_t number = 0;
  Bounds bounds = {};
};

std::optional<std::int32_t> small_number(const Value& value) {
  const auto* number = value.get<std::int64_t>();
  if (!number || *number <= INT32_MIN || *number > INT32_MAX) return std::nullopt;
  return static_cast<std::int32_t>(*number);
}

bool lanes_of(const Register& source, Lanes& out) {
  if (source.form == Register::Form::integers) {
    out.at = source.lanes();
    out.bounds = source.bounds;
    return true;
  }
  const auto number = small_number(source.one());
  if (number) out.number = *number;
  return number.has_value();
}

template <class Compare>
void compare_loop(Lanes a, Lanes b, std::size_t rows, std::uint8_t* out, Compare compare) {
  const std::int32_t* x = a.at;
  const std::int32_t* y = b.at;
  if (x && y) {
    for (std::size_t i = 0; i < rows; ++i) {
      const bool missing = (x[i] == kMissing) | (y[i] == kMissing);
      out[i] = missing ? std::uint8_t{kUnknown} : static_cast<std::uint8_t>(compare(x[i], y[i]));
    }
  } else if (x) {
    const std::int32_t number = b.number;
    for (std::size_t i = 0; i < rows; ++i)
      out[i] = x[i] == kMissing ? std::uint8_t{kUnknown}
                                : static_cast<std::uint8_t>(compare(x[i], number));
  } else {
    const std::int32_t number = a.number;
    for (std::size_t i = 0; i < rows; ++i)
      out[i] = y[i] == kMissing ? std::uint8_t{kUnknown}
                                : static_cast<std::uint8_t>(compare(number, y[i]));
  }
}

bool compare(Function function, Lanes a, Lanes b, std::size_t rows, std::uint8_t* out) {
  using I = std::int32_t;
  switch (function) {
    case Function::equal:
      compare_loop(a, b, rows, out, [](I x, I y) { return x == y; });
      break;
    case Function::not_equal:
      compare_loop(a, b, rows, out, [](I x, I y) { return x != y; });
      break;
    case Function::less:
      compare_loop(a, b, rows, out, [](I x, I y) { return x < y; });
      break;
    case Function::less_equal:
      compare_loop(a, b, rows, out, [](I x, I y) { return x <= y; });
      break;
    case Function::greater:
      compare_loop(a, b, rows, out, [](I x, I y) { return x > y; });
      break;
    default:
      compare_loop(a, b, rows, out, [](I x, I y) { return x >= y; });
      break;
  }
  return true;
}

Bounds bounds_of(Lanes lanes, std::size_t rows) {
  if (!lanes.at) return {lanes.number, lanes.number};
  if (lanes.bounds.known()) return lanes.bounds;
  std::int32_t low = std::numeric_limits<std::int32_t>::max();
  std::int32_t high = std::numeric_limits<std::int32_t>::min();
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int32_t x = lanes.at[i];
    const std::int32_t y = x == kMissing ? std::numeric_limits<std::int32_t>::max() : x;
    low = y < low ? y : low;
    high = x > high ? x : high;
  }
  if (high == kMissing) return {0, 0};  // nothing is known in any row
  return {low, high};
}

/// Where the results of `function` lie; not known if a column cannot hold them all.
Bounds results_of(Function function, Bounds a, Bounds b) {
  Bounds out;
  switch (function) {
    case Function::add:
      out = {a.low + b.low, a.high + b.high};
      break;
    case Function::subtract:
      out = {a.low - b.high, a.high - b.low};
      break;
    case Function::multiply: {
      const auto [low, high] =
          std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
      out = {low, high};
      break;
    }
    default: {
      if (b.low <= 0 && b.high >= 0) return {};
      // Neither quotient nor remainder is larger than the dividend.
      const std::int64_t most = std::max(std::abs(a.low), std::abs(a.high));
      out = {-most, most};
    }
  }
  return out.low > INT32_MIN && out.high <= INT32_MAX ? out : Bounds{};
}

template <class Combine>
void combine_loop(Lanes a, Lanes b, std::size_t rows, std::int32_t* out, Combine combine) {
  // Wrapping arithmetic: what a missing operand gives is thrown away.
  const std::int32_t* x = a.at;
  const std::int32_t* y = b.at;
  if (x && y) {
    for (std::size_t i = 0; i < rows; ++i) {
      const bool missing = (x[i] == kMissing) | (y[i] == kMissing);
      out[i] = missing ? kMissing : combine(x[i], y[i]);
    }
  } else if (x) {
    const std::int32_t number = b.number;
    for (std::size_t i = 0; i < rows; ++i)
      out[i] = x[i] == kMissing ? kMissing : combine(x[i], number);
  } else {
    const std::int32_t number = a.number;
    for (std::size_t i = 0; i < rows; ++i)
      out[i] = y[i] == kMissing ? kMissing : combine(number, y[i]);
  }
}

void combine(Function function, Lanes a, Lanes b, std::size_t rows, std::int32_t* out) {
  using I = std::int32_t;
  using U = std::uint32_t;
  auto u = [](I x) { return static_cast<U>(x); };
  switch (function) {
    case Function::add:
      combine_loop(a, b, rows, out, [u](I x, I y) { return static_cast<I>(u(x) + u(y)); });
      break;
    case Function::subtract:
      combine_loop(a, b, rows, out, [u](I x, I y) { return static_cast<I>(u(x) - u(y)); });
      break;
    case Function::multiply:
      combine_loop(a, b, rows, out, [u](I x, I y) { return static_cast<I>(u(x) * u(y)); });
      break;
    default: {
      const bool quotient = function == Function::divide;
      combine_loop(a, b, rows, out, [quotient](I x, I y) {
        const I divisor = y == 0 ? 1 : y;  // never 0, as the bounds have shown
        return quotient ? x / divisor : x % divisor;
      });
    }
  }
}

bool is_comparison(Function function) {
  return function >= Function::equal && function <= Function::greater_equal;
}

bool is_arithmetic(Function function) {
  return function >= Function::add && function <= Function::modulo;
}

bool member_of(Lanes lanes, const Value& container, std::size_t rows, Register& out) {
  constexpr std::size_t kMost = 32;  // longer lists are better searched row by row
  const auto* list = container.get<std::shared_ptr<const List>>();
  if (!list || (*list)->size() > kMost) return false;
  std::vector<std::int32_t> numbers;
  for (const Value& item : **list) {
    const auto number = small_number(item);
    if (!number) return false;
    numbers.push_back(*number);
  }
  std::uint8_t* truths = out.make_truths(rows);
  for (std::size_t i = 0; i < rows; ++i) truths[i] = lanes.at[i] == kMissing ? kUnknown : kFalse;
  for (const std::int32_t number : numbers)
    for (std::size_t i = 0; i < rows; ++i)
      truths[i] = lanes.at[i] == number ? std::uint8_t{kTrue} : truths[i];
  return true;
}

}  // namespace

bool run_integers(Function function, std::span<const Register* const> args, std::size_t rows,
                  Register& out) {
  Lanes a, b;
  if (function == Function::in)
    return lanes_of(*args[0], a) && a.at && args[1]->form == Register::Form::one &&
           member_of(a, args[1]->one(), rows, out);
  const bool negate = function == Function::negate;  // 0 - x
  if (!negate && (args.size() != 2 || !lanes_of(*args[0], a))) return false;
  if (!lanes_of(*args[negate ? 0 : 1], b)) return false;
  if (is_comparison(function)) return compare(function, a, b, rows, out.make_truths(rows));
  const Function written = negate ? Function::subtract : function;
  if (!is_arithmetic(written)) return false;
  const Bounds results = results_of(written, bounds_of(a, rows), bounds_of(b, rows));
  if (!results.known()) return false;
  combine(written, a, b, rows, out.make_integers(rows));
  out.bounds = results;
  return true;
}

}  // namespace ruikei::cel
