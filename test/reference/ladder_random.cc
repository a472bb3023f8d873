// SPDX-License-Identifier: Apache-2.0
#include "reference/ladder_random.h"

#include <algorithm>

namespace ruikei::reference {

namespace {

std::string numbered(const char* prefix, int number) { return prefix + std::to_string(number); }

Expression written(std::string text) { return {.text = std::move(text), .place = {}}; }

std::string random_condition(Dice& dice, int questions) {
  const auto question = [&] { return numbered("q", dice.roll(questions)); };
  const auto number = [&] { return std::to_string(dice.roll(5)); };
  switch (dice.roll(6)) {
    case 0:
      return question() + " >= " + number();
    case 1:
      return question() + " >= " + number() + " && " + question() + " <= " + number();
    case 2:
      return question() + " >= " + number() + " || !(" + question() + " >= 2)";
    case 3:
      return "2 * " + question() + " + " + question() + " >= 7";
    case 4:
      return "facility.kind == \"university\" || " + question() + " >= 3";
    default:
      return "100 * " + question() + " >= " + number() + " * facility.size";
  }
}

void add_questions(Library& library) {
  for (int i = 0; i < 8; ++i)
    library.questions.push_back({.id = numbered("q", i), .text = {}, .minimum = 0, .maximum = 4});
  library.profile.push_back({.id = "kind", .type = "text", .choices = {"general", "university"}});
  library.profile.push_back({.id = "size", .type = "integer"});
}

Control random_control(Dice& dice, const LibraryShape& shape, int number) {
  Control control;
  control.id = numbered("C", number);
  control.domain = numbered("d", dice.roll(shape.domains));
  control.scale = numbered("s", dice.roll(3));
  control.weight = dice.one_in(20) ? 0 : 1 + dice.roll(dice.one_in(10) ? 1000 : 5);
  int highest = control.scale == "s0" ? 3 : control.scale == "s1" ? 1 : 100;
  if (shape.points && dice.one_in(2)) {
    highest = 0;
    for (int i = 1 + dice.roll(3); i > 0; --i) {
      const int points = 1 + dice.roll(3);
      highest += points;
      control.points.push_back({points, written(random_condition(dice, 8))});
    }
  }
  control.need = 1 + dice.roll(highest);
  return control;
}

std::string random_gate_condition(Dice& dice, const LibraryShape& shape) {
  const std::string control = numbered("C", dice.roll(shape.controls));
  const std::string domain = numbered("d", dice.roll(shape.domains));
  switch (dice.roll(3)) {
    case 0:
      return "met[\"" + control + "\"]";
    case 1:
      return "score[\"" + control + "\"] >= 2 || met[\"" + control + "\"]";
    default:
      return "domain[\"" + domain + "\"] >= " + std::to_string(dice.roll(100));
  }
}

}  // namespace

Library random_library(Dice& dice, const LibraryShape& shape) {
  Library library;
  library.id = "random";
  library.domain_scale = dice.one_in(2) ? 100 : 1000;
  library.scales = {{.id = "s0", .name = {}, .maximum = 3, .options = {}},
                    {.id = "s1", .name = {}, .maximum = 1, .options = {}},
                    {.id = "s2", .name = {}, .maximum = 100, .options = {}}};
  for (int i = 0; i < shape.domains; ++i) library.domains.push_back({numbered("d", i), {}});
  const int first = dice.roll(2);
  for (int i = 0; i < shape.levels; ++i) library.levels.push_back({first + i, {}, {}});
  if (shape.points) add_questions(library);
  for (int i = 0; i < shape.controls; ++i)
    library.controls.push_back(random_control(dice, shape, i));
  for (int i = 0; i < std::max(shape.gates, shape.levels - 1); ++i) {
    Gate gate;
    gate.id = numbered("g", i);
    gate.level = first + 1 + i % (shape.levels - 1);
    if (shape.conditions && dice.one_in(2))
      gate.condition = written(random_gate_condition(dice, shape));
    else
      for (int k = 1 + dice.roll(4); k > 0; --k)
        gate.must.push_back(numbered("C", dice.roll(shape.controls)));
    library.gates.push_back(std::move(gate));
  }
  return library;
}

engine::FactChunk OwnedFacts::view(std::size_t start, std::size_t count) const {
  engine::FactChunk chunk;
  chunk.rows = count;
  const auto cut = [&](const auto& columns, auto& views) {
    for (const auto& column : columns) {
      if (column.empty()) views.emplace_back();
      else views.emplace_back(column.data() + start, count);
    }
  };
  cut(answers, chunk.answers);
  cut(evidence, chunk.evidence);
  cut(questions, chunk.questions);
  cut(profile, chunk.profile);
  return chunk;
}

OwnedFacts random_facts(Dice& dice, const Library& library, const FactShape& shape) {
  OwnedFacts facts;
  facts.rows = shape.rows;
  for (const Control& control : library.controls) {
    int maximum = 3;
    for (const Scale& scale : library.scales)
      if (scale.id == control.scale) maximum = scale.maximum;
    std::vector<std::int8_t> answers(shape.rows), evidence;
    for (auto& answer : answers) {
      const int lot = dice.roll(100);
      if (lot < shape.unknown_percent) answer = engine::kUnknown;
      else if (lot < shape.unknown_percent + shape.not_applicable_percent)
        answer = engine::kNotApplicable;
      else answer = static_cast<std::int8_t>(dice.roll(maximum + 1));
    }
    if (shape.evidence_percent > 0 && !dice.one_in(3)) {
      evidence.resize(shape.rows);
      for (auto& says : evidence)
        if (dice.roll(100) < shape.evidence_percent)
          says = dice.one_in(2) ? engine::kSpeaksFor : engine::kSpeaksAgainst;
    }
    facts.answers.push_back(std::move(answers));
    facts.evidence.push_back(std::move(evidence));
  }
  const auto numbers = [&](int sides) {
    std::vector<std::int32_t> column(shape.rows);
    for (auto& value : column)
      value = dice.roll(100) < shape.unknown_percent ? engine::kMissing : dice.roll(sides);
    return column;
  };
  for (std::size_t i = 0; i < library.questions.size(); ++i) facts.questions.push_back(numbers(5));
  for (const ProfileField& field : library.profile)
    facts.profile.push_back(numbers(field.type == "text" ? 2 : 150));
  return facts;
}

Row row_of(const Library& library, const OwnedFacts& facts, std::size_t row) {
  Row out;
  for (std::size_t c = 0; c < library.controls.size(); ++c) {
    const std::string& id = library.controls[c].id;
    const int answer = facts.answers[c].empty() ? int{engine::kUnknown} : facts.answers[c][row];
    if (answer >= 0) out.answers[id] = answer;
    if (answer == engine::kNotApplicable) out.not_applicable[id] = true;
    if (!facts.evidence[c].empty() && facts.evidence[c][row] != 0)
      out.evidence[id] = facts.evidence[c][row];
  }
  for (std::size_t q = 0; q < library.questions.size(); ++q)
    if (facts.questions[q][row] != engine::kMissing)
      out.questions[library.questions[q].id] = facts.questions[q][row];
  for (std::size_t p = 0; p < library.profile.size(); ++p)
    if (facts.profile[p][row] != engine::kMissing)
      out.profile[library.profile[p].id] = facts.profile[p][row];
  return out;
}

}  // namespace ruikei::reference
