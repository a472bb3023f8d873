// SPDX-License-Identifier: Apache-2.0
// The result for one facility: everything that a report says, with what it rests on. Made by
// assess, shown by report; ids refer to the library.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/case.h"
#include "model/library.h"

namespace ruikei {

/// What is known of a control or gate.
enum class State : std::uint8_t { not_met, met, unknown, not_applicable };

/// Lowest and highest level that the known facts allow.
struct LevelRange {
  int low = 0;
  int high = 0;
  bool decided() const { return low == high; }
  bool operator==(const LevelRange&) const = default;
};

/// A field of a record that a rule looked at, by its names in the schema.
struct Fact {
  std::string section;
  std::string field;
  std::string value;  ///< as in a file: "yes", "2023-09-28", "vpn"
};

/// One ground of a control's state.
struct Ground {
  enum class Kind : std::uint8_t { answer, empty, evidence };
  Kind kind = Kind::answer;
  std::string rule = {};   ///< evidence rule's id; "" for an answer
  std::string value = {};  ///< "2", "unknown", or the field and value that fired ("firmware=6.2.6")
  std::vector<Fact> facts = {};  ///< evidence: the same as `value`, taken apart
  Place source = {};
  Place rule_place = {};
  Text text = {};  ///< evidence: the rule's statement with the record's values
  Speaks speaks = Speaks::against;
  Strength strength = Strength::supporting;
  Assurance assurance = Assurance::claimed;
  std::string who = {};       ///< an answer's: who said it,
  std::string when = {};      ///< … when (as written),
  std::string document = {};  ///< … shown by which document,
  std::string reason = {};    ///< … and why it is not applicable
  std::size_t more = 0;       ///< on a rule's last ground: further records that are not listed
};

struct ControlResult {
  std::string id;
  State state = State::unknown;              ///< as evidenced
  State claimed_state = State::unknown;      ///< answers alone
  std::optional<int> score = {};             ///< if met by evidence alone: what it proves at least
  Assurance assurance = Assurance::claimed;  ///< of the state as evidenced
  std::optional<Empty> empty = {};           ///< why the answer has no value
  std::vector<Ground> because = {};
  bool follow_up = false;  ///< supporting evidence speaks against a met answer
};

struct GateResult {
  std::string id;
  int level = 0;
  State state = State::unknown;
  State claimed_state = State::unknown;
  std::vector<std::string> controls = {};  ///< its must-controls
};

struct DomainResult {
  std::string id;
  std::optional<int> score = {};  ///< over answered controls; nothing if none is
  int low = 0;                    ///< if every missing answer were the lowest
  int high = 0;                   ///< … the highest
  int answered = 0;
  int applicable = 0;
};

struct Contradiction {
  std::string control;
  Ground answer;
  Ground evidence;
  bool changes_level = false;  ///< the range differs when only this evidence is left out
};

struct OffLadder {
  std::string code;
  Text text;
  std::string gate = {};
};

struct Blocking {
  std::string gate;
  std::string control;
  State state = State::unknown;
};

struct MeasureResult {
  std::string id;
  std::vector<std::string> why = {};       ///< gates it helps, by level; "readiness" for the rest
  std::vector<std::string> controls = {};  ///< controls it raises here
  Effort effort = Effort::medium;
  std::optional<CostRange> cost = {};  ///< for this facility's bed class
  bool fits = true;
};

enum class Verdict : std::uint8_t { open, conditional, closed };

struct RouteResult {
  std::string id;
  Verdict verdict = Verdict::conditional;
  struct Missing {
    std::string id;  ///< of the route's condition
    State state = State::unknown;
    Text text = {};
  };
  std::vector<Missing> conditions = {};  ///< what is not (known to be) fulfilled, or what closes it
};

struct Assessment {
  Record facility;
  std::string library_id, library_version, library_sha256;
  std::int64_t today = 0;
  bool applicable = true;  ///< false: no medical information system, so no level
  LevelRange claimed, evidenced;
  std::vector<OffLadder> off_ladder;
  std::vector<GateResult> gates;  ///< in the library's order, as are the next two
  std::vector<ControlResult> controls;
  std::vector<DomainResult> domains;
  std::vector<Blocking> blocking;
  std::vector<Contradiction> contradictions;
  std::vector<std::string> unanswered;     ///< unknown and not hidden, those that matter first
  std::size_t unanswered_that_matter = 0;  ///< how many of them can change the level
  std::vector<MeasureResult> measures;     ///< worth most first
  std::vector<RouteResult> routes;
  std::vector<ReadReport> read_reports;
};

}  // namespace ruikei
