// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/terminal_text.h"
#include "report/parts.h"

namespace ruikei::report {

namespace {

constexpr std::size_t kGroundIndent = 9;

Row control_row(const View& view, const ControlResult& control) {
  const Words& words = view.words;
  std::string remark;
  if (control.state != control.claimed_state)
    remark = words("screen.claimed_state", {words.state(control.claimed_state)});
  else if (control.score) remark = words.assurance(control.assurance);
  else if (control.empty) remark = words.empty(*control.empty);
  return {{control.id, Style::strong},
          {view.control_title(control.id)},
          {words.state(control.state), style_of(control.state)},
          {control.score ? score_words(view, control) : ""},
          {remark}};
}

std::vector<Column> control_columns() { return {{}, {.flex = true}, {}, {}, {}}; }

/// Widths for all controls, so that those of different gates and domains line up.
std::vector<std::size_t> control_widths(const View& view, std::size_t indent, const Page& page) {
  std::vector<Row> rows;
  for (const auto& control : view.assessment.controls) rows.push_back(control_row(view, control));
  return page.fit(indent, control_columns(), std::move(rows));
}

/// Widest label of a list, so that entries below each other line up.
std::size_t widest(const std::vector<std::string>& labels) {
  std::size_t width = 0;
  for (const auto& label : labels) width = std::max(width, display_width(label));
  return width;
}

void write_contradiction(const View& view, const Contradiction& one, Page& page) {
  const Words& words = view.words;
  const std::vector<std::string> labels = {words("screen.ground.answer"),
                                           words("screen.ground.as_found"), words("screen.rule")};
  const std::size_t width = widest(labels);
  page.table(2, {{}, {.flex = true}, {}},
             {{{one.control, Style::strong},
               {view.control_title(one.control)},
               {words(one.changes_level ? "screen.changes_level" : "screen.no_level_change"),
                one.changes_level ? Style::unsure : Style::plain}}});
  page.entry(kGroundIndent, width, {labels[0]}, {answer_words(view, one.control, one.answer)},
             place_text(one.answer.source));
  const std::string found =
      one.evidence.text.empty() ? one.evidence.value : words(one.evidence.text);
  page.entry(kGroundIndent, width, {labels[1]}, {found}, place_text(one.evidence.source));
  if (!one.evidence.text.empty() && !one.evidence.value.empty())
    page.entry(kGroundIndent, width, {}, {words.facts(one.evidence)});
  page.entry(
      kGroundIndent, width, {labels[2]},
      {words("screen.rule_id_kind",
             {one.evidence.rule, words.rule_kind(one.evidence.strength, one.evidence.speaks)})},
      place_text(one.evidence.rule_place));
}

}  // namespace

void detail_gates(const View& view, Page& page) {
  const Words& words = view.words;
  if (view.assessment.gates.empty()) return;
  page.heading(words("screen.detail.gates"));
  const auto widths = control_widths(view, 4, page);
  for (const auto& gate : view.assessment.gates) {
    const Gate* known = find_id(view.library.gates, gate.id);
    if (&gate != &view.assessment.gates.front()) page.blank();
    page.line(2, {{words("screen.level_n", {std::to_string(gate.level)})},
                  {view.gate_name(gate.id), Style::strong},
                  {state_words(view, gate.state, gate.claimed_state), style_of(gate.state)}});
    if (known && !known->published.empty()) page.text(4, words(known->published), Style::faint);
    if (known && !known->condition.empty())
      page.entry(4, 0, {}, {known->condition.text}, place_text(known->condition.place));
    for (const auto& id : gate.controls)
      if (const ControlResult* control = view.result(id))
        page.row(4, control_columns(), widths, control_row(view, *control));
  }
}

void detail_controls(const View& view, Page& page) {
  const auto& controls = view.assessment.controls;
  if (controls.empty()) return;
  page.heading(view.words("screen.detail.controls"));
  const auto widths = control_widths(view, 2, page);
  std::vector<std::string> domains;  // in the library's order, then what it does not know
  for (const auto& domain : view.library.domains) domains.push_back(domain.id);
  if (!contains(domains, "")) domains.push_back("");
  bool first = true;
  for (const auto& domain : domains) {
    bool titled = false;
    for (const auto& control : controls) {
      const Control* known = view.control(control.id);
      const bool listed = known && contains(domains, known->domain);
      if ((listed ? known->domain : "") != domain) continue;
      if (!titled && !first) page.blank();
      if (!titled)
        page.text(2, domain.empty() ? view.words("screen.no_domain") : view.domain_name(domain),
                  Style::strong);
      titled = true;
      first = false;
      page.row(2, control_columns(), widths, control_row(view, control));
      write_grounds(view, control, kGroundIndent, false, page);
      if (control.follow_up)
        page.text(kGroundIndent, view.words("screen.follow_up"), Style::unsure);
    }
  }
}

void detail_contradictions(const View& view, Page& page) {
  if (view.assessment.contradictions.empty()) return;
  page.heading(view.words("screen.detail.contradictions"));
  page.text(2, view.words("screen.contradictions_note"), Style::faint);
  for (const auto& one : view.assessment.contradictions) {
    page.blank();
    write_contradiction(view, one, page);
  }
}

void detail_unanswered(const View& view, Page& page) {
  const auto& all = view.assessment.unanswered;
  if (all.empty()) return;
  const Words& words = view.words;
  page.heading(words("screen.detail.unanswered"));
  page.text(2, words("screen.unanswered_note"), Style::faint);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ControlResult* result = view.result(all[i]);
    const Control* known = view.control(all[i]);
    const bool matters = i < view.assessment.unanswered_that_matter;
    rows.push_back({{all[i], matters ? Style::strong : Style::plain},
                    {view.control_title(all[i])},
                    {result && result->empty ? words.empty(*result->empty)
                                             : words("screen.not_known_by_evidence")},
                    {matters && known && !known->gate.empty()
                         ? words("screen.matters_for", {view.gate_name(known->gate)})
                     : matters ? words("screen.matters")
                               : ""}});
  }
  page.table(2, {{}, {.flex = true}, {}, {.flex = true}}, rows);
}

void detail_domains(const View& view, Page& page) {
  if (view.assessment.domains.empty()) return;
  const Words& words = view.words;
  page.heading(words("screen.detail.domains"));
  page.text(2, words("screen.domains_note", {std::to_string(view.library.domain_scale)}),
            Style::faint);
  std::vector<Row> rows = {{{words("screen.domain"), Style::faint},
                            {words("screen.score"), Style::faint},
                            {words("screen.possible"), Style::faint},
                            {words("screen.answered_of"), Style::faint}}};
  for (const auto& domain : view.assessment.domains) {
    const bool one_value = domain.low == domain.high;
    rows.push_back({{view.domain_name(domain.id)},
                    {domain.score ? std::to_string(*domain.score) : words("screen.none")},
                    {one_value ? std::to_string(domain.low)
                               : words("screen.range",
                                       {std::to_string(domain.low), std::to_string(domain.high)})},
                    {std::to_string(domain.answered) + "/" + std::to_string(domain.applicable)}});
  }
  page.table(2, {{.flex = true}, {.right = true}, {.right = true}, {.right = true}}, rows);
}

}  // namespace ruikei::report
