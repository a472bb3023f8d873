// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "base/terminal_text.h"
#include "model/schema.h"
#include "report/report.h"
#include "report/sample.h"
#include "report/words.h"

using namespace ruikei;
using namespace ruikei::report;
using Catch::Matchers::Contains;

namespace {

const Catalog& texts() {
  static const Catalog catalog = report_test::read_texts("screens.yaml");
  return catalog;
}

TextOptions options_for(Language language) {
  TextOptions out;
  out.language = language;
  out.case_name = "samples/minato";
  out.program_version = "0.1.0";
  return out;
}

std::string report_of(const Assessment& assessment, Language language) {
  return assessment_text(assessment, report_test::sample_library(), texts(), options_for(language));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string first_screen_of(const std::string& text) { return text.substr(0, text.find("■")); }

}  // namespace

TEST_CASE("the first screen fits a terminal of 80 columns and 30 lines in both languages") {
  Assessment assessment = report_test::sample_assessment();
  for (int variant = 0; variant < 4; ++variant) {
    if (variant == 3)
      assessment.off_ladder = {{"ahead", report_test::sample_library().note, "media_control"}};
    if (variant == 1) {
      assessment.evidenced = {1, 3};
      assessment.unanswered_that_matter = 3;
    }
    if (variant == 2)
      for (int i = 0; i < 12; ++i) assessment.blocking.push_back(assessment.blocking[i % 3]);
    for (const Language language : {Language::ja, Language::en}) {
      const auto lines = lines_of(first_screen_of(report_of(assessment, language)));
      CHECK(lines.size() <= 31);  // with the empty line before the detail
      for (const auto& line : lines) {
        CAPTURE(line);
        CHECK(display_width(line) <= 80);
      }
    }
  }
}

TEST_CASE("no text of the report is missing from the catalog and no line ends in a blank") {
  for (const Language language : {Language::ja, Language::en})
    for (const auto& line : lines_of(report_of(report_test::sample_assessment(), language))) {
      CAPTURE(line);
      CHECK(line.find("«") == std::string::npos);
      CHECK((line.empty() || line.back() != ' '));
      CHECK(display_width(line) <= 80);
    }
}

TEST_CASE("the report names level, blocking, contradiction and place") {
  const std::string ja = report_of(report_test::sample_assessment(), Language::ja);
  CHECK_THAT(ja, Contains("みなと総合病院(架空)  250床 (200-299床)"));
  CHECK_THAT(ja, Contains("2026年11月22日時点"));
  CHECK_THAT(ja, Contains("inventory/fw-main.conf:3"));
  CHECK_THAT(ja, Contains("食い違い 1件、うち1件がレベルに影響"));
  CHECK_THAT(ja, Contains("200〜600万円"));
  const std::string en = report_of(report_test::sample_assessment(), Language::en);
  CHECK_THAT(en, Contains("as of 22 November 2026"));
  CHECK_THAT(en, Contains("¥2.0–6.0 million"));
  CHECK_THAT(en, Contains("What holds the next level back"));
}

TEST_CASE("the kinds of empty keep their own words") {
  const std::string ja = report_of(report_test::sample_assessment(), Language::ja);
  for (const char* word : {"未質問", "未回答", "わからない"}) CHECK_THAT(ja, Contains(word));
}

TEST_CASE("a facility without any medical information system gets no level") {
  Assessment assessment = report_test::sample_assessment();
  assessment.applicable = false;
  const std::string ja = report_of(assessment, Language::ja);
  CHECK_THAT(ja, Contains("判定の対象外"));
  CHECK_THAT(ja, !Contains("未確定"));
  CHECK_THAT(ja, !Contains("条件ごとの判定"));
}

TEST_CASE("a report survives an assessment that says nothing") {
  for (const Language language : {Language::ja, Language::en})
    CHECK(!assessment_text(Assessment{}, Library{}, texts(), options_for(language)).empty());
}

TEST_CASE("a hostile name of a file or hospital is shown, not obeyed") {
  Assessment assessment = report_test::sample_assessment();
  assessment.facility.cells[*facility_kind().find("name")].value =
      std::string("\x1b]0;x\x07病院\u202e");
  assessment.read_reports[3].file = "a\nb\x1b[2J";
  const std::string text = report_of(assessment, Language::ja);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
  CHECK_THAT(text, Contains("\\x1b]0;x\\x07病院\\u202e"));
}

TEST_CASE("every kind of proof ends with what would change it and shows its ground's places") {
  const Assessment assessment = report_test::sample_assessment();
  const Library library = report_test::sample_library();
  using Kind = Subject::Kind;
  const Subject subjects[] = {{Kind::level, ""},          {Kind::gate, "separation_managed"},
                              {Kind::control, "NB-04"},   {Kind::domain, "segmentation"},
                              {Kind::measure, "M-USB"},   {Kind::route, "R1"},
                              {Kind::control, "no-such"}, {Kind::route, "no-such"}};
  const Change change = {
      "NB-04",      true, {1, 1}, {1, 3}, State::not_met, State::unknown, Verdict::conditional,
      Verdict::open};
  for (const Language language : {Language::ja, Language::en})
    for (const auto& subject : subjects)
      for (const bool changes : {false, true}) {
        const auto text = proof_text(assessment, library, texts(), options_for(language), subject,
                                     {&change, changes ? 1u : 0u});
        CAPTURE(subject.id, text);
        CHECK(text.find("«") == std::string::npos);
        for (const auto& line : lines_of(text)) CHECK(display_width(line) <= 80);
      }
  const auto control = proof_text(assessment, library, texts(), options_for(Language::en),
                                  subjects[2], {&change, 1});
  for (const char* part :
       {"rules/controls/boundary.yaml:118", "answers.yaml:41", "inventory/fw-main.conf:3",
        "[read in the primary text]", "whatever the other 2 say", "level 1 → level 1–3"})
    CHECK_THAT(control, Contains(part));
  const auto none =
      proof_text(assessment, library, texts(), options_for(Language::en), subjects[0], {});
  CHECK_THAT(none, Contains("No change of a single control does."));
}

TEST_CASE("what was not read in the primary text is not shown as asked for") {
  const auto text =
      proof_text(report_test::sample_assessment(), report_test::sample_library(), texts(),
                 options_for(Language::ja), {Subject::Kind::control, "NB-04"}, {});
  const auto official = text.find("求めている文書"), related = text.find("関連(非公式)");
  CHECK(official < text.find("2-⑥"));
  CHECK(text.find("2-⑥") < related);
  CHECK(related < text.find("シ13⑦"));
}

TEST_CASE("money is in 万円 or yen and no more exact than its basis") {
  const Words ja(texts(), Language::ja), en(texts(), Language::en);
  CHECK(ja.money({"", 2000000, 6000000}) == "200〜600万円");
  CHECK(ja.money({"", 0, 130000000}) == "0〜13,000万円");
  CHECK(ja.money({"", 5000, 5000}) == "0.5万円");
  CHECK(en.money({"", 500000, 3000000}) == "¥0.5–3.0 million");
  CHECK(en.money({"", 50000, 300000}) == "¥50,000–300,000");
  CHECK(en.money({"", 6000000, 6000000}) == "¥6.0 million");
}

TEST_CASE("a case name with blanks is quoted in the commands to try next") {
  CHECK(shell_word("samples/minato") == "samples/minato");
  CHECK(shell_word("病院 A") == "'病院 A'");
  CHECK(shell_word("a'b") == "'a'\\''b'");
}

TEST_CASE("every field, section and choice of the schema has a name in both languages") {
  const Catalog fields = report_test::read_texts("fields.yaml");
  auto check = [&](const std::string& key) {
    CAPTURE(key);
    CHECK(fields.has(key));
  };
  auto check_kind = [&](const Kind& kind, const std::string& prefix) {
    check("section." + std::string(kind.section));
    for (const auto& field : kind.fields) {
      check("field." + prefix + "." + std::string(field.id));
      if (field.id == "bed_class") continue;  // numbers
      for (const auto& choice : field.choices)
        check("kind." + prefix + "." + std::string(field.id) + "." + std::string(choice));
    }
  };
  check_kind(facility_kind(), "facility");
  for (const auto& kind : inventory_kinds()) check_kind(kind, std::string(kind.section));
  for (const auto& [key, text] : fields.entries()) {
    CAPTURE(key);
    CHECK(!text.ja.empty());
    CHECK(!text.en.empty());
  }
}

TEST_CASE("every screen text that the code names exists, and every text is named") {
  std::string code;
  for (const char* file :
       {"detail.cc", "detail_advice.cc", "first_screen.cc", "level_head.cc", "markdown.cc",
        "proof.cc", "proof_advice.cc", "proof_control.cc", "view.cc", "words.cc"}) {
    std::ifstream in(std::string(RUIKEI_SOURCE_DIR) + "/lib/report/" + file);
    REQUIRE(in);
    code.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const auto& [key, text] : texts().entries()) {
    CAPTURE(key);
    CHECK(code.find('"' + key + '"') != std::string::npos);
    CHECK(!text.ja.empty());
    CHECK(!text.en.empty());
  }
  for (std::size_t at = 0; (at = code.find("\"screen.", at)) != std::string::npos;) {
    const auto end = code.find('"', at + 1);
    const std::string key = code.substr(at + 1, end - at - 1);
    CAPTURE(key);
    CHECK(texts().has(key));
    at = end;
  }
}
