// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "load/case_fixture.h"
#include "load/case_parts.h"
#include "load/register.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

Record facility(const std::string& text, Diagnostics& out, Required required = Required::yes) {
  const auto root = read_yaml({"facility.yaml", text, {}});
  REQUIRE(root.has_value());
  return read_facility(*root, out, required);
}

}  // namespace

TEST_CASE("a facility's fields are read by their types, the bed class follows from the beds") {
  Diagnostics out;
  const Record record = facility(
      "id: minato\nname: 架空みなと病院\nbeds: 250\nehr: on_premises\nplans_cloud_ai: yes\nas_of: "
      "令和8年11月22日\nit_staff: unknown\n",
      out);
  CHECK(out.empty());
  CHECK(facility_cell(record, "beds") == "250");
  CHECK(facility_cell(record, "bed_class") == "200-299");
  CHECK(facility_cell(record, "plans_cloud_ai") == "yes");
  CHECK(facility_cell(record, "it_staff").empty());
  CHECK(record.cells[*facility_kind().find("beds")].place.line == 3);
}

TEST_CASE("all mistakes in a facility are told") {
  Diagnostics out;
  facility("id: x\nbeds: many\nehr: onpremise\nbads: 3\nplans_cloud_ai: maybe\nas_of: 11/22/26\n",
           out);
  put_in_order(out);
  CHECK(codes(out) == std::vector<std::string>{"F004", "F011", "F015", "F002", "F010", "F014"});
  CHECK(find(out, "F015")->suggestion == "on_premises");
  CHECK(find(out, "F002")->suggestion == "beds");
}

TEST_CASE("beds may be said to be unknown, but not be left empty") {
  Diagnostics said, empty;
  CHECK(facility_cell(facility("id: x\nname: y\nbeds: unknown\n", said), "beds").empty());
  CHECK(said.empty());
  facility("id: x\nname: y\nbeds:\n", empty);
  CHECK(codes(empty) == std::vector<std::string>{"F004"});
}

TEST_CASE("a library test may leave out what a facility must have") {
  Diagnostics out;
  facility("ehr: cloud\n", out, Required::no);
  CHECK(out.empty());
}

TEST_CASE("a bed class that contradicts the beds is an error") {
  Diagnostics out;
  facility("id: x\nname: x\nbeds: 250\nbed_class: 20-99\n", out);
  CHECK(codes(out) == std::vector<std::string>{"F020"});
}

TEST_CASE("a list of hospitals gives facilities with the sum of their beds") {
  const auto list = read_facility_list(fixture("registers/hospital_list_ja.csv"), shipped_maps());
  REQUIRE(list.has_value());
  REQUIRE(list->value.size() == 3);
  CHECK(facility_cell(list->value[0], "name") == "架空みなと病院");
  CHECK(facility_cell(list->value[0], "beds") == "250");
  CHECK(facility_cell(list->value[0], "bed_class") == "200-299");
  CHECK(facility_cell(list->value[1], "beds") == "142");
  CHECK(facility_cell(list->value[2], "beds").empty());
  CHECK(list->read_report.understood == 3);
  CHECK(list->read_report.ignored == 1);
  CHECK(find(list->warnings, "I011")->place.line == 5);
}

TEST_CASE("a list with the total of beds is read through its own map") {
  const auto list = read_facility_list(fixture("registers/hospital_list_hokkaido.csv"),
                                       shipped_maps(), "hospital_list_hokkaido");
  REQUIRE(list.has_value());
  REQUIRE(list->value.size() == 2);
  CHECK(facility_cell(list->value[0], "id") == "1");
  CHECK(facility_cell(list->value[0], "beds") == "310");
  CHECK(facility_cell(list->value[1], "beds").empty());
  CHECK_FALSE(read_facility_list(fixture("registers/hospital_list_ja.csv"), shipped_maps(), "none")
                  .has_value());
}
