// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "load/csv_reader.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

const FileName kFile = file_name("list.csv");

std::vector<std::vector<std::string>> cells(const std::string& text, char separator = ',') {
  const auto table = read_csv(text, kFile, separator);
  REQUIRE(table.has_value());
  std::vector<std::vector<std::string>> out;
  for (const TableRow& row : table->rows) {
    out.emplace_back();
    for (const TableCell& cell : row.cells) out.back().push_back(cell.text);
  }
  return out;
}

using Rows = std::vector<std::vector<std::string>>;

Diagnostics errors(const std::string& text) {
  const auto table = read_csv(text, kFile);
  REQUIRE_FALSE(table.has_value());
  return table.error();
}

}  // namespace

TEST_CASE("the ways of writing that RFC 4180 allows are read to the letter") {
  struct {
    const char* text;
    Rows rows;
  } const kTable[] = {
      {"a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"a,b\r\n1,2", {{"a", "b"}, {"1", "2"}}},
      {"a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
      {"a,\"x, y\"\n", {{"a", "x, y"}}},
      {"\"say \"\"ha\"\"\"\n", {{"say \"ha\""}}},
      {"\"a\nb\",c\n", {{"a\nb", "c"}}},
      {"\"a\r\nb\",c\r\n", {{"a\r\nb", "c"}}},
      {"1,\"\",\"\"\n2,3,4\n", {{"1", "", ""}, {"2", "3", "4"}}},
      {"{\"\"}\n", {}},
      {"a,b,\n", {{"a", "b", ""}}},
      {" a , b \n", {{" a ", " b "}}},
      {"\"{\"\"k\"\": 1}\",é\n", {{"{\"k\": 1}", "é"}}},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.text);
    if (row.rows.empty()) CHECK(errors(row.text)[0].code == "X012");
    else CHECK(cells(row.text) == row.rows);
  }
}

TEST_CASE("rows without text are left out, line numbers stay those of the file") {
  const auto table = read_csv("a,b\n\n,\n\"x\ny\",2\n3,4\n", kFile);
  REQUIRE(table.has_value());
  REQUIRE(table->rows.size() == 3);
  CHECK(table->rows[1].line == 4);
  CHECK(table->rows[1].cells[1].line == 5);
  CHECK(table->rows[2].line == 6);
  CHECK(table->place(table->rows[2], 1).column == 3);
}

TEST_CASE("columns count characters, not bytes") {
  const auto table = read_csv("病院名,病床数\n", kFile);
  REQUIRE(table.has_value());
  CHECK(table->rows[0].cells[1].column == 5);
}

TEST_CASE("an unclosed quote is told where it opens") {
  const Diagnostics found = errors("a,b\n1,\"2\n3,4\n5,6\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "X010");
  CHECK(found[0].place.line == 2);
  CHECK(found[0].place.column == 3);
}

TEST_CASE("quotes in the wrong place are all told") {
  const Diagnostics found = errors("a,13\" monitor\n\"x\"y,2\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == "X012");
  CHECK(found[0].place.column == 5);
  CHECK(found[1].code == "X011");
  CHECK(found[1].place.line == 2);
}

TEST_CASE("the separator follows from the first line") {
  CHECK(csv_separator("a,b\t;c\n") == ',');
  CHECK(csv_separator("a\tb;c\n") == '\t');
  CHECK(csv_separator("a;b\nc,d\n") == ';');
  CHECK(csv_separator("\"a;b\"\n") == ',');
  CHECK(cells("a;b\n1;2\n", ';') == Rows{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("full-width and no-break blanks count as blanks around a cell") {
  CHECK(trimmed("\xE3\x80\x80 病院\xC2\xA0\n") == "病院");
  CHECK(trimmed("\xE3\x80\x80").empty());
}
