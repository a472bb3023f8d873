// SPDX-License-Identifier: Apache-2.0
// What each operation does to values: the meaning of the language for one row. Errors are values
// whose messages are stable words (`divide_by_zero`), not sentences. The strict operations give
// unknown if any operand is unknown, else the first error among them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cel/function.h"
#include "cel/value.h"

namespace ruikei::cel {

/// What one evaluation may still do and build, so that no expression runs without end. Counted in
/// bytes built or, for loops and comparisons, in steps.
class Work {
 public:
  bool spend(std::size_t cost) {
    left_ -= static_cast<std::int64_t>(cost);
    return left_ >= 0;
  }

 private:
  std::int64_t left_ = std::int64_t{1} << 28;
};

Value apply(Function function, std::span<const Value* const> args, Work& work);

/// `false`, `true`, or unknown where a part is; never an error but for work (`too_much_work`).
Value equals(const Value& a, const Value& b, Work& work);

// Parts of `apply`, for operands that are neither unknown nor an error.
Value apply_operator(Function function, std::span<const Value* const> args, Work& work);
Value apply_number(Function function, std::span<const Value* const> args);
Value apply_text(Function function, std::span<const Value* const> args);
Value apply_network(Function function, std::span<const Value* const> args);
Value apply_container(Function function, std::span<const Value* const> args, Work& work);
Value apply_order(Function function, const Value& a, const Value& b);

/// A field of a structure or an entry of a map.
Value select_field(const Value& operand, const std::string& field, Work& work);
/// The entry of `map` under `key`, or null; numbers are one key whatever their type.
const Value* find_entry(const MapEntries& map, const Value& key, Work& work);

/// Bytes that a copy of `value` takes.
std::size_t copy_cost(const Value& value);

inline Value no_overload() { return Value::error("no_such_overload"); }
inline Value too_much_work() { return Value::error("too_much_work"); }

}  // namespace ruikei::cel
