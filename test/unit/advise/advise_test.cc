// SPDX-License-Identifier: Apache-2.0
// Which single change of a control alters a statement.
#include "advise/advise.h"

#include "../assess/small_library.h"

using namespace ruikei;
using namespace ruikei::small;

namespace {

std::vector<std::string> shown(const std::vector<Change>& changes) {
  std::vector<std::string> out;
  for (const Change& change : changes) out.push_back((change.to_met ? "+" : "-") + change.control);
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("subjects are found by their id, and 'level' is one") {
  Library rules = library();
  rules.domains[0].id = "ids";  // shares its name with a gate
  CHECK(advise::find_subject(rules, "level").at(0).kind == Subject::Kind::level);
  CHECK(advise::find_subject(rules, "MAN").at(0).kind == Subject::Kind::control);
  CHECK(advise::find_subject(rules, "ids").size() == 2);
  CHECK(advise::find_subject(rules, "nothing").empty());
}

TEST_CASE("only changes that alter the level are given") {
  Case input = best();
  input.answers["MAN"] = answer(0);
  input.answers["MED"] = answer(Empty::unknown);
  const auto judge = assessor(library());
  const auto changes = advise::single_changes(judge, input, kToday, {Subject::Kind::level, ""});
  // MED cannot raise the level while MAN is not met; everything below can lower it.
  CHECK(shown(changes) == Names{"-ID1", "-ID2", "-SEP", "+MAN"});
  CHECK(changes.back().level_before == LevelRange{1, 1});
  CHECK(changes.back().level_after == LevelRange{1, 3});
}

TEST_CASE("a change outweighs the evidence against the control") {
  Library rules = library();
  control_of(rules, "MAN")
      .evidence.push_back(rule("EV", Speaks::against, Strength::decisive, "facility.beds > 0"));
  const auto judge = assessor(rules);
  const auto changes = advise::single_changes(judge, best(), kToday, {Subject::Kind::gate, "man"});
  CHECK(shown(changes) == Names{"+MAN"});
  CHECK(changes[0].gate_before == State::not_met);
  CHECK(changes[0].gate_after == State::met);
  CHECK(changes[0].level_after == LevelRange{3, 3});
  const Case changed = advise::with_answer(best(), "MAN", 2);
  CHECK(judge.assess(changed, kToday).evidenced == LevelRange{3, 3});
  CHECK(judge.assess(advise::with_answer(best(), "ID1", 0), kToday).evidenced == LevelRange{0, 0});
}

TEST_CASE("a control, a domain, a measure and a route each have their own changes") {
  Library rules = library();
  Measure measure;
  measure.id = "M";
  measure.raises = {{"MAN", 2}, {"SUP", 2}};
  rules.measures.push_back(measure);
  Route route;
  route.id = "R";
  route.conditional = {{.id = "C", .condition = written("met[\"CRIT\"]"), .text = {}}};
  rules.routes.push_back(route);
  const auto judge = assessor(rules);
  Case input = best();
  input.answers["SUP"] = answer(2);
  input.answers["MAN"] = answer(1);
  const auto changes = [&](Subject::Kind kind, const char* id) {
    return advise::single_changes(judge, input, kToday, {kind, id});
  };
  CHECK(shown(changes(Subject::Kind::control, "MAN")) == Names{"+MAN"});
  CHECK(shown(changes(Subject::Kind::control, "CRIT")) == Names{"+CRIT", "-CRIT"});
  CHECK(shown(changes(Subject::Kind::measure, "M")) == Names{"-SUP", "+MAN"});
  const auto routes = changes(Subject::Kind::route, "R");
  CHECK(shown(routes) == Names{"+CRIT", "-CRIT"});
  CHECK(routes[0].route_before == Verdict::conditional);
  CHECK(routes[0].route_after == Verdict::open);
  CHECK(routes[1].route_after == Verdict::closed);
  CHECK(shown(changes(Subject::Kind::domain, "all")).size() >= 9);
  CHECK(changes(Subject::Kind::gate, "nothing").empty());
}
