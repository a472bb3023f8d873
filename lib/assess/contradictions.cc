// SPDX-License-Identifier: Apache-2.0
// Answers that decisive evidence refutes, and whether that moves the level.
#include "assess/judge.h"

namespace ruikei::assess {

namespace {

// The first ground of the evidence that decided; `speaks` is its direction.
const Ground* decisive_ground(const std::vector<Fired>& all, Speaks speaks) {
  for (const Fired& fired : all)
    if (fired.rule->strength == Strength::decisive && fired.rule->speaks == speaks)
      return &fired.grounds.front();
  return nullptr;
}

bool refuted(State claimed, std::int8_t evidence) {
  if (evidence == engine::kSpeaksAgainst)
    return claimed == State::met || claimed == State::not_applicable;
  return evidence == engine::kSpeaksFor && claimed == State::not_met;
}

}  // namespace

void find_contradictions(const View& view, Assessment& out) {
  std::vector<FactRow> without;  // the evidenced row with one control's evidence left out
  for (std::size_t c = 0; c < out.controls.size(); ++c) {
    const ControlResult& control = out.controls[c];
    const std::int8_t evidence = view.evidenced.evidence[c];
    if (supposed(view.facts, view.overrides, control.id)) continue;
    if (!refuted(control.claimed_state, evidence)) continue;
    const Ground* ground = decisive_ground(
        view.facts.fired[c], evidence == engine::kSpeaksFor ? Speaks::for_ : Speaks::against);
    if (!ground) continue;
    out.contradictions.push_back({.control = control.id,
                                  .answer = control.because.front(),
                                  .evidence = *ground,
                                  .changes_level = false});
    without.push_back(view.evidenced);
    without.back().evidence[c] = engine::kSilent;
  }
  if (without.empty()) return;
  const engine::OutcomeChunk outcome = run(view.program, view.facts, without);
  for (std::size_t i = 0; i < without.size(); ++i)
    out.contradictions[i].changes_level = range_of(outcome, i) != out.evidenced;
}

}  // namespace ruikei::assess
