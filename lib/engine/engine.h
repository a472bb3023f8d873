// SPDX-License-Identifier: Apache-2.0
// A library compiled once and run over columns of facts: control states, gates, level ranges and
// domain scores. One facility is a chunk of one row, a survey many chunks; there is no second way.
// Pure: no files, threads or clocks. Source of the ladder: see rules/README.md, "How a level is
// decided".
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "model/assessment.h"
#include "model/library.h"

namespace ruikei::engine {

/// Codes in an answer column beside the scores 0..100.
enum AnswerCode : std::int8_t { kUnknown = -1, kNotApplicable = -2 };

/// What decisive evidence says of a control: `against` wins over `for_`.
enum EvidenceCode : std::int8_t { kSilent = 0, kSpeaksFor = 1, kSpeaksAgainst = -1 };

/// Marks an empty cell of a question or profile column.
inline constexpr std::int32_t kMissing = INT32_MIN;

/// Rows of facts as columns, each `rows` long. An empty span of `answers[c]` or `evidence[c]` means
/// unanswered, or silent, in every row. A text field of the profile is the number of its choice.
struct FactChunk {
  std::size_t rows = 0;
  std::vector<std::span<const std::int8_t>> answers;     ///< by control
  std::vector<std::span<const std::int8_t>> evidence;    ///< by control
  std::vector<std::span<const std::int32_t>> questions;  ///< by question
  std::vector<std::span<const std::int32_t>> profile;    ///< by profile field
};

/// Results as columns. States are `State` as bytes.
struct OutcomeChunk {
  std::size_t rows = 0;
  std::vector<std::vector<std::uint8_t>> control_state;  ///< by control
  std::vector<std::vector<std::int16_t>> control_score;  ///< points earned; -1 unknown, -2 n/a
  std::vector<std::vector<std::uint8_t>> gate_state;     ///< by gate
  std::vector<std::uint8_t> level_low, level_high;
  std::vector<std::vector<std::int16_t>> domain_score;  ///< -1: nothing answered
  std::vector<std::vector<std::int16_t>> domain_low, domain_high;
};

class CompiledLibrary;

/// Compiles points, gates and weights. Mistakes of the library (R1xx, C0xx) with their places.
Result<std::shared_ptr<const CompiledLibrary>> compile(const Library& library);

/// Runs all rows of `facts`. `outcome` keeps its memory between calls.
void evaluate(const CompiledLibrary& library, const FactChunk& facts, OutcomeChunk& outcome);

}  // namespace ruikei::engine
