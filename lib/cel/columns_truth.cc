// SPDX-License-Identifier: Apache-2.0
// Loops over columns of truths: logic, equality, choice. And text columns, whose values are few:
// a function of one is computed once for each choice and then looked up.
#include <algorithm>

#include "cel/columns.h"

namespace ruikei::cel {

namespace {

using Form = Register::Form;

/// A column of truths, or one that stands in every row.
struct Truths {
  const std::uint8_t* at = nullptr;
  std::uint8_t code = kFalse;
  std::uint8_t operator[](std::size_t row) const { return at ? at[row] : code; }
};

bool truths_of(const Register& source, Truths& out) {
  if (source.form == Form::truths) {
    out.at = source.truths();
    return true;
  }
  if (source.form != Form::one) return false;
  out.code = truth_of(source.one());
  // The words of an error are kept where there is only one value.
  return out.code != kError;
}

std::uint8_t choose(bool condition, std::uint8_t yes, std::uint8_t no) {
  return condition ? yes : no;
}

template <std::uint8_t kDeciding>
void logic_loop(Truths a, Truths b, std::size_t rows, std::uint8_t* out) {
  constexpr std::uint8_t kOther = 1 - kDeciding;
  auto combine = [](std::uint8_t x, std::uint8_t y) {
    std::uint8_t result = choose((x == kError) | (y == kError), kError, kOther);
    result = choose((x == kUnknown) | (y == kUnknown), kUnknown, result);
    return choose((x == kDeciding) | (y == kDeciding), kDeciding, result);
  };
  if (a.at && b.at) {
    for (std::size_t i = 0; i < rows; ++i) out[i] = combine(a.at[i], b.at[i]);
  } else {
    for (std::size_t i = 0; i < rows; ++i) out[i] = combine(a[i], b[i]);
  }
}

void equal_loop(Truths a, Truths b, bool negated, std::size_t rows, std::uint8_t* out) {
  const std::uint8_t flip = negated ? 1 : 0;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint8_t x = a[i], y = b[i];
    std::uint8_t result = static_cast<std::uint8_t>((x == y ? 1 : 0) ^ flip);
    result = choose((x == kError) | (y == kError), kError, result);
    out[i] = choose((x == kUnknown) | (y == kUnknown), kUnknown, result);
  }
}

void not_loop(Truths a, std::size_t rows, std::uint8_t* out) {
  for (std::size_t i = 0; i < rows; ++i)
    out[i] = a[i] <= kTrue ? static_cast<std::uint8_t>(1 - a[i]) : a[i];
}

bool choose_truths(Truths condition, const Register& yes, const Register& no, std::size_t rows,
                   Register& out) {
  Truths a, b;
  if (!truths_of(yes, a) || !truths_of(no, b)) return false;
  std::uint8_t* truths = out.make_truths(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint8_t c = condition[i];
    truths[i] = choose(c == kTrue, a[i], choose(c == kFalse, b[i], c));
  }
  return true;
}

bool integer_lane(const Register& source, const std::int32_t*& at, std::int32_t& number) {
  if (source.form == Form::integers) {
    at = source.lanes();
    return true;
  }
  if (source.form != Form::one) return false;
  const auto* one = source.one().get<std::int64_t>();
  if (!one || *one <= INT32_MIN || *one > INT32_MAX) return false;
  number = static_cast<std::int32_t>(*one);
  return true;
}

bool choose_integers(Truths condition, const Register& yes, const Register& no, std::size_t rows,
                     Register& out) {
  const std::int32_t *a = nullptr, *b = nullptr;
  std::int32_t x = 0, y = 0;
  if (!integer_lane(yes, a, x) || !integer_lane(no, b, y)) return false;
  // An integer column has no place for an error.
  if (condition.at ? std::find(condition.at, condition.at + rows, kError) != condition.at + rows
                   : condition.code == kError)
    return false;
  std::int32_t* lanes = out.make_integers(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint8_t c = condition[i];
    lanes[i] = c == kTrue ? (a ? a[i] : x) : c == kFalse ? (b ? b[i] : y) : kMissing;
  }
  return true;
}

/// `function` for every choice of the text column `source`, the other operands being single values.
std::vector<Value> by_choice(Function function, std::span<const Register* const> args,
                             const Register& source, Work& work) {
  std::vector<Value> results;
  std::vector<const Value*> operands(args.size());
  for (const std::string& choice : source.choices()) {
    const Value value(choice);
    for (std::size_t i = 0; i < args.size(); ++i)
      operands[i] = args[i] == &source ? &value : &args[i]->one();
    results.push_back(apply(function, operands, work));
  }
  return results;
}

}  // namespace

bool run_truths(Function function, std::span<const Register* const> args, std::size_t rows,
                Register& out) {
  Truths a, b;
  if (!truths_of(*args[0], a)) return false;
  if (function == Function::conditional)
    return choose_truths(a, *args[1], *args[2], rows, out) ||
           choose_integers(a, *args[1], *args[2], rows, out);
  if (function == Function::logic_not) {
    not_loop(a, rows, out.make_truths(rows));
    return true;
  }
  if (args.size() != 2 || !truths_of(*args[1], b)) return false;
  switch (function) {
    case Function::logic_and:
      logic_loop<kFalse>(a, b, rows, out.make_truths(rows));
      return true;
    case Function::logic_or:
      logic_loop<kTrue>(a, b, rows, out.make_truths(rows));
      return true;
    case Function::equal:
      equal_loop(a, b, false, rows, out.make_truths(rows));
      return true;
    case Function::not_equal:
      equal_loop(a, b, true, rows, out.make_truths(rows));
      return true;
    default:
      return false;
  }
}

bool run_texts(Function function, std::span<const Register* const> args, std::size_t rows,
               Register& out, Work& work) {
  const Register* source = nullptr;
  for (const Register* arg : args) {
    if (arg->form != Form::texts) continue;
    if (source && arg != source) return false;
    source = arg;
  }
  // Logic and choice see the unknown rows too and may decide without them.
  const bool strict = function != Function::logic_and && function != Function::logic_or;
  if (!source || !strict || source->choices().size() > rows) return false;
  const Value unknown;
  std::vector<Value> results = by_choice(function, args, *source, work);
  const std::int32_t* codes = source->lanes();
  const auto count = static_cast<std::uint32_t>(results.size());
  const bool truths = std::all_of(results.begin(), results.end(),
                                  [](const Value& v) { return truth_of(v) != kError; });
  if (!truths) {
    Value* values = out.make_values(rows);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto code = static_cast<std::uint32_t>(codes[i]);
      values[i] = code < count ? results[code] : unknown;
    }
    return true;
  }
  std::vector<std::uint8_t> table;
  for (const Value& result : results) table.push_back(truth_of(result));
  std::uint8_t* lanes = out.make_truths(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto code = static_cast<std::uint32_t>(codes[i]);
    lanes[i] = code < count ? table[code] : std::uint8_t{kUnknown};
  }
  return true;
}

}  // namespace ruikei::cel
