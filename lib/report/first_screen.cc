// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/terminal_text.h"
#include "report/parts.h"

namespace ruikei::report {

namespace {

constexpr std::size_t kMeasuresShown = 3;
constexpr std::size_t kFewestBlockingLines = 5;  // shown even when the rest is long
constexpr std::size_t kReasonLines = 2;          // of one reason on the first screen

/// Titles of the routes with one verdict, as many as one line holds.
std::string route_list(const View& view, Verdict verdict, std::size_t width) {
  std::string out;
  std::size_t left = 0;
  for (const auto& route : view.assessment.routes) left += route.verdict == verdict;
  for (const auto& route : view.assessment.routes) {
    if (route.verdict != verdict) continue;
    const Route* known = find_id(view.library.routes, route.id);
    const std::string title = route.id + (known ? " " + view.words(known->title) : "");
    std::string missing;
    if (verdict == Verdict::conditional && !route.conditions.empty())
      missing = view.words.count(route.conditions.size(), "screen.route_missing_one",
                                 "screen.route_missing_many");
    const std::string more = view.words("screen.n_more", {std::to_string(left)});
    const std::size_t reserve = (left > 1 ? display_width(more) + 2 : 0) + display_width(missing);
    const std::string with = out.empty() ? title : view.words.list({out, title});
    if (!out.empty() && display_width(with) + reserve > width) return out + more;
    out = shorten(with, width - std::min(width, reserve)) + missing;
    --left;
  }
  return out;
}

void write_routes(const View& view, Page& page) {
  if (view.assessment.routes.empty()) return;
  page.heading(view.words("screen.routes"));
  std::size_t width = 0;
  const Verdict verdicts[] = {Verdict::open, Verdict::conditional, Verdict::closed};
  for (const Verdict verdict : verdicts)
    width = std::max(width, display_width(view.words.verdict(verdict)));
  for (const Verdict verdict : verdicts) {
    const std::size_t room = page.columns() > width + 24 ? page.columns() - width - 4 : 20;
    const std::string list = route_list(view, verdict, room);
    if (list.empty()) continue;
    page.entry(2, width, {view.words.verdict(verdict), style_of(verdict)}, {list});
  }
}

void write_measures(const View& view, Page& page) {
  const auto& measures = view.assessment.measures;
  if (measures.empty()) return;
  const Words& words = view.words;
  page.blank();
  std::vector<Row> rows = {{{words("screen.measures_best"), Style::strong},
                            {words("screen.helps"), Style::faint},
                            {words("screen.cost"), Style::faint},
                            {words("screen.effort"), Style::faint}}};
  for (std::size_t i = 0; i < std::min(kMeasuresShown, measures.size()); ++i) {
    const auto& one = measures[i];
    rows.push_back({{"  " + std::to_string(i + 1) + " " + view.measure_title(one.id)},
                    {helps_words(view, one)},
                    {cost_words(view, one)},
                    {words.effort(one.effort)}});
  }
  page.table(0, {{.flex = true, .cut = true}, {.flex = true, .first = true, .cut = true}, {}, {}},
             rows);
}

void write_one_blocking(const View& view, const Blocking& blocking, Page& page) {
  const ControlResult* result = view.result(blocking.control);
  const std::size_t start = 2 + std::max<std::size_t>(display_width(blocking.control), 5) + 2;
  const Words& words = view.words;
  const bool plain = result && result->empty && result->state == State::unknown &&
                     contradictions_of(view.assessment, blocking.control).empty();
  const Reason reason = result ? reason_of(view, *result) : Reason{};
  const std::string state = words.state(blocking.state);
  page.entry(2, start - 4, {blocking.control, Style::strong},
             {words("screen.title_state",
                    {view.control_title(blocking.control),
                     plain ? words("screen.state_because", {state, reason.text}) : state}),
              style_of(blocking.state)},
             plain ? reason.place : "");
  if (!result || plain) return;
  const std::size_t width = page.columns() > start + 20 ? page.columns() - start : 20;
  const std::size_t place = reason.place.empty() ? 0 : display_width(reason.place) + 2;
  const std::size_t most = std::max<std::size_t>(kReasonLines * width, place + 20) - place - 4;
  page.entry(start, 0, {}, {shorten(make_visible(reason.text), most)}, reason.place);
}

/// As many as fit into `budget` lines, the rest by id.
void write_blocking(const View& view, std::size_t budget, Page& page) {
  const auto& all = view.assessment.blocking;
  const Words& words = view.words;
  page.heading(words("screen.blocking"));
  for (std::size_t i = 0; i < all.size(); ++i) {
    Page next = page.sibling();
    write_one_blocking(view, all[i], next);
    const bool last = i + 1 == all.size();
    const bool fits = page.lines() + next.lines() + (last ? 0 : 1) <= budget;
    if (fits || i == 0) {
      page.append(next);
      continue;
    }
    std::vector<std::string> rest;
    for (std::size_t r = i; r < all.size() && r < i + 6; ++r) rest.push_back(all[r].control);
    std::string list = words.list(rest);
    if (i + rest.size() < all.size()) list = words("screen.and_more", {list});
    page.text(2,
              words.count(all.size() - i, "screen.blocking_more_one", "screen.blocking_more_many") +
                  list);
    return;
  }
}

void write_next(const View& view, Page& page) {
  const Words& words = view.words;
  page.blank();
  std::vector<std::string> ids;
  if (!view.assessment.blocking.empty()) ids.push_back(view.assessment.blocking.front().control);
  if (!view.assessment.measures.empty()) ids.push_back(view.assessment.measures.front().id);
  Row cells = {{words("screen.next")},
               {"ruikei explain " + shell_word(view.options.case_name) + " level"}};
  if (!ids.empty()) cells.push_back({words("screen.likewise", {words.list(ids)})});
  page.line(0, cells);
  // The library's own note may be long; it stands in full at the end.
  page.text(0, words("screen.own_judgement"), Style::faint);
}

}  // namespace

std::string helps_words(const View& view, const MeasureResult& measure) {
  std::vector<std::string> names;
  for (const auto& why : measure.why)
    names.push_back(why == "readiness" ? view.words("screen.readiness") : view.gate_name(why));
  return view.words.list(names);
}

std::string cost_words(const View& view, const MeasureResult& measure) {
  return measure.cost ? view.words.money(*measure.cost) : view.words("screen.cost_unknown");
}

void first_screen(const View& view, Page& page) {
  write_header(view, page);
  page.blank();
  write_level(view, page);
  Page below = page.sibling();
  write_measures(view, below);
  if (view.assessment.applicable) write_routes(view, below);
  write_next(view, below);
  const bool blocked = view.assessment.applicable && !view.assessment.blocking.empty();
  if (blocked) {
    const std::size_t taken = page.lines() + below.lines() + 2;
    const std::size_t budget =
        kFirstScreenLines > taken ? kFirstScreenLines - taken : kFewestBlockingLines;
    Page middle = page.sibling();
    write_blocking(view, std::max(budget, kFewestBlockingLines), middle);
    page.blank();
    page.append(middle);
  }
  page.blank();
  page.append(below);
  page.squeeze(kFirstScreenLines);
}

}  // namespace ruikei::report
