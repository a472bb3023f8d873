// SPDX-License-Identifier: Apache-2.0
// The syntax tree and the mistakes found in it. A node knows where its text stands (byte offset);
// operators are calls; macros are comprehensions, not expanded, so that they can run over columns.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cel/function.h"
#include "cel/value.h"

namespace ruikei::cel {

enum class Macro : std::uint8_t { all, exists, exists_one, map, filter, transform_map };

struct Expr {
  /// `has`: args[0] holds the operand, `text` the field. `map`: args are key, value, key, value …
  /// `comprehension`: args are range, filter (may be null), body.
  enum class Kind : std::uint8_t { literal, name, select, has, call, list, map, comprehension };

  Kind kind = Kind::literal;
  Function function = Function::none;  ///< of a call
  Macro macro = Macro::all;            ///< of a comprehension
  bool absolute = false;               ///< a name with a leading dot: never a loop variable
  bool receiver = false;               ///< a call written `args[0].text(…)`
  bool closed = false;                 ///< written in parentheses
  std::uint16_t depth = 1;             ///< levels of nodes from here down
  std::uint32_t offset = 0;            ///< first byte of what to underline
  std::uint32_t length = 0;
  std::string text = {};    ///< name, field, function, or first loop variable
  std::string second = {};  ///< second loop variable, or empty
  Value value = {};         ///< of a literal
  std::vector<std::unique_ptr<Expr>> args = {};
};

using ExprPtr = std::unique_ptr<Expr>;

/// A mistake inside the text of one expression.
struct Mistake {
  std::string code;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::vector<std::string> args = {};
  std::string suggestion = {};
};

// Bounds that keep every recursion over trees and values within a small stack.
inline constexpr std::size_t kMaxText = 65536;
inline constexpr std::size_t kMaxDepth = 250;
inline constexpr std::size_t kMaxContainers = 2048;  ///< lists, maps and comprehensions written

}  // namespace ruikei::cel
