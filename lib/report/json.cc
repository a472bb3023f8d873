// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace ruikei::report {

struct JsonWriter {
  using Tree = nlohmann::ordered_json;

  Tree operator()(std::nullptr_t) const { return nullptr; }
  Tree operator()(bool value) const { return value; }
  Tree operator()(std::int64_t value) const { return value; }
  Tree operator()(const std::string& value) const { return value; }
  Tree operator()(const Json::Array& all) const {
    Tree out = Tree::array();
    for (const Json& one : all) out.push_back(std::visit(*this, one.value_));
    return out;
  }
  Tree operator()(const Json::Object& all) const {
    Tree out = Tree::object();
    for (const auto& [key, value] : all) out[key] = std::visit(*this, value.value_);
    return out;
  }
  static Tree tree(const Json& value) { return std::visit(JsonWriter{}, value.value_); }
};

namespace {

/// Writes DEL, C1 controls and bidirectional marks as `\u001b`. In JSON text they stand only inside
/// strings, where that means the same.
std::string hide_steering(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  auto byte = [&](std::size_t at) {
    return at < json.size() ? static_cast<unsigned char>(json[at]) : 0u;
  };
  for (std::size_t at = 0; at < json.size();) {
    unsigned code = 0;
    std::size_t length = 1;
    if (byte(at) == 0x7f) {
      code = 0x7f;
    } else if (byte(at) == 0xc2 && byte(at + 1) >= 0x80 && byte(at + 1) <= 0x9f) {
      code = byte(at + 1), length = 2;
    } else if (byte(at) == 0xe2 || byte(at) == 0xef) {
      const unsigned c =
          (byte(at) & 0x0f) << 12 | (byte(at + 1) & 0x3f) << 6 | (byte(at + 2) & 0x3f);
      const bool steers = c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
                          (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
      if (steers) code = c, length = 3;
    }
    if (code == 0) {
      out.push_back(json[at++]);
      continue;
    }
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, "\\u%04x", code & 0xffffu);
    out += escaped;
    at += length;
  }
  return out;
}

}  // namespace

Json::Json(const Text& text) : value_(Object{{"ja", Json(text.ja)}, {"en", Json(text.en)}}) {}

Json Json::object(std::initializer_list<Member> members) {
  Json out;
  out.value_ = Object(members);
  return out;
}

Json Json::array(const std::vector<std::string>& texts) {
  Json out;
  Array all;
  for (const auto& text : texts) all.emplace_back(text);
  out.value_ = std::move(all);
  return out;
}

Json& Json::set(std::string key, Json value) {
  std::get<Object>(value_).emplace_back(std::move(key), std::move(value));
  return *this;
}

Json& Json::push(Json value) {
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

namespace {

std::string written(const Json& json, int indentation) {
  constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
  return hide_steering(JsonWriter::tree(json).dump(indentation, ' ', false, kReplace));
}

}  // namespace

std::string Json::dump() const { return written(*this, 2) + "\n"; }

std::string Json::dump_line() const { return written(*this, -1); }

}  // namespace ruikei::report
