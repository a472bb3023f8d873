// SPDX-License-Identifier: Apache-2.0
// The engine against the plain evaluator, and against its own laws.
#include <catch2/catch.hpp>

#include "engine/engine.h"
#include "engine/kernels.h"
#include "reference/ladder_random.h"

using namespace ruikei;
using namespace ruikei::reference;

namespace {

std::shared_ptr<const engine::CompiledLibrary> compiled(const Library& library) {
  auto result = engine::compile(library);
  if (!result)
    for (const Diagnostic& d : result.error())
      UNSCOPED_INFO(d.code << " " << (d.args.empty() ? "" : d.args[0]));
  REQUIRE(result.has_value());
  return *result;
}

// The first difference between row `row` of `out` and the reference; "" if there is none.
std::string difference(const Library& library, const engine::OutcomeChunk& out, std::size_t row,
                       const Judgement& expected) {
  for (std::size_t c = 0; c < library.controls.size(); ++c) {
    const std::string& id = library.controls[c].id;
    if (out.control_state[c][row] != static_cast<std::uint8_t>(expected.controls.at(id)))
      return "state of " + id;
    if (out.control_score[c][row] != expected.scores.at(id)) return "score of " + id;
  }
  for (std::size_t g = 0; g < library.gates.size(); ++g)
    if (out.gate_state[g][row] != static_cast<std::uint8_t>(expected.gates.at(library.gates[g].id)))
      return "gate " + library.gates[g].id;
  for (std::size_t d = 0; d < library.domains.size(); ++d) {
    const std::string& id = library.domains[d].id;
    if (out.domain_score[d][row] != expected.domain_score.at(id)) return "score of domain " + id;
    if (out.domain_low[d][row] != expected.domain_low.at(id)) return "low of domain " + id;
    if (out.domain_high[d][row] != expected.domain_high.at(id)) return "high of domain " + id;
  }
  if (out.level_low[row] != expected.level.low) return "low level";
  if (out.level_high[row] != expected.level.high) return "high level";
  return "";
}

bool same(const engine::OutcomeChunk& a, const engine::OutcomeChunk& b) {
  return a.rows == b.rows && a.control_state == b.control_state &&
         a.control_score == b.control_score && a.gate_state == b.gate_state &&
         a.level_low == b.level_low && a.level_high == b.level_high &&
         a.domain_score == b.domain_score && a.domain_low == b.domain_low &&
         a.domain_high == b.domain_high;
}

std::size_t compare(std::uint64_t seed, LibraryShape shape, FactShape facts_shape) {
  Dice dice(seed);
  const Library library = random_library(dice, shape);
  const OwnedFacts facts = random_facts(dice, library, facts_shape);
  engine::OutcomeChunk out;
  engine::evaluate(*compiled(library), facts.view(), out);
  for (std::size_t row = 0; row < facts.rows; ++row) {
    const std::string found =
        difference(library, out, row, judge(library, row_of(library, facts, row)));
    if (found.empty()) continue;
    FAIL("seed " << seed << ", row " << row << ": " << found);
  }
  return facts.rows;
}

}  // namespace

TEST_CASE("the engine agrees with the plain evaluator on 120,000 random rows of must lists") {
  std::size_t rows = 0;
  for (std::uint64_t seed = 1; rows < 120000; ++seed) {
    Dice dice(seed + 5000);
    const LibraryShape shape{.controls = 3 + dice.roll(20),
                             .domains = 1 + dice.roll(4),
                             .levels = 2 + dice.roll(4),
                             .gates = 1 + dice.roll(6)};
    rows += compare(seed, shape,
                    {.rows = seed % 7 == 0 ? 2500u : 200u,
                     .unknown_percent = dice.one_in(4) ? 60 : 10,
                     .evidence_percent = dice.one_in(3) ? 0 : 15});
  }
}

TEST_CASE("the engine agrees with the plain evaluator on points and conditions") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    compare(seed, {.controls = 10, .points = true, .conditions = seed % 2 == 0}, {.rows = 100});
}

TEST_CASE("every kind of machine gives the same bits") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Dice dice(seed);
    const Library library = random_library(dice, {.controls = 15});
    const OwnedFacts facts = random_facts(dice, library, {.rows = 3001});
    const auto program = compiled(library);
    engine::OutcomeChunk portable, best;
    engine::evaluate_with(engine::portable_kernels(), *program, facts.view(), portable);
    engine::evaluate_with(engine::best_kernels(), *program, facts.view(), best);
    REQUIRE(same(portable, best));
  }
}

TEST_CASE("the size of the chunks changes nothing") {
  Dice dice(3);
  const Library library = random_library(dice, {.controls = 20, .points = true});
  const OwnedFacts facts = random_facts(dice, library, {.rows = 5000});
  const auto program = compiled(library);
  engine::OutcomeChunk whole, piece;
  engine::evaluate(*program, facts.view(), whole);
  for (const std::size_t size : {1u, 7u, 31u, 2048u, 2049u, 4999u}) {
    for (std::size_t start = 0; start < facts.rows; start += size) {
      const std::size_t count = std::min(size, facts.rows - start);
      engine::evaluate(*program, facts.view(start, count), piece);
      const auto equal = [&](const auto& all, const auto& part) {
        return std::equal(part.begin(), part.end(),
                          all.begin() + static_cast<std::ptrdiff_t>(start));
      };
      bool agrees =
          equal(whole.level_low, piece.level_low) && equal(whole.level_high, piece.level_high);
      for (std::size_t c = 0; c < library.controls.size(); ++c)
        agrees = agrees && equal(whole.control_score[c], piece.control_score[c]) &&
                 equal(whole.control_state[c], piece.control_state[c]);
      for (std::size_t d = 0; d < library.domains.size(); ++d)
        agrees = agrees && equal(whole.domain_score[d], piece.domain_score[d]);
      if (!agrees) FAIL("chunks of " << size << " differ from row " << start);
    }
  }
}

TEST_CASE("an outcome can be used again for fewer or more rows") {
  Dice dice(9);
  const Library library = random_library(dice, {});
  const OwnedFacts facts = random_facts(dice, library, {.rows = 300});
  const auto program = compiled(library);
  engine::OutcomeChunk used, fresh;
  engine::evaluate(*program, facts.view(), used);
  engine::evaluate(*program, facts.view(10, 20), used);
  engine::evaluate(*program, facts.view(10, 20), fresh);
  REQUIRE(same(used, fresh));
}
