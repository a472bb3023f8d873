// SPDX-License-Identifier: Apache-2.0
#include "model/archive.h"

#include <catch2/catch.hpp>

#include "model/library_archive.h"

using namespace ruikei;

namespace {

Library full_library() {
  const FileName file = file_name("rules/a.yaml");
  const FileName other = file_name("rules/b.yaml");
  const Text text{"日本語", "English"};
  const Expression condition{"q01 >= 2", {file, 7, 9, 8}};
  Library library;
  library.id = "id";
  library.version = "1";
  library.title = library.note = text;
  library.sha256 = std::string(64, 'a');
  library.domain_scale = 1000;
  library.editions = {{"ed", text, "2025-05", "https://example.org", "[1-4]"}};
  library.scales = {{"M", text, 3, true, {{0, text}, {2, text}}}};
  library.domains = {{"d", text}};
  library.levels = {{0, text, text}, {1, text, text}};
  library.gates = {{"g", 1, text, text, {"A", "B"}, {}, {file, 1, 2, 3}}};
  library.hole_policies = {{"h", condition, text, {other, 1, 1, 0}}};
  library.profile = {{"beds", "integer", {"x"}, {file, 2, 2, 2}}};
  library.questions = {{"q", text, -3, 4, {}}};
  Control control;
  control.id = "A";
  control.help = {text, text, text};
  control.role = Role::support;
  control.critical = true;
  control.weight = 300;
  control.points = {{2, condition}};
  control.evidence = {{"EV",
                       Speaks::for_,
                       Strength::decisive,
                       "devices",
                       condition,
                       condition,
                       text,
                       {other, 9, 9, 9}}};
  control.mappings = {{"ed", "2-⑥", Certainty::garbled, "n"}};
  library.controls = {control, Control{}};
  Measure measure;
  measure.id = "M";
  measure.raises = {{"A", 3}};
  measure.effort = Effort::large;
  measure.cost_yen = {{"20-99", 1, 1'000'000'000'000}};
  measure.estimate = false;
  measure.fits = {"20-99"};
  library.measures = {measure};
  library.routes = {
      {"R", text, text, Certainty::secondary, {{"c", condition, text}}, {}, {}, "s", {}}};
  return library;
}

const Catalog kTexts({{"A001", {"誤り", "wrong"}}, {"B", {"び", "b"}}});

}  // namespace

TEST_CASE("A library comes back from its bytes as it was") {
  const std::string bytes = pack(full_library(), kTexts);
  Library library;
  Catalog catalog;
  REQUIRE(unpack(bytes, library, catalog));
  CHECK(pack(library, catalog) == bytes);
  CHECK(library.controls[0].evidence[0].speaks == Speaks::for_);
  CHECK(library.controls[0].evidence[0].place.name() == "rules/b.yaml");
  CHECK(library.controls[0].evidence[0].where.place.column == 9);
  CHECK(library.controls[0].evidence[0].where.place.file == library.gates[0].place.file);
  CHECK_FALSE(library.questions[0].place.file);
  CHECK(library.questions[0].minimum == -3);
  CHECK(library.measures[0].cost_yen[0].high_yen == 1'000'000'000'000);
  CHECK(catalog.text("A001", Language::ja) == "誤り");
}

TEST_CASE("Bytes that are cut are refused and leave the library as it was") {
  const std::string bytes = pack(full_library(), kTexts);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Library library;
    library.id = "untouched";
    Catalog catalog;
    CHECK_FALSE(unpack(bytes.substr(0, size), library, catalog));
    CHECK(library.id == "untouched");
  }
  Library library;
  Catalog catalog;
  CHECK_FALSE(unpack(bytes + "x", library, catalog));
}

TEST_CASE("Bytes that are altered are refused or read, but never do harm") {
  const std::string bytes = pack(full_library(), kTexts);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned char value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(value);
      Library library;
      Catalog catalog;
      if (!unpack(changed, library, catalog)) ++refused;
    }
  }
  CHECK(refused > 0);
}
