// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "load/case_fixture.h"
#include "load/case_parts.h"
#include "load/inventory_merge.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

Inventory inventory(const std::string& text, Diagnostics& out) {
  const auto root = read_yaml({"inventory.yaml", text, {}});
  REQUIRE(root.has_value());
  Inventory read = read_inventory(*root, out);
  check_inventory(read, out);
  return read;
}

}  // namespace

TEST_CASE("sections, completeness and cells are read with their places") {
  Diagnostics out;
  const Inventory read = inventory(
      "complete: [lines, devices]\n"
      "zones: [{id: his, role: his}]\n"
      "devices:\n"
      "  - id: fw\n"
      "    role: firewall\n"
      "    zones: his\n"
      "    addresses: [192.0.2.1, 192.0.2.2]\n"
      "    end_of_support: 令和5年9月28日\n"
      "    edr: unknown\n"
      "lines: []\n",
      out);
  CHECK(out.empty());
  CHECK(cell(read, "devices", 0, "zones") == "his");
  CHECK(cell(read, "devices", 0, "addresses") == "192.0.2.1, 192.0.2.2");
  CHECK(cell(read, "devices", 0, "end_of_support") == "2023-09-28");
  CHECK(cell(read, "devices", 0, "edr").empty());
  CHECK(section(read, "devices").records[0].cells[1].place.line == 0);
  CHECK(section(read, "devices").records[0].cells[2].place.line == 5);
  CHECK(section(read, "devices").complete);
  CHECK(section(read, "lines").present);
  CHECK(section(read, "lines").complete);
  CHECK_FALSE(section(read, "accounts").present);
}

TEST_CASE("all mistakes in an inventory are told") {
  Diagnostics out;
  inventory(
      "complete: [device]\n"
      "devises: []\n"
      "devices:\n"
      "  - {id: fw, rolle: firewall}\n"
      "  - {role: fire}\n"
      "  - fw2\n"
      "services: {port: 1}\n"
      "lines:\n"
      "  - {id: l1, kind: vpn, mfa: [yes], device: fww}\n",
      out);
  put_in_order(out);
  CHECK(codes(out) == std::vector<std::string>{"I020", "I008", "I002", "I004", "I015", "I001",
                                               "I006", "I005", "I023"});
  CHECK(find(out, "I023")->suggestion == "fw");
  CHECK(find(out, "I002")->suggestion == "role");
  CHECK(find(out, "I008")->suggestion == "devices");
}

TEST_CASE("repeated ids name the first place") {
  Diagnostics out;
  inventory("devices:\n  - {id: fw}\n  - {id: fw}\n", out);
  REQUIRE(codes(out) == std::vector<std::string>{"I021"});
  CHECK(out[0].args[2] == "inventory.yaml:2");
  CHECK(out[0].place.line == 3);
}

TEST_CASE("a reference may use a unique name; one to a section that nobody lists is a warning") {
  Diagnostics out;
  const Inventory read = inventory(
      "devices: [{id: d1, name: 境界FW, zones: [his]}]\nlines: [{id: l, kind: vpn, device: "
      "境界FW}]\n",
      out);
  CHECK(cell(read, "lines", 0, "device") == "d1");
  CHECK(codes(out) == std::vector<std::string>{"I024"});
  CHECK_FALSE(has_errors(out));
}

TEST_CASE("a section said to be complete but listed nowhere stays unknown") {
  Diagnostics out;
  const Inventory read = inventory("complete: [lines]\n", out);
  CHECK(codes(out) == std::vector<std::string>{"I022"});
  CHECK_FALSE(section(read, "lines").complete);
  CHECK_FALSE(section(read, "lines").present);
}

TEST_CASE("a secret is neither kept nor shown") {
  Diagnostics out;
  const Inventory read =
      inventory("devices:\n  - {id: fw, password: hunter2, default_password: hunter3}\n", out);
  CHECK_FALSE(shows(out, "hunter"));
  CHECK(find(out, "I003"));
  CHECK(find(out, "I010")->args[1] == "***");
  for (const Cell& c : section(read, "devices").records[0].cells)
    CHECK(cell_text(c, false).find("hunter") == std::string::npos);
}

TEST_CASE("a scan fills empty cells of known devices and adds the others") {
  Diagnostics out;
  Inventory into = inventory(
      "devices: [{id: fw, addresses: [192.0.2.1], os: FortiOS}, {id: srv}]\n"
      "services: [{device: fw, port: 443, protocol: tcp, exposure: internet}]\n",
      out);
  Inventory scan = inventory(
      "devices: [{id: 192.0.2.1, addresses: [192.0.2.1], os: Linux, model: X}, {id: SRV, "
      "addresses: "
      "[192.0.2.9]}, {id: new, addresses: [192.0.2.5]}]\n"
      "services: [{id: s1, device: 192.0.2.1, port: 443, protocol: tcp, product: p, exposure: "
      "internal}, "
      "{id: s2, device: new, port: 22}]\n",
      out);
  merge_scan(into, std::move(scan), out);
  CHECK(out.empty());
  REQUIRE(section(into, "devices").records.size() == 3);
  CHECK(cell(into, "devices", 0, "os") == "FortiOS");
  CHECK(cell(into, "devices", 0, "model") == "X");
  CHECK(cell(into, "devices", 1, "addresses") == "192.0.2.9");
  REQUIRE(section(into, "services").records.size() == 2);
  CHECK(cell(into, "services", 0, "exposure") == "internet");
  CHECK(cell(into, "services", 0, "product") == "p");
  CHECK(cell(into, "services", 1, "device") == "new");
  CHECK_FALSE(section(into, "devices").complete);
}
