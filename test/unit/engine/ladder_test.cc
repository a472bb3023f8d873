// SPDX-License-Identifier: Apache-2.0
// Section 3 of the design, rule by rule, on a ladder small enough to judge by eye.
#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/engine.h"
#include "engine/kernels.h"

using namespace ruikei;

namespace {

constexpr std::int8_t kNo = engine::kUnknown, kNa = engine::kNotApplicable;

Control control(std::string id, std::string domain, int weight = 1, int need = 2) {
  Control out;
  out.id = std::move(id);
  out.domain = std::move(domain);
  out.scale = "M4";
  out.weight = weight;
  out.need = need;
  return out;
}

// Levels 0 to 3; gates ids (A1, A2) and separation (B) at 1, managed (C) at 2, inner (D) at 3.
Library ladder() {
  Library library;
  library.scales = {{.id = "M4", .name = {}, .maximum = 3, .options = {}}};
  library.domains = {{"x", {}}, {"y", {}}};
  library.levels = {{0, {}, {}}, {1, {}, {}}, {2, {}, {}}, {3, {}, {}}};
  library.controls = {control("A1", "x", 3), control("A2", "x", 1), control("B", "y"),
                      control("C", "y"), control("D", "y")};
  library.gates = {{.id = "ids", .level = 1, .name = {}, .published = {}, .must = {"A1", "A2"}},
                   {.id = "separation", .level = 1, .name = {}, .published = {}, .must = {"B"}},
                   {.id = "managed", .level = 2, .name = {}, .published = {}, .must = {"C"}},
                   {.id = "inner", .level = 3, .name = {}, .published = {}, .must = {"D"}}};
  return library;
}

engine::OutcomeChunk judge(const Library& library, std::vector<std::int8_t> answers,
                           std::vector<std::int8_t> evidence = {}) {
  const auto program = engine::compile(library);
  REQUIRE(program.has_value());
  engine::FactChunk facts;
  facts.rows = 1;
  for (const std::int8_t& answer : answers) facts.answers.emplace_back(&answer, 1);
  for (const std::int8_t& says : evidence) facts.evidence.emplace_back(&says, 1);
  engine::OutcomeChunk out;
  engine::evaluate(**program, facts, out);
  return out;
}

State state(const engine::OutcomeChunk& out, std::size_t control) {
  return static_cast<State>(out.control_state[control][0]);
}
State gate(const engine::OutcomeChunk& out, std::size_t gate) {
  return static_cast<State>(out.gate_state[gate][0]);
}

std::vector<std::string> mistakes(const Library& library) {
  const auto program = engine::compile(library);
  std::vector<std::string> codes;
  if (!program)
    for (const Diagnostic& diagnostic : program.error()) codes.push_back(diagnostic.code);
  return codes;
}

}  // namespace

TEST_CASE("a control is met from its need on, and evidence moves what is known of it") {
  struct Row {
    int answer, evidence;
    State state;
    int score;
  };
  const Row rows[] = {
      {0, 0, State::not_met, 0},
      {1, 0, State::not_met, 1},
      {2, 0, State::met, 2},
      {3, 0, State::met, 3},
      {kNo, 0, State::unknown, -1},
      {kNa, 0, State::not_applicable, -2},
      {0, 1, State::met, 2},  // proven: at least what is needed
      {3, 1, State::met, 3},
      {kNo, 1, State::met, 2},
      {kNa, 1, State::not_applicable, -2},
      {0, -1, State::not_met, 0},
      {3, -1, State::not_met, 1},     // refuted: at most one below
      {kNo, -1, State::not_met, -1},  // not met, but whether 0 or 1 nobody knows
      {kNa, -1, State::not_met, -1},
  };
  for (const Row& row : rows) {
    const auto answer = static_cast<std::int8_t>(row.answer);
    const auto evidence = static_cast<std::int8_t>(row.evidence);
    const auto out = judge(ladder(), {answer}, {evidence});
    CAPTURE(row.answer, row.evidence);
    CHECK(state(out, 0) == row.state);
    CHECK(out.control_score[0][0] == row.score);
  }
}

TEST_CASE("an answer above the scale counts as the scale's maximum") {
  CHECK(judge(ladder(), {100}).control_score[0][0] == 3);
}

TEST_CASE("a gate is met by all, not met by one, and otherwise unknown") {
  struct Row {
    std::int8_t a1, a2;
    State gate;
  };
  const Row rows[] = {{2, 2, State::met},         {2, 1, State::not_met},
                      {kNo, 1, State::not_met},   {0, kNo, State::not_met},
                      {2, kNo, State::unknown},   {kNo, kNo, State::unknown},
                      {kNa, 2, State::met},       {kNa, 1, State::not_met},
                      {kNa, kNo, State::unknown}, {kNa, kNa, State::met}};
  for (const Row& row : rows) {
    CAPTURE(int{row.a1}, int{row.a2});
    CHECK(gate(judge(ladder(), {row.a1, row.a2}), 0) == row.gate);
  }
}

TEST_CASE("the level is a range between what is sure and what nothing excludes") {
  struct Row {
    std::vector<std::int8_t> answers;  // A1 A2 B C D
    int low, high;
  };
  const Row rows[] = {
      {{2, 2, 2, 2, 2}, 3, 3},           {{2, 2, 2, 2, 1}, 2, 2},         {{2, 2, 2, 1, 2}, 1, 1},
      {{1, 2, 2, 2, 2}, 0, 0},           {{2, 2, 1, 2, 2}, 0, 0},         {{kNo, 2, 2, 2, 2}, 0, 3},
      {{2, 2, 2, kNo, 2}, 1, 3},         {{2, 2, 2, kNo, 0}, 1, 2},       {{kNo, 2, 2, 0, 2}, 0, 1},
      {{kNo, kNo, kNo, kNo, kNo}, 0, 3}, {{kNo, 0, kNo, kNo, kNo}, 0, 0}, {{2, 2, 2, 2, kNa}, 3, 3},
  };
  for (const Row& row : rows) {
    const auto out = judge(ladder(), row.answers);
    CHECK(int{out.level_low[0]} == row.low);
    CHECK(int{out.level_high[0]} == row.high);
  }
}

TEST_CASE("levels may be numbered from 1 and stand in any order") {
  Library library = ladder();
  library.levels = {{40, {}, {}}, {10, {}, {}}, {30, {}, {}}, {20, {}, {}}};
  const int levels[] = {20, 20, 30, 40};
  for (std::size_t g = 0; g < library.gates.size(); ++g) library.gates[g].level = levels[g];
  const auto out = judge(library, {2, 2, 2, kNo, 2});
  CHECK(int{out.level_low[0]} == 20);
  CHECK(int{out.level_high[0]} == 40);
  CHECK(int{judge(library, {0}).level_high[0]} == 10);
}

TEST_CASE("a domain's score is over what is known, its span over what is not") {
  // x holds A1 with weight 3 and A2 with weight 1, three points each.
  const auto both = judge(ladder(), {2, 3});
  CHECK(both.domain_score[0][0] == 75);  // (3*2 + 3) / 12
  CHECK(both.domain_low[0][0] == 75);
  CHECK(both.domain_high[0][0] == 75);
  const auto one = judge(ladder(), {2, kNo});
  CHECK(one.domain_score[0][0] == 66);  // 6 / 9, rounded down
  CHECK(one.domain_low[0][0] == 50);    // 6 / 12
  CHECK(one.domain_high[0][0] == 75);   // 9 / 12
  const auto none = judge(ladder(), {kNo, kNo});
  CHECK(none.domain_score[0][0] == -1);
  CHECK(none.domain_low[0][0] == 0);
  CHECK(none.domain_high[0][0] == 100);
  const auto left_out = judge(ladder(), {kNa, 1});
  CHECK(left_out.domain_score[0][0] == 33);
  CHECK(left_out.domain_high[0][0] == 33);
  CHECK(judge(ladder(), {kNa, kNa}).domain_high[0][0] == -1);
}

TEST_CASE("columns that nobody gave are unanswered and silent") {
  const auto out = judge(ladder(), {});
  CHECK(state(out, 4) == State::unknown);
  CHECK(int{out.level_high[0]} == 3);
}

TEST_CASE("no rows give no outcome") {
  const auto program = engine::compile(ladder());
  engine::OutcomeChunk out;
  engine::evaluate(**program, {}, out);
  CHECK(out.rows == 0);
  CHECK(out.level_low.empty());
}

TEST_CASE("a library that would give no sound result is refused") {
  using Codes = std::vector<std::string>;
  const auto changed = [](auto change) {
    Library library = ladder();
    change(library);
    return mistakes(library);
  };
  CHECK(mistakes(ladder()).empty());
  CHECK(changed([](Library& l) { l.gates[0].must = {"A1", "Z"}; }) == Codes{"R114"});
  CHECK(changed([](Library& l) { l.gates[0].must = {}; }) == Codes{"R131"});
  CHECK(changed([](Library& l) { l.gates[0].level = 7; }) == Codes{"R136"});
  CHECK(changed([](Library& l) { l.gates[0].level = 0; }) == Codes{"R181"});
  CHECK(changed([](Library& l) { l.gates.pop_back(); }) == Codes{"R180"});
  CHECK(changed([](Library& l) { l.gates[1].id = "ids"; }) == Codes{"R101"});
  CHECK(changed([](Library& l) { l.controls[1].id = "A1"; }).front() == "R101");
  CHECK(changed([](Library& l) { l.controls[0].domain = "z"; }) == Codes{"R111"});
  CHECK(changed([](Library& l) { l.controls[0].scale = "M5"; }) == Codes{"R110"});
  CHECK(changed([](Library& l) { l.controls[0].need = 4; }) == Codes{"R184"});
  CHECK(changed([](Library& l) { l.controls[0].need = 0; }) == Codes{"R184"});
  CHECK(changed([](Library& l) { l.controls[0].weight = -1; }) == Codes{"R185"});
  CHECK(changed([](Library& l) { l.scales[0].maximum = 101; }).size() == 5);
  CHECK(changed([](Library& l) { l.domain_scale = 0; }) == Codes{"R183"});
  CHECK(changed([](Library& l) { l.levels[1].number = 0; }).front() == "R130");
  CHECK(changed([](Library& l) { l.levels.clear(); }).back() == "R139");
}
