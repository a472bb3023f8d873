// SPDX-License-Identifier: Apache-2.0
// Runs a compiled library over a chunk, block by block: controls (points first where a control
// has them), the domains they belong to, gates, levels.
#include <algorithm>
#include <array>

#include "engine/compiled_library.h"
#include "engine/engine.h"
#include "engine/kernels.h"

namespace ruikei::engine {

namespace {

template <class T>
using Lane = std::array<T, kBlock>;

constexpr auto kMet = static_cast<std::uint8_t>(State::met);
constexpr auto kNotMet = static_cast<std::uint8_t>(State::not_met);
static_assert(kMet == static_cast<std::uint8_t>(cel::Truth::yes) &&
              kNotMet == static_cast<std::uint8_t>(cel::Truth::no) &&
              static_cast<std::uint8_t>(State::unknown) ==
                  static_cast<std::uint8_t>(cel::Truth::unknown));

// The part of a column that a block sees; null if nobody gave the column.
template <class T>
const T* part(const std::vector<std::span<const T>>& columns, std::size_t index,
              std::size_t start) {
  if (index >= columns.size() || columns[index].empty()) return nullptr;
  return columns[index].data() + start;
}

// Memory of one call, so that nothing is shared between threads.
struct Scratch {
  alignas(64) Lane<std::int8_t> unanswered, score, low, high, possible, points_low, points_high;
  alignas(64) Lane<std::int16_t> sum16[3];
  alignas(64) Lane<std::int32_t> sum32[3];
  alignas(64) Lane<std::uint8_t> sure, open;
  Lane<cel::Truth> truth;
  std::vector<Lane<std::int32_t>> met, scores, domains;  // columns that conditions name
};

class Block {
 public:
  Block(const CompiledLibrary& library, const FactChunk& facts, OutcomeChunk& outcome,
        Scratch& scratch, const Kernels& kernels)
      : library_(library), facts_(facts), outcome_(outcome), scratch_(scratch), run_(kernels) {}

  void evaluate(std::size_t start, std::size_t rows) {
    start_ = start;
    rows_ = rows;
    if (library_.has_points) fact_columns();
    for (std::size_t d = 0; d < library_.domains.size(); ++d) domain(d);
    condition_columns();
    for (std::size_t g = 0; g < library_.gates.size(); ++g) gate(g);
    levels();
  }

 private:
  ControlOutput control(std::size_t index) {
    const CompiledControl& control = library_.controls[index];
    ControlInput in{.answers = part(facts_.answers, index, start_),
                    .evidence = part(facts_.evidence, index, start_),
                    .need = control.need,
                    .maximum = control.maximum};
    if (!in.answers) in.answers = scratch_.unanswered.data();
    if (!control.points.empty()) {
      points(control);
      in.points_low = scratch_.points_low.data();
      in.points_high = scratch_.points_high.data();
    }
    const ControlOutput out{.state = outcome_.control_state[index].data() + start_,
                            .score = scratch_.score.data(),
                            .low = scratch_.low.data(),
                            .high = scratch_.high.data(),
                            .possible = scratch_.possible.data()};
    run_.control(in, rows_, out);
    run_.widen(out.score, rows_, outcome_.control_score[index].data() + start_);
    for (const std::size_t column : control.exact_scores) exact_score(out, column);
    return out;
  }

  void points(const CompiledControl& control) {
    std::fill_n(scratch_.points_low.begin(), rows_, std::int8_t{0});
    std::fill_n(scratch_.points_high.begin(), rows_, std::int8_t{0});
    for (const CompiledPoint& point : control.points) {
      cel::evaluate_rows(point.condition, columns_, {scratch_.truth.data(), rows_});
      run_.add_points(scratch_.truth.data(), static_cast<std::int8_t>(point.points), rows_,
                      scratch_.points_low.data(), scratch_.points_high.data());
    }
  }

  // Conditions see a score only where it is one number; "at least 2" is not "2".
  void exact_score(const ControlOutput& out, std::size_t column) {
    Lane<std::int32_t>& scores = scratch_.scores[column];
    for (std::size_t i = 0; i < rows_; ++i)
      scores[i] = out.possible[i] != 0 && out.low[i] == out.high[i] ? out.low[i] : cel::kMissing;
  }

  void domain(std::size_t index) {
    const CompiledDomain& domain = library_.domains[index];
    const DomainOutput out{.score = outcome_.domain_score[index].data() + start_,
                           .low = outcome_.domain_low[index].data() + start_,
                           .high = outcome_.domain_high[index].data() + start_};
    const int scale = library_.domain_scale;
    if (domain.narrow)
      sum(domain, scratch_.sum16, run_.add_narrow, [&](const DomainSums<std::int16_t>& sums) {
        run_.score_narrow(sums, scale, rows_, out);
      });
    else
      sum(domain, scratch_.sum32, run_.add_wide,
          [&](const DomainSums<std::int32_t>& sums) { run_.score_wide(sums, scale, rows_, out); });
  }

  template <class Sum, class Add, class Finish>
  void sum(const CompiledDomain& domain, Lane<Sum> (&lanes)[3], Add add, const Finish& finish) {
    for (Lane<Sum>& lane : lanes) std::fill_n(lane.begin(), rows_, Sum{0});
    const DomainSums<Sum> sums{lanes[0].data(), lanes[1].data(), lanes[2].data()};
    for (const std::size_t index : domain.controls) {
      const ControlOutput out = control(index);
      add(out, library_.controls[index].weight, rows_, sums);
    }
    finish(sums);
  }

  // Columns for the conditions of gates, once the controls and domains are known.
  void condition_columns() {
    if (library_.met_columns.empty() && library_.score_columns.empty() &&
        library_.domain_columns.empty())
      return;
    gate_columns_.clear();
    for (std::size_t c = 0; c < library_.met_columns.size(); ++c) {
      const auto* state = outcome_.control_state[library_.met_columns[c].index].data() + start_;
      Lane<std::int32_t>& met = scratch_.met[c];
      for (std::size_t i = 0; i < rows_; ++i)
        met[i] = state[i] == kMet ? 1 : state[i] == kNotMet ? 0 : cel::kMissing;
      add_column(library_.met_columns[c], met, true);
    }
    for (std::size_t c = 0; c < library_.score_columns.size(); ++c)
      add_column(library_.score_columns[c], scratch_.scores[c], false);
    for (std::size_t c = 0; c < library_.domain_columns.size(); ++c) {
      const auto* score = outcome_.domain_score[library_.domain_columns[c].index].data() + start_;
      Lane<std::int32_t>& scores = scratch_.domains[c];
      for (std::size_t i = 0; i < rows_; ++i) scores[i] = score[i] < 0 ? cel::kMissing : score[i];
      add_column(library_.domain_columns[c], scores, false);
    }
  }

  void add_column(const NamedColumn& column, const Lane<std::int32_t>& values, bool boolean) {
    gate_columns_[column.path] =
        cel::Column{.values = {values.data(), rows_}, .choices = {}, .boolean = boolean};
  }

  void fact_columns() {
    columns_.clear();
    for (std::size_t i = 0; i < library_.questions.size(); ++i)
      if (const auto* values = part(facts_.questions, i, start_))
        columns_[library_.questions[i]] = cel::Column{.values = {values, rows_}};
    for (std::size_t i = 0; i < library_.profile.size(); ++i)
      if (const auto* values = part(facts_.profile, i, start_))
        columns_[library_.profile[i].path] = cel::Column{.values = {values, rows_},
                                                         .choices = library_.profile[i].choices,
                                                         .boolean = library_.profile[i].boolean};
  }

  void gate(std::size_t index) {
    const CompiledGate& gate = library_.gates[index];
    std::uint8_t* state = outcome_.gate_state[index].data() + start_;
    std::fill_n(state, rows_, kMet);
    if (gate.condition) {
      cel::evaluate_rows(*gate.condition, gate_columns_, {scratch_.truth.data(), rows_});
      // A condition's truths and the states of a gate have the same numbers (asserted above).
      std::transform(scratch_.truth.begin(),
                     scratch_.truth.begin() + static_cast<std::ptrdiff_t>(rows_), state,
                     [](cel::Truth truth) { return static_cast<std::uint8_t>(truth); });
      return;
    }
    for (const std::size_t control : gate.must)
      run_.must(outcome_.control_state[control].data() + start_, rows_, state);
  }

  void levels() {
    std::uint8_t* low = outcome_.level_low.data() + start_;
    std::uint8_t* high = outcome_.level_high.data() + start_;
    std::fill_n(scratch_.sure.begin(), rows_, std::uint8_t{1});
    std::fill_n(scratch_.open.begin(), rows_, std::uint8_t{1});
    for (const CompiledLevel& level : library_.levels) {
      for (const std::size_t gate : level.gates)
        run_.pass(outcome_.gate_state[gate].data() + start_, rows_, scratch_.sure.data(),
                  scratch_.open.data());
      run_.raise(scratch_.sure.data(), level.number, rows_, low);
      run_.raise(scratch_.open.data(), level.number, rows_, high);
    }
  }

  const CompiledLibrary& library_;
  const FactChunk& facts_;
  OutcomeChunk& outcome_;
  Scratch& scratch_;
  const Kernels& run_;
  std::size_t start_ = 0, rows_ = 0;
  cel::Columns columns_, gate_columns_;
};

template <class T>
void shape(std::vector<std::vector<T>>& columns, std::size_t count, std::size_t rows) {
  columns.resize(count);
  for (auto& column : columns) column.resize(rows);
}

void shape(const CompiledLibrary& library, std::size_t rows, OutcomeChunk& outcome) {
  outcome.rows = rows;
  shape(outcome.control_state, library.controls.size(), rows);
  shape(outcome.control_score, library.controls.size(), rows);
  shape(outcome.gate_state, library.gates.size(), rows);
  shape(outcome.domain_score, library.domains.size(), rows);
  shape(outcome.domain_low, library.domains.size(), rows);
  shape(outcome.domain_high, library.domains.size(), rows);
  outcome.level_low.resize(rows);
  outcome.level_high.resize(rows);
}

}  // namespace

void evaluate_with(const Kernels& kernels, const CompiledLibrary& library, const FactChunk& facts,
                   OutcomeChunk& outcome) {
  shape(library, facts.rows, outcome);
  const auto scratch = std::make_unique_for_overwrite<Scratch>();
  std::fill_n(scratch->unanswered.begin(), std::min(facts.rows, kBlock), std::int8_t{kUnknown});
  scratch->met.resize(library.met_columns.size());
  scratch->scores.resize(library.score_columns.size());
  scratch->domains.resize(library.domain_columns.size());
  Block block(library, facts, outcome, *scratch, kernels);
  for (std::size_t start = 0; start < facts.rows; start += kBlock)
    block.evaluate(start, std::min(kBlock, facts.rows - start));
}

void evaluate(const CompiledLibrary& library, const FactChunk& facts, OutcomeChunk& outcome) {
  evaluate_with(best_kernels(), library, facts, outcome);
}

}  // namespace ruikei::engine
