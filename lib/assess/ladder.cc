// SPDX-License-Identifier: Apache-2.0
// Gates, domains, and what keeps the level from being the next one.
#include <algorithm>
#include <set>

#include "assess/judge.h"

namespace ruikei::assess {

namespace {

bool none_applies(const View& view, std::size_t gate) {
  const auto& deciders = view.program.deciders[gate];
  return view.library().gates[gate].condition.empty() &&
         std::all_of(deciders.begin(), deciders.end(), [&](std::size_t control) {
           return control_state(view.outcome, control, 1) == State::not_applicable;
         });
}

void block_with(const View& view, std::size_t gate, State state, std::vector<Blocking>& out) {
  const Gate& rule = view.library().gates[gate];
  if (!rule.condition.empty()) {
    if (gate_state(view.outcome, gate, 1) == state) out.push_back({rule.id, "", state});
    return;
  }
  for (const std::size_t control : view.program.deciders[gate])
    if (control_state(view.outcome, control, 1) == state)
      out.push_back({rule.id, view.library().controls[control].id, state});
}

}  // namespace

void judge_gates(const View& view, Assessment& out) {
  const auto& gates = view.library().gates;
  out.claimed = range_of(view.outcome, 0);
  out.evidenced = range_of(view.outcome, 1);
  for (std::size_t g = 0; g < gates.size(); ++g) {
    out.gates.push_back({.id = gates[g].id,
                         .level = gates[g].level,
                         .state = gate_state(view.outcome, g, 1),
                         .claimed_state = gate_state(view.outcome, g, 0),
                         .controls = gates[g].must});
    if (none_applies(view, g))
      out.off_ladder.push_back({.code = kGateNotApplicable, .text = {}, .gate = gates[g].id});
  }
}

void judge_domains(const View& view, Assessment& out) {
  const Library& library = view.library();
  for (std::size_t d = 0; d < library.domains.size(); ++d) {
    DomainResult domain;
    domain.id = library.domains[d].id;
    const int score = view.outcome.domain_score[d][1];
    if (score >= 0) domain.score = score;
    domain.low = std::max<int>(0, view.outcome.domain_low[d][1]);
    domain.high = std::max<int>(0, view.outcome.domain_high[d][1]);
    for (std::size_t c = 0; c < library.controls.size(); ++c) {
      const State state = control_state(view.outcome, c, 1);
      if (library.controls[c].domain != domain.id || state == State::not_applicable) continue;
      domain.applicable += 1;
      domain.answered += state != State::unknown;
    }
    out.domains.push_back(std::move(domain));
  }
}

void find_blocking(const View& view, Assessment& out) {
  std::set<int> above;
  for (const Level& level : view.library().levels)
    if (level.number > out.evidenced.low) above.insert(level.number);
  if (above.empty()) return;
  for (const State state : {State::not_met, State::unknown})
    for (std::size_t g = 0; g < view.library().gates.size(); ++g)
      if (view.library().gates[g].level == *above.begin()) block_with(view, g, state, out.blocking);
}

}  // namespace ruikei::assess
