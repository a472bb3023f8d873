// SPDX-License-Identifier: Apache-2.0
// Which open questions to ask first: those whose answer can change the level, then by role.
#include <algorithm>
#include <tuple>

#include "assess/judge.h"

namespace ruikei::assess {

void find_unanswered(const View& view, Assessment& out) {
  const auto& controls = view.library().controls;
  std::vector<std::size_t> open;
  std::vector<FactRow> rows;  // two a control: known not met, known met
  for (std::size_t c = 0; c < controls.size(); ++c) {
    if (out.controls[c].state != State::unknown || out.controls[c].empty == Empty::hidden) continue;
    open.push_back(c);
    for (const int score : {controls[c].need - 1, controls[c].need}) {
      rows.push_back(view.evidenced);
      suppose(view.program, c, score, rows.back());
    }
  }
  if (open.empty()) return;
  const engine::OutcomeChunk outcome = run(view.program, view.facts, rows);
  std::vector<std::tuple<bool, Role, std::size_t>> order;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const bool matters =
        range_of(outcome, 2 * i) != out.evidenced || range_of(outcome, 2 * i + 1) != out.evidenced;
    order.emplace_back(!matters, controls[open[i]].role, open[i]);
    out.unanswered_that_matter += matters;
  }
  std::sort(order.begin(), order.end());
  for (const auto& [last, role, control] : order) out.unanswered.push_back(controls[control].id);
}

}  // namespace ruikei::assess
