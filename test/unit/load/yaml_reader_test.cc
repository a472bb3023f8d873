// SPDX-License-Identifier: Apache-2.0
#include "load/yaml_reader.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace ruikei;
using namespace ruikei::load;

namespace {

YamlNode good(const std::string& text) {
  auto root = read_yaml({"a.yaml", text, {}});
  if (!root) FAIL(root.error().front().code << " at line " << root.error().front().place.line);
  return *root;
}

// "Y009 2:1" of the first mistake.
std::string bad(const std::string& text, const YamlLimits& limits = {}) {
  const auto root = read_yaml({"a.yaml", text, {}}, limits);
  if (root) return "reads";
  const Diagnostic& first = root.error().front();
  return first.code + " " + std::to_string(first.place.line) + ":" +
         std::to_string(first.place.column);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
  return text;
}

// The inputs of a file of the YAML test suite, which writes what cannot be seen as symbols; without
// any, the file itself.
std::vector<std::string> suite_cases(const std::string& file) {
  std::vector<std::string> texts{file};
  const auto root = read_yaml({"suite", file, {}});
  if (!root || !root->is_sequence()) return texts;
  for (const YamlNode& item : root->items) {
    const YamlNode* yaml = item.is_mapping() ? item.find("yaml") : nullptr;
    if (!yaml) continue;
    std::string text = yaml->text;
    for (const char* dashes : {"———", "——", "—"}) text = replaced(text, dashes, "");
    text = replaced(replaced(replaced(text, "␣", " "), "»", "\t"), "←", "\r");
    text = replaced(replaced(replaced(text, "⇔", "\xEF\xBB\xBF"), "↵", ""), "∎\n", "");
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("A tree keeps kinds, texts and places") {
  const YamlNode root = good("a: 1\n日本: [x, \"y z\"]\nc:\n  d: 'it''s'\n");
  REQUIRE(root.is_mapping());
  REQUIRE(root.keys.size() == 3);
  CHECK(root.find("a")->text == "1");
  CHECK_FALSE(root.find("a")->quoted);
  CHECK(root.find("a")->place.column == 4);
  CHECK(root.keys[1].text == "日本");
  CHECK(root.keys[1].place.length == 2);
  const YamlNode& list = *root.find("日本");
  REQUIRE(list.is_sequence());
  CHECK(list.place.column == 5);
  CHECK(list.items[1].text == "y z");
  CHECK(list.items[1].quoted);
  CHECK(list.items[1].place.column == 9);
  CHECK(list.items[1].place.length == 5);
  CHECK(root.find("c")->find("d")->text == "it's");
  CHECK(root.find("c")->find("d")->place.line == 4);
  CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("No scalar is interpreted") {
  const YamlNode root = good("- NO\n- 010\n- 1e3\n- ~\n- null\n- Null\n- ''\n-\n- true # c\n");
  const char* texts[] = {"NO", "010", "1e3", "~", "null", "Null", "", "", "true"};
  REQUIRE(root.items.size() == 9);
  for (std::size_t i = 0; i < 9; ++i) CHECK(root.items[i].text == texts[i]);
  CHECK(root.items[3].is_scalar());
  CHECK(root.items[4].is_scalar());
  CHECK(root.items[6].is_scalar());
  CHECK(root.items[7].is_null());
}

TEST_CASE("An empty value before a key called null is empty") {
  const YamlNode root = good("a:\nnull: 3\n~: x\nb: null\nc:\n");
  CHECK(root.find("a")->is_null());
  CHECK(root.find("null")->text == "3");
  CHECK(root.find("~")->text == "x");
  CHECK(root.find("b")->text == "null");
  CHECK(root.find("c")->is_null());
  CHECK(root.find("c")->place.line == 5);
  const YamlNode nested = good("a:\n  b:\nnull: 3\n");
  CHECK(nested.find("a")->find("b")->is_null());
  CHECK(good("[null, ~]").items[1].text == "~");
}

TEST_CASE("A byte order mark and Windows line ends are accepted") {
  const YamlNode root = good(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: \"z\"\r\n");
  CHECK(root.keys[0].text == "a");
  CHECK(root.keys[0].place.column == 1);
  CHECK(root.find("c")->place.line == 5);
  CHECK(root.find("c")->place.column == 4);
}

TEST_CASE("A repeated key is an error that names the first") {
  const auto root = read_yaml({"a.yaml", "a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\n", {}});
  REQUIRE_FALSE(root);
  REQUIRE(root.error().size() == 2);
  const Diagnostic& first = root.error()[0];
  CHECK(first.code == "Y009");
  CHECK(first.place.line == 3);
  CHECK(first.args == std::vector<std::string>{"a", "1"});
  CHECK(first.excerpt == "a: 3");
  CHECK(root.error()[1].place.column == 11);
}

TEST_CASE("What YAML allows and rules do not is refused with its place") {
  CHECK(bad("a: &x 1\n") == "Y006 1:4");
  CHECK(bad("a: &x 1\nb: *x\n") == "Y006 1:4");
  CHECK(bad("a: !!str 1\n") == "Y007 1:4");
  CHECK(bad("a: ! 1\n") == "Y007 1:4");
  CHECK(bad("a: 1\n---\nb: 2\n").substr(0, 4) == "Y008");
  CHECK(bad("? [a, b]\n: 1\n").substr(0, 4) == "Y015");
  CHECK(bad("{a: 1}: 2\n").substr(0, 4) == "Y015");
  CHECK(bad("a:\n\tb: 1\n") == "Y010 2:1");
  CHECK(bad("a:\n  \tb: 1\n") == "Y010 2:3");
  CHECK(bad("") == "Y016 0:0");
  CHECK(bad("# nothing\n") == "Y016 0:0");
}

TEST_CASE("Bytes that are no text are refused with their place") {
  CHECK(bad("a: 1\nb: \xFF\n") == "Y001 2:4");
  CHECK(bad("a: \xE3\x81\n") == "Y001 1:4");
  CHECK(bad(std::string("a: x\0y\n", 7)) == "Y002 1:5");
  CHECK(bad("a: 日\x1B[2J\n") == "Y002 1:5");
  CHECK(bad("a: 1\rb: 2\n") == "Y002 1:5");
  CHECK(bad("a: \xC2\x85\n") == "Y002 1:4");
}

TEST_CASE("An unclosed quote is reported where it opens") {
  CHECK(bad("a: \"x\nb: 2\nc: 3\n") == "Y011 1:4");
  CHECK(bad("a: 'x\nb: 2\n") == "Y011 1:4");
  CHECK(bad("a:\n  - \"x\n  - y\nb: \"z\"\n") == "Y011 2:5");
  CHECK(bad("a:\n  - k: \"x\n    l: \"y\"\n") == "Y011 2:8");
  CHECK(bad("a: \"x\nb: \"y\"\nc: \"z\"\n") == "Y011 1:4");
  CHECK(bad("a: {ja: \"x, en: \"y\"}\nb: 1\n") == "Y012 1:9");
  CHECK(bad("a: {ja: \"x\", en: \"y}\nb: \"1\"\n") == "Y011 1:18");
  CHECK(bad("日本語: \"x\n次: \"y\"\n") == "Y011 1:6");
  CHECK(bad("a: \"x\"y\"\n") == "Y012 1:4");
  CHECK(bad("\"a: 1\nb: 2\n") == "Y011 1:1");
  CHECK(bad("a: \"x") == "Y011 1:4");
  CHECK(bad("a: \"x\\\"\nb: 1\n") == "Y011 1:4");
}

TEST_CASE("An unclosed bracket is reported where it opens") {
  CHECK(bad("a: [1, 2\nb: 3\n") == "Y013 1:4");
  CHECK(bad("a: [1, {b: 2]\n") == "Y013 1:8");
  CHECK(bad("a: {b: 1") == "Y013 1:4");
}

TEST_CASE("A key without a colon is not taken for an empty one") {
  CHECK(bad("a: {id: x, mfa}\n") == "Y017 1:12");
  CHECK(bad("a: {mfa, id: x}\n") == "Y017 1:5");
  CHECK(bad("a: 1\nb\n") == "Y017 2:1");
  CHECK(bad("a: {\"mfa\"}\n") == "Y017 1:5");
  CHECK(bad("a: {mfa: , b : }\nc :\n'd':\n\"e\\u3042\":\n") == "reads");
  CHECK(bad("- a\nb: 1\n") == "Y018 2:1");
}

TEST_CASE("Quotes, brackets and tabs inside other text are no mistakes") {
  CHECK(bad("a: it's \"fine\"\n") == "reads");
  CHECK(bad("a: x # don't\nb: 1\n") == "reads");
  CHECK(bad("# don't\na: 1\n") == "reads");
  CHECK(bad("a: |\n  \"x\n  [y\n  \tz\nb: 1\n") == "reads");
  CHECK(bad("a: >-\n  it's\n\n  more 'x\nb: 1\n") == "reads");
  CHECK(bad("- |\n  'x\n- y\n") == "reads");
  CHECK(bad("a: plain text\n  \"going\" on\nb: 1\n") == "reads");
  CHECK(bad("a: \"x\n  y\n\n  z\"\nb: 1\n") == "reads");
  CHECK(bad("a:\n  \"x\n  y\"\nb: 1\n") == "reads");
  CHECK(bad("a: {ja: \"x\",\n    en: \"y\"}\n") == "reads");
  CHECK(bad("a: [\n  1, 'b',\n]\nb: \"{x}\"\n") == "reads");
  CHECK(bad("{\"a\":\"x\",\"b\":[1,\"]\"]}\n") == "reads");
  CHECK(bad("a: 'device.role in [\"x\"]'\n") == "reads");
  CHECK(bad("a: 1\t# tab before a comment\n\t\nb:\t2\n") == "reads");
  CHECK(bad("\"a b\": 1\n'c': 2\n") == "reads");
  CHECK(bad("---\na: 1\n...\n") == "reads");
}

TEST_CASE("Size, depth and number of values are capped") {
  YamlLimits limits;
  limits.bytes = 100;
  limits.depth = 3;
  limits.nodes = 10;
  CHECK(bad("a: [[1]]\n", limits) == "reads");
  CHECK(bad("a: [[[1]]]\n", limits) == "Y004 1:6");
  CHECK(bad("[1,2,3,4,5,6,7,8,9,0]", limits).substr(0, 4) == "Y005");
  CHECK(bad(std::string(101, ' '), limits) == "Y003 0:0");
  CHECK(bad(std::string(1 << 20, '[')).substr(0, 1) == "Y");
  std::string dashes;
  for (int i = 0; i < 200000; ++i) dashes += "- ";
  CHECK(bad(dashes).substr(0, 4) == "Y004");
}

TEST_CASE("Secrets do not show in source lines") {
  const auto root = read_yaml(
      {"a.yaml", "password: hunter2\npassword: hunter3\npsk: {x: s3cret, x: s3cret}\n", {}});
  REQUIRE_FALSE(root);
  for (const Diagnostic& d : root.error()) {
    CHECK(d.excerpt.find("hunter") == std::string::npos);
    CHECK(d.excerpt.find("s3cret") == std::string::npos);
  }
  CHECK(root.error()[0].excerpt == "password: ***");
  CHECK(mask_secrets("snmp community public ro") == "snmp community ***");
  CHECK(mask_secrets("api_key=abc") == "api_key=***");
  CHECK(mask_secrets("管理パスワード：abc") == "管理パスワード：***");
  CHECK(mask_secrets("{user: a, Admin-Password: \"b\"}") == "{user: a, Admin-Password: \"***");
  CHECK(mask_secrets("name: x") == "name: x");
  CHECK(names_a_secret("wifi_PSK"));
  const SourceText below("b", "password:\n  hunter2: [x\nname: y\n");
  CHECK(below.excerpt(2) == "  ***");
  CHECK(below.excerpt(3) == "name: y");
}

TEST_CASE("Columns count characters, also far along a line") {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "日本, ";
  const YamlNode root = good(text + "x]");
  CHECK(root.items.back().place.column == 2 + 1000 * 4);
}

TEST_CASE("Every case of the YAML test suite reads or gives a diagnostic") {
  std::size_t cases = 0;
  std::size_t reads = 0;
  for (const char* folder :
       {RUIKEI_SOURCE_DIR "/test/fixtures/yaml", "/work/shared/data/hostile/yaml-test-suite"}) {
    std::error_code none;
    if (!std::filesystem::is_directory(folder, none)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".yaml") continue;
      const auto source = read_file(entry.path());
      REQUIRE(source);
      for (const std::string& text : suite_cases(source->text)) {
        ++cases;
        const auto root = read_yaml({"case", text, {}});
        if (root) ++reads;
        if (!root) CHECK_FALSE(root.error().empty());
        for (std::size_t end = 0; end < text.size(); ++end) {
          (void)read_yaml({"cut", text.substr(0, end), {}});  // must not crash
        }
      }
    }
  }
  CHECK(cases > 0);
  CHECK(reads > 0);
}
