// SPDX-License-Identifier: Apache-2.0
// Asks `assess` again with changes: which single change would alter a statement. Pure.
#pragma once

#include <string>
#include <vector>

#include "assess/assess.h"

namespace ruikei::advise {

/// What a proof is about.
struct Subject {
  enum class Kind { level, gate, control, domain, measure, route };
  Kind kind = Kind::level;
  std::string id;  ///< "" for the level
};

/// One change of one control and what the statement becomes.
struct Change {
  std::string control;
  bool to_met = true;  ///< the control becomes met, or not met
  LevelRange level_before, level_after;
  State gate_before = State::unknown, gate_after = State::unknown;        ///< subject is a gate
  Verdict route_before = Verdict::closed, route_after = Verdict::closed;  ///< subject is a route
};

/// The subject called `id` ("level" or an id of the library), or R-less nothing if there is none.
std::vector<Subject> find_subject(const Library& library, const std::string& id);

/// All changes of a single control (answered and proven anew) that alter the statement about
/// `subject`, in the library's order.
std::vector<Change> single_changes(const assess::Assessor& assessor, const Case& input,
                                   std::int64_t today, const Subject& subject);

/// The case with control `id` answered `score` and evidence against it taken back.
Case with_answer(const Case& input, const std::string& id, int score);

}  // namespace ruikei::advise
