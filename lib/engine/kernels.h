// SPDX-License-Identifier: Apache-2.0
// The loops over columns, written so that the compiler makes vector code of them: once for every
// machine, once for AVX2, chosen when the program runs. Integers only, apart from divisions whose
// quotients are exact, so both give the same bits (tested).
#pragma once

#include <cstddef>
#include <cstdint>

#include "cel/cel.h"

namespace ruikei::engine {

class CompiledLibrary;
struct FactChunk;
struct OutcomeChunk;

/// Rows that one call of a kernel sees at most; its columns then stay in the nearest cache.
inline constexpr std::size_t kBlock = 2048;

/// What is known of one control: its score lies between `low` and `high`.
struct ControlInput {
  const std::int8_t* answers = nullptr;
  const std::int8_t* evidence = nullptr;    ///< may be null: silent
  const std::int8_t* points_low = nullptr;  ///< may be null: the answer is the score
  const std::int8_t* points_high = nullptr;
  std::int8_t need = 2;
  std::int8_t maximum = 3;
};

struct ControlOutput {
  std::uint8_t* state = nullptr;
  std::int8_t* score = nullptr;
  std::int8_t* low = nullptr;       ///< 0 where not applicable
  std::int8_t* high = nullptr;      ///< 0 where not applicable
  std::int8_t* possible = nullptr;  ///< maximum, or 0 where not applicable
};

/// Weighted sums of a domain, row by row.
template <class Sum>
struct DomainSums {
  Sum* low = nullptr;
  Sum* high = nullptr;
  Sum* possible = nullptr;
};

struct DomainOutput {
  std::int16_t* score = nullptr;
  std::int16_t* low = nullptr;
  std::int16_t* high = nullptr;
};

struct Kernels {
  void (*control)(const ControlInput&, std::size_t rows, const ControlOutput&);
  /// Adds one point rule to what a control earns at least (`low`) and at most (`high`).
  void (*add_points)(const cel::Truth* truth, std::int8_t points, std::size_t rows,
                     std::int8_t* low, std::int8_t* high);
  void (*widen)(const std::int8_t* from, std::size_t rows, std::int16_t* to);
  void (*add_narrow)(const ControlOutput&, int weight, std::size_t rows,
                     const DomainSums<std::int16_t>&);
  void (*add_wide)(const ControlOutput&, int weight, std::size_t rows,
                   const DomainSums<std::int32_t>&);
  void (*score_narrow)(const DomainSums<std::int16_t>&, int scale, std::size_t rows,
                       const DomainOutput&);
  void (*score_wide)(const DomainSums<std::int32_t>&, int scale, std::size_t rows,
                     const DomainOutput&);
  /// Narrows what a gate's controls allow: `gate` starts as met.
  void (*must)(const std::uint8_t* state, std::size_t rows, std::uint8_t* gate);
  /// Adds one gate to whether a level can be reached surely (`sure`) or possibly (`open`): 1 or 0.
  void (*pass)(const std::uint8_t* gate, std::size_t rows, std::uint8_t* sure, std::uint8_t* open);
  /// Raises the level where it is reached.
  void (*raise)(const std::uint8_t* reached, std::uint8_t number, std::size_t rows,
                std::uint8_t* level);
};

/// Vector code for any machine that the compiler's target allows.
const Kernels& portable_kernels();

/// The fastest that this machine runs.
const Kernels& best_kernels();

/// `evaluate` with chosen kernels: for the test that they agree.
void evaluate_with(const Kernels& kernels, const CompiledLibrary& library, const FactChunk& facts,
                   OutcomeChunk& outcome);

}  // namespace ruikei::engine
