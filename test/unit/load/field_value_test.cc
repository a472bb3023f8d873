// SPDX-License-Identifier: Apache-2.0
#include "load/field_value.h"

#include <catch2/catch.hpp>

#include "load/normal_text.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

constexpr std::string_view kChoices[] = {"firewall", "access_point", "jump_host"};
constexpr Field kYesNo{"edr", FieldType::boolean};
constexpr Field kNumber{"beds", FieldType::integer};
constexpr Field kPort{"port", FieldType::integer};
constexpr Field kText{"owner", FieldType::text};
constexpr Field kChoice{"role", FieldType::text, kChoices};
constexpr Field kList{"addresses", FieldType::text_list};
constexpr Field kDate{"last_patch", FieldType::date};

std::string date(std::string_view text, DateOrder order = DateOrder::unstated) {
  const DateText out = parse_date(text, order);
  return out.days ? iso_date(*out.days) : out.ambiguous ? "ambiguous" : "";
}

}  // namespace

TEST_CASE("yes and no are known in the words of registers") {
  for (const char* yes : {"はい", "有", "有り", "あり", "○", "〇", "済", "実施済み", "yes", "YES",
                          "true", "ＴＲＵＥ"}) {
    CAPTURE(yes);
    CHECK(read_value(yes, kYesNo).value == CellValue{true});
  }
  for (const char* no :
       {"いいえ", "無", "無し", "なし", "×", "未", "未実施", "no", "False", " 無 "}) {
    CAPTURE(no);
    CHECK(read_value(no, kYesNo).value == CellValue{false});
  }
}

TEST_CASE("nobody knows is an empty cell in every type, never false") {
  for (const char* word : {"", "　", "不明", "わからない", "unknown", "Unknown", "？", "-", "－"})
    for (const Field& field : {kYesNo, kNumber, kText, kChoice, kList, kDate}) {
      CAPTURE(word, field.id);
      const FieldValue out = read_value(word, field);
      CHECK(out.value == CellValue{});
      CHECK(out.fault == ValueFault::none);
    }
}

TEST_CASE("what does not fit is a fault and an empty cell") {
  CHECK(read_value("一部", kYesNo).fault == ValueFault::not_boolean);
  CHECK(read_value("1", kYesNo).fault == ValueFault::not_boolean);
  CHECK(read_value("約250", kNumber).fault == ValueFault::not_integer);
  CHECK(read_value("12,34", kNumber).fault == ValueFault::not_integer);
  CHECK(read_value("1,,,,", kNumber).fault == ValueFault::not_integer);
  CHECK(read_value("-1", kNumber).fault == ValueFault::out_of_range);
  CHECK(read_value("70000", kPort).fault == ValueFault::out_of_range);
  CHECK(read_value("99999999999999999999", kNumber).fault == ValueFault::out_of_range);
  CHECK(read_value("fire wall 2", kChoice).fault == ValueFault::not_a_choice);
  CHECK(read_value("一部", kYesNo).value == CellValue{});
}

TEST_CASE("numbers may be full-width and have thousands") {
  CHECK(read_value("２５０", kNumber).value == CellValue{std::int64_t{250}});
  CHECK(read_value("1,024,000", kNumber).value == CellValue{std::int64_t{1024000}});
}

TEST_CASE("choices are found whatever their case and joints") {
  CHECK(read_value("Access Point", kChoice).value == CellValue{std::string("access_point")});
  CHECK(read_value("jump-host", kChoice).value == CellValue{std::string("jump_host")});
  const Diagnostic d = fault_diagnostic('I', ValueFault::not_a_choice, kChoice, "firewal", Place{});
  CHECK(d.code == "I015");
  CHECK(d.suggestion == "firewall");
}

TEST_CASE("lists are split by the usual separators, or by that of the map") {
  using List = std::vector<std::string>;
  CHECK(read_value("192.0.2.1、192.0.2.2,192.0.2.3\n192.0.2.4", kList).value ==
        CellValue{List{"192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"}});
  CHECK(read_value("a/b,c", kList, {.split = "/"}).value == CellValue{List{"a", "b,c"}});
  CHECK(read_value("a, b", kList, {.one_text = true}).value == CellValue{List{"a, b"}});
}

TEST_CASE("a register's own words come first") {
  ValueReading reading;
  reading.words[comparable("ＦＷ")] = "firewall";
  reading.words[comparable("撤去")] = "";
  CHECK(read_value("fw", kChoice, reading).value == CellValue{std::string("firewall")});
  CHECK(read_value("撤去", kChoice, reading).value == CellValue{});
}

TEST_CASE("dates of the calendar in every way that says its own order") {
  struct {
    const char* text;
    const char* iso;
  } const kTable[] = {
      {"2026-11-22", "2026-11-22"},
      {"2026/11/22", "2026-11-22"},
      {"2026.1.2", "2026-01-02"},
      {"2026年11月22日", "2026-11-22"},
      {"２０２６年１１月２２日", "2026-11-22"},
      {"20261122", "2026-11-22"},
      {"2026/11/22 10:30", "2026-11-22"},
      {"2026-11-22T00:00:00Z", "2026-11-22"},
      {"2026/11/22(日)", "2026-11-22"},
      {"令和8年4月1日", "2026-04-01"},
      {"令和 02年05月01日", "2020-05-01"},
      {"令和元年5月1日", "2019-05-01"},
      {"R8.4.1", "2026-04-01"},
      {"H27.10.1", "2015-10-01"},
      {"S22.4.1", "1947-04-01"},
      {"㍻27年10月1日", "2015-10-01"},
      {"平成32年3月31日", "2020-03-31"},
      {"T1.12.31", "1912-12-31"},
      {"2026-02-30", ""},
      {"2026年", ""},
      {"2026/11", ""},
      {"26年11月22日", ""},
      {"R8.4", ""},
      {"R0.4.1", ""},
      {"令和8年4月31日", ""},
      {"近日", ""},
      {"45197", ""},
      {"2026-11/22", ""},
      {"99999999999/1/1", ""},
      {"-2026-11-22", ""},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.text);
    CHECK(date(row.text) == row.iso);
  }
}

TEST_CASE("a date that can be read in two ways is read only when the order was stated") {
  CHECK(date("11/22/26") == "ambiguous");
  CHECK(date("01/02/2026") == "ambiguous");
  CHECK(date("11/22/26", DateOrder::mdy) == "2026-11-22");
  CHECK(date("1/2/2026", DateOrder::dmy) == "2026-02-01");
  CHECK(date("26/11/22", DateOrder::ymd) == "2026-11-22");
  CHECK(date("4/5/85", DateOrder::mdy) == "1985-04-05");
  CHECK(date("13/45/26", DateOrder::mdy).empty());
  CHECK(read_value("11/22/26", kDate).fault == ValueFault::ambiguous_date);
}

TEST_CASE("what may be a secret is not shown") {
  constexpr Field kSecret{"default_password", FieldType::boolean};
  CHECK(fault_diagnostic('I', ValueFault::not_boolean, kSecret, "hunter2", Place{}).args[1] ==
        "***");
}
