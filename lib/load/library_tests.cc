// SPDX-License-Identifier: Apache-2.0
// The tests beside the rules: small cases and what must come out of them. Everything that a test
// names must be in the library, so that a renamed rule cannot leave a test that checks nothing.
#include "load/library_tests.h"

#include <algorithm>

#include "base/spelling.h"
#include "load/case_parts.h"
#include "load/yaml_map.h"
#include "model/schema.h"
#include "model/state_words.h"

namespace ruikei::load {
namespace {

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& things) {
  std::vector<std::string> ids;
  for (const T& thing : things) ids.push_back(thing.id);
  return ids;
}

// The names that tests may use, by kind.
struct Known {
  explicit Known(const Library& library)
      : controls(ids_of(library.controls)),
        gates(ids_of(library.gates)),
        routes(ids_of(library.routes)),
        measures(ids_of(library.measures)),
        highest_level(static_cast<int>(library.levels.size()) - 1) {
    for (const Control& control : library.controls)
      for (const EvidenceRule& rule : control.evidence) evidence.push_back(rule.id);
    for (const HolePolicy& policy : library.hole_policies) policies.push_back(policy.code);
  }
  std::vector<std::string> evidence, controls, gates, routes, measures, policies;
  int highest_level;
};

void check_known(const std::string& name, const std::vector<std::string>& known, const char* code,
                 Diagnostic diagnostic, Diagnostics& diagnostics) {
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  diagnostic.code = code;
  diagnostic.args = {name};
  diagnostic.suggestion = nearest(name, known);
  diagnostics.push_back(std::move(diagnostic));
}

std::vector<std::string> read_names(MapReader& map, std::string_view key,
                                    const std::vector<std::string>& known, const char* code,
                                    Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const YamlNode& item : map.list_or_none(key)) {
    auto name = as_text(item, diagnostics);
    if (!name) continue;
    check_known(*name, known, code, diagnostic_at(item, code), diagnostics);
    names.push_back(std::move(*name));
  }
  return names;
}

template <class Enum>
std::map<std::string, Enum> read_map(MapReader& map, std::string_view key,
                                     const std::vector<std::string>& known, const char* code,
                                     std::span<const std::string_view> words,
                                     Diagnostics& diagnostics) {
  std::map<std::string, Enum> result;
  const YamlNode* node = map.optional_child(key);
  if (!node || !MapReader(*node, diagnostics).ok()) return result;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const YamlKey& name = node->keys[i];
    check_known(name.text, known, code, diagnostic_at(*node, name.place, code), diagnostics);
    if (const auto word = as_word(node->items[i], words, diagnostics)) {
      result.emplace(name.text, static_cast<Enum>(*word));
    }
  }
  return result;
}

// `2` or `0..1`.
std::optional<LevelRange> read_level(const YamlNode& node, int highest, Diagnostics& diagnostics) {
  const auto text = as_text(node, diagnostics);
  if (!text) return std::nullopt;
  const std::size_t dots = text->find("..");
  const auto low = parse_integer(text->substr(0, dots));
  const auto high = dots == std::string::npos ? low : parse_integer(text->substr(dots + 2));
  if (low && high && *low >= 0 && *low <= *high && *high <= highest) {
    return LevelRange{static_cast<int>(*low), static_cast<int>(*high)};
  }
  diagnostics.push_back(diagnostic_at(node, "R160", {*text, std::to_string(highest)}));
  return std::nullopt;
}

void read_expectations(const YamlNode& node, const Known& known, LibraryTestCase& test,
                       Diagnostics& diagnostics) {
  MapReader map(node, diagnostics);
  test.fires = read_names(map, "fires", known.evidence, "R116", diagnostics);
  test.silent = read_names(map, "silent", known.evidence, "R116", diagnostics);
  test.controls =
      read_map<State>(map, "controls", known.controls, "R114", kStateWords, diagnostics);
  test.gates = read_map<State>(map, "gates", known.gates, "R112", kStateWords, diagnostics);
  if (const YamlNode* level = map.optional_child("level")) {
    test.level = read_level(*level, known.highest_level, diagnostics);
  }
  test.routes = read_map<Verdict>(map, "routes", known.routes, "R117", kVerdictWords, diagnostics);
  test.off_ladder = read_names(map, "off_ladder", known.policies, "R118", diagnostics);
  test.no_off_ladder = read_names(map, "no_off_ladder", known.policies, "R118", diagnostics);
  test.measures = read_names(map, "measures", known.measures, "R115", diagnostics);
  test.no_measures = read_names(map, "no_measures", known.measures, "R115", diagnostics);
  map.finish();
  if (map.ok() && node.keys.empty()) diagnostics.push_back(diagnostic_at(node, "R161"));
}

Record empty_facility() {
  Record facility;
  facility.cells.resize(facility_kind().fields.size());
  return facility;
}

// What every facility must have and tests may leave out.
void fill_facility(Record& facility) {
  const auto put = [&](std::string_view field, CellValue value) {
    const auto number = facility_kind().find(field);
    if (number && !facility.cells[*number].known())
      facility.cells[*number].value = std::move(value);
  };
  put("id", std::string("test"));
  put("name", std::string("test"));
  put("beds", std::int64_t{200});
}

Inventory empty_inventory() {
  Inventory inventory;
  inventory.sections.resize(inventory_kinds().size());
  return inventory;
}

LibraryTestCase read_test(const YamlNode& node, const Library& library, const Known& known,
                          Diagnostics& diagnostics) {
  MapReader map(node, diagnostics);
  LibraryTestCase test;
  test.place = node.place;
  test.name = map.text("name");
  const YamlNode* today = map.optional_child("today");
  test.today = parse_iso_date(kTestDay).value_or(0);
  if (today) test.today = as_date(*today, diagnostics).value_or(test.today);
  const YamlNode* facility = map.optional_child("facility");
  test.input.facility =
      facility ? read_facility(*facility, diagnostics, Required::no) : empty_facility();
  fill_facility(test.input.facility);
  if (const YamlNode* answers = map.optional_child("answers")) {
    test.input.answers = read_answers(*answers, library, diagnostics);
  }
  const YamlNode* inventory = map.optional_child("inventory");
  test.input.inventory = inventory ? read_inventory(*inventory, diagnostics) : empty_inventory();
  if (inventory) check_inventory(test.input.inventory, diagnostics);
  if (const YamlNode* expect = map.child("expect")) {
    read_expectations(*expect, known, test, diagnostics);
  }
  map.finish();
  return test;
}

bool is_test_file(const Source& source) {
  constexpr std::string_view end = "_test.yaml";
  const std::string& name = source.path.empty() ? source.name : source.path;
  return name.size() >= end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

Result<std::vector<LibraryTestCase>> read_library_tests(const std::vector<Source>& sources,
                                                        const Library& library) {
  const Known known(library);
  std::vector<LibraryTestCase> tests;
  Diagnostics diagnostics;
  for (const Source& source : sources) {
    if (!is_test_file(source)) continue;
    const Result<YamlNode> root = read_yaml(source);
    if (!root) {
      diagnostics.insert(diagnostics.end(), root.error().begin(), root.error().end());
      continue;
    }
    MapReader file(*root, diagnostics);
    for (const YamlNode& item : file.list("tests"))
      tests.push_back(read_test(item, library, known, diagnostics));
    file.finish();
  }
  put_in_order(diagnostics);
  if (has_errors(diagnostics)) return tl::unexpected(std::move(diagnostics));
  return tests;
}

}  // namespace ruikei::load
