// SPDX-License-Identifier: Apache-2.0
// A rule library as data: a typology (levels, gates), its controls and questions, evidence rules,
// measures and routes. Nothing here is specific to hospitals. Expressions are kept as text with
// their place; engine and assess compile them. The file format is rules/README.md.
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

struct Edition {  ///< one edition of a guideline or framework
  std::string id;
  Text name;
  std::string date;
  std::string source;
  std::string item_pattern = {};  ///< what an item of this edition looks like (regular expression)
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
  int need = 2;                       ///< met from this score (or these points) on
  std::vector<PointRule> points = {}; ///< if given, the score comes from these, not from an answer
  Expression applies_if = {};         ///< false: the question is hidden
  std::vector<EvidenceRule> evidence = {};
  std::vector<Mapping> mappings = {};
  std::string note = {};
  Place place = {};
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
