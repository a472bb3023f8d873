// SPDX-License-Identifier: Apache-2.0
// States of the controls and what they rest on: the answer first, then the evidence.
#include "assess/judge.h"
#include "assess/rule_text.h"

namespace ruikei::assess {

namespace {

constexpr const char* kEmptyWords[] = {"not_asked", "hidden", "unanswered", "unknown",
                                       "not_applicable"};

Ground ground_of(const Answer& answer) {
  Ground ground;
  ground.kind = answer.has_value() ? Ground::Kind::answer : Ground::Kind::empty;
  ground.value = answer.has_value() ? std::to_string(answer.score())
                                    : kEmptyWords[static_cast<int>(answer.empty())];
  ground.source = answer.place;
  ground.assurance = answer.assurance;
  ground.who = answer.who;
  ground.when = answer.when;
  ground.document = answer.evidence;
  ground.reason = answer.reason;
  return ground;
}

// A control with points rests on the answers to the questions that its points name.
std::vector<Ground> question_grounds(const View& view, const Control& control) {
  std::vector<Ground> grounds;
  for (const Question& question : view.library().questions) {
    bool named = false;
    for (const PointRule& rule : control.points)
      named = named || names(rule.condition.text, question.id);
    if (!named) continue;
    Ground ground = ground_of(answer_of(view.facts, question.id));
    ground.value = question.id + "=" + ground.value;
    grounds.push_back(std::move(ground));
  }
  return grounds;
}

// What was said, as it counts: a supposition, then skip logic, then the answer.
Answer counted_answer(const View& view, std::size_t index) {
  const Control& control = view.library().controls[index];
  const auto supposition = view.overrides.find(control.id);
  Answer answer = answer_of(view.facts, control.id);
  if (supposition != view.overrides.end()) {
    Answer changed;
    changed.value = supposition->second;
    changed.supposed = true;
    return changed;
  }
  if (view.facts.hidden[index] && !answer.supposed) answer.value = Empty::hidden;
  return answer;
}

void answer_grounds(const View& view, std::size_t index, ControlResult& out) {
  const Control& control = view.library().controls[index];
  const Answer answer = counted_answer(view, index);
  const bool by_points = !control.points.empty() && !answer.supposed && !view.facts.hidden[index] &&
                         out.claimed_state != State::not_applicable;
  if (by_points) {
    out.because = question_grounds(view, control);
    if (out.because.empty()) {  // points that only look at the profile
      out.because.emplace_back();
      out.because.back().source = view.facts.facility.place;
    }
    if (out.claimed_state == State::unknown) out.empty = Empty::unanswered;
    return;
  }
  out.assurance = answer.assurance;
  if (!answer.has_value()) out.empty = answer.empty();
  out.because.push_back(ground_of(answer));
}

void evidence_grounds(const View& view, std::size_t index, ControlResult& out) {
  if (supposed(view.facts, view.overrides, out.id)) return;
  const std::vector<Fired>& all = view.facts.fired[index];
  const bool decided = view.evidenced.evidence[index] != engine::kSilent;
  for (const Fired& fired : all) {
    out.because.insert(out.because.end(), fired.grounds.begin(), fired.grounds.end());
    if (fired.rule->strength != Strength::supporting) continue;
    if (fired.rule->speaks == Speaks::against)
      out.follow_up = out.follow_up || out.state == State::met;
    else if (out.claimed_state == State::met && out.assurance == Assurance::claimed)
      out.assurance = Assurance::documented;
  }
  // A state that the inventory proves, either way, is as sure as can be.
  if (decided && out.state != State::not_applicable) out.assurance = Assurance::verified;
}

}  // namespace

void judge_controls(const View& view, Assessment& out) {
  const auto& controls = view.library().controls;
  for (std::size_t c = 0; c < controls.size(); ++c) {
    ControlResult result;
    result.id = controls[c].id;
    result.claimed_state = control_state(view.outcome, c, 0);
    result.state = control_state(view.outcome, c, 1);
    const int score = view.outcome.control_score[c][1];
    if (score >= 0) result.score = score;
    answer_grounds(view, c, result);
    evidence_grounds(view, c, result);
    out.controls.push_back(std::move(result));
  }
}

}  // namespace ruikei::assess
