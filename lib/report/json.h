// SPDX-License-Identifier: Apache-2.0
// A JSON value whose keys keep the order in which they were added, and its one way to bytes:
// 2 blanks of indentation, UTF-8 as it is, a line end at the end. Bytes that are no UTF-8 become
// U+FFFD; characters that steer a terminal are written as \u001b, so a file's name cannot act.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"

namespace ruikei::report {

class Json {
 public:
  using Member = std::pair<std::string, Json>;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;

  Json() : value_(nullptr) {}
  Json(bool value) : value_(value) {}
  Json(int value) : value_(static_cast<std::int64_t>(value)) {}
  Json(std::int64_t value) : value_(value) {}
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  /// `{ja, en}`.
  Json(const Text& text);

  static Json object(std::initializer_list<Member> members = {});
  static Json array(const std::vector<std::string>& texts = {});

  /// Adds a member to an object.
  Json& set(std::string key, Json value);
  /// Adds an element to an array.
  Json& push(Json value);

  std::string dump() const;
  /// The same on one line, without a line end.
  std::string dump_line() const;

 private:
  friend struct JsonWriter;
  std::variant<std::nullptr_t, bool, std::int64_t, std::string, Array, Object> value_;
};

}  // namespace ruikei::report
