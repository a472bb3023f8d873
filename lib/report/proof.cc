// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/terminal_text.h"
#include "report/proof_parts.h"

namespace ruikei::report {

namespace {

/// Why the range ends where it does: the gates below it that are met, the first that is not.
void write_range_reasons(const View& view, Page& page) {
  const Assessment& a = view.assessment;
  const Words& words = view.words;
  auto names = [&](int above, int upto, auto wanted) {
    std::vector<std::string> out;
    for (const auto& gate : a.gates)
      if (gate.level > above && gate.level <= upto && wanted(gate.state))
        out.push_back(view.gate_name(gate.id));
    return words.list(out);
  };
  const LevelRange range = a.evidenced;
  if (range.low > 0) page.text(2, words("screen.proof.low", {std::to_string(range.low)}));
  auto known_not = [](State state) { return state == State::not_met; };
  auto open = [](State state) { return state == State::unknown; };
  const std::string stops = names(range.high, range.high + 1, known_not);
  if (!stops.empty())
    page.text(2, words("screen.proof.high", {std::to_string(range.high + 1), stops}));
  const std::string unknown = names(range.low, range.high, open);
  if (!unknown.empty()) page.text(2, words("screen.proof.open", {unknown}));
}

std::string statement(const View& view, const Subject& subject, const Change& change, bool after) {
  switch (subject.kind) {
    case Subject::Kind::gate:
      return view.words.state(after ? change.gate_after : change.gate_before);
    case Subject::Kind::route:
      return view.words.verdict(after ? change.route_after : change.route_before);
    default:
      return view.words("screen.proof.level_value",
                        {view.words.levels(after ? change.level_after : change.level_before)});
  }
}

/// "level 1 → level 0"; a control's state may change while the level does not.
std::string moves_words(const View& view, const Subject& subject, const Change& change) {
  const std::string before = statement(view, subject, change, false);
  const std::string after = statement(view, subject, change, true);
  if (before == after) return view.words("screen.proof.stays", {before});
  return view.words("screen.proof.before_after", {before, after});
}

void write_changes(const View& view, const Subject& subject, std::span<const Change> changes,
                   Page& page) {
  const Words& words = view.words;
  page.heading(words("screen.proof.changes"));
  if (changes.empty()) {
    page.text(2, words("screen.proof.no_change"));
    return;
  }
  const bool beside = subject.kind == Subject::Kind::gate || subject.kind == Subject::Kind::route;
  std::vector<Row> rows;
  for (const auto& change : changes) {
    Row row = {{change.control, Style::strong},
               {view.control_title(change.control)},
               {words(change.to_met ? "screen.proof.if_met" : "screen.proof.if_not_met")},
               {moves_words(view, subject, change)},
               {}};
    const bool moves = !(change.level_before == change.level_after);
    if (beside && moves)
      row[4].text = words("screen.proof.level_moves",
                          {words.levels(change.level_before), words.levels(change.level_after)});
    rows.push_back(std::move(row));
  }
  page.table(2, {{}, {.flex = true}, {}, {}, {}}, rows);
}

}  // namespace

void write_title(const std::string& id, const std::string& title, const TextCell& state,
                 Page& page) {
  const std::string left = title.empty() || title == id ? id : id + "  " + title;
  page.edges({left, Style::strong}, state);
}

void write_gate_chain(const View& view, const GateResult& gate, std::size_t indent, Page& page) {
  const Gate* known = find_id(view.library.gates, gate.id);
  if (indent > 0)
    page.line(indent, {{view.gate_name(gate.id), Style::strong},
                       {gate.id},
                       {state_words(view, gate.state, gate.claimed_state), style_of(gate.state)}});
  if (known && !known->published.empty())
    page.text(indent + 2, view.words(known->published), Style::faint);
  if (known && !known->condition.empty())
    page.entry(indent + 2, 0, {}, {known->condition.text}, place_text(known->condition.place));
  for (const auto& id : gate.controls) {
    const ControlResult* result = view.result(id);
    if (!result) continue;
    page.entry(indent + 2, 5, {id, Style::strong},
               {view.words("screen.title_state",
                           {view.control_title(id),
                            state_words(view, result->state, result->claimed_state)}),
                style_of(result->state)});
    write_grounds(view, *result, indent + 9, true, page);
  }
}

void prove_level(const View& view, Page& page) {
  const Assessment& a = view.assessment;
  const Words& words = view.words;
  if (!a.applicable) {
    write_title(words("screen.level"), "", {words("screen.not_judged"), Style::strong}, page);
    page.text(2, words("screen.not_judged_why"));
    return;
  }
  write_title(words("screen.level"), "", {level_words(view, a.evidenced), Style::strong}, page);
  if (!(a.claimed == a.evidenced))
    page.text(2, words("screen.proof.claimed", {words.levels(a.claimed)}));
  write_range_reasons(view, page);
  for (const auto& level : view.library.levels) {
    const bool has_gates = std::any_of(a.gates.begin(), a.gates.end(), [&](const auto& gate) {
      return gate.level == level.number;
    });
    if (!has_gates) continue;
    page.blank();
    page.line(0, {{words("screen.level_n", {std::to_string(level.number)}), Style::strong},
                  {words(level.name)}});
    for (const auto& gate : a.gates)
      if (gate.level == level.number) write_gate_chain(view, gate, 2, page);
  }
  for (const auto& hole : a.off_ladder) {
    page.blank();
    page.text(0, view.off_ladder(hole), Style::unsure);
  }
}

void prove_gate(const View& view, const std::string& id, Page& page) {
  const GateResult* gate = find_id(view.assessment.gates, id);
  const Words& words = view.words;
  if (!gate) return write_title(id, view.gate_name(id), {words("screen.not_judged")}, page);
  write_title(id, view.gate_name(id),
              {state_words(view, gate->state, gate->claimed_state), style_of(gate->state)}, page);
  page.text(2, words("screen.proof.gate_of", {std::to_string(gate->level)}));
  page.blank();
  write_gate_chain(view, *gate, 0, page);
}

void prove_domain(const View& view, const std::string& id, Page& page) {
  const DomainResult* domain = find_id(view.assessment.domains, id);
  const Words& words = view.words;
  write_title(id, view.domain_name(id),
              {domain && domain->score
                   ? words("screen.proof.points", {std::to_string(*domain->score),
                                                   std::to_string(view.library.domain_scale)})
                   : words("screen.none"),
               Style::strong},
              page);
  if (domain) {
    const bool one_value = domain->low == domain->high;
    page.text(2, words("screen.proof.domain_range",
                       {one_value ? std::to_string(domain->low)
                                  : words("screen.range", {std::to_string(domain->low),
                                                           std::to_string(domain->high)}),
                        std::to_string(domain->answered), std::to_string(domain->applicable)}));
  }
  page.text(2, words("screen.proof.domain_note"));
  page.blank();
  std::vector<Row> rows;
  for (const auto& control : view.library.controls) {
    const ControlResult* result = view.result(control.id);
    if (control.domain != id || !result) continue;
    rows.push_back({{control.id, Style::strong},
                    {words(control.title)},
                    {words.state(result->state), style_of(result->state)},
                    {score_words(view, *result)},
                    {words("screen.proof.weight", {std::to_string(control.weight)})}});
  }
  page.table(2, {{}, {.flex = true}, {}, {}, {}}, rows);
}

std::string proof_text(const Assessment& assessment, const Library& library, const Catalog& catalog,
                       const TextOptions& options, const Subject& subject,
                       std::span<const Change> changes) {
  const View view = make_view(assessment, library, catalog, options);
  Page page(std::max<std::size_t>(options.columns, 40), options.color);
  using Kind = Subject::Kind;
  switch (subject.kind) {
    case Kind::level:
      prove_level(view, page);
      break;
    case Kind::gate:
      prove_gate(view, subject.id, page);
      break;
    case Kind::control:
      prove_control(view, subject.id, page);
      break;
    case Kind::domain:
      prove_domain(view, subject.id, page);
      break;
    case Kind::measure:
      prove_measure(view, subject.id, page);
      break;
    case Kind::route:
      prove_route(view, subject.id, page);
      break;
  }
  // A score moves nothing and a measure says itself what it raises.
  if (subject.kind != Kind::domain && (subject.kind != Kind::measure || !changes.empty()))
    write_changes(view, subject, changes, page);
  return page.str();
}

}  // namespace ruikei::report
