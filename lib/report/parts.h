// SPDX-License-Identifier: Apache-2.0
// The parts of the text report, each written to a page: the first screen (header, level, what
// blocks, best measures, routes) and the sections of the detail.
#pragma once

#include "report/page.h"
#include "report/view.h"

namespace ruikei::report {

/// At most this many lines, so that a terminal window shows all of it.
inline constexpr std::size_t kFirstScreenLines = 30;

void first_screen(const View& view, Page& page);

void detail_gates(const View& view, Page& page);
void detail_controls(const View& view, Page& page);
void detail_contradictions(const View& view, Page& page);
void detail_unanswered(const View& view, Page& page);
void detail_domains(const View& view, Page& page);
void detail_measures(const View& view, Page& page);
void detail_routes(const View& view, Page& page);
void detail_reading(const View& view, Page& page);

/// Name, beds, date, library, answers and files: the head of the first screen.
void write_header(const View& view, Page& page);
/// Level or range, what is claimed, the conditions by level, what does not fit the ladder.
void write_level(const View& view, Page& page);

/// "level 1..2, not decided" as one word pair for tables and proofs.
std::string level_words(const View& view, LevelRange range);
/// Names of the gates a measure helps, "readiness" in words.
std::string helps_words(const View& view, const MeasureResult& measure);
/// Cost for this facility or a word for "not known".
std::string cost_words(const View& view, const MeasureResult& measure);

}  // namespace ruikei::report
