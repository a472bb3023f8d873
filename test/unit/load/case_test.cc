// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "load/case_fixture.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

constexpr const char* kFacility = "id: minato\nname: 架空みなと病院\nbeds: 250\n";

Result<LoadedCase> read(const std::filesystem::path& path) {
  return read_case(path, asking_library(), shipped_maps());
}

LoadedCase good(const std::filesystem::path& path) {
  auto out = read(path);
  if (!out)
    for (const Diagnostic& d : out.error())
      UNSCOPED_INFO(d.code << " " << d.place.name() << ":" << d.place.line);
  REQUIRE(out.has_value());
  return std::move(*out);
}

Diagnostics bad(const std::filesystem::path& path) {
  const auto out = read(path);
  REQUIRE_FALSE(out.has_value());
  return out.error();
}

}  // namespace

TEST_CASE("a folder with facility, answers, registers and a scan becomes one case") {
  TestFolder folder("whole");
  folder.write("facility.yaml", kFacility)
      .write("answers.csv", "control,value\nNB-01,2\n")
      .write("inventory.yaml", "complete: [devices]\nzones: [{id: his, role: his}]\n")
      .copy(fixture("registers/devices_cp932.csv"), "inventory/devices.csv")
      .copy(fixture("registers/lines_ja.csv"), "inventory/lines/lines.csv")
      .copy(fixture("nmap/1_hosts_banner_ports.xml"), "inventory/scan.xml")
      .write("inventory/scan.scan.yaml", "exposure: internal\nzone: his\n")
      .write("inventory/note.txt", "memo\n")
      .write("inventory/.hidden", "x");
  const LoadedCase loaded = good(folder.path());
  CHECK(facility_cell(loaded.value.facility, "beds") == "250");
  CHECK(loaded.value.answers.at("NB-01").score() == 2);
  const Inventory& inventory = loaded.value.inventory;
  CHECK(section(inventory, "devices").records.size() == 5);
  CHECK(section(inventory, "devices").complete);
  CHECK(section(inventory, "lines").records.size() == 3);
  CHECK(cell(inventory, "services", 0, "exposure") == "internal");
  CHECK(loaded.value.read_reports.size() == 7);
  CHECK(loaded.value.read_reports[0].format == "facility");
  CHECK(find(loaded.warnings, "E023"));
}

TEST_CASE("the mistakes of all files are told at once, in order") {
  TestFolder folder("mistakes");
  folder.write("facility.yaml", "id: x\nname: x\nbeds: many\n")
      .write("answers.yaml", "answers: {NB-01: 9, NB-1: 2}\n")
      .write("inventory/a.yaml", "devices: [{id: a}]\n")
      .write("inventory/b.yaml", "devices: [{id: a}]\nlines: [{id: l, kind: vpn, device: b}]\n")
      .write("inventory/c.xml", "<nmaprun><host>")
      .write("inventory/d.csv", "a,\"b\n");
  const Diagnostics found = bad(folder.path());
  CHECK(codes(found) ==
        std::vector<std::string>{"A013", "A010", "F011", "I021", "I023", "X035", "X010"});
  CHECK(find(found, "I021")->args[2].find("a.yaml:1") != std::string::npos);
}

TEST_CASE("a folder needs a facility and takes one file of answers") {
  TestFolder folder("needs");
  folder.write("answers.yaml", "answers: {}\n").write("answers.csv", "control,value\n");
  const Diagnostics found = bad(folder.path());
  CHECK(codes(found) == std::vector<std::string>{"E020", "E021"});
  CHECK(found[1].args[0] == "answers.yaml, answers.csv");
}

TEST_CASE("without answers a case is read with a warning") {
  TestFolder folder("noanswers");
  folder.write("facility.yaml", kFacility);
  const LoadedCase loaded = good(folder.path());
  CHECK(loaded.value.answers.empty());
  CHECK(codes(loaded.warnings) == std::vector<std::string>{"E022"});
  CHECK_FALSE(section(loaded.value.inventory, "devices").present);
}

TEST_CASE("one file can hold the whole case") {
  TestFolder folder("single");
  folder.write("case.yaml",
               "facility: {id: m, name: 架空, beds: 30}\nanswers: {NB-01: 2}\n"
               "inventory: {devices: [{id: fw}]}\n");
  const LoadedCase loaded = good(folder.path() / "case.yaml");
  CHECK(loaded.warnings.empty());
  CHECK(facility_cell(loaded.value.facility, "bed_class") == "20-99");
  CHECK(section(loaded.value.inventory, "devices").records.size() == 1);
}

TEST_CASE("answers alone name the facility after the file") {
  TestFolder folder("alone");
  folder.write("minato.csv", "control,value\nNB-01,2\n")
      .write("minato.json", "{\n\t\"answers\": {\n\t\t\"NB-01\": 2\n\t}\n}\n")
      .write("list.json", "[{\"control\": \"NB-01\", \"value\": 1}]");
  for (const char* name : {"minato.csv", "minato.json"}) {
    CAPTURE(name);
    const LoadedCase loaded = good(folder.path() / name);
    CHECK(facility_cell(loaded.value.facility, "id") == "minato");
    CHECK(facility_cell(loaded.value.facility, "beds").empty());
    CHECK(codes(loaded.warnings) == std::vector<std::string>{"E024"});
    CHECK(loaded.value.answers.at("NB-01").score() == 2);
  }
  CHECK(good(folder.path() / "list.json").value.answers.at("NB-01").score() == 1);
}

TEST_CASE("a file that is not there or holds something else is an error") {
  TestFolder folder("wrong");
  folder.write("x.yaml", "NB-01: 2\n");
  CHECK(codes(bad(folder.path() / "none.yaml")) == std::vector<std::string>{"E006"});
  CHECK(codes(bad(folder.path() / "none.csv")) == std::vector<std::string>{"E006"});
  CHECK(find(bad(folder.path() / "x.yaml"), "E028"));
}

TEST_CASE("beds can come from a list of hospitals") {
  TestFolder folder("beds");
  folder.copy(fixture("registers/hospital_list_ja.csv"), "list.csv")
      .write(
          "a/facility.yaml",
          "id: m\nname: 架空みなと病院\nregister: {file: ../list.csv, match: 架空みなと病院, map: "
          "hospital_list_ja}\n")
      .write("b/facility.yaml",
             "id: m\nname: x\nbeds: 200\nregister: {file: ../list.csv, match: 架空やま病院}\n")
      .write("c/facility.yaml",
             "id: m\nname: x\nregister: {file: ../list.csv, match: 架空やま病院院}\n")
      .write("d/facility.yaml",
             "id: m\nname: x\nregister: {file: ../list.csv, match: 架空うみ病院}\n");
  const LoadedCase a = good(folder.path() / "a");
  CHECK(facility_cell(a.value.facility, "beds") == "250");
  CHECK(facility_cell(a.value.facility, "bed_class") == "200-299");
  const LoadedCase b = good(folder.path() / "b");
  CHECK(facility_cell(b.value.facility, "beds") == "200");
  CHECK(find(b.warnings, "F032")->args[1] == "142");
  CHECK(find(bad(folder.path() / "c"), "F030")->suggestion == "架空やま病院");
  CHECK(find(bad(folder.path() / "d"), "F033"));
}

TEST_CASE("settings without their file, foreign JSON and XML are told, not read") {
  TestFolder folder("foreign");
  folder.write("facility.yaml", kFacility)
      .write("answers.yaml", "answers: {}\n")
      .write("inventory/gone.map.yaml", "map: {}\n")
      .write("inventory/glpi.json", "{\"content\": {\"bios\": {}}}")
      .write("inventory/masscan.json", "[{\"ip\": \"192.0.2.1\"}]")
      .write("inventory/openvas.xml", "<report/>");
  const LoadedCase loaded = good(folder.path());
  const std::vector<std::string> told = codes(loaded.warnings);
  CHECK(std::count(told.begin(), told.end(), "E023") == 3);
  CHECK(std::count(told.begin(), told.end(), "E025") == 1);
  for (const ReadReport& report : loaded.value.read_reports)
    if (report.format == "unknown") CHECK(report.failed >= 1);
}
