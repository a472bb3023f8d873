// SPDX-License-Identifier: Apache-2.0
// One case as rows for the engine: as claimed, as evidenced, and with single things supposed. What
// takes time (values, skip logic, evidence) is gathered once for a case.
#pragma once

#include <span>
#include <vector>

#include "assess/assess.h"
#include "assess/evidence.h"
#include "assess/program.h"
#include "cel/cel.h"

namespace ruikei::assess {

/// What does not depend on suppositions.
struct CaseFacts {
  const Case* input = nullptr;
  std::int64_t today = 0;
  Record facility;                        ///< bed class filled in
  cel::Bindings bindings;                 ///< of fact_bindings
  std::vector<bool> hidden;               ///< by control: skip logic hides its question
  std::vector<std::vector<Fired>> fired;  ///< by control; nothing for a hidden one
  std::vector<std::vector<std::int32_t>> questions, profile;  ///< columns of one row
};

CaseFacts gather(const Program& program, const Case& input, std::int64_t today);

/// Codes of one row, by control.
struct FactRow {
  std::vector<std::int8_t> answers;
  std::vector<std::int8_t> evidence;
};

/// What was said of a control, with suppositions.
const Answer& answer_of(const CaseFacts& facts, const std::string& control);

/// Does a supposition, of the case or of `overrides`, decide the control?
bool supposed(const CaseFacts& facts, const Overrides& overrides, const std::string& control);

FactRow claimed_row(const Program& program, const CaseFacts& facts, const Overrides& overrides);
FactRow evidenced_row(const Program& program, const CaseFacts& facts, const Overrides& overrides);

/// Sets one control to `score`, whatever else is known of it.
void suppose(const Program& program, std::size_t control, int score, FactRow& row);

engine::OutcomeChunk run(const Program& program, const CaseFacts& facts,
                         std::span<const FactRow> rows);

LevelRange range_of(const engine::OutcomeChunk& outcome, std::size_t row);
State control_state(const engine::OutcomeChunk& outcome, std::size_t control, std::size_t row);
State gate_state(const engine::OutcomeChunk& outcome, std::size_t gate, std::size_t row);

}  // namespace ruikei::assess
