// SPDX-License-Identifier: Apache-2.0
// A library's own tests (`*_test.yaml` beside its rules): small made-up cases with what must come
// out of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/assessment.h"
#include "model/case.h"

namespace ruikei {

struct LibraryTestCase {
  std::string name;
  Case input;
  std::int64_t today = 0;
  std::vector<std::string> fires = {};   ///< evidence rules that must fire
  std::vector<std::string> silent = {};  ///< … that must not
  std::map<std::string, State> controls = {};
  std::map<std::string, State> gates = {};
  std::optional<LevelRange> level = {};
  std::map<std::string, Verdict> routes = {};
  std::vector<std::string> off_ladder = {};     ///< codes that must be there
  std::vector<std::string> no_off_ladder = {};  ///< … that must not
  std::vector<std::string> measures = {};       ///< measures that must be recommended
  std::vector<std::string> no_measures = {};
  Place place = {};
};

}  // namespace ruikei
