// SPDX-License-Identifier: Apache-2.0
#include "load/register.h"

#include <catch2/catch.hpp>

#include "load/case_fixture.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

LoadedInventory registers(const std::vector<std::string>& names) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& name : names) paths.push_back(fixture(name));
  auto out = read_inventory_files(paths, shipped_maps());
  if (!out)
    for (const Diagnostic& d : out.error()) UNSCOPED_INFO(d.code << " " << d.place.line);
  REQUIRE(out.has_value());
  return std::move(*out);
}

Diagnostics map_errors(const std::string& text) {
  const auto map = read_column_map({"x.map.yaml", text, {}});
  return map ? Diagnostics{} : map.error();
}

}  // namespace

TEST_CASE("a Japanese device register in CP932 is read past its title row") {
  const LoadedInventory read = registers({"registers/devices_cp932.csv"});
  REQUIRE(section(read.value, "devices").records.size() == 4);
  CHECK(cell(read.value, "devices", 0, "role") == "firewall");
  CHECK(cell(read.value, "devices", 0, "end_of_support") == "2023-09-28");
  CHECK(cell(read.value, "devices", 0, "edr") == "no");
  CHECK(cell(read.value, "devices", 0, "remote_maintenance") == "yes");
  CHECK(cell(read.value, "devices", 1, "addresses") == "192.0.2.2, 192.0.2.3");
  CHECK(cell(read.value, "devices", 1, "firmware") == "①2.1");
  CHECK(cell(read.value, "devices", 2, "vendor") == "髙橋医科");
  CHECK(cell(read.value, "devices", 2, "firmware").empty());
  CHECK(cell(read.value, "devices", 2, "edr").empty());
  CHECK(cell(read.value, "devices", 3, "role").empty());
  const ReadReport& report = read.read_reports[0];
  CHECK(report.format == "register");
  CHECK(report.understood == 4);
  CHECK(report.ignored == 1);
  CHECK(report.failed == 1);
}

TEST_CASE("cells and rows that cannot be read are told with row and column") {
  const LoadedInventory read = registers({"registers/devices_cp932.csv"});
  const Diagnostic* date = find(read.warnings, "I013");
  REQUIRE(date);
  CHECK(date->place.line == 5);
  CHECK(date->args[0] == "サポート期限 (end_of_support)");
  CHECK(date->args[1] == "2026年");
  const Diagnostic* role = find(read.warnings, "I015");
  REQUIRE(role);
  CHECK(role->place.line == 8);
  CHECK(find(read.warnings, "I052")->place.line == 7);
}

TEST_CASE("columns with secrets are dropped") {
  const LoadedInventory read = registers({"registers/devices_cp932.csv"});
  CHECK(find(read.warnings, "I059")->args[0] == "管理者パスワード");
  CHECK_FALSE(shows(read.warnings, "himitsu"));
  for (const Record& record : section(read.value, "devices").records)
    for (const Cell& c : record.cells)
      CHECK(cell_text(c, false).find("himitsu") == std::string::npos);
}

TEST_CASE("a register of external lines is told from one of devices") {
  const LoadedInventory read = registers({"registers/lines_ja.csv"});
  REQUIRE(section(read.value, "lines").records.size() == 3);
  CHECK_FALSE(section(read.value, "devices").present);
  CHECK(cell(read.value, "lines", 0, "kind") == "vpn");
  CHECK(cell(read.value, "lines", 0, "purpose") == "remote_maintenance");
  CHECK(cell(read.value, "lines", 0, "authentication") == "pre_shared_key");
  CHECK(cell(read.value, "lines", 0, "mfa") == "no");
  CHECK(cell(read.value, "lines", 0, "recorded") == "no");
  CHECK(cell(read.value, "lines", 0, "in_ledger") == "yes");
  CHECK(cell(read.value, "lines", 1, "recorded").empty());
  CHECK(cell(read.value, "lines", 2, "kind").empty());
  CHECK(find(read.warnings, "I015")->args[1] == "衛星電話");
}

TEST_CASE("Snipe-IT assets have American dates") {
  const LoadedInventory read = registers({"registers/snipe_it.csv"});
  REQUIRE(section(read.value, "devices").records.size() == 2);
  CHECK(cell(read.value, "devices", 0, "id") == "KH-0001");
  CHECK(cell(read.value, "devices", 0, "name") == "Ward PC 13\"");
  CHECK(cell(read.value, "devices", 0, "location") == "Ward 3, east");
  CHECK(cell(read.value, "devices", 0, "end_of_support") == "2023-01-23");
  CHECK(cell(read.value, "devices", 1, "end_of_support").empty());
  CHECK(codes(read.warnings) == std::vector<std::string>{"I013"});
}

TEST_CASE("a workbook's register is found among its sheets") {
  const LoadedInventory read = registers({"xlsx/device_register.xlsx"});
  REQUIRE(section(read.value, "devices").records.size() == 3);
  CHECK(cell(read.value, "devices", 0, "end_of_support") == "2023-09-28");
  CHECK(cell(read.value, "devices", 1, "last_patch") == "2026-11-22");
  CHECK(cell(read.value, "devices", 2, "edr").empty());
  CHECK(section(read.value, "devices").records[0].place.line == 5);
  CHECK_FALSE(find(read.warnings, "I051"));  // a cover sheet is no register that was missed
  CHECK(read.read_reports[0].understood == 3);
  CHECK(read.read_reports[0].failed == 0);
  CHECK(read.read_reports[0].ignored > 0);
}

TEST_CASE("a table that no map fits is told and counted") {
  TestFolder folder("nofit");
  folder.write("x.csv", "colour,size\nred,1\nblue,2\n");
  const auto read = read_inventory_files({folder.path() / "x.csv"}, shipped_maps());
  REQUIRE(read.has_value());
  CHECK(codes(read->warnings) == std::vector<std::string>{"I051"});
  CHECK(read->read_reports[0].failed == 3);
}

TEST_CASE("a map beside the register is used instead of the built-in ones") {
  TestFolder folder("ownmap");
  folder.write("x.csv", "Nr,Art,Datum,frei\n1,FW,11/22/26,a\n2,alt,1/2/2027,b\n")
      .write("x.map.yaml",
             "map:\n  id: own\n  into: devices\n  columns:\n    - {field: id, headers: [Nr]}\n"
             "    - {field: role, headers: [Art], values: {FW: firewall}}\n"
             "    - {field: last_patch, headers: [Datum], date: mdy}\n  ignore: [frei]\n"
             "  constant: {medical: no}\n  where: {Art: [FW]}\n");
  const auto read = read_inventory_files({folder.path()}, shipped_maps());
  REQUIRE(read.has_value());
  CHECK(read->warnings.empty());
  REQUIRE(section(read->value, "devices").records.size() == 1);
  CHECK(cell(read->value, "devices", 0, "last_patch") == "2026-11-22");
  CHECK(cell(read->value, "devices", 0, "medical") == "no");
  CHECK(read->read_reports[0].ignored == 1);
}

TEST_CASE("many bad cells in a column are told five times, then counted") {
  std::string text = "Asset Tag,Name,EOL Date\n";
  for (int i = 0; i < 20; ++i) text += "T" + std::to_string(i) + ",n,soon\n";
  TestFolder folder("many");
  folder.write("x.csv", text);
  const auto read = read_inventory_files({folder.path() / "x.csv"}, shipped_maps());
  REQUIRE(read.has_value());
  CHECK(read->warnings.size() == 6);
  CHECK(find(read->warnings, "I056")->args[1] == "15");
  CHECK(read->read_reports[0].understood == 20);
}

TEST_CASE("mistakes in a column map are told") {
  CHECK(map_errors("map: {id: x, into: device, columns: []}")[0].suggestion == "devices");
  const Diagnostics found = map_errors(
      "map:\n  id: x\n  into: devices\n  columns:\n"
      "    - {field: nam, headers: [a]}\n"
      "    - {field: role, headers: [b], values: {FW: fire}}\n"
      "    - {field: os, headers: [c], sum: true}\n"
      "    - {field: os, headers: [d]}\n"
      "    - {field: model, headers: [d], date: american}\n"
      "  constant: {edr: maybe}\n");
  std::vector<std::string> told = codes(found);
  for (const char* code : {"I041", "I043", "I044", "I042", "I045"}) {
    CAPTURE(code);
    CHECK(std::count(told.begin(), told.end(), code) >= 1);
  }
}

TEST_CASE("every shipped map can be read and has its own id") {
  const auto maps = read_column_maps(shipped_maps().maps);
  REQUIRE(maps.has_value());
  CHECK(maps->size() >= 5);
  for (const ColumnMap& map : *maps) {
    CHECK_FALSE(map.title.ja.empty());
    CHECK(std::count_if(maps->begin(), maps->end(),
                        [&](const ColumnMap& other) { return other.id == map.id; }) == 1);
  }
}
