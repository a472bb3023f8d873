// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "load/load.h"
#include "unit/load/library_fixture.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

std::string mistakes(const std::vector<Source>& sources) {
  const auto library = read_library(sources);
  return library ? "reads" : summary(library.error());
}

struct Row {
  const char* path;
  const char* from;
  const char* to;
  const char* expected;  // code and place of a mistake
};

}  // namespace

TEST_CASE("A small library is read whole") {
  const auto library = read_library(small_library());
  if (!library) FAIL(summary(library.error()));
  CHECK(library->id == "small");
  CHECK(library->version == "1.0");
  CHECK(library->domain_scale == 100);
  CHECK(library->sha256.size() == 64);
  REQUIRE(library->controls.size() == 2);
  const Control& control = library->controls[0];
  CHECK(control.domain == "boundary");
  CHECK(control.help.how.ja == "方");
  CHECK(control.weight == 10);
  CHECK(control.critical);
  CHECK(control.need == 2);
  CHECK(control.role == Role::must);
  CHECK(control.place.line == 3);
  REQUIRE(control.evidence.size() == 1);
  CHECK(control.evidence[0].where.text == "device.role == \"firewall\"");
  CHECK(control.evidence[0].where.place.line == 24);
  CHECK(control.evidence[0].where.place.column == 17);  // the first character behind the quote
  CHECK(control.evidence[0].where.place.name() == "rules/controls/boundary.yaml");
  CHECK(control.mappings[0].item == "2-⑥");
  CHECK(control.mappings[0].certainty == Certainty::read);
  CHECK(library->gates[0].must == std::vector<std::string>{"NB-01"});
  CHECK(library->measures[0].cost_yen[0].high_yen == 200);
  CHECK(library->measures[1].needs == std::vector<std::string>{"M-A"});
  CHECK(library->measures[1].effort == Effort::large);
  CHECK(library->routes[0].closed[0].id == "R1-X1");
  CHECK(library->routes[0].certainty == Certainty::secondary);
}

TEST_CASE("Every kind of mistake in a library has its code and place") {
  const Row rows[] = {
      {"library.yaml", "version: 1.0", "verson: 1.0", "Y024 rules/library.yaml:2:3"},
      {"library.yaml", "en: small", "en: \"\"", "Y025 rules/library.yaml:4:22"},
      {"typology.yaml", "{number: 1,", "{number: 2,", "R130 rules/typology.yaml:3:14"},
      {"typology.yaml", "level: 1", "level: 2", "R136 rules/typology.yaml:5:5"},
      {"typology.yaml", ", must: [NB-01]", "", "R131 rules/typology.yaml:5:5"},
      {"typology.yaml", "must: [NB-01]", "must: [NB-01], if: 'true'",
       "R132 rules/typology.yaml:5:5"},
      {"typology.yaml", "[NB-01]", "[NB-01, NB-01]", "R137 rules/typology.yaml:5:5"},
      {"typology.yaml", "[NB-01]", "[NB-01, NB-02]", "R138 rules/typology.yaml:5:5"},
      {"typology.yaml", "[NB-01]", "[NB-01, NB-03]", "R114 rules/typology.yaml:5:71"},
      {"typology.yaml", "id: sep", "id: s-p", "R103 rules/typology.yaml:5:10"},
      {"typology.yaml", "maximum: 3", "maximum: 1", "R133 rules/typology.yaml:15:7"},
      {"typology.yaml", "value: 2,", "value: 0,", "R120 rules/typology.yaml:16:17"},
      {"controls/boundary.yaml", "domain: boundary", "domain: boundry",
       "R111 rules/controls/boundary.yaml:1:9"},
      {"controls/boundary.yaml", "id: NB-02", "id: NB-01",
       "R101 rules/controls/boundary.yaml:29:9"},
      {"controls/boundary.yaml", "id: NB-02", "id: NB 02",
       "R102 rules/controls/boundary.yaml:29:9"},
      {"controls/boundary.yaml", "scale: M\n    role", "scale: N\n    role",
       "R110 rules/controls/boundary.yaml:32:12"},
      {"controls/boundary.yaml", "gate: sep", "gate: set",
       "R112 rules/controls/boundary.yaml:14:11"},
      {"controls/boundary.yaml", "edition: ed", "edition: edd",
       "R113 rules/controls/boundary.yaml:28:19"},
      {"controls/boundary.yaml", "certainty: read", "certainty: sure",
       "Y029 rules/controls/boundary.yaml:28:45"},
      {"controls/boundary.yaml", "value: 2,", "value: 3,", "R140 rules/controls/boundary.yaml:3:5"},
      {"controls/boundary.yaml", "each: devices", "each: device",
       "R141 rules/controls/boundary.yaml:23:15"},
      {"controls/boundary.yaml", "        each: devices\n", "",
       "R142 rules/controls/boundary.yaml:23:16"},
      {"controls/boundary.yaml", "{id} is old", "{idd} is old",
       "R143 rules/controls/boundary.yaml:26:15"},
      {"controls/boundary.yaml", "        if: 'device.end_of_support < today'\n", "",
       "Y024 rules/controls/boundary.yaml:20:9"},
      {"controls/boundary.yaml", "    gate: sep\n", "", "R138 rules/typology.yaml:5:5"},
      {"controls/boundary.yaml", "role: readiness", "role: support",
       "R145 rules/controls/boundary.yaml:29:5"},
      {"controls/boundary.yaml", "role: readiness", "role: readiness\n    gate: sep",
       "R147 rules/controls/boundary.yaml:29:5"},
      {"controls/boundary.yaml", "role: readiness", "role: must\n    gate: sep",
       "R146 rules/controls/boundary.yaml:29:5"},
      {"controls/boundary.yaml", "role: readiness", "role: readiness\n    need: 4",
       "R148 rules/controls/boundary.yaml:29:5"},
      {"measures.yaml", "bed_class: 20-99", "bed_class: 20-100", "R121 rules/measures.yaml:8:21"},
      {"measures.yaml", "low: 100", "low: 300", "R150 rules/measures.yaml:8:33"},
      {"measures.yaml", "    cost_basis: {ja: 見積り, en: estimate}\n", "",
       "Y024 rules/measures.yaml:2:5"},
      {"measures.yaml", "[{control: NB-01, to: 2}]", "[]", "R151 rules/measures.yaml:2:5"},
      {"measures.yaml", "control: NB-02", "control: NB-20", "R114 rules/measures.yaml:13:24"},
      {"measures.yaml", "to: 3", "to: 4", "R154 rules/measures.yaml:10:5"},
      {"measures.yaml", "needs: [M-A]", "needs: [M-C]", "R115 rules/measures.yaml:14:13"},
      {"measures.yaml", "needs: [M-A]", "needs: [M-B]", "R153 rules/measures.yaml:10:5"},
      {"measures.yaml", "effort: small", "effort: small\n    needs: [M-B]",
       "R153 rules/measures.yaml:2:5"},
      {"measures.yaml", "effort: large", "effort: large\n    fits: [20-99, 20-99]",
       "R122 rules/measures.yaml:16:19"},
      {"routes.yaml", "id: R1-X1", "id: R1-C1", "R101 rules/routes.yaml:8:19"},
      {"routes.yaml", "if: 'level.low >= 1', ", "", "Y024 rules/routes.yaml:7:19"},
  };
  for (const Row& row : rows) {
    INFO(row.path << ": " << row.from << " -> " << row.to);
    const std::string found = mistakes(changed_library(row.path, row.from, row.to));
    CHECK(found.find(row.expected) != std::string::npos);
  }
}

TEST_CASE("Mistakes in several files are reported together, in order") {
  std::vector<Source> sources = changed_library("measures.yaml", "effort: small", "effort: tiny");
  sources[0].text += "extra: 1\n";
  const auto library = read_library(sources);
  REQUIRE_FALSE(library);
  CHECK(summary(library.error()) == "Y023 rules/library.yaml:8:1\nY029 rules/measures.yaml:6:13\n");
  CHECK(library.error()[1].excerpt == "    effort: tiny");
}

TEST_CASE("A file that is missing or unknown is an error") {
  std::vector<Source> sources = small_library();
  sources.erase(sources.begin() + 3);
  CHECK(mistakes(sources) == "R104 rules/measures.yaml:0:0\n");
  sources = small_library();
  sources.erase(sources.begin() + 2);
  CHECK(mistakes(sources).substr(0, 29) == "R106 rules/controls/:0:0\n");
  sources = small_library();
  sources.push_back({"rules/measure.yaml", "a: 1\n", "measure.yaml"});
  const auto library = read_library(sources);
  REQUIRE_FALSE(library);
  CHECK(summary(library.error()) == "R105 rules/measure.yaml:0:0\n");
  CHECK(library.error()[0].suggestion == "measures.yaml");
  CHECK(mistakes({}).find("R104 library.yaml:0:0") != std::string::npos);
}

TEST_CASE("The order and the folder of the files do not change a library") {
  std::vector<Source> sources = small_library();
  const auto first = read_library(sources);
  std::reverse(sources.begin(), sources.end());
  for (Source& source : sources) source.name = "elsewhere/" + source.path;
  sources.push_back({"elsewhere/a_test.yaml", "tests: []\n", "a_test.yaml"});
  const auto second = read_library(sources);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->sha256 == second->sha256);
  CHECK(second->measures[0].id == "M-A");
  sources.front().text += "# more\n";
  CHECK(library_hash(sources) != first->sha256);
}

TEST_CASE("A circle of measures is shown once, with its members") {
  const auto library = read_library(
      changed_library("measures.yaml", "effort: small", "effort: small\n    needs: [M-B]"));
  REQUIRE_FALSE(library);
  REQUIRE(library.error().size() == 1);
  CHECK(library.error()[0].args == std::vector<std::string>{"M-A → M-B → M-A"});
}

TEST_CASE("The library that comes with the program can be read") {
  const auto sources = read_yaml_files(RUIKEI_SOURCE_DIR "/rules");
  REQUIRE(sources);
  const auto library = read_library(*sources);
  if (!library) FAIL(summary(library.error()));
  CHECK(library->controls.size() >= 60);
  CHECK(library->levels.size() == 4);
}
