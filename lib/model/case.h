// SPDX-License-Identifier: Apache-2.0
// One hospital as its files tell it: profile, answers, inventory. Plain values with places; made by
// load, judged by assess.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/record.h"

namespace ruikei {

/// How sure an answer is; ordered.
enum class Assurance : std::uint8_t { claimed, documented, verified };

/// The five kinds of empty, kept apart from reading to export. None is ever a score.
enum class Empty : std::uint8_t { not_asked, hidden, unanswered, unknown, not_applicable };

/// What was said about one control or sub-question.
struct Answer {
  std::variant<int, Empty> value = Empty::unanswered;  ///< a score or number, or why there is none
  Assurance assurance = Assurance::claimed;
  std::string who = {};
  std::string when = {};    ///< as written (a date is ISO 8601)
  std::string reason = {};  ///< why not applicable
  std::string note = {};
  std::string evidence = {};  ///< a document's name
  bool supposed = false;      ///< a what-if: stands whatever the evidence says
  Place place = {};

  bool has_value() const { return value.index() == 0; }
  int score() const { return std::get<int>(value); }
  Empty empty() const { return std::get<Empty>(value); }
};

/// By control or question id.
using Answers = std::map<std::string, Answer>;

/// What the network's files say. `sections` follow inventory_kinds().
struct Inventory {
  struct Section {
    bool present = false;   ///< some file speaks of this kind; if not, it is unknown, not empty
    bool complete = false;  ///< a file says that this list is the whole of it
    std::vector<Record> records = {};
    Place place = {};  ///< where the section first stands
  };
  std::vector<Section> sections = {};
};

/// What one file gave.
struct ReadReport {
  std::string file;
  std::string format;  ///< "facility", "answers", "inventory", "register", "nmap" …
  std::size_t understood = 0;
  std::size_t ignored = 0;
  std::size_t failed = 0;
};

struct Case {
  Record facility;  ///< cells of facility_kind()
  Answers answers;
  Inventory inventory;
  std::vector<ReadReport> read_reports;
};

}  // namespace ruikei
