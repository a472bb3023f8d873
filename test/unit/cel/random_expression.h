// SPDX-License-Identifier: Apache-2.0
// Seeded random expressions over the variables of `survey_environment`, as text, always well typed;
// and random rows for them, with missing values.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "cel/cel.h"

namespace ruikei::cel {

class RandomExpression {
 public:
  explicit RandomExpression(std::uint32_t seed) : random_(seed) {}

  std::string boolean(int depth);
  std::string integer(int depth);
  std::string text(int depth);
  std::string list(int depth);  ///< of int

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  std::string loop(int depth, const std::string& body_kind);

  std::mt19937 random_;
  int loops_ = 0;  // depth of loop variables in scope: v1, v2 …
};

/// q1..q3, facility.beds, score["A-1"]: int; b1, b2, facility.ward, met["A-1"]: bool; t1, t2,
/// facility.type: string.
Environment survey_environment();

/// Rows of all these variables as columns, and one of them as bindings.
struct RandomRows {
  RandomRows(std::uint32_t seed, std::size_t rows);
  Columns columns() const;
  Bindings row(std::size_t number) const;

  std::vector<std::pair<std::string, std::vector<std::int32_t>>> lanes;
  std::vector<std::string> choices;
};

}  // namespace ruikei::cel
