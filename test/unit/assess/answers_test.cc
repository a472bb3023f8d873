// SPDX-License-Identifier: Apache-2.0
// What answers alone give: states, the five kinds of empty, level, blocking, open questions.
#include "small_library.h"

using namespace ruikei;
using namespace ruikei::small;

TEST_CASE("answers alone make both readings") {
  const auto out = assessor(library()).assess(best(), kToday);
  CHECK(out.claimed == LevelRange{3, 3});
  CHECK(out.evidenced == LevelRange{3, 3});
  CHECK(out.blocking.empty());
  CHECK(out.library_id == "small");
  CHECK(out.gates.size() == 5);
  CHECK(out.gates[0].controls == std::vector<std::string>{"ID1", "ID2"});
}

TEST_CASE("each kind of empty is kept, and none is a score") {
  for (const Empty empty : {Empty::not_asked, Empty::unanswered, Empty::unknown}) {
    Case input = best();
    input.answers["MAN"] = answer(empty);
    const auto out = assessor(library()).assess(input, kToday);
    CHECK(result(out, "MAN").state == State::unknown);
    CHECK(result(out, "MAN").empty == empty);
    CHECK_FALSE(result(out, "MAN").score.has_value());
    CHECK(result(out, "MAN").because.front().kind == Ground::Kind::empty);
    CHECK(out.evidenced == LevelRange{1, 3});
  }
  Case input = best();
  input.answers["MAN"] = answer(Empty::not_applicable);
  const auto out = assessor(library()).assess(input, kToday);
  CHECK(result(out, "MAN").state == State::not_applicable);
  CHECK(out.evidenced == LevelRange{3, 3});
  REQUIRE(out.off_ladder.size() == 1);
  CHECK(out.off_ladder[0].code == "gate_not_applicable");
  CHECK(out.off_ladder[0].gate == "man");
}

TEST_CASE("no entry at all is unanswered") {
  const auto out = assessor(library()).assess(hospital(), kToday);
  CHECK(result(out, "ID1").empty == Empty::unanswered);
  CHECK(out.evidenced == LevelRange{0, 3});
}

TEST_CASE("the ground of an answer says where it stands and who said it") {
  Case input = best();
  Answer& man = input.answers["MAN"];
  man.assurance = Assurance::documented;
  man.who = "情報課";
  man.when = "2026-11-18";
  man.evidence = "更新記録.pdf";
  const auto out = assessor(library()).assess(input, kToday);
  const Ground& ground = result(out, "MAN").because.at(0);
  CHECK(ground.kind == Ground::Kind::answer);
  CHECK(ground.value == "2");
  CHECK(ground.source.name() == "answers.yaml");
  CHECK(ground.who == "情報課");
  CHECK(ground.document == "更新記録.pdf");
  CHECK(result(out, "MAN").assurance == Assurance::documented);
}

TEST_CASE("a question that does not apply is hidden, not unanswered") {
  Library rules = library();
  control_of(rules, "DEP").applies_if = written("facility.plans_cloud_ai");
  Case input = best();
  const auto plans = [&](CellValue value) {
    input.facility.cells[*facility_kind().find("plans_cloud_ai")].value = std::move(value);
    return assessor(rules).assess(input, kToday);
  };
  const auto hidden = plans(false);
  CHECK(result(hidden, "DEP").empty == Empty::hidden);
  CHECK(result(hidden, "DEP").state == State::unknown);
  CHECK(hidden.evidenced == LevelRange{2, 3});
  CHECK(std::count(hidden.unanswered.begin(), hidden.unanswered.end(), "DEP") == 0);
  CHECK(result(plans(true), "DEP").state == State::met);
  CHECK(result(plans(std::monostate{}), "DEP").state == State::met);  // not known to be false
}

TEST_CASE("blocking lists the next level only: what is not met first, then what is unknown") {
  Case input = best();
  input.answers["ID1"] = answer(Empty::unknown);
  input.answers["SEP"] = answer(1);
  input.answers["MAN"] = answer(0);
  const auto out = assessor(library()).assess(input, kToday);
  REQUIRE(out.blocking.size() == 2);
  CHECK(out.blocking[0].gate == "sep");
  CHECK(out.blocking[0].control == "SEP");
  CHECK(out.blocking[0].state == State::not_met);
  CHECK(out.blocking[1].control == "ID1");
  CHECK(out.blocking[1].state == State::unknown);
}

TEST_CASE("open questions that can change the level come first, then by role") {
  Case input = hospital({{"ID1", 2}, {"ID2", 2}, {"SEP", 2}, {"MED", 0}});
  const auto out = assessor(library()).assess(input, kToday);
  // The level is decided at 1: nothing open can change it, so roles and the library's order count.
  CHECK(out.evidenced == LevelRange{1, 1});
  CHECK(out.unanswered == std::vector<std::string>{"MAN", "DEP", "SUP", "REST", "CRIT"});
  CHECK(out.unanswered_that_matter == 0);
  input.answers.erase("MED");
  const auto open = assessor(library()).assess(input, kToday);
  CHECK(open.unanswered == std::vector<std::string>{"MAN", "MED", "DEP", "SUP", "REST", "CRIT"});
  CHECK(open.unanswered_that_matter == 3);
  input.answers["DEP"] = answer(0);  // level 2 at best: DEP no longer open
  CHECK(assessor(library()).assess(input, kToday).unanswered_that_matter == 2);
}

TEST_CASE("without any medical information system there is no level to speak of") {
  Case input = best();
  auto& cell = input.facility.cells[*facility_kind().find("medical_information_systems")];
  CHECK(assessor(library()).assess(input, kToday).applicable);
  cell.value = false;
  CHECK_FALSE(assessor(library()).assess(input, kToday).applicable);
  cell.value = true;
  CHECK(assessor(library()).assess(input, kToday).applicable);
}

TEST_CASE("the bed class follows from the beds unless it is given") {
  const std::size_t at = *facility_kind().find("bed_class");
  Case input = best();
  CHECK(std::get<std::string>(assessor(library()).assess(input, kToday).facility.cells[at].value) ==
        "200-299");
  input.facility.cells[at].value = text("20-99");
  CHECK(std::get<std::string>(assessor(library()).assess(input, kToday).facility.cells[at].value) ==
        "20-99");
}

TEST_CASE("a case without any inventory or cells is judged all the same") {
  Case input;
  const auto out = assessor(library()).assess(input, kToday);
  CHECK(out.evidenced == LevelRange{0, 3});
}

TEST_CASE("domains count what applies and what is known") {
  Case input = best();
  input.answers["SUP"] = answer(Empty::not_applicable);
  const auto out = assessor(library()).assess(input, kToday);
  REQUIRE(out.domains.size() == 1);
  CHECK(out.domains[0].applicable == 8);
  CHECK(out.domains[0].answered == 6);
  CHECK(out.domains[0].score == 66);
  CHECK(out.domains[0].low == 50);
  CHECK(out.domains[0].high == 75);
}
