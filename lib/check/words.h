// SPDX-License-Identifier: Apache-2.0
// The words of test files for states, verdicts and ranges: `not_met`, `open`, `1..2`.
#pragma once

#include <string>

#include "model/assessment.h"

namespace ruikei::check {

inline std::string word(State state) {
  static constexpr const char* kWords[] = {"not_met", "met", "unknown", "not_applicable"};
  return kWords[static_cast<int>(state)];
}

inline std::string word(Verdict verdict) {
  static constexpr const char* kWords[] = {"open", "conditional", "closed"};
  return kWords[static_cast<int>(verdict)];
}

inline std::string word(const LevelRange& range) {
  const std::string low = std::to_string(range.low);
  return range.decided() ? low : low + ".." + std::to_string(range.high);
}

}  // namespace ruikei::check
