// SPDX-License-Identifier: Apache-2.0
// The words of test files for states, verdicts and ranges: `not_met`, `open`, `1..2`.
#pragma once

#include <string>

#include "model/state_words.h"

namespace ruikei::check {

inline std::string word(State state) { return std::string(word_of(state)); }
inline std::string word(Verdict verdict) { return std::string(word_of(verdict)); }

inline std::string word(const LevelRange& range) {
  const std::string low = std::to_string(range.low);
  return range.decided() ? low : low + ".." + std::to_string(range.high);
}

}  // namespace ruikei::check
