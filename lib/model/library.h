// SPDX-License-Identifier: Apache-2.0
// A rule library as data: a typology, its controls and questions, measures and routes. Nothing here
// is specific to hospitals; engine and assess compile the expressions. The file format is
// rules/README.md.
#pragma once

#include <string>
#include <vector>

#include "model/control.h"
#include "model/measure.h"
#include "model/typology.h"

namespace ruikei {

struct Library {
  std::string id;
  std::string version;
  Text title;
  Text note;  ///< what is published and what is this library's own, in one line
  std::string sha256;
  int domain_scale = 100;  ///< a domain whose controls are all full scores this
  std::vector<Edition> editions;
  std::vector<Scale> scales;
  std::vector<Domain> domains;
  std::vector<Level> levels;
  std::vector<Gate> gates;
  std::vector<HolePolicy> hole_policies;
  std::vector<ProfileField> profile;
  std::vector<Question> questions;
  std::vector<Control> controls;
  std::vector<Measure> measures;
  std::vector<Route> routes;
};

}  // namespace ruikei
