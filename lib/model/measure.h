// SPDX-License-Identifier: Apache-2.0
// What a library recommends: measures with their cost, and routes to a cloud AI service with the
// conditions under which they are open.
#pragma once

#include <string>
#include <vector>

#include "model/control.h"

namespace ruikei {

struct CostRange {
  std::string bed_class;
  std::int64_t low_yen = 0;
  std::int64_t high_yen = 0;
};

enum class Effort : std::uint8_t { small, medium, large };

struct Raise {
  std::string control;
  int to = 2;
};

struct Measure {
  std::string id;
  Text title;
  Text what;
  std::vector<Raise> raises;
  std::vector<std::string> needs = {};  ///< measures that must come first
  Text prerequisites = {};
  Effort effort = Effort::medium;
  std::vector<CostRange> cost_yen = {};
  Text cost_basis = {};
  bool estimate = true;
  std::vector<std::string> fits = {};  ///< bed classes it suits; empty: all
  Text fit_note = {};
  std::vector<std::string> examples = {};  ///< public sources of hospitals that did it
  Place place = {};
};

struct RouteCondition {
  std::string id;
  Expression condition;
  Text text;
};

/// A way from an EHR terminal to a cloud AI service. Closed if a `closed` condition is true or a
/// `conditional` one false; open if all `conditional` and `open` ones are true; else conditional.
struct Route {
  std::string id;
  Text title;
  Text what;
  Certainty certainty = Certainty::background;
  std::vector<RouteCondition> conditional = {};
  std::vector<RouteCondition> open = {};
  std::vector<RouteCondition> closed = {};
  std::string source = {};
  Place place = {};
};

}  // namespace ruikei
