// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/terminal_text.h"
#include "report/proof_parts.h"

namespace ruikei::report {

namespace {

/// Entries whose labels share one column.
class Entries {
 public:
  Entries(const View& view, Page& page) : page_(page) {
    for (const auto* key :
         {"screen.proof.because", "screen.proof.against_answer", "screen.proof.decides",
          "screen.proof.question", "screen.proof.asked_by", "screen.proof.related"})
      width_ = std::max(width_, display_width(view.words(key)));
  }
  void add(const std::string& label, const TextCell& text, std::string_view tail = {}) {
    page_.entry(2, width_, {label == last_ ? "" : label, Style::faint}, text, tail);
    last_ = label;
  }

 private:
  Page& page_;
  std::size_t width_ = 0;
  std::string last_;
};

void add_evidence(const View& view, const Ground& ground, Entries& entries) {
  const Words& words = view.words;
  const std::string label = words("screen.proof.because");
  const bool has_text = !ground.text.empty();
  const Style style = ground.speaks == Speaks::against ? Style::bad : Style::good;
  entries.add(label, {has_text ? words(ground.text) : ground.value, style},
              has_text && !ground.value.empty() ? "" : place_text(ground.source));
  if (has_text && !ground.value.empty())
    entries.add(label, {words.facts(ground)}, place_text(ground.source));
  entries.add(
      label,
      {words("screen.proof.rule", {ground.rule, words.rule_kind(ground.strength, ground.speaks)})},
      place_text(ground.rule_place));
}

/// Whether this control alone settles its gate, in words.
std::string effect_on(const View& view, const GateResult& gate, const ControlResult& result) {
  const Words& words = view.words;
  if (gate.controls.size() == 1) return words("screen.proof.the_only_control");
  if (result.state == State::not_met)
    return words.count(gate.controls.size() - 1, "screen.proof.alone_one",
                       "screen.proof.alone_many");
  std::vector<std::string> failing, unknown;
  for (const auto& id : gate.controls) {
    const ControlResult* other = id == result.id ? nullptr : view.result(id);
    if (other && other->state == State::not_met) failing.push_back(id);
    if (other && other->state == State::unknown) unknown.push_back(id);
  }
  if (!failing.empty()) return words("screen.proof.others_fail", {words.list(failing)});
  if (result.state == State::unknown)
    return unknown.empty() ? words("screen.proof.only_this")
                           : words("screen.proof.others_unknown", {words.list(unknown)});
  if (unknown.empty()) return words("screen.proof.all_met");
  return words("screen.proof.others_unknown", {words.list(unknown)});
}

void add_decides(const View& view, const Control& control, const ControlResult* result,
                 Entries& entries) {
  const Words& words = view.words;
  const std::string label = words("screen.proof.decides");
  bool decides = false;
  for (const auto& gate : view.assessment.gates) {
    if (!contains(gate.controls, control.id)) continue;
    decides = true;
    std::string text =
        words("screen.proof.decides_gate",
              {view.gate_name(gate.id), std::to_string(gate.level), words.state(gate.state)});
    if (result) text += effect_on(view, gate, *result);
    entries.add(label, {text});
  }
  if (decides) return;
  if (control.gate.empty()) return entries.add(label, {words("screen.proof.decides_none")});
  entries.add(label, {words("screen.proof.decides_support", {view.gate_name(control.gate)})});
}

void add_mappings(const View& view, const Control& control, Entries& entries) {
  // What was not read in the primary text stands apart, so that nobody takes it for official.
  const auto& all = control.mappings;
  for (const bool read : {true, false})
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((all[i].certainty == Certainty::read) != read) continue;
      std::vector<std::string> items = {all[i].item};
      auto same = [&](const Mapping& next) {
        return next.edition == all[i].edition && next.certainty == all[i].certainty;
      };
      std::size_t last = i;
      while (last + 1 < all.size() && same(all[last + 1])) items.push_back(all[++last].item);
      const std::string text = view.edition_name(all[i].edition) + " " + view.words.list(items) +
                               " " + view.words.certainty(all[i].certainty);
      entries.add(view.words(read ? "screen.proof.asked_by" : "screen.proof.related"), {text});
      i = last;
    }
}

}  // namespace

void prove_control(const View& view, const std::string& id, Page& page) {
  const Words& words = view.words;
  const ControlResult* result = view.result(id);
  const Control* control = view.control(id);
  if (result) {
    write_title(id, view.control_title(id),
                {state_words(view, result->state, result->claimed_state), style_of(result->state)},
                page);
  } else {
    write_title(id, view.control_title(id), {words("screen.not_judged")}, page);
  }
  page.blank();
  Entries entries(view, page);
  bool grounds = false;
  for (const auto& ground : result ? result->because : std::vector<Ground>{}) {
    grounds = true;
    if (ground.kind == Ground::Kind::evidence) {
      add_evidence(view, ground, entries);
      continue;
    }
    const bool opposed = !contradictions_of(view.assessment, id).empty();
    entries.add(words(opposed ? "screen.proof.against_answer" : "screen.ground.answer"),
                {answer_words(view, id, ground)}, place_text(ground.source));
  }
  if (!grounds)
    entries.add(words("screen.proof.because"),
                {result && result->empty ? words.empty(*result->empty)
                                         : words("screen.not_known_by_evidence")});
  if (result && result->follow_up)
    entries.add(words("screen.proof.because"), {words("screen.follow_up"), Style::unsure});
  if (!control) return;
  add_decides(view, *control, result, entries);
  if (!control->question.empty())
    entries.add(words("screen.proof.question"), {words(control->question)});
  add_mappings(view, *control, entries);
}

}  // namespace ruikei::report
