// SPDX-License-Identifier: Apache-2.0
// Equality across all types, and order within bool, numbers and text.
#include <algorithm>

#include "cel/apply.h"

namespace ruikei::cel {

namespace {

constexpr std::size_t kStepCost = 4;

/// Keeps the verdict of a comparison part by part: one difference decides, else unknown stays.
class Parts {
 public:
  /// False once the verdict is final.
  bool add(const Value& same) {
    if (same.is_false() || same.is_error()) {
      verdict_ = same;
      return false;
    }
    if (same.is_unknown()) verdict_ = same;
    return true;
  }
  const Value& verdict() const { return verdict_; }

 private:
  Value verdict_ = Value(true);
};

Value equal_lists(const List& a, const List& b, Work& work) {
  if (a.size() != b.size()) return Value(false);
  Parts parts;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!parts.add(equals(a[i], b[i], work))) break;
  return parts.verdict();
}

Value equal_maps(const MapEntries& a, const MapEntries& b, Work& work) {
  if (a.size() != b.size()) return Value(false);
  Parts parts;
  for (const auto& [key, value] : a) {
    const Value* other = find_entry(b, key, work);
    if (!parts.add(other ? equals(value, *other, work) : Value(false))) break;
  }
  return parts.verdict();
}

const Value* field_of(const Structure& structure, const std::string& name) {
  for (const auto& [field, value] : structure.fields)
    if (field == name) return &value;
  return nullptr;
}

Value equal_structures(const Structure& a, const Structure& b, Work& work) {
  if (a.type != b.type) return Value(false);
  Parts parts;
  const Value unknown;
  for (const auto& [name, value] : a.fields) {
    const Value* other = field_of(b, name);
    if (!parts.add(equals(value, other ? *other : unknown, work))) return parts.verdict();
  }
  for (const auto& [name, value] : b.fields)
    if (!field_of(a, name)) parts.add(unknown);
  return parts.verdict();
}

/// A number as double, if `value` is one.
bool as_double(const Value& value, double& out) {
  if (const auto* integer = value.get<std::int64_t>()) {
    out = static_cast<double>(*integer);
    return true;
  }
  if (const auto* real = value.get<double>()) {
    out = *real;
    return true;
  }
  return false;
}

template <class T>
Value ordered(Function function, const T& a, const T& b) {
  switch (function) {
    case Function::less:
      return Value(a < b);
    case Function::less_equal:
      return Value(a <= b);
    case Function::greater:
      return Value(a > b);
    default:
      return Value(a >= b);
  }
}

template <class T>
const T* shared(const Value& value) {
  const auto* pointer = value.get<std::shared_ptr<const T>>();
  return pointer ? pointer->get() : nullptr;
}

}  // namespace

Value equals(const Value& a, const Value& b, Work& work) {
  if (!work.spend(kStepCost)) return too_much_work();
  if (a.is_unknown() || b.is_unknown()) return Value();
  if (a.is_error()) return a;
  if (b.is_error()) return b;
  if (a.data().index() != b.data().index()) {
    double x = 0, y = 0;
    return Value(as_double(a, x) && as_double(b, y) && x == y);
  }
  if (const auto* truth = a.get<bool>()) return Value(*truth == *b.get<bool>());
  if (const auto* integer = a.get<std::int64_t>()) return Value(*integer == *b.get<std::int64_t>());
  if (const auto* real = a.get<double>()) return Value(*real == *b.get<double>());
  if (const auto* text = a.get<std::string>()) return Value(*text == *b.get<std::string>());
  if (const auto* ip = a.get<Ip>()) return Value(*ip == *b.get<Ip>());
  if (const auto* cidr = a.get<Cidr>()) return Value(*cidr == *b.get<Cidr>());
  if (const auto* list = shared<List>(a)) return equal_lists(*list, *shared<List>(b), work);
  if (const auto* map = shared<MapEntries>(a))
    return equal_maps(*map, *shared<MapEntries>(b), work);
  if (const auto* structure = shared<Structure>(a))
    return equal_structures(*structure, *shared<Structure>(b), work);
  return Value(true);  // null
}

Value apply_order(Function function, const Value& a, const Value& b) {
  if (a.data().index() != b.data().index()) {
    double x = 0, y = 0;
    if (!as_double(a, x) || !as_double(b, y)) return no_overload();
    return ordered(function, x, y);
  }
  if (const auto* integer = a.get<std::int64_t>())
    return ordered(function, *integer, *b.get<std::int64_t>());
  if (const auto* real = a.get<double>()) return ordered(function, *real, *b.get<double>());
  if (const auto* text = a.get<std::string>())
    return ordered(function, *text, *b.get<std::string>());
  if (const auto* truth = a.get<bool>()) return ordered(function, *truth, *b.get<bool>());
  return no_overload();
}

const Value* find_entry(const MapEntries& map, const Value& key, Work& work) {
  for (const auto& [candidate, value] : map)
    if (equals(candidate, key, work).is_true()) return &value;
  return nullptr;
}

}  // namespace ruikei::cel
