// SPDX-License-Identifier: Apache-2.0
// Every operation of the language has one number here: operators, the making of lists and maps,
// selection, and the library. The parser sets those of operators, the checker those of calls, the
// compiler writes them into instructions.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "cel/cel.h"

namespace ruikei::cel {

/// Those that one file computes stand together (`apply_operator` tells them apart by range).
enum class Function : std::uint8_t {
  none,  ///< a call whose name nobody knows
  comprehension,
  logic_and,
  logic_or,
  logic_not,
  conditional,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  negate,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  in,
  index,
  select,
  has,
  make_list,
  make_map,
  size,
  contains,
  starts_with,
  ends_with,
  to_string,
  to_bool,
  to_int,
  to_double,
  date,
  ip,
  cidr,
  is_ip,
  is_cidr,
  ip_is_canonical,
  family,
  is_unspecified,
  is_loopback,
  is_global_unicast,
  is_link_local_unicast,
  is_link_local_multicast,
  contains_ip,
  contains_cidr,
  cidr_ip,
  masked,
  prefix_length,
};

/// One way to call a library function. Parameters are kinds; a receiver counts as the first.
struct Signature {
  std::string_view name;  ///< with its namespace: `ip.isCanonical`
  bool receiver;
  Function function;
  std::uint8_t count;
  std::array<Type::Kind, 2> parameters;
  Type::Kind result;
};

/// All signatures, those of one name next to each other.
std::span<const Signature> signatures();

/// How an operator is written; a function's name otherwise.
std::string_view symbol(Function function);

/// True for names of CEL and its extensions that are outside the subset (`timestamp`, `matches`,
/// `math.least` …). `scope` is the root of the receiver when that is no variable.
bool is_refused_function(std::string_view name, std::string_view scope);
/// True for the names of types (`int`, `net.IP`), which the subset does not have as values.
bool is_refused_name(std::string_view name);

}  // namespace ruikei::cel
