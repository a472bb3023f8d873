// SPDX-License-Identifier: Apache-2.0
// A typology: levels, the gates between them, and what the published ladder leaves open; with the
// questions, profile fields and editions that it names.
#pragma once

#include <string>
#include <vector>

#include "model/control.h"

namespace ruikei {

struct Edition {  ///< one edition of a guideline or framework
  std::string id;
  Text name;
  std::string date;
  std::string source;
  std::string item_pattern = {};  ///< what an item of this edition looks like (regular expression)
};

struct Question {  ///< a sub-question that point rules may name
  std::string id;
  Text text;
  int minimum = 0;
  int maximum = 3;
  Place place = {};
};

struct ProfileField {  ///< a fact about the facility that point rules and gates may name
  std::string id;
  std::string type;  ///< "integer", "text" or "boolean"
  std::vector<std::string> choices = {};
  Place place = {};
};

struct Domain {
  std::string id;
  Text name;
};

/// Met when all its must-controls are met, or when `condition` is true if there is one.
struct Gate {
  std::string id;
  int level = 0;
  Text name;
  Text published;  ///< the published condition in our words
  std::vector<std::string> must = {};
  Expression condition = {};
  Place place = {};
};

struct Level {
  int number = 0;
  Text name;
  Text criterion;
};

struct HolePolicy {  ///< a case that the published ladder leaves open
  std::string code;
  Expression condition;
  Text text;
  Place place = {};
};

}  // namespace ruikei
