// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>

#include "load/case_fixture.h"
#include "load/xlsx_cell.h"
#include "load/xlsx_reader.h"
#include "load/xml_reader.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

Result<std::vector<Table>> book(const std::string& name) {
  return read_xlsx(bytes_of(fixture("xlsx/" + name)), name);
}

std::vector<Table> read(const std::string& name) {
  auto tables = book(name);
  REQUIRE(tables.has_value());
  return std::move(*tables);
}

std::string code_of(const std::string& name) {
  const auto tables = book(name);
  return tables ? "" : tables.error()[0].code;
}

std::string xml_error(const std::string& text, std::uint32_t line = 0) {
  const auto document = XmlDocument::read(text, file_name("x.xml"));
  if (document) return "";
  if (line) CHECK(document.error()[0].place.line == line);
  return document.error()[0].code;
}

}  // namespace

TEST_CASE("strings come without furigana, runs are joined") {
  const auto tables = read("device_register.xlsx");
  REQUIRE(tables.size() == 2);
  CHECK(*tables[1].file == "device_register.xlsx!機器");
  const TableRow& header = tables[1].rows[1];
  CHECK(header.line == 4);
  CHECK(header.text(0) == "管理番号");
  CHECK(header.text(1) == "機器名");
}

TEST_CASE("dates follow from the cell's format, era formats too") {
  const auto tables = read("device_register.xlsx");
  const auto& rows = tables[1].rows;
  CHECK(rows[2].text(3) == "2023-09-28");
  CHECK(rows[2].text(4) == "2026-11-22");
  CHECK(rows[3].text(4) == "2026-11-22 12:00");
  CHECK(rows[3].text(3).empty());
  CHECK(rows[2].text(5) == "FALSE");
  CHECK(rows[4].text(0) == "3");
  CHECK(rows[4].text(3) == "令和9年3月31日");
  CHECK(rows[4].text(5) == "#N/A");
}

TEST_CASE("strict workbooks, other prefixes and odd separators are read") {
  CHECK(read("SimpleStrict.xlsx")[0].rows[1].text(0) == "test 2");
  CHECK(read("SimpleStrict.xlsx")[1].rows[3].text(0) == "1990-01-01");
  CHECK(read("issue.2677.namespace.xlsx").size() == 2);
  CHECK(read("Zip-Windows-Directory-Separator.xlsx")[0].rows.size() == 3);
  CHECK(read("noSharedStringTable.xlsx")[0].rows.size() == 1);
}

TEST_CASE("encrypted, old, cut and hostile workbooks are refused at once") {
  const auto start = std::chrono::steady_clock::now();
  CHECK(code_of("protected_passtika.xlsx") == "X041");
  CHECK(code_of("poc-xmlbomb.xlsx") == "X031");
  CHECK(code_of("poc-shared-strings.xlsx") == "X044");
  CHECK(code_of("zip_bomb.xlsx") == "X023");
  const std::string whole = bytes_of(fixture("xlsx/SimpleStrict.xlsx"));
  CHECK(read_xlsx(whole.substr(0, whole.size() / 2), "x").error()[0].code == "X020");
  CHECK(read_xlsx("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook", "x.xls").error()[0].code == "X042");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
}

TEST_CASE("no cut of a workbook is read beyond its bytes") {
  const std::string whole = bytes_of(fixture("xlsx/device_register.xlsx"));
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    const auto tables = read_xlsx(whole.substr(0, size), "cut.xlsx");
    CHECK_FALSE(tables.has_value());
  }
}

TEST_CASE("number formats tell dates from numbers") {
  CHECK(builtin_format(14) == Shows::date);
  CHECK(builtin_format(22) == Shows::date_and_time);
  CHECK(builtin_format(4) == Shows::number);
  CHECK(builtin_format(31) == Shows::date);
  CHECK(format_code("[$-411]ge.m.d") == Shows::date);
  CHECK(format_code("#,##0\"日\"") == Shows::number);
  CHECK(format_code("[h]:mm") == Shows::time);
  CHECK(format_code("General") == Shows::number);
  CHECK(format_code("G/標準") == Shows::number);
  CHECK(number_text("45197", Shows::date, false) == "2023-09-28");
  CHECK(number_text("1", Shows::date, true) == "1904-01-02");
  CHECK(number_text("250.0", Shows::number, false) == "250");
  CHECK(number_text("0.1", Shows::number, false) == "0.1");
  CHECK_FALSE(number_text("x", Shows::number, false));
}

TEST_CASE("cell references stay within Excel's limits") {
  CHECK(parse_reference("B12")->column == 2);
  CHECK(parse_reference("XFD1048576")->column == 16384);
  CHECK_FALSE(parse_reference("XFE1"));
  CHECK_FALSE(parse_reference("A0"));
  CHECK_FALSE(parse_reference("12"));
}

TEST_CASE("XML declares nothing, nests within reason and is whole") {
  CHECK(xml_error("<?xml version=\"1.0\"?><!DOCTYPE nmaprun><a x=\"1\">&amp;&#x3042;</a>").empty());
  CHECK(xml_error("<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>") == "X031");
  CHECK(xml_error("<a>\n&x;</a>", 2) == "X032");
  CHECK(xml_error("<a>\n<b>\n</a>", 3) == "X030");
  CHECK(xml_error("<a>\n<b>\n", 2) == "X035");
  CHECK(xml_error("<a/>\n<b/>", 2) == "X030");
  CHECK(xml_error("<a b=1/>") == "X030");
  CHECK(xml_error("<a>&#0;</a>") == "X036");
  CHECK(xml_error("") == "X030");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  CHECK(xml_error(deep) == "X033");
}

TEST_CASE("elements know their place, names are local") {
  const auto document =
      XmlDocument::read("<r>\n  <x:row r='1'><![CDATA[a<b]]> c</x:row></r>", file_name("x.xml"));
  REQUIRE(document.has_value());
  const XmlElement row = document->root().child("row");
  REQUIRE(row);
  CHECK(row.place().line == 2);
  CHECK(row.place().column == 3);
  CHECK(row.text() == "a<b c");
  CHECK(row.attribute("r") == "1");
  CHECK_FALSE(row.next());
}
