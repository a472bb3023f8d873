// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/terminal_text.h"
#include "model/schema.h"
#include "report/report.h"
#include "report/sample.h"

using namespace ruikei;
using namespace ruikei::report;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

TextOptions options_in(Language language) {
  TextOptions out;
  out.language = language;
  out.program_version = "0.1.0";
  return out;
}

std::string result_of(const Assessment& assessment, Language language = Language::ja) {
  return assessment_json(assessment, report_test::sample_library(), options_in(language));
}

}  // namespace

TEST_CASE("a result has the keys that scripts rely on") {
  const json result = json::parse(result_of(report_test::sample_assessment()));
  CHECK(result["schema"] == "ruikei.result/1");
  CHECK(result["facility"]["beds"] == 250);
  CHECK(result["library"]["sha256"].get<std::string>().size() == 64);
  CHECK(result["as_of"] == "2026-11-22");
  CHECK(result["level"]["low"] == 1);
  CHECK(result["level"]["decided"] == true);
  CHECK(result["level"]["claimed"]["high"] == 3);
  CHECK(result["gates"][2]["controls"] == json({"NB-01", "NB-04", "RM-01"}));
  CHECK(result["controls"][4]["because"][0]["source"] ==
        json({{"file", "inventory/fw-main.conf"}, {"line", 3}}));
  CHECK(result["controls"][5]["score"].is_null());
  CHECK(result["controls"][5]["empty"] == "unknown");
  CHECK(result["contradictions"][0]["answer"]["who"] == "情報システム課");
  CHECK(result["unanswered"] == json({"MD-01", "RM-01", "SG-02"}));
  CHECK(result["measures"][0]["cost_yen"] == json({{"low", 2000000}, {"high", 6000000}}));
  CHECK(result["measures"][2]["cost_yen"].is_null());
  CHECK(result["routes"][0]["conditions"] == json({"R1-O1"}));
  CHECK(result["read_report"][2]["failed"] == 1);
}

TEST_CASE("a result is the same bytes for the same input, in either language") {
  const auto assessment = report_test::sample_assessment();
  CHECK(result_of(assessment) == result_of(assessment));
  CHECK(result_of(assessment, Language::ja) == result_of(assessment, Language::en));
  CHECK(result_of(assessment).back() == '\n');
}

TEST_CASE("without a medical information system the level is null, not zero") {
  Assessment assessment = report_test::sample_assessment();
  assessment.applicable = false;
  const json result = json::parse(result_of(assessment));
  CHECK(result["applicable"] == false);
  CHECK(result["level"]["low"].is_null());
  CHECK(result["level"]["evidenced"]["high"].is_null());
  CHECK(result["level"]["decided"] == false);
}

TEST_CASE("bytes that are no UTF-8 and characters that steer a terminal do no harm in JSON") {
  Assessment assessment = report_test::sample_assessment();
  const std::string name = "a\xff\x1b[2J\u202e\u0085\x7f日";
  assessment.facility.cells[*facility_kind().find("name")].value = name;
  const std::string text = result_of(assessment);
  CHECK(is_valid_utf8(text));
  for (const char* bad : {"\x1b", "\u202e", "\u0085", "\x7f"})
    CHECK(text.find(bad) == std::string::npos);
  CHECK_THAT(text, Contains("日"));
  CHECK(json::parse(text)["facility"]["name"] == "a\uFFFD\x1b[2J\u202e\u0085\x7f日");
}

TEST_CASE("a proof as JSON holds the chain and the changes") {
  const Change change = {"NB-04",        true,           {1, 1},          {1, 3},
                         State::not_met, State::unknown, Verdict::closed, Verdict::open};
  auto proof = [&](Subject::Kind kind, const std::string& id) {
    return json::parse(proof_json(report_test::sample_assessment(), report_test::sample_library(),
                                  options_in(Language::en), {kind, id}, {&change, 1}));
  };
  using Kind = Subject::Kind;
  const json level = proof(Kind::level, "");
  CHECK(level["schema"] == "ruikei.proof/1");
  CHECK(level["subject"]["id"] == "level");
  CHECK(level["proof"]["gates"][2]["proof"][1]["because"][0]["rule"] == "EV-NB-04-2");
  CHECK(level["changes"][0]["after"]["level"]["high"] == 3);
  CHECK(proof(Kind::gate, "media_control")["changes"][0]["after"]["gate"] == "unknown");
  const json control = proof(Kind::control, "NB-04");
  CHECK(control["proof"]["decides"][0]["id"] == "separation_managed");
  CHECK(control["proof"]["mappings"][1]["official"] == false);
  CHECK(proof(Kind::domain, "identity")["proof"]["decides_level"] == false);
  CHECK(proof(Kind::measure, "M-USB")["proof"]["raises"][0]["control"] == "MD-01");
  CHECK(proof(Kind::route, "R1")["proof"]["conditional"][0]["if"] == "level.low >= 1");
  CHECK(proof(Kind::route, "no-such")["proof"]["id"] == "no-such");
}

TEST_CASE("the schemas of a case name every field and refuse others") {
  const Catalog fields = report_test::read_texts("fields.yaml");
  const json facility = json::parse(facility_schema_json(fields, Language::ja));
  CHECK(facility["required"] == json({"id", "name"}));
  CHECK(facility["anyOf"][0]["required"] == json({"beds"}));
  CHECK(facility["anyOf"][1]["required"] == json({"register"}));
  CHECK(facility["additionalProperties"] == false);
  CHECK(facility["properties"]["beds"]["title"] == "病床数");
  CHECK(facility["properties"].size() == facility_kind().fields.size() + 1);  // register
  const json inventory = json::parse(inventory_schema_json(fields, Language::en));
  for (const auto& kind : inventory_kinds()) {
    const json& section = inventory["properties"][std::string(kind.section)];
    CHECK(section["items"]["properties"].size() == kind.fields.size());
  }
  CHECK(inventory["properties"]["complete"]["items"]["enum"].size() == inventory_kinds().size());
  const json answers =
      json::parse(answers_schema_json(report_test::sample_library(), Language::en));
  CHECK(answers["properties"]["answers"]["properties"].size() == 9);
}

TEST_CASE("Markdown of a library holds its parts and no markup from its texts") {
  const Catalog texts = report_test::read_texts("screens.yaml");
  Library library = report_test::sample_library();
  library.controls[0].title = {"<b>題</b> | *x*", "<b>title</b> | *x*"};
  library.controls[4].evidence[0].condition.text = "a || b";
  for (const Language language : {Language::ja, Language::en}) {
    const std::string out = library_markdown(library, texts, language);
    CHECK(out.find("«") == std::string::npos);
    CHECK(out.find("<b>") == std::string::npos);
    CHECK_THAT(out, Contains("\\| \\*x\\*"));
    CHECK_THAT(out, Contains("`a \\|\\| b`"));
    for (const auto& control : library.controls) CHECK_THAT(out, Contains("### " + control.id));
    for (const auto& measure : library.measures) CHECK_THAT(out, Contains("### " + measure.id));
    CHECK(out.substr(out.size() - 2) != "\n\n");
  }
}
