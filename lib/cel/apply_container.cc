// SPDX-License-Identifier: Apache-2.0
// Lists, maps and structures: making, looking up, joining, measuring.
#include <cmath>
#include <optional>

#include "base/terminal_text.h"
#include "cel/apply.h"

namespace ruikei::cel {

namespace {

template <class T>
const T* shared(const Value& value) {
  const auto* pointer = value.get<std::shared_ptr<const T>>();
  return pointer ? pointer->get() : nullptr;
}

Value join(const Value& a, const Value& b, Work& work) {
  const auto* x = a.get<std::string>();
  const auto* y = b.get<std::string>();
  if (x && y) return work.spend(x->size() + y->size()) ? Value(*x + *y) : too_much_work();
  const List* left = shared<List>(a);
  const List* right = shared<List>(b);
  if (!left || !right) return no_overload();
  std::size_t cost = 0;
  for (const List* list : {left, right})
    for (const Value& item : *list) cost += copy_cost(item);
  if (!work.spend(cost)) return too_much_work();
  List out(*left);
  out.insert(out.end(), right->begin(), right->end());
  return Value::list(std::move(out));
}

Value make_list(std::span<const Value* const> args, Work& work) {
  List out;
  out.reserve(args.size());
  for (const Value* arg : args) {
    if (!work.spend(copy_cost(*arg))) return too_much_work();
    out.push_back(*arg);
  }
  return Value::list(std::move(out));
}

Value make_map(std::span<const Value* const> args, Work& work) {
  MapEntries out;
  out.reserve(args.size() / 2);
  for (std::size_t i = 0; i + 1 < args.size(); i += 2) {
    const Value& key = *args[i];
    if (!key.get<bool>() && !key.get<std::int64_t>() && !key.get<std::string>())
      return Value::error("unsupported_key_type");
    if (find_entry(out, key, work)) return Value::error("repeated_key");
    if (!work.spend(copy_cost(key) + copy_cost(*args[i + 1]))) return too_much_work();
    out.emplace_back(key, *args[i + 1]);
  }
  return Value::map(std::move(out));
}

Value contains(const Value& item, const Value& container, Work& work) {
  if (const List* list = shared<List>(container)) {
    bool unknown = false;
    for (const Value& candidate : *list) {
      Value same = equals(candidate, item, work);
      if (same.is_true() || same.is_error()) return same;
      unknown |= same.is_unknown();
    }
    return unknown ? Value() : Value(false);
  }
  if (const MapEntries* map = shared<MapEntries>(container))
    return Value(find_entry(*map, item, work) != nullptr);
  return no_overload();
}

std::optional<std::int64_t> whole_number(const Value& value) {
  if (const auto* integer = value.get<std::int64_t>()) return *integer;
  const auto* real = value.get<double>();
  constexpr double kLimit = 9007199254740992.0;  // above, doubles skip whole numbers
  if (!real || std::trunc(*real) != *real || std::fabs(*real) > kLimit) return std::nullopt;
  return static_cast<std::int64_t>(*real);
}

Value index(const Value& container, const Value& key, Work& work) {
  if (const List* list = shared<List>(container)) {
    const auto number = whole_number(key);
    if (!number) return no_overload();
    if (*number < 0 || static_cast<std::uint64_t>(*number) >= list->size())
      return Value::error("index_out_of_range");
    return (*list)[static_cast<std::size_t>(*number)];
  }
  if (const MapEntries* map = shared<MapEntries>(container)) {
    const Value* found = find_entry(*map, key, work);
    return found ? *found : Value::error("no_such_key");
  }
  return no_overload();
}

Value has_field(const Value& operand, const std::string& field, Work& work) {
  const MapEntries* map = shared<MapEntries>(operand);
  if (map && !find_entry(*map, Value(field), work)) return Value(false);
  const Value found = select_field(operand, field, work);
  // Nobody gave the fact: that it is absent is not known either.
  return found.is_unknown() || found.is_error() ? found : Value(true);
}

Value size(const Value& value) {
  if (const auto* text = value.get<std::string>())
    return Value(static_cast<std::int64_t>(code_points(*text)));
  if (const List* list = shared<List>(value)) {
    // A list that ends in an unknown element is one of which nobody said that it is whole.
    if (!list->empty() && list->back().is_unknown()) return Value();
    return Value(static_cast<std::int64_t>(list->size()));
  }
  if (const MapEntries* map = shared<MapEntries>(value))
    return Value(static_cast<std::int64_t>(map->size()));
  return no_overload();
}

}  // namespace

std::size_t copy_cost(const Value& value) {
  constexpr std::size_t kElement = 64;  // bytes of a Value and its share of the rest, roughly
  const auto* text = value.get<std::string>();
  return kElement + (text ? text->size() : 0);
}

Value select_field(const Value& operand, const std::string& field, Work& work) {
  if (const Structure* structure = shared<Structure>(operand)) {
    for (const auto& [name, value] : structure->fields)
      if (name == field) return value;
    return Value();
  }
  if (const MapEntries* map = shared<MapEntries>(operand)) {
    const Value* found = find_entry(*map, Value(field), work);
    return found ? *found : Value::error("no_such_key");
  }
  return no_overload();
}

Value apply_container(Function function, std::span<const Value* const> args, Work& work) {
  switch (function) {
    case Function::add:
      return join(*args[0], *args[1], work);
    case Function::make_list:
      return make_list(args, work);
    case Function::make_map:
      return make_map(args, work);
    case Function::in:
      return contains(*args[0], *args[1], work);
    case Function::index:
      return index(*args[0], *args[1], work);
    case Function::select:
      return select_field(*args[0], *args[1]->get<std::string>(), work);
    case Function::has:
      return has_field(*args[0], *args[1]->get<std::string>(), work);
    default:
      return size(*args[0]);
  }
}

}  // namespace ruikei::cel
