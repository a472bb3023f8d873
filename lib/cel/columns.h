// SPDX-License-Identifier: Apache-2.0
// A register: the values of one operand for all rows of a chunk, in the narrowest form that holds
// them; and the operations that run over whole columns in loops the compiler can vectorise.
// Whatever has no such loop is left to the caller, who goes row by row with `apply`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cel/apply.h"
#include "cel/cel.h"

namespace ruikei::cel {

/// A truth for each row; the first three are those of `Truth`.
enum TruthCode : std::uint8_t { kFalse = 0, kTrue = 1, kUnknown = 2, kError = 3 };

/// Least and greatest number that a column may hold; low > high: not known.
struct Bounds {
  std::int64_t low = 1, high = 0;
  bool known() const { return low <= high; }
};

class Register {
 public:
  enum class Form : std::uint8_t {
    one,       ///< the same value in every row
    truths,    ///< TruthCode
    integers,  ///< int32, kMissing where unknown
    texts,     ///< numbers of choices, kMissing where unknown
    values,    ///< anything
  };

  Form form = Form::one;
  Bounds bounds = {};  ///< of integers

  void set_one(Value value);
  void point_to(const Value& value);  ///< `value` must outlive the use
  std::uint8_t* make_truths(std::size_t rows);
  std::int32_t* make_integers(std::size_t rows);
  Value* make_values(std::size_t rows);
  void point_to(const std::int32_t* lanes, std::span<const std::string> choices);
  void point_to(const Value* values);
  void point_to_integers(const std::int32_t* lanes);

  const Value& one() const { return outside_ ? *outside_ : own_; }
  const std::uint8_t* truths() const { return truths_.data(); }
  const std::int32_t* lanes() const { return lanes_; }
  const Value* values() const { return values_at_; }
  std::span<const std::string> choices() const { return choices_; }

  /// The value in `row`, by reference where there is one, else made in `scratch`.
  const Value& at(std::size_t row, Value& scratch) const;
  TruthCode truth_at(std::size_t row) const;

 private:
  Value own_;
  const Value* outside_ = nullptr;
  std::vector<std::uint8_t> truths_;
  std::vector<std::int32_t> integers_;
  const std::int32_t* lanes_ = nullptr;
  std::span<const std::string> choices_;
  std::vector<Value> values_;
  const Value* values_at_ = nullptr;
};

/// What a condition makes of a value that is no column.
TruthCode truth_of(const Value& value);

/// Runs `function` over whole columns if it can; false means that nothing was done.
bool run_columns(Function function, std::span<const Register* const> args, std::size_t rows,
                 Register& out, Work& work);

// Parts of `run_columns`.
bool run_integers(Function function, std::span<const Register* const> args, std::size_t rows,
                  Register& out);
bool run_truths(Function function, std::span<const Register* const> args, std::size_t rows,
                Register& out);
bool run_texts(Function function, std::span<const Register* const> args, std::size_t rows,
               Register& out, Work& work);

}  // namespace ruikei::cel
