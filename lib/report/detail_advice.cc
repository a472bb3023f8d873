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
  const std::vector<Column> columns = {{.right = true}, {}, {.flex = true}, {}, {}};
  std::vector<Row> rows = {{{},
                            {},
                            {words("screen.measure"), Style::faint},
                            {words("screen.cost"), Style::faint},
                            {words("screen.effort"), Style::faint}}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& one = all[i];
    std::string title = view.measure_title(one.id);
    if (!one.fits) title += words("screen.does_not_fit");
    rows.push_back({{std::to_string(i + 1)},
                    {one.id, Style::strong},
                    {title},
                    {cost_words(view, one)},
                    {words.effort(one.effort)}});
  }
  const auto widths = page.fit(2, columns, rows);
  page.row(2, columns, widths, rows.front());
  for (std::size_t i = 0; i < all.size(); ++i) {
    page.row(2, columns, widths, rows[i + 1]);
    page.text(2 + widths[0] + 2, words("screen.helps_raises",
                                       {helps_words(view, all[i]), words.list(all[i].controls)}));
  }
}

void detail_routes(const View& view, Page& page) {
  if (view.assessment.routes.empty()) return;
  const Words& words = view.words;
  page.heading(words("screen.detail.routes"));
  const std::vector<Column> columns = {{}, {.flex = true}, {}};
  std::vector<Row> rows;
  for (const auto& route : view.assessment.routes) {
    const Route* known = find_id(view.library.routes, route.id);
    rows.push_back({{route.id, Style::strong},
                    {known ? words(known->title) : ""},
                    {words.verdict(route.verdict), style_of(route.verdict)}});
  }
  const auto widths = page.fit(2, columns, rows);
  for (const Verdict verdict : {Verdict::open, Verdict::conditional, Verdict::closed})
    for (const auto& route : view.assessment.routes) {
      if (route.verdict != verdict) continue;
      const Route* known = find_id(view.library.routes, route.id);
      page.row(2, columns, widths,
               rows[static_cast<std::size_t>(&route - view.assessment.routes.data())]);
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

namespace {

void write_read_reports(const std::vector<ReadReport>& files, const Words& words, Page& page) {
  auto number = [&](std::size_t value) { return words.number(static_cast<std::int64_t>(value)); };
  std::vector<Row> rows = {{{words("screen.file_name"), Style::faint},
                            {words("screen.format"), Style::faint},
                            {words("screen.understood"), Style::faint},
                            {words("screen.ignored"), Style::faint},
                            {words("screen.failed"), Style::faint}}};
  for (const auto& one : files)
    rows.push_back({{one.file},
                    {one.format},
                    {number(one.understood)},
                    {number(one.ignored)},
                    {number(one.failed), one.failed > 0 ? Style::bad : Style::plain}});
  page.table(2, {{.flex = true}, {}, {.right = true}, {.right = true}, {.right = true}}, rows);
}

}  // namespace

void detail_reading(const View& view, Page& page) {
  const Words& words = view.words;
  if (!view.assessment.read_reports.empty()) {
    page.heading(words("screen.detail.reading"));
    write_read_reports(view.assessment.read_reports, words, page);
  }
  page.heading(words("screen.detail.basis"));
  page.text(2, words("screen.basis", {view.assessment.library_id, view.assessment.library_version,
                                      view.options.program_version}));
  page.text(2, words(view.library.note));
  page.text(2, "SHA-256 " + view.assessment.library_sha256, Style::faint);
}

std::string assessment_text(const Assessment& assessment, const Library& library,
                            const Catalog& catalog, const TextOptions& options) {
  const View view = make_view(assessment, library, catalog, options);
  Page page(std::max<std::size_t>(options.columns, 40), options.color);
  first_screen(view, page);
  if (options.brief) return page.str();
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
