// SPDX-License-Identifier: Apache-2.0
// A small ladder like the published one, and cases for it, built in code. Invented throughout.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <utility>

#include "assess/assess.h"
#include "model/schema.h"

namespace ruikei::small {

inline constexpr std::int64_t kToday = 20779;  // 2026-11-22

inline Expression written(std::string text) { return {.text = std::move(text), .place = {}}; }

inline Control control(std::string id, std::string gate, Role role) {
  Control out;
  out.id = std::move(id);
  out.domain = "all";
  out.scale = "M4";
  out.gate = std::move(gate);
  out.role = role;
  return out;
}

/// Gates ids (ID1, ID2) and sep (SEP) at 1, man (MAN) and med (MED) at 2, dep (DEP) at 3; SUP
/// supports man, CRIT and REST are readiness.
inline Library library() {
  Library out;
  out.id = "small";
  out.version = "1";
  out.scales = {{.id = "M4", .name = {}, .maximum = 3, .options = {}}};
  out.domains = {{"all", {}}};
  for (int level = 0; level < 4; ++level) out.levels.push_back({level, {}, {}});
  const auto gate = [&](const char* id, int level, std::vector<std::string> must) {
    out.gates.push_back(
        {.id = id, .level = level, .name = {}, .published = {}, .must = std::move(must)});
  };
  gate("ids", 1, {"ID1", "ID2"});
  gate("sep", 1, {"SEP"});
  gate("man", 2, {"MAN"});
  gate("med", 2, {"MED"});
  gate("dep", 3, {"DEP"});
  out.controls = {control("REST", "", Role::readiness), control("CRIT", "", Role::readiness),
                  control("SUP", "man", Role::support), control("ID1", "ids", Role::must),
                  control("ID2", "ids", Role::must),    control("SEP", "sep", Role::must),
                  control("MAN", "man", Role::must),    control("MED", "med", Role::must),
                  control("DEP", "dep", Role::must)};
  out.controls[1].critical = true;
  return out;
}

inline Control& control_of(Library& library, const std::string& id) {
  const auto found = std::find_if(library.controls.begin(), library.controls.end(),
                                  [&](const Control& control) { return control.id == id; });
  REQUIRE(found != library.controls.end());
  return *found;
}

inline EvidenceRule rule(std::string id, Speaks speaks, Strength strength, std::string condition,
                         std::string each = {}, std::string where = {}) {
  EvidenceRule out;
  out.id = std::move(id);
  out.speaks = speaks;
  out.strength = strength;
  out.each = std::move(each);
  if (!where.empty()) out.where = written(std::move(where));
  out.condition = written(std::move(condition));
  out.text = {"{id}", "{id}"};
  if (out.each.empty()) out.text = {"事実", "fact"};
  out.place = {file_name("rules/made_up.yaml"), 7, 1, 0};
  return out;
}

inline assess::Assessor assessor(const Library& library) {
  auto made = assess::Assessor::make(std::make_shared<const Library>(library));
  if (!made)
    for (const Diagnostic& diagnostic : made.error())
      UNSCOPED_INFO(diagnostic.code << " " << (diagnostic.args.empty() ? "" : diagnostic.args[0]));
  REQUIRE(made.has_value());
  return *made;
}

using Fields = std::initializer_list<std::pair<const char*, CellValue>>;

inline Record record(const Kind& kind, Fields fields, std::uint32_t line = 1) {
  Record out;
  out.cells.resize(kind.fields.size());
  out.place = {file_name("inventory.yaml"), line, 1, 0};
  for (const auto& [name, value] : fields) {
    const auto field = kind.find(name);
    REQUIRE(field.has_value());
    out.cells[*field] = {.value = value, .place = out.place};
  }
  return out;
}

inline Answer answer(int score) {
  Answer out;
  out.value = score;
  out.place = {file_name("answers.yaml"), 3, 1, 0};
  return out;
}
inline Answer answer(Empty empty) {
  Answer out;
  out.value = empty;
  return out;
}

/// A hospital of 250 beds with these scores.
inline Case hospital(std::initializer_list<std::pair<const char*, int>> scores = {}) {
  Case out;
  out.facility = record(facility_kind(), {{"id", std::string("made-up")},
                                          {"name", std::string("架空病院")},
                                          {"beds", std::int64_t{250}}});
  out.inventory.sections.resize(inventory_kinds().size());
  for (const auto& [id, score] : scores) out.answers[id] = answer(score);
  return out;
}

/// Every must control at 2: level 3.
inline Case best() {
  return hospital({{"ID1", 2}, {"ID2", 2}, {"SEP", 2}, {"MAN", 2}, {"MED", 2}, {"DEP", 2}});
}

inline Inventory::Section& section(Case& input, std::string_view name) {
  const auto number = find_kind(name);
  REQUIRE(number.has_value());
  auto& out = input.inventory.sections[*number];
  out.present = true;
  return out;
}

inline void add(Case& input, std::string_view name, Fields fields) {
  auto& list = section(input, name);
  const auto line = static_cast<std::uint32_t>(10 + list.records.size());
  list.records.push_back(record(inventory_kinds()[*find_kind(name)], fields, line));
}

inline const ControlResult& result(const Assessment& assessment, const std::string& id) {
  const auto found = std::find_if(assessment.controls.begin(), assessment.controls.end(),
                                  [&](const ControlResult& control) { return control.id == id; });
  REQUIRE(found != assessment.controls.end());
  return *found;
}

inline const std::string text(const char* value) { return value; }

}  // namespace ruikei::small
