// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/terminal_text.h"
#include "report/proof_parts.h"

namespace ruikei::report {

namespace {

/// Controls the measure raises: where each stands and how far it would come.
void write_raises(const View& view, const Measure& measure, const MeasureResult* result,
                  Page& page) {
  const Words& words = view.words;
  page.heading(words("screen.proof.raises"));
  std::vector<Row> rows;
  for (const auto& raise : measure.raises) {
    const ControlResult* control = view.result(raise.control);
    const bool here = result && contains(result->controls, raise.control);
    rows.push_back({{raise.control, Style::strong},
                    {view.control_title(raise.control)},
                    {control ? words.state(control->state) : "",
                     control ? style_of(control->state) : Style::plain},
                    {words("screen.proof.raise_to", {std::to_string(raise.to)})},
                    {here ? "" : words("screen.proof.no_gain")}});
  }
  page.table(2, {{}, {.flex = true}, {}, {}, {.flex = true}}, rows);
}

void write_costs(const View& view, const Measure& measure, const MeasureResult* result,
                 Page& page) {
  const Words& words = view.words;
  page.heading(words("screen.proof.cost"));
  if (result && result->cost)
    page.text(
        2, words("screen.proof.cost_here", {words.money(*result->cost), result->cost->bed_class}));
  std::vector<Row> rows;
  for (const auto& cost : measure.cost_yen)
    rows.push_back({{words("screen.proof.bed_class", {cost.bed_class})}, {words.money(cost)}});
  page.table(4, {{}, {}}, rows);
  if (measure.estimate) page.text(2, words("screen.proof.estimate"));
  if (!measure.cost_basis.empty())
    page.text(2, words("screen.proof.basis", {words(measure.cost_basis)}));
}

void write_conditions_of_use(const View& view, const Measure& measure, const MeasureResult* result,
                             Page& page) {
  const Words& words = view.words;
  page.heading(words("screen.proof.before_start"));
  std::vector<std::string> needs;
  for (const auto& id : measure.needs) needs.push_back(id + " " + view.measure_title(id));
  page.text(2, words("screen.proof.effort", {words.effort(measure.effort)}));
  if (!needs.empty()) page.text(2, words("screen.proof.needs", {words.list(needs)}));
  if (!measure.prerequisites.empty()) page.text(2, words(measure.prerequisites));
  if (!measure.fits.empty()) page.text(2, words("screen.proof.fits", {words.list(measure.fits)}));
  if (result && !result->fits) page.text(2, words("screen.proof.does_not_fit"), Style::unsure);
  if (!measure.fit_note.empty()) page.text(2, words(measure.fit_note));
  if (measure.examples.empty()) return;
  page.heading(words("screen.proof.examples"));
  for (const auto& example : measure.examples) page.text(2, example);
}

void write_route_group(const View& view, const std::vector<RouteLine>& lines,
                       RouteLine::Group group, bool closed, Page& page) {
  static constexpr std::string_view kTitle[] = {
      "screen.proof.route_conditional", "screen.proof.route_open", "screen.proof.route_closed"};
  const Words& words = view.words;
  std::vector<Row> rows;
  for (const auto& line : lines) {
    if (line.group != group) continue;
    TextCell state;
    if (group == RouteLine::Group::closed) {
      if (!line.listed) state = {words("screen.proof.does_not_apply"), Style::good};
      else if (line.state == State::met) state = {words("screen.closes"), Style::bad};
      else state = {words.state(State::unknown), Style::unsure};
    } else if (line.listed) {
      state = {words.state(line.state), style_of(line.state)};
    } else {
      state = {words.state(State::met), Style::good};
    }
    // Of a closed route only what is listed is known: the rest was not asked any more.
    if (closed && !line.listed) state = {words("screen.proof.not_looked_at"), Style::faint};
    rows.push_back({state,
                    {line.condition->id},
                    {words(line.condition->text)},
                    {place_text(line.condition->condition.place), Style::faint}});
  }
  if (rows.empty()) return;
  page.heading(words(kTitle[static_cast<int>(group)]));
  page.table(2, {{}, {}, {.flex = true}, {}}, rows);
}

}  // namespace

std::vector<RouteLine> route_lines(const Route& route, const RouteResult& result) {
  std::vector<RouteLine> out;
  auto add = [&](const std::vector<RouteCondition>& all, RouteLine::Group group) {
    for (const auto& condition : all) {
      RouteLine line{&condition, group};
      const auto* missing = find_id(result.conditions, condition.id);
      line.listed = missing != nullptr;
      if (missing) line.state = missing->state;
      out.push_back(line);
    }
  };
  add(route.conditional, RouteLine::Group::conditional);
  add(route.open, RouteLine::Group::open);
  add(route.closed, RouteLine::Group::closed);
  return out;
}

void prove_measure(const View& view, const std::string& id, Page& page) {
  const Measure* measure = find_id(view.library.measures, id);
  const MeasureResult* result = find_id(view.assessment.measures, id);
  const Words& words = view.words;
  std::string rank = words("screen.proof.not_ranked");
  if (result)
    rank = words("screen.proof.rank", {std::to_string(result - view.assessment.measures.data() + 1),
                                       std::to_string(view.assessment.measures.size())});
  write_title(id, view.measure_title(id), {rank}, page);
  if (!measure) return;
  page.text(2, words(measure->what));
  if (result) page.text(2, words("screen.proof.helps", {helps_words(view, *result)}));
  write_raises(view, *measure, result, page);
  write_costs(view, *measure, result, page);
  write_conditions_of_use(view, *measure, result, page);
}

void prove_route(const View& view, const std::string& id, Page& page) {
  const Route* route = find_id(view.library.routes, id);
  const RouteResult* result = find_id(view.assessment.routes, id);
  const Words& words = view.words;
  const TextCell state = result
                             ? TextCell{words.verdict(result->verdict), style_of(result->verdict)}
                             : TextCell{words("screen.not_judged")};
  write_title(id, route ? words(route->title) : "", state, page);
  if (!route) return;
  page.text(2, words(route->what));
  page.text(2,
            words("screen.proof.route_source", {words.certainty(route->certainty), route->source}),
            Style::faint);
  if (!result) return;
  const auto lines = route_lines(*route, *result);
  const bool closed = result->verdict == Verdict::closed;
  for (const auto group :
       {RouteLine::Group::closed, RouteLine::Group::conditional, RouteLine::Group::open})
    write_route_group(view, lines, group, closed, page);
}

}  // namespace ruikei::report
