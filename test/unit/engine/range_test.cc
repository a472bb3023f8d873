// SPDX-License-Identifier: Apache-2.0
// The range of levels is exact for ladders of must lists: the lowest and highest level that any
// filling of the unknown answers gives. And knowing more never widens it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/engine.h"
#include "reference/ladder_random.h"

using namespace ruikei;
using namespace ruikei::reference;

namespace {

// All fillings of the unknown answers of one row, as rows. Controls beyond `limit` unknown ones
// would make too many; the caller keeps libraries small.
OwnedFacts fillings(const Library& library, const OwnedFacts& facts, std::size_t row) {
  OwnedFacts out;
  out.rows = 1;
  for (std::size_t c = 0; c < library.controls.size(); ++c) {
    out.answers.push_back({facts.answers[c][row]});
    out.evidence.emplace_back();
    if (!facts.evidence[c].empty()) out.evidence[c] = {facts.evidence[c][row]};
  }
  for (std::size_t c = 0; c < library.controls.size(); ++c) {
    if (out.answers[c][0] != engine::kUnknown) continue;
    const int need = library.controls[c].need;
    const std::int8_t choices[2] = {static_cast<std::int8_t>(need - 1),
                                    static_cast<std::int8_t>(need)};
    const std::size_t before = out.rows;
    for (std::size_t k = 0; k < library.controls.size(); ++k) {
      auto& column = out.answers[k];
      column.resize(before * 2);
      std::copy_n(column.begin(), before, column.begin() + static_cast<std::ptrdiff_t>(before));
      auto& evidence = out.evidence[k];
      if (evidence.empty()) continue;
      evidence.resize(before * 2, evidence[0]);
    }
    std::fill_n(out.answers[c].begin(), before, choices[0]);
    std::fill(out.answers[c].begin() + static_cast<std::ptrdiff_t>(before), out.answers[c].end(),
              choices[1]);
    out.rows = before * 2;
  }
  return out;
}

}  // namespace

TEST_CASE("the range is exactly what all fillings of the unknown answers span") {
  std::size_t undecided = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Dice dice(seed);
    const Library library =
        random_library(dice, {.controls = 7, .domains = 2, .levels = 2 + dice.roll(3), .gates = 4});
    const OwnedFacts facts =
        random_facts(dice, library, {.rows = 20, .unknown_percent = 40, .evidence_percent = 15});
    const auto program = engine::compile(library);
    REQUIRE(program.has_value());
    engine::OutcomeChunk range, all;
    engine::evaluate(**program, facts.view(), range);
    for (std::size_t row = 0; row < facts.rows; ++row) {
      const OwnedFacts filled = fillings(library, facts, row);
      engine::evaluate(**program, filled.view(), all);
      REQUIRE(all.level_low == all.level_high);  // nothing unknown is left
      const auto [low, high] = std::minmax_element(all.level_low.begin(), all.level_low.end());
      REQUIRE(range.level_low[row] == *low);
      REQUIRE(range.level_high[row] == *high);
      undecided += *low != *high;
    }
  }
  REQUIRE(undecided > 1000);  // the test is not empty
}

TEST_CASE("more answers never widen the range, nor the span of a domain's score") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Dice dice(seed);
    const Library library = random_library(dice, {.controls = 10});
    OwnedFacts facts = random_facts(dice, library, {.rows = 50, .unknown_percent = 60});
    const auto program = engine::compile(library);
    REQUIRE(program.has_value());
    engine::OutcomeChunk before, after;
    engine::evaluate(**program, facts.view(), before);
    for (std::size_t c = 0; c < library.controls.size(); ++c) {
      const int highest = library.controls[c].scale == "s0"   ? 3
                          : library.controls[c].scale == "s1" ? 1
                                                              : 100;
      for (auto& answer : facts.answers[c])
        if (answer == engine::kUnknown && dice.one_in(3))
          answer = static_cast<std::int8_t>(dice.roll(highest + 1));
      engine::evaluate(**program, facts.view(), after);
      for (std::size_t row = 0; row < facts.rows; ++row) {
        REQUIRE(after.level_low[row] >= before.level_low[row]);
        REQUIRE(after.level_high[row] <= before.level_high[row]);
        for (std::size_t d = 0; d < library.domains.size(); ++d) {
          REQUIRE(after.domain_low[d][row] >= before.domain_low[d][row]);
          REQUIRE(after.domain_high[d][row] <= before.domain_high[d][row]);
        }
      }
      std::swap(before, after);
    }
  }
}
