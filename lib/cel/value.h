// SPDX-License-Identifier: Apache-2.0
// A value of the expression language, with the two that CEL adds to every type: an error, and an
// unknown (a fact that nobody gave).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ruikei::cel {

class Value;

/// An IPv4 or IPv6 address; IPv4 stands in the first four bytes.
struct Ip {
  std::array<std::uint8_t, 16> bytes{};
  bool v6 = false;
  bool operator==(const Ip&) const = default;
};

struct Cidr {
  Ip address;
  int prefix_length = 0;
  bool operator==(const Cidr&) const = default;
};

struct Error {
  std::string message;
};

struct Unknown {};

using List = std::vector<Value>;
using MapEntries = std::vector<std::pair<Value, Value>>;  ///< in the order of writing

/// A structure with named fields, such as a device; a field that is absent is unknown.
struct Structure;

class Value {
 public:
  using Variant =
      std::variant<Unknown, Error, std::nullptr_t, bool, std::int64_t, double, std::string,
                   std::shared_ptr<const List>, std::shared_ptr<const MapEntries>,
                   std::shared_ptr<const Structure>, Ip, Cidr>;

  Value() : data_(Unknown{}) {}
  template <class T>
  requires(!std::is_same_v<std::remove_cvref_t<T>, Value>) Value(T&& data)
      : data_(std::forward<T>(data)) {}  // NOLINT: a value is made from its content

  static Value list(List items);
  static Value map(MapEntries entries);
  static Value structure(std::string type, std::vector<std::pair<std::string, Value>> fields);
  static Value error(std::string message) { return Value(Error{std::move(message)}); }

  bool is_unknown() const { return std::holds_alternative<Unknown>(data_); }
  bool is_error() const { return std::holds_alternative<Error>(data_); }
  bool is_true() const;
  bool is_false() const;
  const Variant& data() const { return data_; }
  template <class T>
  const T* get() const {
    return std::get_if<T>(&data_);
  }

 private:
  Variant data_;
};

struct Structure {
  std::string type;
  std::vector<std::pair<std::string, Value>> fields;
};

}  // namespace ruikei::cel
