// SPDX-License-Identifier: Apache-2.0
#include "report/view.h"

#include <algorithm>

#include "base/terminal_text.h"
#include "model/schema.h"

namespace ruikei::report {

namespace {

template <class T>
std::string named(const std::vector<T>& all, std::string_view id, Text T::*name, Language lang) {
  const T* found = find_id(all, id);
  return found && !(found->*name).empty() ? (found->*name).in(lang) : std::string(id);
}

const Ground* first_of(const ControlResult& result, Ground::Kind kind) {
  for (const auto& ground : result.because)
    if (ground.kind == kind) return &ground;
  return nullptr;
}

const Ground* evidence_for(const ControlResult& result) {
  const Ground* found = nullptr;
  for (const auto& ground : result.because) {
    if (ground.kind != Ground::Kind::evidence || ground.speaks != Speaks::against) continue;
    if (ground.strength == Strength::decisive) return &ground;
    if (!found) found = &ground;
  }
  return found;
}

std::string evidence_words(const View& view, const Ground& ground, bool with_rule) {
  std::string text = ground.text.empty() ? ground.value : view.words(ground.text);
  if (ground.more > 0)
    text +=
        view.words("screen.n_more", {view.words.number(static_cast<std::int64_t>(ground.more))});
  if (with_rule)
    text += " " + view.words("screen.by_rule",
                             {ground.rule, view.words.rule_kind(ground.strength, ground.speaks)});
  return text;
}

}  // namespace

View make_view(const Assessment& assessment, const Library& library, const Catalog& catalog,
               const TextOptions& options) {
  return {assessment, library, options, Words(catalog, options.language)};
}

std::string View::control_title(std::string_view id) const {
  return named(library.controls, id, &Control::title, options.language);
}
std::string View::gate_name(std::string_view id) const {
  return named(library.gates, id, &Gate::name, options.language);
}
std::string View::measure_title(std::string_view id) const {
  return named(library.measures, id, &Measure::title, options.language);
}
std::string View::domain_name(std::string_view id) const {
  return named(library.domains, id, &Domain::name, options.language);
}
std::string View::edition_name(std::string_view id) const {
  return named(library.editions, id, &Edition::name, options.language);
}

std::string View::off_ladder(const OffLadder& hole) const {
  const std::string text = hole.gate.empty()
                               ? words(hole.text)
                               : words("screen.gate_not_applicable", {gate_name(hole.gate)});
  return words("screen.off_ladder", {text});
}

std::string View::facility(std::string_view id) const {
  const Kind& kind = facility_kind();
  const auto field = kind.find(id);
  if (!field || *field >= assessment.facility.cells.size()) return "";
  return cell_text(assessment.facility.cells[*field], kind.fields[*field].type == FieldType::date);
}

std::string View::option(std::string_view id, std::string_view value) const {
  const Control* control = this->control(id);
  if (!control) return "";
  const Scale* scale = find_id(library.scales, control->scale);
  for (const auto* options_ : {&control->options, scale ? &scale->options : nullptr}) {
    if (!options_) continue;
    for (const auto& one : *options_)
      if (std::to_string(one.value) == value && !one.text.empty()) return words(one.text);
  }
  return "";
}

int View::maximum(const Control& control) const {
  if (control.points.empty()) {
    const Scale* scale = find_id(library.scales, control.scale);
    return scale ? scale->maximum : 0;
  }
  int most = 0;
  for (const auto& rule : control.points) most = std::max(most, rule.points);
  return most;
}

std::string answer_value(const View& view, std::string_view control, const Ground& ground) {
  if (const Empty* empty = find_empty(ground.value)) {
    const std::string word = view.words.empty(*empty);
    return ground.reason.empty() ? word : view.words("screen.with_reason", {word, ground.reason});
  }
  const std::string option = view.option(control, ground.value);
  return option.empty() ? ground.value : view.words("screen.quoted", {ground.value, option});
}

std::string answer_words(const View& view, std::string_view control, const Ground& ground) {
  std::vector<std::string> parts = {answer_value(view, control, ground)};
  if (!find_empty(ground.value)) parts.push_back(view.words.assurance(ground.assurance));
  if (!ground.who.empty()) parts.push_back(ground.who);
  if (!ground.when.empty()) parts.push_back(view.words.date(ground.when));
  if (!ground.document.empty()) parts.push_back(view.words("screen.document", {ground.document}));
  return view.words.list(parts);
}

std::string state_words(const View& view, State state, State claimed) {
  const std::string word = view.words.state(state);
  if (state == claimed) return word;
  return view.words("screen.state_and_claimed", {word, view.words.state(claimed)});
}

std::string score_words(const View& view, const ControlResult& result) {
  if (!result.score) return result.empty ? view.words.empty(*result.empty) : "";
  const Control* control = view.control(result.id);
  const int most = control ? view.maximum(*control) : 0;
  const std::string score = std::to_string(*result.score);
  return most > 0 ? score + "/" + std::to_string(most) : score;
}

void write_grounds(const View& view, const ControlResult& result, std::size_t indent,
                   bool with_rules, Page& page) {
  auto label = [&](const Ground& ground) {
    if (ground.kind != Ground::Kind::evidence) return TextCell{view.words("screen.ground.answer")};
    if (ground.speaks == Speaks::for_)
      return TextCell{view.words("screen.ground.evidence_for"), Style::good};
    return TextCell{view.words("screen.ground.evidence_against"), Style::bad};
  };
  // An empty answer that no file holds says no more than the control's own line.
  auto bare = [](const Ground& ground) {
    return ground.kind == Ground::Kind::empty && !ground.source.file && ground.reason.empty();
  };
  std::size_t width = 0;
  for (const auto& ground : result.because)
    if (!bare(ground)) width = std::max(width, display_width(label(ground).text));
  for (const auto& ground : result.because) {
    if (bare(ground)) continue;
    const std::string text = ground.kind == Ground::Kind::evidence
                                 ? evidence_words(view, ground, with_rules)
                                 : answer_words(view, result.id, ground);
    page.entry(indent, width, label(ground), {text}, place_text(ground.source));
  }
}

Reason reason_of(const View& view, const ControlResult& result) {
  const Words& words = view.words;
  const auto found = contradictions_of(view.assessment, result.id);
  if (!found.empty()) {
    const Contradiction& first = *found.front();
    // The wording of the answer stands in the detail; here the evidence matters.
    return {words("screen.claimed_but",
                  {first.answer.value, evidence_words(view, first.evidence, false)}),
            place_text(first.evidence.source)};
  }
  if (result.state == State::not_met)
    if (const Ground* evidence = evidence_for(result))
      return {evidence_words(view, *evidence, false), place_text(evidence->source)};
  if (const Ground* answer = first_of(result, Ground::Kind::answer))
    return {words("screen.answered", {answer_value(view, result.id, *answer)}),
            place_text(answer->source)};
  const Ground* empty = first_of(result, Ground::Kind::empty);
  if (empty) return {answer_value(view, result.id, *empty), place_text(empty->source)};
  return {result.empty ? words.empty(*result.empty) : words.state(result.state), ""};
}

}  // namespace ruikei::report
