// SPDX-License-Identifier: Apache-2.0
// States and verdicts as YAML, JSON and expressions spell them, by the number of the enumerator:
// one word for one thing, in every room.
#pragma once

#include <string_view>

#include "model/assessment.h"

namespace ruikei {

inline constexpr std::string_view kStateWords[] = {"not_met", "met", "unknown", "not_applicable"};
inline constexpr std::string_view kVerdictWords[] = {"open", "conditional", "closed"};

inline std::string_view word_of(State state) { return kStateWords[static_cast<int>(state)]; }
inline std::string_view word_of(Verdict verdict) {
  return kVerdictWords[static_cast<int>(verdict)];
}

}  // namespace ruikei
