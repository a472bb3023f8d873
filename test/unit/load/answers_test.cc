// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "load/answer_table.h"
#include "load/case_fixture.h"
#include "load/case_parts.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

Answers from_yaml(const std::string& text, Diagnostics& out) {
  YamlLimits limits;
  limits.bare_keys = true;
  const auto root = read_yaml({"answers.yaml", text, {}}, limits);
  if (!root) {
    out = root.error();
    return {};
  }
  const YamlNode* answers = root->find("answers");
  return read_answers(answers ? *answers : *root, asking_library(), out);
}

Answers from_table(const std::string& text, ReadReport& report, Diagnostics& out) {
  const auto tables = read_tables(text, "answers.csv");
  REQUIRE(tables.has_value());
  report.file = "answers.csv";
  return read_answer_tables(*tables, asking_library(), report, out);
}

Answers good_table(const std::string& text) {
  ReadReport report;
  Diagnostics out;
  Answers answers = from_table(text, report, out);
  CAPTURE(codes(out));
  CHECK_FALSE(has_errors(out));
  return answers;
}

}  // namespace

TEST_CASE("short and long answers are read with their place") {
  Diagnostics out;
  const Answers answers = from_yaml(
      "answers:\n"
      "  NB-01: 2\n"
      "  NB-02: yes\n"
      "  NB-03: {value: 3, assurance: documented, who: 情報課, when: 2026-11-18, evidence: "
      "記録.pdf}\n"
      "  NB-04: {value: na, reason: 無線がない}\n"
      "  NB-05: unknown\n"
      "  q01: 4\n",
      out);
  CHECK(out.empty());
  CHECK(answers.at("NB-01").score() == 2);
  CHECK(answers.at("NB-01").place.line == 2);
  CHECK(answers.at("NB-02").score() == 2);
  CHECK(answers.at("NB-03").assurance == Assurance::documented);
  CHECK(answers.at("NB-03").when == "2026-11-18");
  CHECK(answers.at("NB-04").empty() == Empty::not_applicable);
  CHECK(answers.at("NB-05").empty() == Empty::unknown);
  CHECK(answers.at("q01").score() == 4);
}

TEST_CASE("the kinds of empty are kept apart") {
  Diagnostics out;
  const Answers answers = from_yaml(
      "answers:\n  NB-01:\n  NB-02: not_asked\n  NB-03: 未回答\n  NB-04: わからない\n", out);
  CHECK(out.empty());
  CHECK(answers.at("NB-01").empty() == Empty::unanswered);
  CHECK(answers.at("NB-02").empty() == Empty::not_asked);
  CHECK(answers.at("NB-03").empty() == Empty::unanswered);
  CHECK(answers.at("NB-04").empty() == Empty::unknown);
}

TEST_CASE("all mistakes in answers are told, each with its code") {
  Diagnostics out;
  const Answers answers = from_yaml(
      "answers:\n"
      "  NB-1: 2\n"
      "  NB-01: {value: yes, within 30 days}\n"
      "  NB-02: 4\n"
      "  NB-03: {value: 2, assurance: sure}\n"
      "  NB-04: na\n"
      "  NB-05: hidden\n"
      "  q01: {value: 1, wo: x}\n",
      out);
  CHECK(codes(out) ==
        std::vector<std::string>{"A010", "A012", "A013", "A014", "A015", "A016", "A020"});
  CHECK(out[0].suggestion == "NB-01");
  CHECK(out[1].args[2] == "yes, within 30 days");
  CHECK(out[1].args[1] == "0..3");
  CHECK(out[1].args[4].find("2 (within 30 days)") != std::string::npos);
  CHECK(out[1].place.line == 3);
  CHECK(out[1].place.column == 18);
  CHECK_FALSE(out[1].excerpt.empty());
  CHECK(out[6].suggestion == "who");
  CHECK(answers.size() == 1);
}

TEST_CASE("yes belongs to yes/no scales only") {
  Diagnostics out;
  from_yaml("answers: {NB-01: yes, NB-02: no}\n", out);
  CHECK(codes(out) == std::vector<std::string>{"A012"});
}

TEST_CASE("JSON answers are a map or a list of objects") {
  Diagnostics out;
  CHECK(from_yaml("{\"answers\": {\"NB-01\": 2, \"NB-02\": null}}", out).size() == 2);
  const Answers list = from_yaml(
      "[{\"control\": \"NB-01\", \"value\": \"2\"}, {\"control\": \"NB-04\", \"value\": "
      "\"unknown\"}]",
      out);
  CHECK(list.at("NB-01").score() == 2);
  CHECK(list.at("NB-04").empty() == Empty::unknown);
  CHECK(out.empty());
  from_yaml("[{\"value\": 1}, {\"control\": \"NB-01\"}, {\"control\": \"NB-01\"}]", out);
  CHECK(codes(out) == std::vector<std::string>{"A003", "A011"});
}

TEST_CASE("canonical CSV is read, its columns in any order") {
  const Answers answers = good_table(
      "value,control,who,assurance,reason\n"
      "2,NB-01,\"情報課, 山田\",verified,\nno,NB-02,,,\nna,NB-03,,,該当機器なし\n,NB-04,,,\n");
  CHECK(answers.at("NB-01").who == "情報課, 山田");
  CHECK(answers.at("NB-01").assurance == Assurance::verified);
  CHECK(answers.at("NB-01").place.line == 2);
  CHECK(answers.at("NB-02").score() == 0);
  CHECK(answers.at("NB-03").reason == "該当機器なし");
  CHECK(answers.at("NB-04").empty() == Empty::unanswered);
}

TEST_CASE("Japanese headers and words are read") {
  const Answers answers = good_table(
      "管理策,回答,確からしさ,回答者,回答日,理由\n"
      "NB-01,30日以内,資料で確認,情報課,令和8年11月18日,\nNB-02,はい,,,,\nNB-03,該当なし,,,,"
      "機器がない\n"
      "NB-04,2: 30日以内,,,,\nNB-05,わからない,,,,\n");
  CHECK(answers.at("NB-01").score() == 2);
  CHECK(answers.at("NB-01").when == "2026-11-18");
  CHECK(answers.at("NB-02").score() == 2);
  CHECK(answers.at("NB-04").score() == 2);
  CHECK(answers.at("NB-05").empty() == Empty::unknown);
}

TEST_CASE("mistakes in a table are told with line and column, rows are counted") {
  ReadReport report;
  Diagnostics out;
  from_table(
      "control,value,reason,phase\nNB-01,2,,\nNB-01,1,,\nNB-9,2,,\nNB-02,5,,\nNB-03,na,,\n,2,,"
      "\n見出し,,,\n",
      report, out);
  put_in_order(out);
  CHECK(codes(out) == std::vector<std::string>{"A019", "A011", "A010", "A013", "A015", "A023"});
  CHECK(out[0].severity == Severity::warning);
  CHECK(out[1].args[1] == "answers.csv:2");
  CHECK(out[3].place.line == 5);
  CHECK(out[3].place.column == 7);
  CHECK(report.understood == 1);
  CHECK(report.failed == 5);
  CHECK(report.ignored == 1);
}

TEST_CASE("a table without the two headers is an error, and so are two columns for one thing") {
  ReadReport report;
  Diagnostics out;
  from_table("a,b\n1,2\n", report, out);
  CHECK(codes(out) == std::vector<std::string>{"A018"});
  out.clear();
  from_table("control,value,回答\nNB-01,2,3\n", report, out);
  CHECK(codes(out) == std::vector<std::string>{"A021"});
}

TEST_CASE("a filled Excel form is read past its title and headings") {
  const auto tables = read_tables(bytes_of(fixture("xlsx/answers_form.xlsx")), "answers.xlsx");
  REQUIRE(tables.has_value());
  ReadReport report;
  Diagnostics out;
  const Answers answers = read_answer_tables(*tables, asking_library(), report, out);
  CHECK(out.empty());
  CHECK(answers.size() == 5);
  CHECK(answers.at("NB-01").when == "2026-11-18");
  CHECK(answers.at("NB-01").assurance == Assurance::documented);
  CHECK(answers.at("NB-04").reason == "無線がない");
  CHECK(answers.at("NB-05").empty() == Empty::unanswered);
  CHECK(report.ignored == 2);
}

TEST_CASE("an answer to a control that is scored by its sub-questions is a warning") {
  Library library = asking_library();
  library.controls[0].points.push_back({2, {"q01 >= 2", {}}});
  const auto root = read_yaml({"a.yaml", "NB-01: 2\n", {}});
  Diagnostics out;
  read_answers(*root, library, out);
  CHECK(codes(out) == std::vector<std::string>{"A017"});
  CHECK_FALSE(has_errors(out));
}
