// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/terminal_text.h"
#include "report/parts.h"

namespace ruikei::report {

void detail_measures(const View& view, Page& page) {
  const auto& all = view.assessment.measures;
  if (all.empty()) return;
  const Words& words = view.words;
  page.heading(words("screen.detail.measures"));
  page.text(2, words("screen.measures_note"), Style::faint);
  std::vector<Row> rows = {{{}, {}, {words("screen.measure"), Style::faint},
                            {words("screen.helps"), Style::faint},
                            {words("screen.cost"), Style::faint},
                            {words("screen.effort"), Style::faint}}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& one = all[i];
    std::string title = view.measure_title(one.id);
    if (!one.fits) title += words("screen.does_not_fit");
    rows.push_back({{std::to_string(i + 1)},
                    {one.id, Style::strong},
                    {title + " " + words("screen.raises", {words.list(one.controls)})},
                    {helps_words(view, one)},
                    {cost_words(view, one)},
                    {words.effort(one.effort)}});
  }
  page.table(2, {{.right = true}, {}, {.flex = true}, {.flex = true}, {}, {}}, rows);
}

void detail_routes(const View& view, Page& page) {
  if (view.assessment.routes.empty()) return;
  const Words& words = view.words;
  page.heading(words("screen.detail.routes"));
  for (const Verdict verdict : {Verdict::open, Verdict::conditional, Verdict::closed})
    for (const auto& route : view.assessment.routes) {
      if (route.verdict != verdict) continue;
      const Route* known = find_id(view.library.routes, route.id);
      page.table(2, {{}, {.flex = true}, {}},
                 {{{route.id, Style::strong},
                   {known ? words(known->title) : ""},
                   {words.verdict(verdict), style_of(verdict)}}});
      const std::size_t width = std::max(display_width(words.state(State::not_met)),
                                         display_width(words.state(State::unknown)));
      for (const auto& missing : route.conditions) {
        const bool closes = known && find_id(known->closed, missing.id);
        // A closing condition that holds is the reason; "met" would read as good news.
        const bool holds = closes && missing.state == State::met;
        page.entry(6, width,
                   {holds ? words("screen.closes") : words.state(missing.state),
                    holds ? Style::bad : style_of(missing.state)},
                   {words(missing.text)});
      }
    }
}

void detail_reading(const View& view, Page& page) {
  const Words& words = view.words;
  if (!view.assessment.read_reports.empty()) {
    page.heading(words("screen.detail.reading"));
    std::vector<Row> rows = {{{words("screen.file_name"), Style::faint},
                              {words("screen.format"), Style::faint},
                              {words("screen.understood"), Style::faint},
                              {words("screen.ignored"), Style::faint},
                              {words("screen.failed"), Style::faint}}};
    for (const auto& one : view.assessment.read_reports)
      rows.push_back({{one.file},
                      {one.format},
                      {words.number(static_cast<std::int64_t>(one.understood))},
                      {words.number(static_cast<std::int64_t>(one.ignored))},
                      {words.number(static_cast<std::int64_t>(one.failed)),
                       one.failed > 0 ? Style::bad : Style::plain}});
    page.table(2, {{.flex = true}, {}, {.right = true}, {.right = true}, {.right = true}}, rows);
  }
  page.heading(words("screen.detail.basis"));
  page.text(2, words("screen.basis", {view.assessment.library_id, view.assessment.library_version,
                                      view.options.program_version}));
  page.text(2, "SHA-256 " + view.assessment.library_sha256, Style::faint);
}

std::string assessment_text(const Assessment& assessment, const Library& library,
                            const Catalog& catalog, const TextOptions& options) {
  const View view = make_view(assessment, library, catalog, options);
  Page page(std::max<std::size_t>(options.columns, 40), options.color);
  first_screen(view, page);
  if (assessment.applicable) detail_gates(view, page);
  detail_contradictions(view, page);
  detail_unanswered(view, page);
  detail_controls(view, page);
  detail_measures(view, page);
  if (assessment.applicable) detail_routes(view, page);
  detail_domains(view, page);
  detail_reading(view, page);
  return page.str();
}

}  // namespace ruikei::report
