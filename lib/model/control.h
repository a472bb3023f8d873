// SPDX-License-Identifier: Apache-2.0
// A control of a rule library: its question, how it is answered, what evidence speaks for or
// against it and which guideline items it maps to. Expressions are kept as text with their place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/place.h"
#include "base/text.h"

namespace ruikei {

/// A CEL expression as written; an empty text means that there is none.
struct Expression {
  std::string text;
  Place place;
  bool empty() const { return text.empty(); }
};

/// How sure a mapping is: read in the primary text, only its place seen, in a secondary source,
/// or background knowledge.
enum class Certainty : std::uint8_t { read, place_seen, garbled, secondary, background };

struct Mapping {
  std::string edition;
  std::string item;
  Certainty certainty = Certainty::background;
  std::string note = {};
};

struct ScaleOption {
  int value = 0;
  Text text;
};

struct Scale {  ///< how a control is answered
  std::string id;
  Text name;
  int maximum = 3;
  bool yes_no = false;  ///< `yes` = met and `no` = 0 are read too
  std::vector<ScaleOption> options;
};

enum class Role : std::uint8_t { must, support, readiness };

enum class Speaks : std::uint8_t { against, for_ };

enum class Strength : std::uint8_t { decisive, supporting };

/// An expression over the inventory that speaks for or against a control. With `each`, it is asked
/// of every record of that section for which `where` holds: against fires if any record meets
/// `condition`; for fires if the section is complete, some record is concerned and all meet it.
struct EvidenceRule {
  std::string id;
  Speaks speaks = Speaks::against;
  Strength strength = Strength::supporting;
  std::string each = {};
  Expression where = {};
  Expression condition = {};
  Text text = {};  ///< what it found; `{field}` stands for the record's field
  Place place = {};
};

struct PointRule {
  int points = 0;
  Expression condition;
};

struct Help {
  Text why, how, evidence;
};

struct Control {
  std::string id;
  std::string domain;
  Text title;
  Text question;
  Help help;
  std::string scale;
  std::vector<ScaleOption> options;  ///< this control's wording of the scale; may be empty
  std::string gate;                  ///< "" if the control decides no gate
  Role role = Role::readiness;
  std::string step;
  bool critical = false;
  int weight = 1;
  int need = 2;                        ///< met from this score (or these points) on
  std::vector<PointRule> points = {};  ///< if given, the score comes from these, not from an answer
  Expression applies_if = {};          ///< false: the question is hidden
  std::vector<EvidenceRule> evidence = {};
  std::vector<Mapping> mappings = {};
  std::string note = {};
  Place place = {};
};

}  // namespace ruikei
