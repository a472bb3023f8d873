// SPDX-License-Identifier: Apache-2.0
// Random libraries and random facts, the same for the same seed on every machine, for tests and
// benchmarks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "model/library.h"
#include "reference/ladder_reference.h"

namespace ruikei::reference {

/// A small generator of our own: the library's distributions differ between implementations.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2862933555777941757u + 3037000493u) {}
  /// 0 .. sides - 1
  int roll(int sides) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>((state_ >> 11) % static_cast<std::uint64_t>(sides));
  }
  bool one_in(int sides) { return roll(sides) == 0; }

 private:
  std::uint64_t state_;
};

struct LibraryShape {
  int controls = 12;
  int domains = 3;
  int levels = 4;           ///< the lowest included
  int gates = 5;            ///< at least one above each level but the lowest
  bool points = false;      ///< some controls are scored by point rules
  bool conditions = false;  ///< some gates are conditions
};

Library random_library(Dice& dice, const LibraryShape& shape);

/// Facts that own their columns.
struct OwnedFacts {
  std::size_t rows = 0;
  std::vector<std::vector<std::int8_t>> answers, evidence;
  std::vector<std::vector<std::int32_t>> questions, profile;
  /// Views of `count` rows from `start`.
  engine::FactChunk view(std::size_t start, std::size_t count) const;
  engine::FactChunk view() const { return view(0, rows); }
};

struct FactShape {
  std::size_t rows = 100;
  int unknown_percent = 8;
  int not_applicable_percent = 2;
  int evidence_percent = 10;  ///< 0: no evidence columns at all
};

OwnedFacts random_facts(Dice& dice, const Library& library, const FactShape& shape);

/// One row as the reference reads it.
Row row_of(const Library& library, const OwnedFacts& facts, std::size_t row);

}  // namespace ruikei::reference
