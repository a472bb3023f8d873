// SPDX-License-Identifier: Apache-2.0
// Rows a second of the engine, one core, columns in memory: 60 answered controls, 5 gates, 10
// domains, 8 % unknown, chunks of 2,048 rows; beside it the plain evaluator in the same run.
//   engine_bench [chunks] [rounds]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "engine/engine.h"
#include "engine/kernels.h"
#include "reference/ladder_random.h"

using namespace ruikei;

namespace {

constexpr std::size_t kRows = 2048;

Library ladder() {
  Library library;
  library.scales = {{.id = "M4", .name = {}, .maximum = 3, .options = {}}};
  for (int d = 0; d < 10; ++d) library.domains.push_back({"d" + std::to_string(d), {}});
  for (int level = 0; level < 4; ++level) library.levels.push_back({level, {}, {}});
  for (int c = 0; c < 60; ++c) {
    Control control;
    control.id = "C" + std::to_string(c);
    control.domain = "d" + std::to_string(c / 6);
    control.scale = "M4";
    control.weight = 1 + c % 5;
    library.controls.push_back(control);
  }
  const int levels[5] = {1, 1, 2, 2, 3};
  for (int g = 0; g < 5; ++g) {
    Gate gate;
    gate.id = "g" + std::to_string(g);
    gate.level = levels[g];
    for (int k = 0; k < 1 + g % 4; ++k) gate.must.push_back("C" + std::to_string(7 * g + k));
    library.gates.push_back(gate);
  }
  return library;
}

// Processor time: other work on the machine then counts as little as it can.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double engine_rate(const engine::Kernels& kernels, const engine::CompiledLibrary& program,
                   const std::vector<engine::FactChunk>& chunks, int rounds) {
  engine::OutcomeChunk out;
  std::vector<double> rates;
  for (int round = 0; round < rounds; ++round) {
    const double start = now();
    for (const engine::FactChunk& chunk : chunks)
      engine::evaluate_with(kernels, program, chunk, out);
    rates.push_back(static_cast<double>(chunks.size() * kRows) / (now() - start));
  }
  return median(rates);
}

double reference_rate(const Library& library, const reference::OwnedFacts& facts) {
  const std::size_t rows = 20000;
  std::vector<reference::Row> inputs;
  for (std::size_t i = 0; i < rows; ++i) inputs.push_back(row_of(library, facts, i % facts.rows));
  const double start = now();
  long sum = 0;
  for (const reference::Row& row : inputs) sum += judge(library, row).level.low;
  const double rate = static_cast<double>(rows) / (now() - start);
  [[maybe_unused]] volatile long kept = sum;  // so that the work is not optimised away
  return rate;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 9;
  const Library library = ladder();
  const auto program = engine::compile(library);
  if (!program || count == 0 || rounds < 1) return 2;
  reference::Dice dice(1);
  const auto facts = random_facts(
      dice, library, {.rows = count * kRows, .unknown_percent = 8, .evidence_percent = 0});
  std::vector<engine::FactChunk> chunks;
  for (std::size_t i = 0; i < count; ++i) chunks.push_back(facts.view(i * kRows, kRows));
  const double best = engine_rate(engine::best_kernels(), **program, chunks, rounds);
  const double portable = engine_rate(engine::portable_kernels(), **program, chunks, rounds);
  const double plain = reference_rate(library, facts);
  std::printf("engine            %8.2f million rows/s\n", best / 1e6);
  std::printf("engine, portable  %8.2f million rows/s\n", portable / 1e6);
  std::printf("plain evaluator   %8.4f million rows/s\n", plain / 1e6);
  std::printf("ratio             %8.0f\n", best / plain);
}
