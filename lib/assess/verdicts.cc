// SPDX-License-Identifier: Apache-2.0
// Hole policies and routes: expressions over what was judged.
#include "assess/judge.h"
#include "assess/rule_text.h"
#include "model/state_words.h"

namespace ruikei::assess {

namespace {

// Is the score one number? "At least 2", as evidence or some of the points alone prove it, is not
// a score to compare with.
bool is_exact(const View& view, const ControlResult& result, std::size_t index) {
  if (!result.score) return false;
  const Control& control = view.library().controls[index];
  const bool silent = view.evidenced.evidence[index] == engine::kSilent;
  if (control.points.empty()) return silent || view.evidenced.answers[index] >= 0;
  if (!silent) return false;
  for (const Ground& ground : result.because)
    if (ground.kind != Ground::Kind::answer) return false;
  for (const PointRule& rule : control.points)
    if (names(rule.condition.text, "facility")) return false;
  return true;
}

cel::Value level_value(int low, int high) {
  return cel::Value::structure(
      "level", {{"low", cel::Value(std::int64_t{low})}, {"high", cel::Value(std::int64_t{high})}});
}

cel::Bindings verdict_bindings(const View& view, const Assessment& out) {
  cel::Bindings bindings = view.facts.bindings;
  bindings["level"] = level_value(out.evidenced.low, out.evidenced.high);
  std::vector<std::pair<std::string, cel::Value>> gates;
  for (const GateResult& gate : out.gates)
    gates.emplace_back(gate.id, cel::Value(std::string(word_of(gate.state))));
  bindings["gate"] = cel::Value::structure("gate", std::move(gates));
  cel::MapEntries met, score;
  for (std::size_t c = 0; c < out.controls.size(); ++c) {
    const ControlResult& control = out.controls[c];
    const bool known = control.state == State::met || control.state == State::not_met;
    met.emplace_back(cel::Value(control.id),
                     known ? cel::Value(control.state == State::met) : cel::Value());
    score.emplace_back(cel::Value(control.id), is_exact(view, control, c)
                                                   ? cel::Value(std::int64_t{*control.score})
                                                   : cel::Value());
  }
  bindings["met"] = cel::Value::map(std::move(met));
  bindings["score"] = cel::Value::map(std::move(score));
  return bindings;
}

State state_of(const cel::Compiled& condition, const cel::Bindings& bindings) {
  const cel::Value value = cel::evaluate(condition, bindings);
  if (value.is_true()) return State::met;
  return value.is_false() ? State::not_met : State::unknown;
}

/// The state of a condition that opens a route. While the level is a range, one that the highest
/// possible level would fulfil is not yet failed: it is unknown.
class RouteConditions {
 public:
  RouteConditions(const cel::Bindings& bindings, const LevelRange& level)
      : bindings_(bindings), decided_(level.decided()) {
    if (decided_) return;
    at_high_ = bindings;
    at_high_["level"] = level_value(level.high, level.high);
  }

  State opening(const cel::Compiled& condition) const {
    const State state = closing(condition);
    if (decided_ || state != State::not_met) return state;
    return state_of(condition, at_high_) == State::met ? State::unknown : state;
  }

  State closing(const cel::Compiled& condition) const { return state_of(condition, bindings_); }

 private:
  const cel::Bindings& bindings_;
  bool decided_;
  cel::Bindings at_high_;
};

using Missing = std::vector<RouteResult::Missing>;

// Conditions in a state other than `fine`.
Missing not_fine(const std::vector<cel::Compiled>& programs,
                 const std::vector<RouteCondition>& conditions, State fine,
                 const RouteConditions& all) {
  Missing out;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    const State state = fine == State::met ? all.opening(programs[i]) : all.closing(programs[i]);
    if (state != fine) out.push_back({conditions[i].id, state, conditions[i].text});
  }
  return out;
}

RouteResult judge_route(const CompiledRoute& compiled, const RouteConditions& all) {
  const Route& route = *compiled.route;
  RouteResult result{.id = route.id, .verdict = Verdict::open, .conditions = {}};
  // A closing condition that may be true keeps a route from being open: unknown is never a pass.
  Missing closers = not_fine(compiled.closed, route.closed, State::not_met, all);
  Missing conditional = not_fine(compiled.conditional, route.conditional, State::met, all);
  Missing closing, lacking;
  for (const auto& closer : closers)
    (closer.state == State::met ? closing : lacking).push_back(closer);
  for (const auto& condition : conditional)
    (condition.state == State::not_met ? closing : lacking).push_back(condition);
  if (!closing.empty()) {
    result.verdict = Verdict::closed;
    result.conditions = std::move(closing);
    return result;
  }
  const Missing open = not_fine(compiled.open, route.open, State::met, all);
  lacking.insert(lacking.end(), open.begin(), open.end());
  if (!lacking.empty()) result.verdict = Verdict::conditional;
  result.conditions = std::move(lacking);
  return result;
}

}  // namespace

void judge_policies_and_routes(const View& view, Assessment& out) {
  const cel::Bindings bindings = verdict_bindings(view, out);
  const auto& policies = view.library().hole_policies;
  for (std::size_t i = 0; i < policies.size(); ++i)
    if (state_of(view.program.hole_policies[i], bindings) == State::met)
      out.off_ladder.push_back({.code = policies[i].code, .text = policies[i].text, .gate = {}});
  const RouteConditions conditions(bindings, out.evidenced);
  for (const CompiledRoute& route : view.program.routes)
    out.routes.push_back(judge_route(route, conditions));
}

}  // namespace ruikei::assess
