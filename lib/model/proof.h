// SPDX-License-Identifier: Apache-2.0
// What a proof is about, and a change that would alter it: made by advise, shown by report.
#pragma once

#include <string>

#include "model/assessment.h"

namespace ruikei {

/// A statement of an assessment.
struct Subject {
  enum class Kind : std::uint8_t { level, gate, control, domain, measure, route };
  Kind kind = Kind::level;
  std::string id = {};  ///< "" for the level
};

/// One change of one control and what the statement becomes.
struct Change {
  std::string control;
  bool to_met = true;  ///< the control becomes met, or not met
  LevelRange level_before, level_after;
  State gate_before = State::unknown, gate_after = State::unknown;        ///< subject is a gate
  Verdict route_before = Verdict::closed, route_after = Verdict::closed;  ///< subject is a route
};

}  // namespace ruikei
