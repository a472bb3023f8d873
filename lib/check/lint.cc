// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>
#include <regex>

#include "check/check.h"
#include "check/texts.h"
#include "engine/engine.h"

namespace ruikei::check {

namespace {

constexpr std::size_t kBestOf = 4;
constexpr std::size_t kTrials = 4096;  // random hospitals tried for each gate and level

Diagnostic finding(const char* code, const Place& place, std::vector<std::string> args,
                   Severity severity = Severity::error) {
  return {.code = code, .severity = severity, .place = place, .args = std::move(args)};
}

/// Every rule needs a test in which it fires and one in which it does not.
void rules_without_tests(const Library& library, const std::vector<LibraryTestCase>& tests,
                         Diagnostics& out) {
  std::set<std::string> fires, silent;
  for (const LibraryTestCase& test : tests) {
    fires.insert(test.fires.begin(), test.fires.end());
    silent.insert(test.silent.begin(), test.silent.end());
  }
  for (const Control& control : library.controls)
    for (const EvidenceRule& rule : control.evidence) {
      if (!fires.count(rule.id)) out.push_back(finding("R201", rule.place, {rule.id}));
      if (!silent.count(rule.id)) out.push_back(finding("R202", rule.place, {rule.id}));
    }
}

/// Two rules of one control that ask the same are one rule too many.
void repeated_rules(const Library& library, Diagnostics& out) {
  for (const Control& control : library.controls) {
    std::map<std::string, std::string> seen;
    for (const EvidenceRule& rule : control.evidence) {
      const std::string key = std::to_string(static_cast<int>(rule.speaks)) + "\n" + rule.each +
                              "\n" + rule.where.text + "\n" + rule.condition.text;
      const auto [at, fresh] = seen.emplace(key, rule.id);
      if (!fresh) out.push_back(finding("R203", rule.place, {rule.id, at->second}));
    }
  }
}

void controls_without_measures(const Library& library, Diagnostics& out) {
  if (library.measures.empty()) return;
  std::set<std::string> raised;
  for (const Measure& measure : library.measures)
    for (const Raise& raise : measure.raises) raised.insert(raise.control);
  for (const Control& control : library.controls)
    if (!raised.count(control.id)) out.push_back(finding("R204", control.place, {control.id}));
}

void unlikely_mappings(const Library& library, Diagnostics& out) {
  std::map<std::string, std::regex> patterns;
  for (const Edition& edition : library.editions) {
    if (edition.item_pattern.empty()) continue;
    try {
      patterns.emplace(edition.id, std::regex(edition.item_pattern));
    } catch (const std::regex_error&) {
      out.push_back(finding("R206", {}, {edition.id, edition.item_pattern}));
    }
  }
  for (const Control& control : library.controls)
    for (const Mapping& mapping : control.mappings) {
      const auto at = patterns.find(mapping.edition);
      if (at != patterns.end() && !std::regex_match(mapping.item, at->second))
        out.push_back(finding("R205", control.place, {control.id, mapping.item, mapping.edition}));
    }
}

/// Facts of `kTrials` made-up facilities: the first all lowest, the second all highest, the rest
/// random with a fixed seed.
struct Trials {
  std::vector<std::vector<std::int8_t>> answers;
  std::vector<std::vector<std::int32_t>> questions, profile;
  engine::FactChunk chunk;

  explicit Trials(const Library& library) {
    std::mt19937 random(20261122);
    auto column = [&random](auto& out, int low, int high) {
      auto& cells = out.emplace_back(kTrials);
      for (std::size_t row = 0; row < kTrials; ++row) {
        // Some facilities answer high throughout, as the higher levels need: the best of several.
        int value = row == 1 ? high : low;
        for (std::size_t draw = 0; row > 1 && draw <= row % kBestOf; ++draw)
          value = std::max(
              value, low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
        cells[row] =
            static_cast<typename std::remove_reference_t<decltype(cells)>::value_type>(value);
      }
    };
    for (const Control& control : library.controls) {
      int maximum = 3;
      for (const Scale& scale : library.scales)
        if (scale.id == control.scale) maximum = scale.maximum;
      column(answers, 0, maximum);
    }
    for (const Question& question : library.questions)
      column(questions, question.minimum, question.maximum);
    for (const ProfileField& field : library.profile)
      column(profile, 0,
             field.type == "integer"   ? 1000
             : field.type == "boolean" ? 1
                                       : static_cast<int>(field.choices.size()) - 1);
    chunk.rows = kTrials;
    chunk.answers.assign(answers.begin(), answers.end());
    chunk.questions.assign(questions.begin(), questions.end());
    chunk.profile.assign(profile.begin(), profile.end());
  }
};

/// Gates that none of the trials meets or fails, and levels that none reaches.
void unreachable_gates(const Library& library, Diagnostics& out) {
  const auto compiled = engine::compile(library);
  if (!compiled) return;  // reported by whoever made the Assessor
  const Trials trials(library);
  engine::OutcomeChunk outcome;
  engine::evaluate(**compiled, trials.chunk, outcome);
  for (std::size_t g = 0; g < library.gates.size(); ++g) {
    std::set<std::uint8_t> seen(outcome.gate_state[g].begin(), outcome.gate_state[g].end());
    const Gate& gate = library.gates[g];
    if (!seen.count(static_cast<std::uint8_t>(State::met)))
      out.push_back(finding("R207", gate.place, {gate.id, std::to_string(kTrials)}));
    if (!seen.count(static_cast<std::uint8_t>(State::not_met)))
      out.push_back(finding("R208", gate.place, {gate.id, std::to_string(kTrials)}));
  }
  std::set<int> levels(outcome.level_low.begin(), outcome.level_low.end());
  for (const Level& level : library.levels)
    if (!levels.count(level.number))
      out.push_back(finding("R209", {}, {std::to_string(level.number), std::to_string(kTrials)}));
}

}  // namespace

Diagnostics lint(const assess::Assessor& assessor, const std::vector<LibraryTestCase>& tests) {
  const Library& library = assessor.library();
  Diagnostics out;
  rules_without_tests(library, tests, out);
  repeated_rules(library, out);
  controls_without_measures(library, out);
  unlikely_mappings(library, out);
  unreachable_gates(library, out);
  untranslated_texts(library, out);
  put_in_order(out);
  return out;
}

}  // namespace ruikei::check
