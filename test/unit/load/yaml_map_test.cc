// SPDX-License-Identifier: Apache-2.0
#include "load/yaml_map.h"

#include <catch2/catch.hpp>

using namespace ruikei;
using namespace ruikei::load;

namespace {

YamlNode tree(const std::string& text) {
  auto root = read_yaml({"a.yaml", text, {}});
  REQUIRE(root);
  return *root;
}

std::string codes(const Diagnostics& diagnostics) {
  std::string list;
  for (const Diagnostic& d : diagnostics)
    list +=
        d.code + "@" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " ";
  return list;
}

}  // namespace

TEST_CASE("A mapping is read by the types of its fields") {
  const YamlNode root =
      tree("t: NO\ni: 010\nb: NO\nx: {ja: 日, en: day}\nl: [a, 1]\nw: high\nempty:\nn: -5\n");
  Diagnostics diagnostics;
  MapReader map(root, diagnostics);
  constexpr std::string_view words[] = {"low", "high"};
  enum class Size { low, high };
  CHECK(map.text("t") == "NO");
  CHECK(map.integer("i") == 10);
  CHECK_FALSE(map.boolean("b"));
  CHECK(map.both("x") == Text{"日", "day"});
  CHECK(map.texts("l") == std::vector<std::string>{"a", "1"});
  CHECK(map.word<Size>("w", words) == Size::high);
  CHECK(map.text_or("empty", "none") == "none");
  CHECK(map.integer_or("missing", 7) == 7);
  CHECK(map.integer("n", -10, 10) == -5);
  CHECK(map.has("t"));
  CHECK_FALSE(map.has("empty"));
  CHECK(map.key_place("i").line == 2);
  map.finish();
  CHECK(codes(diagnostics).empty());
}

TEST_CASE("All mistakes of a mapping are found at once") {
  const YamlNode root = tree(
      "text: [1]\ninteger: 1_000\nrange: 11\nboolean: maybe\nword: hihg\nlist: a\nboth: {ja: \"\", "
      "en: e}\n"
      "empty:\nextra: 1\n");
  Diagnostics diagnostics;
  MapReader map(root, diagnostics);
  constexpr std::string_view words[] = {"low", "high"};
  map.text("text");
  map.integer("integer");
  map.integer("range", 0, 10);
  map.boolean("boolean");
  map.word<int>("word", words);
  map.texts("list");
  map.both("both");
  map.text("empty");
  map.text("extras");
  map.finish();
  CHECK(codes(diagnostics) ==
        "Y022@1:7 Y026@2:10 Y027@3:8 Y028@4:10 Y029@5:7 Y021@6:7 Y025@7:12 Y025@8:1 Y024@1:1 "
        "Y023@9:1 ");
  CHECK(diagnostics[4].suggestion == "high");
  CHECK(diagnostics[4].args == std::vector<std::string>{"hihg", "low, high"});
  CHECK(diagnostics.back().suggestion == "extras");
  CHECK(diagnostics.back().excerpt == "extra: 1");
}

TEST_CASE("What should be a mapping and is none is reported once") {
  for (const char* text : {"- a", "a"}) {
    const YamlNode root = tree(text);
    Diagnostics diagnostics;
    MapReader map(root, diagnostics);
    map.text("a");
    map.list("b");
    map.finish();
    CHECK(codes(diagnostics) == "Y020@1:1 ");
  }
}

TEST_CASE("Integers are plain decimal numbers") {
  CHECK(parse_integer("010") == 10);
  CHECK(parse_integer("+3") == 3);
  CHECK(parse_integer("-3") == -3);
  CHECK(parse_integer("9223372036854775807") == 9223372036854775807);
  for (const char* text : {"", "+", "-", "+-3", "--3", "1_000", "1,000", "1e3", "0x10", "1.0", " 1",
                           "1 ", "１", "9223372036854775808", "NaN"}) {
    CHECK_FALSE(parse_integer(text).has_value());
  }
}

TEST_CASE("Booleans are words, not numbers") {
  for (const char* text : {"true", "True", "YES", "yes", "on"}) CHECK(parse_boolean(text) == true);
  for (const char* text : {"false", "NO", "No", "off"}) CHECK(parse_boolean(text) == false);
  for (const char* text : {"", "0", "1", "y", "null", "はい"}) {
    CHECK_FALSE(parse_boolean(text).has_value());
  }
}

TEST_CASE("Dates are days of the calendar") {
  Diagnostics diagnostics;
  const YamlNode root = tree("[1970-01-02, 2026-02-30, 2026-1-1]");
  CHECK(as_date(root.items[0], diagnostics) == 1);
  CHECK_FALSE(as_date(root.items[1], diagnostics).has_value());
  CHECK_FALSE(as_date(root.items[2], diagnostics).has_value());
  CHECK(codes(diagnostics) == "Y030@1:14 Y030@1:26 ");
}
