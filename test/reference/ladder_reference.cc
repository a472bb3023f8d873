// SPDX-License-Identifier: Apache-2.0
#include "reference/ladder_reference.h"

#include <algorithm>

#include "cel/cel.h"

namespace ruikei::reference {

namespace {

using cel::Type;
using cel::Value;

// What is known of a control's score: at least `low`, at most `high`.
struct Bounds {
  bool applicable = true;
  int low = 0;
  int high = 0;
  int maximum = 0;
};

Type type_of(const std::string& name) {
  if (name == "boolean") return {.kind = Type::Kind::boolean};
  return {.kind = name == "text" ? Type::Kind::text : Type::Kind::integer};
}

Value evaluate(const Expression& expression, const cel::Environment& environment,
               const cel::Bindings& bindings) {
  const auto compiled = cel::compile(expression.text, environment, expression.place);
  return compiled ? cel::evaluate(*compiled, bindings) : Value();
}

void point_names(const Library& library, const Row& row, cel::Environment& environment,
                 cel::Bindings& bindings) {
  for (const Question& question : library.questions) {
    environment.variables[question.id] = {.kind = Type::Kind::integer};
    if (row.questions.count(question.id))
      bindings[question.id] = Value(std::int64_t{row.questions.at(question.id)});
  }
  std::vector<std::pair<std::string, Value>> fields;
  for (const ProfileField& field : library.profile) {
    environment.records["facility"][field.id] = type_of(field.type);
    if (!row.profile.count(field.id)) continue;
    const int value = row.profile.at(field.id);
    if (field.type == "text")
      fields.emplace_back(field.id, Value(field.choices.at(static_cast<std::size_t>(value))));
    else if (field.type == "boolean") fields.emplace_back(field.id, Value(value != 0));
    else fields.emplace_back(field.id, Value(std::int64_t{value}));
  }
  environment.variables["facility"] = {.kind = Type::Kind::record, .record = "facility"};
  bindings["facility"] = Value::structure("facility", fields);
}

Bounds bounds_of(const Library& library, const Control& control, const Row& row) {
  Bounds bounds;
  if (!control.points.empty()) {
    cel::Environment environment;
    cel::Bindings bindings;
    point_names(library, row, environment, bindings);
    for (const PointRule& rule : control.points) {
      const Value value = evaluate(rule.condition, environment, bindings);
      bounds.maximum += rule.points;
      if (value.is_true()) bounds.low += rule.points;
      if (!value.is_false()) bounds.high += rule.points;
    }
  } else {
    for (const Scale& scale : library.scales)
      if (scale.id == control.scale) bounds.maximum = scale.maximum;
    if (row.answers.count(control.id)) {
      bounds.low = bounds.high = std::min(row.answers.at(control.id), bounds.maximum);
    } else {
      bounds.high = bounds.maximum;
    }
  }
  const int evidence = row.evidence.count(control.id) ? row.evidence.at(control.id) : 0;
  if (evidence > 0) {
    bounds.low = std::max(bounds.low, control.need);
    bounds.high = std::max(bounds.high, control.need);
  }
  if (evidence < 0) {
    bounds.low = std::min(bounds.low, control.need - 1);
    bounds.high = std::min(bounds.high, control.need - 1);
  }
  bounds.applicable = !row.not_applicable.count(control.id) || evidence < 0;
  return bounds;
}

State state_of(const Control& control, const Bounds& bounds) {
  if (!bounds.applicable) return State::not_applicable;
  if (bounds.low >= control.need) return State::met;
  if (bounds.high < control.need) return State::not_met;
  return State::unknown;
}

int score_of(const Control& control, const Bounds& bounds) {
  if (!bounds.applicable) return -2;
  return bounds.low == bounds.high || bounds.low >= control.need ? bounds.low : -1;
}

void score_domain(const Library& library, const std::string& domain,
                  const std::map<std::string, Bounds>& all, Judgement& out) {
  long earned = 0, known = 0, most = 0, possible = 0;
  for (const Control& control : library.controls) {
    const Bounds& bounds = all.at(control.id);
    if (control.domain != domain || !bounds.applicable) continue;
    const long unknown = bounds.high - bounds.low;
    earned += long{control.weight} * bounds.low;
    known += control.weight * (bounds.maximum - unknown);
    most += long{control.weight} * bounds.high;
    possible += long{control.weight} * bounds.maximum;
  }
  const auto floor_of = [&](long part, long whole) {
    return whole == 0 ? -1 : static_cast<int>(library.domain_scale * part / whole);
  };
  out.domain_score[domain] = floor_of(earned, known);
  out.domain_low[domain] = floor_of(earned, possible);
  out.domain_high[domain] = floor_of(most, possible);
}

State gate_by_condition(const Library& library, const Gate& gate,
                        const std::map<std::string, Bounds>& all, const Judgement& so_far) {
  const Type text{.kind = Type::Kind::text};
  cel::Environment environment;
  const auto map_of = [&](Type::Kind kind) {
    return Type{.kind = Type::Kind::map, .of = {text, Type{.kind = kind}}};
  };
  environment.variables["met"] = map_of(Type::Kind::boolean);
  environment.variables["score"] = map_of(Type::Kind::integer);
  environment.variables["domain"] = map_of(Type::Kind::integer);
  cel::MapEntries met, score, domain;
  for (const Control& control : library.controls) {
    const State state = so_far.controls.at(control.id);
    const Bounds& bounds = all.at(control.id);
    const bool known = state == State::met || state == State::not_met;
    met.emplace_back(Value(control.id), known ? Value(state == State::met) : Value());
    const bool exact = bounds.applicable && bounds.low == bounds.high;
    score.emplace_back(Value(control.id), exact ? Value(std::int64_t{bounds.low}) : Value());
  }
  for (const auto& [id, value] : so_far.domain_score)
    domain.emplace_back(Value(id), value < 0 ? Value() : Value(std::int64_t{value}));
  const Value value = evaluate(
      gate.condition, environment,
      {{"met", Value::map(met)}, {"score", Value::map(score)}, {"domain", Value::map(domain)}});
  if (value.is_true()) return State::met;
  return value.is_false() ? State::not_met : State::unknown;
}

State gate_by_list(const Gate& gate, const Judgement& so_far) {
  State state = State::met;
  for (const std::string& id : gate.must) {
    const State control = so_far.controls.at(id);
    if (control == State::not_met) return State::not_met;
    if (control == State::unknown) state = State::unknown;
  }
  return state;
}

LevelRange climb(const Library& library, const Judgement& so_far) {
  std::vector<int> numbers;
  for (const Level& level : library.levels) numbers.push_back(level.number);
  std::sort(numbers.begin(), numbers.end());
  LevelRange range{numbers.front(), numbers.front()};
  for (const int number : numbers) {
    bool all_met = true, none_failed = true;
    for (const Gate& gate : library.gates) {
      if (gate.level > number) continue;
      const State state = so_far.gates.at(gate.id);
      all_met = all_met && state == State::met;
      none_failed = none_failed && state != State::not_met;
    }
    if (all_met) range.low = number;
    if (none_failed) range.high = number;
  }
  return range;
}

}  // namespace

Judgement judge(const Library& library, const Row& row) {
  Judgement out;
  std::map<std::string, Bounds> all;
  for (const Control& control : library.controls) {
    const Bounds bounds = bounds_of(library, control, row);
    all[control.id] = bounds;
    out.controls[control.id] = state_of(control, bounds);
    out.scores[control.id] = score_of(control, bounds);
  }
  for (const Domain& domain : library.domains) score_domain(library, domain.id, all, out);
  for (const Gate& gate : library.gates)
    out.gates[gate.id] = gate.condition.empty() ? gate_by_list(gate, out)
                                                : gate_by_condition(library, gate, all, out);
  out.level = climb(library, out);
  return out;
}

}  // namespace ruikei::reference
