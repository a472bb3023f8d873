// SPDX-License-Identifier: Apache-2.0
// Hole policies, routes, measures, and libraries with points.
#include "small_library.h"

using namespace ruikei;
using namespace ruikei::small;

namespace {

RouteCondition condition(const char* id, const char* text) {
  return {.id = id, .condition = written(text), .text = {id, id}};
}

Library with_route() {
  Library out = library();
  Route route;
  route.id = "R";
  route.conditional = {condition("C", "met[\"SUP\"]")};
  route.open = {condition("O", "level.low >= 1 && met[\"CRIT\"]")};
  route.closed = {condition("X", "gate.sep == \"not_met\""),
                  condition("Y", "facility.ehr == \"none\"")};
  out.routes.push_back(route);
  return out;
}

Measure measure(const char* id, std::vector<Raise> raises, std::int64_t cost = 100) {
  Measure out;
  out.id = id;
  out.raises = std::move(raises);
  out.cost_yen = {{"200-299", cost, cost}, {"20-99", 1, 1}};
  return out;
}

std::vector<std::string> ids(const std::vector<MeasureResult>& measures) {
  std::vector<std::string> out;
  for (const MeasureResult& one : measures) out.push_back(one.id);
  return out;
}

}  // namespace

TEST_CASE("a hole policy that is true is flagged with its code and text") {
  Library rules = library();
  rules.hole_policies = {{.code = "no_separation",
                          .condition = written("gate.ids == \"met\" && gate.sep == \"not_met\""),
                          .text = {"分離なし", "no separation"},
                          .place = {}},
                         {.code = "ahead",
                          .condition = written("gate.dep == \"met\" && gate.man == \"not_met\""),
                          .text = {},
                          .place = {}},
                         {.code = "cloud_ehr",
                          .condition = written("facility.ehr == \"cloud\""),
                          .text = {},
                          .place = {}}};
  Case input = best();
  input.answers["SEP"] = answer(0);
  const auto out = assessor(rules).assess(input, kToday);
  REQUIRE(out.off_ladder.size() == 1);
  CHECK(out.off_ladder[0].code == "no_separation");
  CHECK(out.off_ladder[0].text.en == "no separation");
  input.answers["SEP"] = answer(Empty::unknown);
  input.answers["MAN"] = answer(1);
  const auto ahead = assessor(rules).assess(input, kToday);
  REQUIRE(ahead.off_ladder.size() == 1);
  CHECK(ahead.off_ladder[0].code == "ahead");
  CHECK(ahead.evidenced == LevelRange{0, 1});
}

TEST_CASE("a route is open, conditional or closed, with what is missing or what closes it") {
  const auto judge = assessor(with_route());
  Case input = best();
  input.answers["SUP"] = answer(2);
  input.answers["CRIT"] = answer(2);
  input.facility.cells[*facility_kind().find("ehr")].value = text("on_premises");
  const auto route = [&] { return judge.assess(input, kToday).routes.at(0); };
  CHECK(route().verdict == Verdict::open);
  CHECK(route().conditions.empty());

  input.answers["CRIT"] = answer(0);
  CHECK(route().verdict == Verdict::conditional);
  REQUIRE(route().conditions.size() == 1);
  CHECK(route().conditions[0].id == "O");
  CHECK(route().conditions[0].state == State::not_met);

  input.answers["CRIT"] = answer(Empty::not_applicable);  // not applicable is not met either
  CHECK(route().conditions.at(0).state == State::unknown);

  input.answers["CRIT"] = answer(2);
  input.answers["SUP"] = answer(Empty::unknown);
  CHECK(route().verdict == Verdict::conditional);
  CHECK(route().conditions.at(0).id == "C");

  input.answers["SUP"] = answer(0);
  CHECK(route().verdict == Verdict::closed);
  CHECK(route().conditions.at(0).id == "C");
  CHECK(route().conditions.at(0).state == State::not_met);

  input.answers["SUP"] = answer(2);
  input.answers["SEP"] = answer(0);
  CHECK(route().verdict == Verdict::closed);
  REQUIRE(route().conditions.size() == 1);
  CHECK(route().conditions[0].id == "X");
  CHECK(route().conditions[0].state == State::met);
}

TEST_CASE("a condition that may close a route keeps it from being open") {
  Case input = best();
  input.answers["SUP"] = answer(2);
  input.answers["CRIT"] = answer(2);
  const auto out = assessor(with_route()).assess(input, kToday);  // nobody said which EHR
  CHECK(out.routes[0].verdict == Verdict::conditional);
  REQUIRE(out.routes[0].conditions.size() == 1);
  CHECK(out.routes[0].conditions[0].id == "Y");
  CHECK(out.routes[0].conditions[0].state == State::unknown);
}

TEST_CASE("measures are ranked by what they lift off the way to the next level") {
  Library rules = library();
  rules.measures = {measure("weight", {{"REST", 2}}),
                    measure("critical", {{"CRIT", 2}}),
                    measure("support", {{"SUP", 2}}),
                    measure("higher", {{"MAN", 2}, {"DEP", 3}}),
                    measure("dear", {{"ID1", 2}}, 900),
                    measure("cheap", {{"ID1", 3}}, 100),
                    measure("both", {{"ID1", 2}, {"SEP", 2}}, 5000),
                    measure("needless", {{"ID2", 3}})};
  const auto out =
      assessor(rules).assess(hospital({{"ID1", 0}, {"ID2", 2}, {"SEP", 1}, {"MAN", 0}}), kToday);
  // "cheap" and "dear" bring nothing that "both" does not bring already.
  CHECK(ids(out.measures) == std::vector<std::string>{"both", "higher", "support", "critical",
                                                      "weight", "cheap", "dear"});
  CHECK(out.measures[0].why == std::vector<std::string>{"ids", "sep"});
  CHECK(out.measures[0].controls == std::vector<std::string>{"ID1", "SEP"});
  CHECK(out.measures[1].why == std::vector<std::string>{"man", "dep"});
  CHECK(out.measures[3].why == std::vector<std::string>{"readiness"});
  CHECK(out.measures[5].why == std::vector<std::string>{"ids"});
  REQUIRE(out.measures[0].cost.has_value());
  CHECK(out.measures[0].cost->low_yen == 5000);
}

TEST_CASE("a step that does not reach the need leaves the control to other measures") {
  Library rules = library();
  rules.measures = {measure("step", {{"ID1", 1}, {"SEP", 2}, {"ID2", 2}}),
                    measure("rest", {{"REST", 2}}), measure("whole", {{"ID1", 2}})};
  const auto out = assessor(rules).assess(hospital({{"ID1", 0}}), kToday);
  CHECK(ids(out.measures) == std::vector<std::string>{"step", "whole", "rest"});
}

TEST_CASE("a measure for other sizes goes last and says so") {
  Library rules = library();
  rules.measures = {measure("large", {{"ID1", 2}}), measure("small", {{"REST", 2}})};
  rules.measures[0].fits = {"500+"};
  const auto out = assessor(rules).assess(hospital(), kToday);
  CHECK(ids(out.measures) == std::vector<std::string>{"small", "large"});
  CHECK_FALSE(out.measures[1].fits);
}

TEST_CASE("points decide a control from sub-questions, unknown ones left open") {
  Library rules = library();
  rules.questions = {{.id = "q01", .text = {}}, {.id = "q02", .text = {}}};
  rules.profile = {{.id = "beds", .type = "integer"}};
  Control& man = control_of(rules, "MAN");
  man.need = 3;
  man.points = {{2, written("q01 >= 2")}, {2, written("q02 >= 1 || facility.beds >= 500")}};
  const auto judge = assessor(rules);
  const auto state = [&](std::initializer_list<std::pair<const char*, int>> answers) {
    Case input = best();
    for (const auto& [id, value] : answers) input.answers[id] = answer(value);
    return judge.assess(input, kToday);
  };
  const auto open = state({{"q01", 2}});
  CHECK(result(open, "MAN").state == State::unknown);
  CHECK(open.evidenced == LevelRange{1, 3});
  CHECK(result(open, "MAN").because.at(0).value == "q01=2");
  CHECK(result(open, "MAN").because.at(1).value == "q02=unanswered");
  CHECK(result(state({{"q01", 1}}), "MAN").state == State::not_met);
  CHECK(result(state({{"q01", 2}, {"q02", 1}}), "MAN").score == 4);
  CHECK(judge.assess(best(), kToday, {{"MAN", 3}}).evidenced == LevelRange{3, 3});
  CHECK(judge.assess(best(), kToday, {{"MAN", 2}}).evidenced == LevelRange{1, 1});
}

TEST_CASE("a gate by condition blocks as a whole") {
  Library rules = library();
  rules.gates[2].must.clear();
  rules.gates[2].condition = written("domain[\"all\"] >= 60 && score[\"MAN\"] >= 1");
  const auto out = assessor(rules).assess(
      hospital({{"ID1", 2}, {"ID2", 2}, {"SEP", 2}, {"MAN", 0}, {"MED", 2}}), kToday);
  CHECK(out.evidenced == LevelRange{1, 1});
  REQUIRE(out.blocking.size() == 1);
  CHECK(out.blocking[0].gate == "man");
  CHECK(out.blocking[0].control.empty());
}
