// SPDX-License-Identifier: Apache-2.0
// The parts of an assessment, each from the two engine rows and the gathered facts. They are called
// in the order in which they stand here: later ones read what earlier ones wrote.
#pragma once

#include "assess/facts.h"

namespace ruikei::assess {

/// One case with one set of suppositions.
struct View {
  const Program& program;
  const CaseFacts& facts;
  const Overrides& overrides;
  FactRow evidenced;             ///< the row that counts
  engine::OutcomeChunk outcome;  ///< row 0 as claimed, row 1 as evidenced
  const Library& library() const { return *program.library; }
};

/// Codes of `OffLadder` that come from the program, not from a hole policy of the library.
inline constexpr const char* kGateNotApplicable = "gate_not_applicable";

void judge_controls(const View& view, Assessment& out);             // controls.cc
void judge_gates(const View& view, Assessment& out);                // ladder.cc
void judge_domains(const View& view, Assessment& out);              // ladder.cc
void find_blocking(const View& view, Assessment& out);              // ladder.cc
void find_contradictions(const View& view, Assessment& out);        // contradictions.cc
void find_unanswered(const View& view, Assessment& out);            // unanswered.cc
void recommend(const View& view, Assessment& out);                  // measures.cc
void judge_policies_and_routes(const View& view, Assessment& out);  // verdicts.cc

}  // namespace ruikei::assess
