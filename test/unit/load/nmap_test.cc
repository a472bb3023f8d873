// SPDX-License-Identifier: Apache-2.0
#include "load/nmap.h"

#include <catch2/catch.hpp>

#include "load/case_fixture.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

ScanResult scan(const std::string& bytes, ReadReport& report, const ScanSetting& setting = {}) {
  auto out = read_nmap(bytes, file_name("scan.xml"), setting, report);
  REQUIRE(out.has_value());
  return std::move(*out);
}

ScanResult scan_file(const std::string& name, ReadReport& report, const ScanSetting& setting = {}) {
  return scan(bytes_of(fixture("nmap/" + name)), report, setting);
}

std::string host(const std::string& inside) {
  return "<nmaprun><host><status state=\"up\"/><address addr=\"192.0.2.1\" addrtype=\"ipv4\"/>" +
         inside + "</host><runstats><finished exit=\"success\"/></runstats></nmaprun>";
}

}  // namespace

TEST_CASE("hosts that were up become devices, open ports services") {
  ReadReport report;
  const ScanResult out = scan_file("1_hosts_banner_ports.xml", report);
  CHECK(out.warnings.empty());
  REQUIRE(section(out.inventory, "devices").records.size() == 1);
  CHECK(cell(out.inventory, "devices", 0, "id") == "localhost2");
  CHECK(cell(out.inventory, "devices", 0, "addresses") == "127.0.0.1");
  REQUIRE(section(out.inventory, "services").records.size() == 2);
  CHECK(cell(out.inventory, "services", 0, "port") == "22");
  CHECK(cell(out.inventory, "services", 0, "product") == "OpenSSH");
  CHECK(cell(out.inventory, "services", 0, "version") == "5.3");
  CHECK(cell(out.inventory, "services", 1, "name") == "smtp");
  CHECK(cell(out.inventory, "services", 0, "exposure").empty());
  CHECK(section(out.inventory, "services").records[0].place.line == 18);
  CHECK(report.understood == 1);
  CHECK_FALSE(section(out.inventory, "devices").complete);
}

TEST_CASE("hosts that were down are counted as ignored, listed or not") {
  const std::string down = "<host><status state=\"down\"/></host>";
  const std::string end = "<runstats><finished exit=\"success\"/>";
  ReadReport listed, counted;
  const ScanResult out = scan("<nmaprun>" + down + down + end + "</runstats></nmaprun>", listed);
  CHECK(listed.ignored == 2);
  CHECK_FALSE(section(out.inventory, "devices").present);
  scan("<nmaprun>" + end + "<hosts up=\"0\" down=\"3\"/></runstats></nmaprun>", counted);
  CHECK(counted.ignored == 3);
}

TEST_CASE("an operating system is taken only when Nmap is sure and no other guess is as good") {
  ReadReport report;
  auto os = [&](const std::string& guesses) {
    return cell(scan(host("<os>" + guesses + "</os>"), report).inventory, "devices", 0, "os");
  };
  CHECK(
      os("<osmatch name=\"Linux 2.6\" accuracy=\"96\"/><osmatch name=\"AXIS\" accuracy=\"91\"/>") ==
      "Linux 2.6");
  CHECK(os("<osmatch name=\"Linux 2.6\" accuracy=\"89\"/>").empty());
  CHECK(os("<osmatch name=\"A\" accuracy=\"100\"/><osmatch name=\"B\" accuracy=\"100\"/>").empty());
}

TEST_CASE("what a scan cannot know comes from the file beside it") {
  ReadReport report;
  const auto setting = read_scan_setting({"s.scan.yaml", "exposure: internet\nzone: dmz\n", {}});
  REQUIRE(setting.has_value());
  const ScanResult out = scan_file("2_hosts.xml", report, *setting);
  REQUIRE_FALSE(section(out.inventory, "services").records.empty());
  CHECK(cell(out.inventory, "services", 0, "exposure") == "internet");
  CHECK(cell(out.inventory, "devices", 0, "zones") == "dmz");
  CHECK_FALSE(read_scan_setting({"s.scan.yaml", "exposure: everywhere\n", {}}).has_value());
}

TEST_CASE("ports that may be filtered are not open, wrapped ones are encrypted") {
  ReadReport report;
  const ScanResult out = scan(
      host("<ports><port protocol=\"udp\" portid=\"161\"><state state=\"open|filtered\"/></port>"
           "<port protocol=\"tcp\" portid=\"8443\"><state state=\"open\"/><service name=\"http\" "
           "tunnel=\"ssl\" method=\"probed\"/></port>"
           "<port protocol=\"tcp\" portid=\"x\"><state state=\"open\"/></port></ports>"),
      report);
  REQUIRE(section(out.inventory, "services").records.size() == 1);
  CHECK(cell(out.inventory, "services", 0, "encrypted") == "yes");
  CHECK(codes(out.warnings) == std::vector<std::string>{"X053"});
}

TEST_CASE("a scan that breaks off is an error where it was left open") {
  const std::string whole = bytes_of(fixture("nmap/2_hosts.xml"));
  ReadReport report;
  const auto cut = read_nmap(whole.substr(0, whole.size() - 12), file_name("scan.xml"), {}, report);
  REQUIRE_FALSE(cut.has_value());
  CHECK(cut.error()[0].code == "X035");
  CHECK(cut.error()[0].place.line == 4);
  const auto other = read_nmap("<report/>", file_name("scan.xml"), {}, report);
  CHECK(other.error()[0].code == "X050");
  const ScanResult unfinished = scan("<nmaprun/>", report);
  CHECK(codes(unfinished.warnings) == std::vector<std::string>{"X052"});
}

TEST_CASE("every shipped scan is read without an error") {
  for (const char* name : {"1_os_banner_scripts.xml", "test_osclass.xml", "2_hosts.xml"}) {
    CAPTURE(name);
    ReadReport report;
    scan_file(name, report);
    CHECK(report.understood >= 1);
  }
}
