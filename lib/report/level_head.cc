// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include "base/terminal_text.h"
#include "model/schema.h"
#include "report/parts.h"

namespace ruikei::report {

namespace {

constexpr std::size_t kMostGatesShown = 8;  // of more, each level gets one line of counts

struct AnswerCounts {
  std::size_t total = 0, answered = 0, documented = 0, verified = 0;
};

AnswerCounts count_answers(const Assessment& assessment) {
  AnswerCounts out;
  for (const auto& control : assessment.controls) {
    if (control.empty == Empty::hidden) continue;
    ++out.total;
    if (control.empty && control.empty != Empty::not_applicable) continue;
    ++out.answered;
    out.documented += control.assurance == Assurance::documented;
    out.verified += control.assurance == Assurance::verified;
  }
  return out;
}

std::string facility_words(const View& view) {
  const Words& words = view.words;
  std::string name = view.facility("name");
  // Names often say so themselves, in either language.
  const bool said = name.find(words("screen.invented_word")) != std::string::npos;
  if (view.facility("invented") == "yes" && !said) name = words("screen.invented", {name});
  const std::string beds = view.facility("beds");
  if (beds.empty()) return name;
  std::string size_class = view.facility("bed_class");
  if (size_class.empty())
    size_class = std::string(bed_class(std::strtoll(beds.c_str(), nullptr, 10)));
  return name + "  " + words("screen.beds", {beds, size_class});
}

std::string files_words(const View& view) {
  std::size_t files = 0, failed = 0;
  for (const auto& report : view.assessment.read_reports) {
    if (report.format == "facility" || report.format == "answers") continue;
    ++files;
    failed += report.failed;
  }
  const Words& words = view.words;
  if (files == 0) return words("screen.no_inventory");
  const std::string counted = words.count(files, "screen.file", "screen.files");
  if (failed == 0) return words("screen.inventory", {counted});
  return words("screen.inventory_failed",
               {counted, words.number(static_cast<std::int64_t>(failed))});
}

/// What would decide the level: ids as many as fit.
std::string deciding_words(const View& view) {
  const Assessment& a = view.assessment;
  const std::size_t count = std::min(a.unanswered_that_matter, a.unanswered.size());
  if (count == 0) return "";
  constexpr std::size_t kIdsShown = 3;
  std::vector<std::string> ids(
      a.unanswered.begin(),
      a.unanswered.begin() + static_cast<std::ptrdiff_t>(std::min(count, kIdsShown)));
  std::string list = view.words.list(ids);
  if (count > kIdsShown) list = view.words("screen.and_more", {list});
  return view.words.count(count, "screen.decides_one", "screen.decides_many") +
         view.words("screen.in_parentheses", {list});
}

std::string contradiction_words(const View& view) {
  const auto& all = view.assessment.contradictions;
  if (all.empty()) return "";
  const auto changing = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const auto& c) { return c.changes_level; }));
  const Words& words = view.words;
  const std::string counted =
      words.count(all.size(), "screen.contradiction", "screen.contradictions");
  if (changing == 0)
    return words(view.assessment.claimed == view.assessment.evidenced
                     ? "screen.contradictions_no_change"
                     : "screen.contradictions_together",
                 {counted});
  return words("screen.contradictions_change",
               {counted, words.number(static_cast<std::int64_t>(changing))});
}

void write_range(const View& view, Page& page) {
  const Assessment& a = view.assessment;
  const Words& words = view.words;
  const bool decided = a.evidenced.decided();
  const std::string contradictions = contradiction_words(view);
  std::string beside = deciding_words(view);
  for (const auto& level : view.library.levels)
    if (decided && level.number == a.evidenced.low) beside = words(level.name);
  std::vector<Row> rows = {{{words("screen.level"), Style::strong},
                            {words.levels(a.evidenced), Style::strong},
                            {words(decided ? "screen.decided" : "screen.undecided"),
                             decided ? Style::good : Style::unsure},
                            {beside}}};
  const bool differs = !(a.claimed == a.evidenced);
  if (differs) rows.push_back({{words("screen.level_claimed")}, {words.levels(a.claimed)}, {}, {}});
  // Beside the claimed level if the text is short enough, else in a line of its own.
  const bool beside_claimed = differs && display_width(contradictions) < page.columns() / 2;
  if (beside_claimed) rows.back()[3] = {contradictions, Style::unsure};
  page.table(2, {{}, {}, {}, {.flex = true}}, rows);
  if (!contradictions.empty() && !beside_claimed) page.text(2, contradictions, Style::unsure);
}

/// The conditions by level, `most_in_line` beside each other.
std::vector<Row> gate_rows(const View& view, std::size_t most_in_line) {
  std::vector<Row> rows;
  int last_level = -1;
  std::size_t in_line = 0;
  for (const auto& gate : view.assessment.gates) {
    if (gate.level != last_level || in_line == most_in_line) {
      const bool same = gate.level == last_level;
      rows.push_back({{same ? "" : view.words("screen.level_n", {std::to_string(gate.level)})}});
      in_line = 0;
    }
    rows.back().push_back({view.gate_name(gate.id)});
    rows.back().push_back({view.words.state(gate.state), style_of(gate.state)});
    last_level = gate.level;
    ++in_line;
  }
  return rows;
}

void write_gates(const View& view, Page& page) {
  const std::vector<Column> columns = {{}, {.flex = true}, {}, {.flex = true}, {}};
  const std::size_t indent = 2;
  auto rows = gate_rows(view, 2);
  // Two beside each other only if their names stay whole.
  Page wide(1000, false), real = page.sibling();
  const auto natural = wide.fit(indent, columns, rows), fitting = real.fit(indent, columns, rows);
  if (natural != fitting) rows = gate_rows(view, 1);
  page.table(indent, columns, rows);
}

void write_gate_counts(const View& view, Page& page) {
  std::vector<Row> rows;
  for (const auto& level : view.library.levels) {
    std::size_t count[4] = {};
    for (const auto& gate : view.assessment.gates)
      if (gate.level == level.number) ++count[static_cast<int>(gate.state)];
    if (count[0] + count[1] + count[2] + count[3] == 0) continue;
    Row row = {{view.words("screen.level_n", {std::to_string(level.number)})}};
    for (const State state : {State::met, State::not_met, State::unknown, State::not_applicable}) {
      const auto number = count[static_cast<int>(state)];
      row.push_back(number == 0
                        ? TextCell{}
                        : TextCell{view.words("screen.state_count",
                                              {view.words.state(state), std::to_string(number)}),
                                   style_of(state)});
    }
    rows.push_back(std::move(row));
  }
  page.table(2, std::vector<Column>(5), rows);
}

}  // namespace

std::string level_words(const View& view, LevelRange range) {
  return view.words("screen.level_of",
                    {view.words.levels(range),
                     view.words(range.decided() ? "screen.decided" : "screen.undecided")});
}

void write_header(const View& view, Page& page) {
  const Words& words = view.words;
  page.edges({facility_words(view), Style::strong},
             {words("screen.as_of", {words.date(view.assessment.today)})});
  const AnswerCounts counts = count_answers(view.assessment);
  const std::string answers =
      words("screen.answers", {std::to_string(counts.answered), std::to_string(counts.total),
                               std::to_string(counts.documented), std::to_string(counts.verified)});
  const std::string library = words("screen.library", {view.assessment.library_version});
  const std::string files = files_words(view);
  const std::size_t width = display_width(library) + display_width(answers) + display_width(files);
  if (width + 4 <= page.columns()) return page.line(0, {{library}, {answers}, {files}});
  page.line(0, {{library}, {answers}});
  page.text(0, files);
}

void write_level(const View& view, Page& page) {
  if (!view.assessment.applicable) {
    page.line(2, {{view.words("screen.level"), Style::strong},
                  {view.words("screen.not_judged"), Style::strong}});
    page.text(2, view.words("screen.not_judged_why"));
  } else {
    write_range(view, page);
    page.blank();
    if (view.assessment.gates.size() > kMostGatesShown) write_gate_counts(view, page);
    else write_gates(view, page);
  }
  if (view.assessment.off_ladder.empty()) return;
  page.blank();
  for (const auto& hole : view.assessment.off_ladder)
    page.text(2, view.off_ladder(hole), Style::unsure);
}

}  // namespace ruikei::report
