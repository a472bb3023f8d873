// SPDX-License-Identifier: Apache-2.0
// What every part of a report sees: the assessment, the library and the words of one language; and
// the sentences that several parts share (what was answered, why a control is as it is).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/lookup.h"
#include "report/report.h"
#include "report/words.h"

namespace ruikei::report {

struct View {
  const Assessment& assessment;
  const Library& library;
  const TextOptions& options;
  Words words;

  const Control* control(std::string_view id) const { return find_id(library.controls, id); }
  const ControlResult* result(std::string_view id) const {
    return find_id(assessment.controls, id);
  }
  std::string control_title(std::string_view id) const;
  std::string gate_name(std::string_view id) const;
  std::string measure_title(std::string_view id) const;
  std::string domain_name(std::string_view id) const;
  std::string edition_name(std::string_view id) const;
  /// A flag with its text: the library's policy, or that nothing of a gate applies here.
  std::string off_ladder(const OffLadder& hole) const;
  /// Field `id` of the facility as text, "" if unknown.
  std::string facility(std::string_view id) const;
  /// The option of the control's scale that `value` names: "within 30 days", or "".
  std::string option(std::string_view control, std::string_view value) const;
  /// Largest score of the control's scale or of its point rules; 0 if none is known.
  int maximum(const Control& control) const;
};

View make_view(const Assessment& assessment, const Library& library, const Catalog& catalog,
               const TextOptions& options);

/// `2 "in place for all"` or the word for an empty answer.
std::string answer_value(const View& view, std::string_view control, const Ground& ground);
/// The same with who said it, when, and by which document it is shown.
std::string answer_words(const View& view, std::string_view control, const Ground& ground);

/// "not met (as claimed: met)" or just the state.
std::string state_words(const View& view, State state, State claimed);
/// The score out of its maximum, the kind of empty, or "".
std::string score_words(const View& view, const ControlResult& result);

/// The lines of a control's grounds: label, text, place. Evidence with its rule if `with_rules`.
void write_grounds(const View& view, const ControlResult& result, std::size_t indent,
                   bool with_rules, Page& page);

/// One line that says why a control is not met or not known, and where.
struct Reason {
  std::string text;
  std::string place;
};
Reason reason_of(const View& view, const ControlResult& result);

}  // namespace ruikei::report
