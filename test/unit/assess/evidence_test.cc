// SPDX-License-Identifier: Apache-2.0
// When evidence rules fire, what they show, and what they do to a control.
#include "small_library.h"

using namespace ruikei;
using namespace ruikei::small;

namespace {

constexpr auto kAgainst = Speaks::against;
constexpr auto kFor = Speaks::for_;
constexpr auto kDecisive = Strength::decisive;
constexpr auto kSupporting = Strength::supporting;

Library with(EvidenceRule evidence, const std::string& control = "MAN") {
  Library out = library();
  control_of(out, control).evidence.push_back(std::move(evidence));
  return out;
}

bool fires(const Library& rules, const Case& input) {
  return !assessor(rules).fired_rules(input, kToday).empty();
}

EvidenceRule end_of_support() {
  return rule("EV-1", kAgainst, kDecisive, "device.end_of_support < today", "devices",
              "device.role in [\"firewall\", \"vpn\"]");
}

Case with_firewall(const char* support_ends) {
  Case input = best();
  add(input, "devices",
      {{"id", text("fw")},
       {"role", text("firewall")},
       {"firmware", text("6.2.6")},
       {"end_of_support", *parse_iso_date(support_ends)}});
  return input;
}

}  // namespace

TEST_CASE("against fires on any record that is concerned and fails, and on nothing else") {
  const Library rules = with(end_of_support());
  CHECK(fires(rules, with_firewall("2023-09-28")));
  CHECK_FALSE(fires(rules, with_firewall("2030-01-01")));
  Case unknown = best();
  add(unknown, "devices", {{"id", text("fw")}, {"role", text("firewall")}});
  CHECK_FALSE(fires(rules, unknown));  // nobody said when its support ends
  Case other = best();
  add(other, "devices",
      {{"id", text("pc")},
       {"role", text("client")},
       {"end_of_support", *parse_iso_date("2020-01-01")}});
  CHECK_FALSE(fires(rules, other));
  Case no_role = best();
  add(no_role, "devices", {{"id", text("x")}, {"end_of_support", std::int64_t{1}}});
  CHECK_FALSE(fires(rules, no_role));  // may or may not be concerned
  CHECK_FALSE(fires(rules, best()));   // no file speaks of devices
}

TEST_CASE("for needs a whole list, a record concerned, and all that may be concerned to pass") {
  const Library rules = with(
      rule("EV-F", kFor, kDecisive, "line.mfa", "lines", "line.purpose == \"remote_maintenance\""));
  const auto lines = [&](bool complete, std::vector<std::pair<CellValue, CellValue>> list) {
    Case input = best();
    section(input, "lines").complete = complete;
    for (const auto& [purpose, mfa] : list)
      add(input, "lines", {{"id", text("l")}, {"purpose", purpose}, {"mfa", mfa}});
    return fires(rules, input);
  };
  const CellValue maintenance = text("remote_maintenance"), other = text("supplier"), none;
  CHECK(lines(true, {{maintenance, true}}));
  CHECK(lines(true, {{maintenance, true}, {other, false}}));
  CHECK_FALSE(lines(false, {{maintenance, true}}));
  CHECK_FALSE(lines(true, {}));
  CHECK_FALSE(lines(true, {{other, true}}));  // none is concerned
  CHECK_FALSE(lines(true, {{maintenance, true}, {maintenance, false}}));
  CHECK_FALSE(lines(true, {{maintenance, true}, {maintenance, none}}));
  CHECK_FALSE(lines(true, {{maintenance, true}, {none, false}}));  // may be concerned
  CHECK(lines(true, {{maintenance, true}, {none, true}}));
  CHECK_FALSE(lines(true, {{none, true}}));
}

TEST_CASE("a list that is not declared complete proves presence, never absence") {
  struct Row {
    const char* condition;
    bool complete, partial;
  };
  const Row rows[] = {
      {"lines.exists(l, l.kind == \"vpn\")", true, true},
      {"!lines.exists(l, l.kind == \"lte\")", true, false},
      {"lines.all(l, l.kind == \"vpn\")", true, false},
      {"!lines.all(l, l.kind == \"lte\")", true, true},
      {"size(lines) == 1", true, false},
      {"size(lines) >= 2", false, false},
      {"size(lines.map(l, l.kind)) >= 2", false, false},
      {"size(lines.filter(l, true)) >= 2", false, false},
      {"\"lte\" in lines.map(l, l.kind)", false, false},
      {"!(\"lte\" in lines.map(l, l.kind))", true, false},
      {"lines.exists_one(l, l.kind == \"vpn\")", true, false},
      {"size(lines.filter(l, l.kind == \"vpn\")) == 1", true, false},
      {"size(lines.map(l, l.kind)) == 1", true, false},
      {"complete.lines", true, false},
      {"!complete.lines", false, true},
      {"complete.devices || !complete.devices", false, false},  // no file speaks of devices
      {"size(devices) == 0", false, false},
  };
  for (const Row& row : rows) {
    const Library rules = with(rule("EV-L", kAgainst, kDecisive, row.condition));
    for (const bool complete : {true, false}) {
      Case input = best();
      section(input, "lines").complete = complete;
      add(input, "lines", {{"id", text("a")}, {"kind", text("vpn")}});
      CAPTURE(row.condition, complete);
      CHECK(fires(rules, input) == (complete ? row.complete : row.partial));
    }
  }
}

TEST_CASE("an empty list that is complete is known to be empty") {
  const Library rules = with(rule("EV-E", kFor, kDecisive, "!lines.exists(l, l.always_on)"));
  Case input = best();
  section(input, "lines").complete = true;
  CHECK(fires(rules, input));
  section(input, "lines").complete = false;
  CHECK_FALSE(fires(rules, input));
}

TEST_CASE("a ground shows the record, the fields looked at, and the filled text") {
  EvidenceRule evidence = end_of_support();
  evidence.text = {"{id}({os} {firmware})は{end_of_support}まで、区域 {zones}",
                   "{id} ({firmware}) until {end_of_support}, zones {zones}"};
  Case input = with_firewall("2023-09-28");
  auto& record = section(input, "devices").records[0];
  record.cells[*inventory_kinds()[*find_kind("devices")].find("zones")].value =
      std::vector<std::string>{"his", "dmz"};
  const auto out = assessor(with(evidence)).assess(input, kToday);
  const Ground& ground = result(out, "MAN").because.at(1);
  CHECK(ground.kind == Ground::Kind::evidence);
  CHECK(ground.rule == "EV-1");
  CHECK(ground.value == "role=firewall, end_of_support=2023-09-28");
  CHECK(ground.text.ja == "fw(? 6.2.6)は2023-09-28まで、区域 his, dmz");
  CHECK(ground.text.en == "fw (6.2.6) until 2023-09-28, zones his, dmz");
  CHECK(ground.source.line == 10);
  CHECK(ground.rule_place.line == 7);
  CHECK(ground.speaks == Speaks::against);
  CHECK(ground.strength == Strength::decisive);
}

TEST_CASE("a rule without a record points at the list or the facility's field that it names") {
  Case input = best();
  section(input, "zones").place = {file_name("network.yaml"), 4, 1, 0};
  section(input, "zones").complete = true;
  const Library by_list = with(rule("EV-Z", kAgainst, kDecisive, "size(zones) == 0"));
  CHECK(result(assessor(by_list).assess(input, kToday), "MAN").because.at(1).source.name() ==
        "network.yaml");
  const Library by_field = with(rule("EV-B", kAgainst, kDecisive, "facility.beds > 200"));
  const Ground ground = result(assessor(by_field).assess(input, kToday), "MAN").because.at(1);
  CHECK(ground.value == "beds=250");
  CHECK(ground.source.name() == "inventory.yaml");
}

TEST_CASE("many records give fifty grounds and the number of the others") {
  Case input = best();
  for (int i = 0; i < 60; ++i)
    add(input, "devices",
        {{"id", text("d")}, {"role", text("vpn")}, {"end_of_support", std::int64_t{5}}});
  const auto out = assessor(with(end_of_support())).assess(input, kToday);
  const auto& because = result(out, "MAN").because;
  CHECK(because.size() == 51);
  CHECK(because.back().more == 10);
}

TEST_CASE("decisive evidence against beats the claim") {
  const auto out = assessor(with(end_of_support())).assess(with_firewall("2023-09-28"), kToday);
  CHECK(out.claimed == LevelRange{3, 3});
  CHECK(out.evidenced == LevelRange{1, 1});
  const ControlResult& man = result(out, "MAN");
  CHECK(man.state == State::not_met);
  CHECK(man.claimed_state == State::met);
  CHECK(man.score == 1);
  CHECK(man.assurance == Assurance::verified);
  REQUIRE(out.contradictions.size() == 1);
  CHECK(out.contradictions[0].control == "MAN");
  CHECK(out.contradictions[0].answer.value == "2");
  CHECK(out.contradictions[0].evidence.rule == "EV-1");
  CHECK(out.contradictions[0].changes_level);
  CHECK(out.gates[2].state == State::not_met);
  CHECK(out.gates[2].claimed_state == State::met);
}

TEST_CASE("decisive evidence for makes verified, and contradicts an answer below the need") {
  const Library rules = with(rule("EV-F", kFor, kDecisive, "facility.beds > 0"));
  const auto said = [&](Answer value) {
    Case input = best();
    input.answers["MAN"] = value;
    return assessor(rules).assess(input, kToday);
  };
  const auto met = said(answer(3));
  CHECK(result(met, "MAN").assurance == Assurance::verified);
  CHECK(result(met, "MAN").score == 3);
  CHECK(met.contradictions.empty());
  const auto denied = said(answer(0));
  CHECK(result(denied, "MAN").state == State::met);
  CHECK(denied.claimed == LevelRange{1, 1});
  CHECK(denied.evidenced == LevelRange{3, 3});
  REQUIRE(denied.contradictions.size() == 1);
  CHECK(denied.contradictions[0].changes_level);
  const auto unknown = said(answer(Empty::unknown));
  CHECK(result(unknown, "MAN").state == State::met);
  CHECK(unknown.contradictions.empty());
  const auto not_applicable = said(answer(Empty::not_applicable));
  CHECK(result(not_applicable, "MAN").state == State::not_applicable);
  CHECK(not_applicable.contradictions.empty());
}

TEST_CASE("evidence against refutes 'not applicable' and settles 'unknown'") {
  const Library rules = with(rule("EV-A", kAgainst, kDecisive, "facility.beds > 0"));
  Case input = best();
  input.answers["MAN"] = answer(Empty::not_applicable);
  const auto refuted = assessor(rules).assess(input, kToday);
  CHECK(result(refuted, "MAN").state == State::not_met);
  CHECK(refuted.contradictions.size() == 1);
  input.answers["MAN"] = answer(Empty::unknown);
  const auto settled = assessor(rules).assess(input, kToday);
  CHECK(result(settled, "MAN").state == State::not_met);
  CHECK_FALSE(result(settled, "MAN").score.has_value());
  CHECK(settled.contradictions.empty());
}

TEST_CASE("against wins over for, and a contradiction may leave the level as it is") {
  Library rules = with(rule("EV-F", kFor, kDecisive, "facility.beds > 0"));
  control_of(rules, "MAN")
      .evidence.push_back(rule("EV-A", kAgainst, kDecisive, "facility.beds > 1"));
  Case input = best();
  input.answers["ID1"] = answer(0);
  const auto out = assessor(rules).assess(input, kToday);
  CHECK(result(out, "MAN").state == State::not_met);
  REQUIRE(out.contradictions.size() == 1);
  CHECK(out.contradictions[0].evidence.rule == "EV-A");
  CHECK_FALSE(out.contradictions[0].changes_level);  // level 0 either way
}

TEST_CASE("supporting evidence changes assurance and asks, but never the state") {
  const Library for_it = with(rule("EV-S", kFor, kSupporting, "facility.beds > 0"));
  const auto supported = assessor(for_it).assess(best(), kToday);
  CHECK(result(supported, "MAN").assurance == Assurance::documented);
  CHECK_FALSE(result(supported, "MAN").follow_up);
  const Library against_it = with(rule("EV-S", kAgainst, kSupporting, "facility.beds > 0"));
  const auto doubted = assessor(against_it).assess(best(), kToday);
  CHECK(result(doubted, "MAN").state == State::met);
  CHECK(result(doubted, "MAN").follow_up);
  CHECK(result(doubted, "MAN").assurance == Assurance::claimed);
  CHECK(doubted.contradictions.empty());
  CHECK(doubted.evidenced == LevelRange{3, 3});
  Case denied = best();
  denied.answers["MAN"] = answer(0);
  CHECK(result(assessor(for_it).assess(denied, kToday), "MAN").assurance == Assurance::claimed);
  CHECK_FALSE(result(assessor(against_it).assess(denied, kToday), "MAN").follow_up);
}

TEST_CASE("a supposition stands whatever the evidence says") {
  const auto judge = assessor(with(end_of_support()));
  const Case input = with_firewall("2023-09-28");
  const auto out = judge.assess(input, kToday, {{"MAN", 2}});
  CHECK(out.evidenced == LevelRange{3, 3});
  CHECK(out.contradictions.empty());
  CHECK(result(out, "MAN").because.size() == 1);
  const assess::Overrides questions[] = {{}, {{"MAN", 2}}, {{"MAN", 2}, {"ID1", 0}}};
  const auto each = judge.assess_each(input, kToday, questions);
  REQUIRE(each.size() == 3);
  CHECK(each[0].evidenced == LevelRange{1, 1});
  CHECK(each[1].evidenced == LevelRange{3, 3});
  CHECK(each[2].evidenced == LevelRange{0, 0});
}

TEST_CASE("mistakes of rules are found when the library is compiled, all at once") {
  Library rules = with(rule("EV-1", kAgainst, kDecisive, "true", "device"));
  control_of(rules, "ID1")
      .evidence.push_back(rule("EV-2", kAgainst, kDecisive, "devic.id == \"\"", "devices"));
  control_of(rules, "ID2")
      .evidence.push_back(rule("EV-3", kAgainst, kDecisive, "device.firmwear == \"\"", "devices"));
  control_of(rules, "SEP")
      .evidence.push_back(rule("EV-4", kAgainst, kDecisive, "device.id == \"\"", "devices"));
  control_of(rules, "SEP").evidence.back().text.en = "{serial_number}";
  control_of(rules, "DEP").applies_if = written("facility.beds");
  rules.hole_policies.push_back(
      {.code = "x", .condition = written("met[\"NONE\"]"), .text = {}, .place = {}});
  const auto made = assess::Assessor::make(std::make_shared<const Library>(rules));
  REQUIRE_FALSE(made.has_value());
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : made.error()) codes.push_back(diagnostic.code);
  std::sort(codes.begin(), codes.end());
  CHECK(codes == std::vector<std::string>{"C002", "C003", "C006", "R114", "R141", "R143"});
}
