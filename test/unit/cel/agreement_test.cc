// SPDX-License-Identifier: Apache-2.0
// Two implementations, one answer: the Program against the plain evaluator.
#include <catch2/catch.hpp>

#include "cel/parser.h"
#include "reference/cel_reference.h"
#include "unit/cel/random_expression.h"

namespace ruikei::cel {

namespace {

Truth truth_of_value(const Value& value) {
  return value.is_true() ? Truth::yes : value.is_false() ? Truth::no : Truth::unknown;
}

/// Compares one expression on all rows; how many rows were right.
std::size_t agreeing_rows(const std::string& text, const RandomRows& rows, std::size_t count) {
  const auto compiled = compile_as(text, survey_environment(), Type::Kind::boolean);
  const auto parsed = parse(text);
  if (!compiled || !parsed) return 0;
  std::vector<Truth> truths(count);
  evaluate_rows(*compiled, rows.columns(), truths);
  std::size_t right = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Bindings bindings = rows.row(i);
    const Value expected = reference::evaluate(**parsed, bindings);
    const Value single = evaluate(*compiled, bindings);
    right += reference::same(single, expected) && truths[i] == truth_of_value(expected) ? 1 : 0;
  }
  return right;
}

}  // namespace

TEST_CASE("random expressions give what the plain evaluator gives, row by row and in columns") {
  constexpr std::size_t kRows = 40;
  std::size_t pairs = 0;
  for (std::uint32_t seed = 1; seed <= 4000; ++seed) {
    RandomExpression random(seed);
    const std::string text = random.boolean(1 + static_cast<int>(seed % 5));
    const RandomRows rows(seed * 7919, kRows);
    const std::size_t right = agreeing_rows(text, rows, kRows);
    if (right != kRows) {
      INFO(text);
      CHECK(right == kRows);
    }
    pairs += right;
  }
  CHECK(pairs >= 100000);
}

TEST_CASE("random int and list values agree too") {
  const Environment environment = survey_environment();
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    RandomExpression random(seed);
    const std::string text = seed % 2 ? random.integer(4) : random.list(4);
    const RandomRows rows(seed, 8);
    const auto compiled = compile(text, environment);
    const auto parsed = parse(text);
    INFO(text);
    REQUIRE(compiled);
    for (std::size_t i = 0; i < 8; ++i) {
      const Bindings bindings = rows.row(i);
      if (!reference::same(evaluate(*compiled, bindings), reference::evaluate(**parsed, bindings)))
        CHECK(i == 99);
    }
  }
}

TEST_CASE("chunks of rows join without a seam") {
  constexpr std::size_t kRows = 2500;
  const RandomRows rows(5, kRows);
  for (const char* text :
       {"q1 >= 2 && (q2 >= 2 || facility.beds >= 600)", "2 * q1 + q2 + 1 * q3 >= 7",
        "facility.type == 'university' || q1 == 3", "q1 in [1, 3]", "[q1, q2].exists(x, x > q3)",
        "100 * q1 >= 22 * facility.beds", "met['A-1'] ? b1 : !b2", "score['A-1'] + 1 > q1"})
    CHECK(agreeing_rows(text, rows, kRows) == kRows);
}

TEST_CASE("a column that is absent, or ends early, is unknown") {
  const Environment environment = survey_environment();
  const auto compiled = compile("q1 > 1 || b1", environment);
  REQUIRE(compiled);
  const std::vector<std::int32_t> lanes = {2, 0};
  std::vector<Truth> out(3);
  evaluate_rows(*compiled, {{"q1", Column{lanes}}}, out);
  CHECK(out == std::vector<Truth>{Truth::yes, Truth::unknown, Truth::unknown});
}

}  // namespace ruikei::cel
