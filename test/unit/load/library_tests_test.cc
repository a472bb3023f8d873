// SPDX-License-Identifier: Apache-2.0
#include "load/library_tests.h"

#include <catch2/catch.hpp>

#include "model/schema.h"
#include "unit/load/library_fixture.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

Result<std::vector<LibraryTestCase>> tests(const std::string& text) {
  const auto library = read_library(small_library());
  REQUIRE(library);
  std::vector<Source> sources = small_library();
  sources.push_back({"rules/controls/boundary_test.yaml", text, "controls/boundary_test.yaml"});
  return read_library_tests(sources, *library);
}

}  // namespace

TEST_CASE("A library's test is read with its case and what must come out") {
  const auto read = tests(R"(tests:
  - name: a firewall out of support
    today: 2026-11-22
    facility: {ehr: on_premises}
    answers: {NB-01: 2}
    inventory:
      devices: [{id: fw, role: firewall, end_of_support: 2023-09-28}]
    expect:
      fires: [EV-1]
      controls: {NB-01: not_met}
      gates: {sep: not_met}
      level: 0
      routes: {R1: closed}
      no_off_ladder: [hole]
      measures: [M-A]
      no_measures: [M-B]
  - name: nothing known
    expect: {silent: [EV-1], level: 0..1}
)");
  if (!read) FAIL(summary(read.error()));
  REQUIRE(read->size() == 2);
  const LibraryTestCase& first = read->front();
  CHECK(iso_date(first.today) == "2026-11-22");
  CHECK(first.fires == std::vector<std::string>{"EV-1"});
  CHECK(first.controls.at("NB-01") == State::not_met);
  CHECK(first.gates.at("sep") == State::not_met);
  CHECK(first.level == LevelRange{0, 0});
  CHECK(first.routes.at("R1") == Verdict::closed);
  CHECK(first.measures == std::vector<std::string>{"M-A"});
  CHECK(first.input.answers.at("NB-01").score() == 2);
  CHECK(first.input.inventory.sections[*find_kind("devices")].records.size() == 1);
  const auto beds = facility_kind().find("beds");
  CHECK(std::get<std::int64_t>(first.input.facility.cells[*beds].value) == 200);
  CHECK(first.place.line == 2);
  const LibraryTestCase& second = (*read)[1];
  CHECK(second.level == LevelRange{0, 1});
  CHECK(iso_date(second.today) == kTestDay);
  CHECK(second.input.inventory.sections.size() == inventory_kinds().size());
}

TEST_CASE("A test that names what the library does not have is refused") {
  const auto read = tests(R"(tests:
  - name: misspelled
    expect:
      fires: [EV-2]
      controls: {NB-10: met}
      gates: {sepp: met}
      level: 2
      routes: {R2: open}
      off_ladder: [holes]
      measures: [M-C]
      verdict: x
  - name: nothing
    expect: {}
)");
  REQUIRE_FALSE(read);
  const std::string file = " rules/controls/boundary_test.yaml:";
  CHECK(summary(read.error()) == "R116" + file + "4:15\nR114" + file + "5:18\nR112" + file +
                                     "6:15\nR160" + file + "7:14\nR117" + file + "8:16\nR118" +
                                     file + "9:20\nR115" + file + "10:18\nY023" + file +
                                     "11:7\nR161" + file + "13:13\n");
  CHECK(read.error()[0].suggestion == "EV-1");
  CHECK(read.error()[2].suggestion == "sep");
}
