// SPDX-License-Identifier: Apache-2.0
// The flat form of a library: names have become column numbers, expressions programs, levels a
// ladder in ascending order. Made once by compile, read by evaluate from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cel/cel.h"

namespace ruikei::engine {

struct CompiledPoint {
  int points = 0;
  cel::Compiled condition;
};

struct CompiledControl {
  std::int8_t need = 2;
  std::int8_t maximum = 3;  ///< of its scale, or of its points together
  std::int16_t weight = 1;
  std::vector<CompiledPoint> points;
  std::vector<std::size_t> exact_scores;  ///< which of the gates' score columns show it
};

struct CompiledDomain {
  std::vector<std::size_t> controls;
  bool narrow = true;  ///< weighted sums fit 16 bits and scaled ones are exact as float
};

/// A condition's column: of which control or domain, and its path (`met.ID-04`).
struct NamedColumn {
  std::size_t index = 0;
  std::string path;
};

struct CompiledGate {
  std::vector<std::size_t> must;
  std::optional<cel::Compiled> condition;
};

struct CompiledLevel {
  std::uint8_t number = 0;
  std::vector<std::size_t> gates;
};

struct CompiledProfileField {
  std::string path;  ///< `facility.beds`
  bool boolean = false;
  std::vector<std::string> choices;
};

class CompiledLibrary {
 public:
  int domain_scale = 100;
  std::vector<CompiledControl> controls;
  std::vector<CompiledDomain> domains;
  std::vector<CompiledGate> gates;
  std::vector<CompiledLevel> levels;  ///< ascending; the first has no gates
  std::vector<std::string> questions;
  std::vector<CompiledProfileField> profile;
  bool has_points = false;
  std::vector<NamedColumn> met_columns, score_columns, domain_columns;  ///< that conditions name
};

}  // namespace ruikei::engine
