// SPDX-License-Identifier: Apache-2.0
#include "assess/facts.h"

#include <algorithm>

#include "assess/values.h"

namespace ruikei::assess {

namespace {

// A question's answer as a column of one row.
std::int32_t number_of(const Answers& answers, const std::string& id) {
  const auto found = answers.find(id);
  if (found == answers.end() || !found->second.has_value()) return engine::kMissing;
  return found->second.score();
}

// A profile field that the facility's table has too, as the engine's columns have it.
std::int32_t number_of(const Record& facility, const ProfileField& field) {
  const auto at = facility_kind().find(field.id);
  if (!at || *at >= facility.cells.size()) return engine::kMissing;
  const CellValue& value = facility.cells[*at].value;
  if (const auto* number = std::get_if<std::int64_t>(&value);
      number && field.type == "integer" && *number > INT32_MIN && *number <= INT32_MAX)
    return static_cast<std::int32_t>(*number);
  if (const auto* truth = std::get_if<bool>(&value); truth && field.type == "boolean")
    return *truth ? 1 : 0;
  if (const auto* text = std::get_if<std::string>(&value); text && field.type == "text") {
    const auto choice = std::find(field.choices.begin(), field.choices.end(), *text);
    if (choice != field.choices.end())
      return static_cast<std::int32_t>(choice - field.choices.begin());
  }
  return engine::kMissing;
}

std::int8_t code_of(const Answer& answer) {
  if (answer.has_value()) return static_cast<std::int8_t>(std::clamp(answer.score(), 0, 100));
  return answer.empty() == Empty::not_applicable ? engine::kNotApplicable : engine::kUnknown;
}

std::int8_t code_of(const std::vector<Fired>& fired) {
  std::int8_t code = engine::kSilent;
  for (const Fired& one : fired) {
    if (one.rule->strength != Strength::decisive) continue;
    if (one.rule->speaks == Speaks::against) return engine::kSpeaksAgainst;
    code = engine::kSpeaksFor;
  }
  return code;
}

}  // namespace

CaseFacts gather(const Program& program, const Case& input, std::int64_t today) {
  const Library& library = *program.library;
  CaseFacts facts{.input = &input,
                  .today = today,
                  .facility = with_bed_class(input.facility),
                  .bindings = {},
                  .hidden = std::vector<bool>(library.controls.size()),
                  .fired = std::vector<std::vector<Fired>>(library.controls.size()),
                  .questions = {},
                  .profile = {}};
  facts.bindings = fact_bindings(facts.facility, input.inventory, today);
  for (std::size_t c = 0; c < library.controls.size(); ++c) {
    const auto& applies_if = program.applies_if[c];
    facts.hidden[c] = applies_if && cel::evaluate(*applies_if, facts.bindings).is_false();
    if (!facts.hidden[c])
      facts.fired[c] = fired(program.evidence[c], facts.facility, input.inventory, facts.bindings);
  }
  for (const Question& question : library.questions)
    facts.questions.push_back({number_of(input.answers, question.id)});
  for (const ProfileField& field : library.profile)
    facts.profile.push_back({number_of(facts.facility, field)});
  return facts;
}

const Answer& answer_of(const CaseFacts& facts, const std::string& control) {
  static const Answer none;
  const auto found = facts.input->answers.find(control);
  return found == facts.input->answers.end() ? none : found->second;
}

bool supposed(const CaseFacts& facts, const Overrides& overrides, const std::string& control) {
  return overrides.count(control) != 0 || answer_of(facts, control).supposed;
}

FactRow claimed_row(const Program& program, const CaseFacts& facts, const Overrides& overrides) {
  const auto& controls = program.library->controls;
  FactRow row{.answers = std::vector<std::int8_t>(controls.size(), engine::kUnknown),
              .evidence = std::vector<std::int8_t>(controls.size(), engine::kSilent)};
  for (std::size_t c = 0; c < controls.size(); ++c) {
    const auto override_ = overrides.find(controls[c].id);
    const Answer& answer = answer_of(facts, controls[c].id);
    if (override_ != overrides.end()) suppose(program, c, override_->second, row);
    else if (answer.supposed && answer.has_value()) suppose(program, c, answer.score(), row);
    else if (!facts.hidden[c]) row.answers[c] = code_of(answer);
  }
  return row;
}

FactRow evidenced_row(const Program& program, const CaseFacts& facts, const Overrides& overrides) {
  FactRow row = claimed_row(program, facts, overrides);
  const auto& controls = program.library->controls;
  for (std::size_t c = 0; c < controls.size(); ++c)
    if (!supposed(facts, overrides, controls[c].id)) row.evidence[c] = code_of(facts.fired[c]);
  return row;
}

void suppose(const Program& program, std::size_t control, int score, FactRow& row) {
  const Control& rule = program.library->controls[control];
  row.answers[control] = static_cast<std::int8_t>(std::clamp(score, 0, 100));
  row.evidence[control] = engine::kSilent;
  if (rule.points.empty()) return;
  // Points come from sub-questions; here only what they amount to is supposed.
  row.evidence[control] = score >= rule.need ? engine::kSpeaksFor : engine::kSpeaksAgainst;
}

engine::OutcomeChunk run(const Program& program, const CaseFacts& facts,
                         std::span<const FactRow> rows) {
  const std::size_t controls = program.library->controls.size();
  std::vector<std::vector<std::int8_t>> answers(controls), evidence(controls);
  engine::FactChunk chunk;
  chunk.rows = rows.size();
  for (std::size_t c = 0; c < controls; ++c) {
    for (const FactRow& row : rows) {
      answers[c].push_back(row.answers[c]);
      evidence[c].push_back(row.evidence[c]);
    }
    chunk.answers.emplace_back(answers[c]);
    chunk.evidence.emplace_back(evidence[c]);
  }
  const auto repeat = [&](const std::vector<std::vector<std::int32_t>>& once) {
    std::vector<std::vector<std::int32_t>> columns;
    for (const auto& column : once) columns.emplace_back(rows.size(), column.front());
    return columns;
  };
  const auto questions = repeat(facts.questions), profile = repeat(facts.profile);
  for (const auto& column : questions) chunk.questions.emplace_back(column);
  for (const auto& column : profile) chunk.profile.emplace_back(column);
  engine::OutcomeChunk outcome;
  engine::evaluate(*program.engine, chunk, outcome);
  return outcome;
}

LevelRange range_of(const engine::OutcomeChunk& outcome, std::size_t row) {
  return {outcome.level_low[row], outcome.level_high[row]};
}

State control_state(const engine::OutcomeChunk& outcome, std::size_t control, std::size_t row) {
  return static_cast<State>(outcome.control_state[control][row]);
}

State gate_state(const engine::OutcomeChunk& outcome, std::size_t gate, std::size_t row) {
  return static_cast<State>(outcome.gate_state[gate][row]);
}

}  // namespace ruikei::assess
