// SPDX-License-Identifier: Apache-2.0
// What can only be checked once all files are together: repeated ids and references.
#include <map>
#include <set>

#include "base/spelling.h"
#include "load/case_parts.h"
#include "load/record_reader.h"
#include "model/schema.h"

namespace ruikei::load {

namespace {

std::string place_text(const Place& place) {
  return place.name() + (place.line ? ":" + std::to_string(place.line) : "");
}

/// What the records of one kind can be called by.
struct Names {
  std::map<std::string, Place> ids;
  std::map<std::string, std::string> id_by_name;  ///< "" where two records share the name
  std::vector<std::string> known;
};

class InventoryChecker {
 public:
  InventoryChecker(Inventory& inventory, Diagnostics& out) : inventory_(inventory), out_(out) {}

  void check() {
    for (std::size_t i = 0; i < inventory_kinds().size(); ++i) collect(i);
    for (std::size_t i = 0; i < inventory_kinds().size(); ++i) {
      check_complete(i);
      for (std::size_t f = 0; f < inventory_kinds()[i].fields.size(); ++f)
        if (!inventory_kinds()[i].fields[f].refers_to.empty()) check_field(i, f);
    }
  }

 private:
  void collect(std::size_t number) {
    const Kind& kind = inventory_kinds()[number];
    Names& names = names_[std::string(kind.section)];
    const auto name = kind.find("name");
    for (const Record& record : inventory_.sections[number].records) {
      const std::string& id = id_of(record, kind);
      if (id.empty()) continue;
      const Place& place = record.cells[*kind.find("id")].place;
      const auto [first, added] = names.ids.emplace(id, place);
      if (added) names.known.push_back(id);
      else
        out_.push_back({.code = "I021",
                        .place = place,
                        .args = {std::string(kind.one), id, place_text(first->second)}});
      if (!name || !added || text_of(record, *name).empty()) continue;
      const auto [same, first_name] = names.id_by_name.emplace(text_of(record, *name), id);
      if (!first_name) same->second.clear();
    }
  }

  void check_complete(std::size_t number) {
    Inventory::Section& section = inventory_.sections[number];
    if (!section.complete || section.present) return;
    section.complete = false;
    out_.push_back({.code = "I022",
                    .severity = Severity::warning,
                    .place = section.place,
                    .args = {std::string(inventory_kinds()[number].section)}});
  }

  void check_field(std::size_t number, std::size_t field) {
    for (Record& record : inventory_.sections[number].records) {
      Cell& cell = record.cells[field];
      if (auto* text = std::get_if<std::string>(&cell.value))
        check_name(*text, cell, number, field);
      if (auto* list = std::get_if<std::vector<std::string>>(&cell.value))
        for (std::string& item : *list) check_name(item, cell, number, field);
    }
  }

  /// A name that is missing is told once, where it stands first, not once for each record.
  void check_name(std::string& name, const Cell& cell, std::size_t number, std::size_t field) {
    const Kind& kind = inventory_kinds()[number];
    const std::string target(kind.fields[field].refers_to);
    const Names& names = names_[target];
    if (names.ids.count(name)) return;
    const auto by_name = names.id_by_name.find(name);
    if (by_name != names.id_by_name.end() && !by_name->second.empty()) {
      name = by_name->second;
      return;
    }
    if (!told_.emplace(target, name).second) return;
    const bool spoken_of = inventory_.sections[*find_kind(target)].present;
    out_.push_back({.code = spoken_of ? "I023" : "I024",
                    .severity = spoken_of ? Severity::error : Severity::warning,
                    .place = cell.place,
                    .args = {std::string(kind.fields[field].id), name, target},
                    .suggestion = nearest(name, names.known)});
  }

  Inventory& inventory_;
  Diagnostics& out_;
  std::map<std::string, Names> names_;
  std::set<std::pair<std::string, std::string>> told_;
};

}  // namespace

void check_inventory(Inventory& inventory, Diagnostics& out) {
  InventoryChecker(inventory, out).check();
}

}  // namespace ruikei::load
