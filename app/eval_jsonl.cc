// SPDX-License-Identifier: Apache-2.0
#include "eval_jsonl.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "cel/cel.h"
#include "cel/literal.h"
#include "cel/network.h"
#include "cel/program.h"

namespace ruikei {

namespace {

using cel::Value;
using Json = nlohmann::json;

constexpr int kDeepest = 64;                  // levels of JSON
constexpr std::size_t kLongest = 1 << 20;     // bytes of a line
constexpr std::size_t kMostValues = 1 << 18;  // of an answer
constexpr std::size_t kDeepestValue = 300;

/// Counts brackets outside strings: the library parses recursively and must not meet a deep text.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      else if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

std::optional<double> real_from(const Json& json) {
  if (json.is_number()) return json.get<double>();
  if (!json.is_string()) return std::nullopt;
  const auto& text = json.get_ref<const std::string&>();
  if (text == "NaN" || text == "nan") return std::nan("");
  if (text == "inf" || text == "Infinity") return HUGE_VAL;
  if (text == "-inf" || text == "-Infinity") return -HUGE_VAL;
  return cel::read_real(text);
}

std::optional<std::int64_t> integer_from(const Json& json) {
  if (json.is_number_unsigned()) {
    const auto number = json.get<std::uint64_t>();
    return number <= INT64_MAX ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
  }
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_string()) return cel::read_integer(json.get_ref<const std::string&>());
  return std::nullopt;
}

std::optional<Value> value_from(const Json& json);

std::optional<Value> list_from(const Json& json) {
  if (!json.is_array()) return std::nullopt;
  cel::List out;
  for (const Json& item : json) {
    auto value = value_from(item);
    if (!value) return std::nullopt;
    out.push_back(std::move(*value));
  }
  return Value::list(std::move(out));
}

std::optional<Value> map_from(const Json& json) {
  if (!json.is_array()) return std::nullopt;
  cel::MapEntries out;
  for (const Json& entry : json) {
    if (!entry.is_array() || entry.size() != 2) return std::nullopt;
    auto key = value_from(entry[0]);
    auto value = value_from(entry[1]);
    if (!key || !value) return std::nullopt;
    out.emplace_back(std::move(*key), std::move(*value));
  }
  return Value::map(std::move(out));
}

/// A typed value, `{"int": 1}`; nothing if its type is outside the subset.
std::optional<Value> value_from(const Json& json) {
  if (!json.is_object() || json.size() != 1) return std::nullopt;
  const std::string& type = json.begin().key();
  const Json& content = json.begin().value();
  if (type == "null") return Value(nullptr);
  if (type == "unknown") return Value();
  if (type == "bool" && content.is_boolean()) return Value(content.get<bool>());
  if (type == "string" && content.is_string()) return Value(content.get<std::string>());
  if (type == "list") return list_from(content);
  if (type == "map") return map_from(content);
  if (type == "int") {
    const auto number = integer_from(content);
    return number ? std::optional(Value(*number)) : std::nullopt;
  }
  if (type == "double") {
    const auto number = real_from(content);
    return number ? std::optional(Value(*number)) : std::nullopt;
  }
  return std::nullopt;
}

std::string write_double(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
  return std::string(buffer, end.ptr);
}

/// Turns values into JSON, up to a number and a depth of them: parts of a value may be shared, and
/// the library writes recursively.
class Writer {
 public:
  Json write(const Value& value, std::size_t depth = 0) {
    full_ |= ++count_ > kMostValues || depth > kDeepestValue;
    if (full_) return Json();
    if (const auto* truth = value.get<bool>()) return {{"bool", *truth}};
    if (const auto* integer = value.get<std::int64_t>()) return {{"int", *integer}};
    if (const auto* real = value.get<double>()) return {{"double", write_double(*real)}};
    if (const auto* text = value.get<std::string>()) return {{"string", *text}};
    if (const auto* ip = value.get<cel::Ip>()) return {{"ip", cel::write_ip(*ip)}};
    if (const auto* cidr = value.get<cel::Cidr>()) return {{"cidr", cel::write_cidr(*cidr)}};
    if (const auto* list = value.get<std::shared_ptr<const cel::List>>()) {
      Json items = Json::array();
      for (const Value& item : **list) items.push_back(write(item, depth + 1));
      return {{"list", std::move(items)}};
    }
    if (const auto* map = value.get<std::shared_ptr<const cel::MapEntries>>()) {
      Json entries = Json::array();
      for (const auto& [key, content] : **map) {
        Json entry = Json::array();
        entry.push_back(write(key, depth + 1));
        entry.push_back(write(content, depth + 1));
        entries.push_back(std::move(entry));
      }
      return {{"map", std::move(entries)}};
    }
    if (value.is_unknown()) return {{"unknown", true}};
    return {{"null", true}};
  }
  bool full() const { return full_; }

 private:
  std::size_t count_ = 0;
  bool full_ = false;
};

std::string line_of(const char* key, const std::string& content) {
  return Json{{key, content}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string answer(const Value& value) {
  if (value.is_unknown()) return Json{{"unknown", true}}.dump();
  if (const auto* error = value.get<cel::Error>()) return line_of("error", error->message);
  Writer writer;
  Json written = writer.write(value);
  if (writer.full()) return line_of("refused", "too_large");
  return Json{{"value", std::move(written)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string describe(const Diagnostic& diagnostic) {
  std::string out = diagnostic.code + " " + std::to_string(diagnostic.place.line) + ":" +
                    std::to_string(diagnostic.place.column);
  for (const std::string& arg : diagnostic.args) out += " " + arg;
  return out;
}

/// What CEL has and we leave out is refused; a mistake is an error, as it is in CEL.
std::string answer(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == "C004" || diagnostic.code == "C005")
      return line_of("refused", describe(diagnostic));
  return line_of("error", diagnostics.empty() ? "" : describe(diagnostics.front()));
}

std::string evaluate_case(const Json& line) {
  if (!line.is_object() || !line.contains("expr") || !line["expr"].is_string())
    return line_of("error", "expr");
  cel::Environment environment;
  environment.checked = !(line.contains("dynamic") && line["dynamic"] == true);
  cel::Bindings bindings;
  if (line.contains("bindings") && line["bindings"].is_object()) {
    for (const auto& [name, typed] : line["bindings"].items()) {
      auto value = value_from(typed);
      if (!value) return line_of("refused", "bindings." + name);
      bindings[name] = std::move(*value);
      environment.variables[name] = {};
    }
  }
  if (line.contains("declared") && line["declared"].is_array()) {
    for (const Json& name : line["declared"])
      if (name.is_string()) environment.variables[name.get<std::string>()] = {};
  }
  const auto compiled = cel::compile(line["expr"].get_ref<const std::string&>(), environment);
  if (!compiled) return answer(compiled.error());
  // Declared and not bound is unknown; neither of both is an error of the expression.
  for (const cel::Path& path : compiled->program->paths)
    if (environment.variables.count(path.variable) == 0)
      bindings.emplace(path.variable, Value::error("undeclared_reference"));
  return answer(cel::evaluate(*compiled, bindings));
}

}  // namespace

std::string answer_json(const cel::Value& value) { return answer(value); }

std::string evaluate_json_line(std::string_view line) {
  if (line.size() > kLongest || too_deep(line)) return line_of("error", "json");
  const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
  if (json.is_discarded()) return line_of("error", "json");
  return evaluate_case(json);
}

}  // namespace ruikei
