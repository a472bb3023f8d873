// SPDX-License-Identifier: Apache-2.0
// Text functions and conversions to text and bool.
#include <algorithm>

#include "cel/apply.h"
#include "cel/literal.h"
#include "cel/network.h"

namespace ruikei::cel {

namespace {

Value to_text(const Value& value) {
  if (value.get<std::string>()) return value;
  if (const auto* integer = value.get<std::int64_t>()) return Value(std::to_string(*integer));
  if (const auto* real = value.get<double>()) return Value(write_real(*real));
  if (const auto* truth = value.get<bool>()) return Value(std::string(*truth ? "true" : "false"));
  if (const auto* ip = value.get<Ip>()) return Value(write_ip(*ip));
  if (const auto* cidr = value.get<Cidr>()) return Value(write_cidr(*cidr));
  return no_overload();
}

Value to_bool(const Value& value) {
  if (value.get<bool>()) return value;
  const auto* text = value.get<std::string>();
  if (!text) return no_overload();
  static constexpr std::string_view kTrue[] = {"1", "t", "true", "TRUE", "True"};
  static constexpr std::string_view kFalse[] = {"0", "f", "false", "FALSE", "False"};
  auto among = [&](auto& words) {
    return std::find(std::begin(words), std::end(words), *text) != std::end(words);
  };
  if (among(kTrue)) return Value(true);
  return among(kFalse) ? Value(false) : Value::error("bad_conversion");
}

}  // namespace

Value apply_text(Function function, std::span<const Value* const> args) {
  if (function == Function::to_string) return to_text(*args[0]);
  if (function == Function::to_bool) return to_bool(*args[0]);
  const auto* text = args[0]->get<std::string>();
  const auto* part = args[1]->get<std::string>();
  if (!text || !part) return no_overload();
  const std::string_view whole = *text;
  switch (function) {
    case Function::contains:
      return Value(whole.find(*part) != std::string_view::npos);
    case Function::starts_with:
      return Value(whole.substr(0, part->size()) == *part);
    default:
      return Value(whole.size() >= part->size() &&
                   whole.substr(whole.size() - part->size()) == *part);
  }
}

}  // namespace ruikei::cel
