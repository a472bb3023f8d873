// SPDX-License-Identifier: Apache-2.0
#include "cel/columns.h"

#include <algorithm>

namespace ruikei::cel {

void Register::set_one(Value value) {
  form = Form::one;
  own_ = std::move(value);
  outside_ = nullptr;
}

void Register::point_to(const Value& value) {
  form = Form::one;
  outside_ = &value;
}

std::uint8_t* Register::make_truths(std::size_t rows) {
  form = Form::truths;
  if (truths_.size() < rows) truths_.resize(rows);
  return truths_.data();
}

std::int32_t* Register::make_integers(std::size_t rows) {
  form = Form::integers;
  bounds = {};
  if (integers_.size() < rows) integers_.resize(rows);
  lanes_ = integers_.data();
  return integers_.data();
}

Value* Register::make_values(std::size_t rows) {
  form = Form::values;
  if (values_.size() < rows) values_.resize(rows);
  values_at_ = values_.data();
  return values_.data();
}

void Register::point_to(const std::int32_t* lanes, std::span<const std::string> choices) {
  form = Form::texts;
  lanes_ = lanes;
  choices_ = choices;
}

void Register::point_to(const Value* values) {
  form = Form::values;
  values_at_ = values;
}

void Register::point_to_integers(const std::int32_t* lanes) {
  form = Form::integers;
  bounds = {};
  lanes_ = lanes;
}

const Value& Register::at(std::size_t row, Value& scratch) const {
  switch (form) {
    case Form::one:
      return one();
    case Form::values:
      return values_at_[row];
    case Form::truths:
      if (truths_[row] <= kTrue) scratch = Value(truths_[row] == kTrue);
      else if (truths_[row] == kUnknown) scratch = Value();
      else scratch = Value::error("error_in_column");
      return scratch;
    case Form::integers:
      scratch = lanes_[row] == kMissing ? Value() : Value(std::int64_t{lanes_[row]});
      return scratch;
    case Form::texts:
      break;
  }
  const auto code = static_cast<std::uint32_t>(lanes_[row]);
  scratch = code < choices_.size() ? Value(choices_[code]) : Value();
  return scratch;
}

TruthCode truth_of(const Value& value) {
  if (const bool* truth = value.get<bool>()) return *truth ? kTrue : kFalse;
  return value.is_unknown() ? kUnknown : kError;
}

TruthCode Register::truth_at(std::size_t row) const {
  if (form == Form::truths) return static_cast<TruthCode>(truths_[row]);
  if (form == Form::one) return truth_of(one());
  if (form == Form::values) return truth_of(values_at_[row]);
  return lanes_[row] == kMissing ? kUnknown : kError;
}

bool run_columns(Function function, std::span<const Register* const> args, std::size_t rows,
                 Register& out, Work& work) {
  using Form = Register::Form;
  bool integers = false, truths = false, texts = false, values = false;
  for (const Register* arg : args) {
    integers |= arg->form == Form::integers;
    truths |= arg->form == Form::truths;
    texts |= arg->form == Form::texts;
    values |= arg->form == Form::values;
  }
  if (values) return false;
  if (function == Function::conditional || !(integers || texts))
    return run_truths(function, args, rows, out);
  if (truths) return false;
  if (texts && !integers) return run_texts(function, args, rows, out, work);
  return integers && !texts && run_integers(function, args, rows, out);
}

}  // namespace ruikei::cel
