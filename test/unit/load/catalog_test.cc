// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>

#include "load/load.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

// The numbers in braces of a text.
std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> numbers;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    if (end != std::string::npos && end > at + 1 && text[end] == '}')
      numbers.insert(text.substr(at + 1, end - at - 1));
  }
  return numbers;
}

}  // namespace

TEST_CASE("Texts are read by key in both languages") {
  const auto entries =
      read_catalog({"a.yaml", "X1: {ja: '「{0}」', en: \"'{0}'\"}\nX2: {ja: 二, en: two}\n", {}});
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  CHECK((*entries)[0].second.en == "'{0}'");
}

TEST_CASE("A text in one language only is refused") {
  const auto entries =
      read_catalog({"a.yaml", "X1: {ja: 一}\nX2: {ja: 二, en: \"\"}\nX3: x\n", {}});
  REQUIRE_FALSE(entries);
  REQUIRE(entries.error().size() == 3);
  CHECK(entries.error()[0].code == "Y024");
  CHECK(entries.error()[1].code == "Y025");
  CHECK(entries.error()[2].code == "Y020");
}

TEST_CASE("A key that two files give is an error that names the other place") {
  const auto catalog = read_catalogs(
      {{"a.yaml", "X1: {ja: 一, en: one}\n", {}}, {"b.yaml", "\nX1: {ja: 壱, en: one}\n", {}}});
  REQUIRE_FALSE(catalog);
  CHECK(catalog.error()[0].code == "E010");
  CHECK(catalog.error()[0].place.line == 2);
  CHECK(catalog.error()[0].args == std::vector<std::string>{"X1", "a.yaml:1"});
}

TEST_CASE(
    "The program's own texts are complete, and messages name the same values in both languages") {
  const auto sources = read_yaml_files(RUIKEI_SOURCE_DIR "/text");
  REQUIRE(sources);
  const auto catalog = read_catalogs(*sources);
  if (!catalog) {
    const Diagnostic& first = catalog.error().front();
    FAIL(first.code << " " << first.place.name() << ":" << first.place.line);
  }
  for (const auto& [key, text] : catalog->entries()) {
    // Diagnostics (A001 …) only: screens may need a number in one language and not in the other.
    const bool is_code = key.size() == 4 && key[0] >= 'A' && key[0] <= 'Z';
    INFO(key);
    if (is_code) CHECK(placeholders(text.ja) == placeholders(text.en));
  }
}
