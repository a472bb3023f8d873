// SPDX-License-Identifier: Apache-2.0
// The ladder once more, row by row and with nothing clever: what the engine must agree with bit for
// bit. Slow on purpose; shares no code with lib/engine.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/assessment.h"
#include "model/library.h"

namespace ruikei::reference {

/// Facts about one facility, by the library's ids. What is not there is unknown.
struct Row {
  std::map<std::string, int> answers;  ///< scores
  std::map<std::string, bool> not_applicable;
  std::map<std::string, int> evidence;  ///< +1 for, -1 against
  std::map<std::string, int> questions;
  std::map<std::string, int> profile;  ///< texts by the number of their choice
};

struct Judgement {
  std::map<std::string, State> controls;
  std::map<std::string, int> scores;  ///< -1 no score, -2 not applicable
  std::map<std::string, State> gates;
  LevelRange level;
  std::map<std::string, int> domain_score, domain_low, domain_high;  ///< -1 none
};

Judgement judge(const Library& library, const Row& row);

}  // namespace ruikei::reference
