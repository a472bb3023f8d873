// SPDX-License-Identifier: Apache-2.0
// The conformance suite of CEL: what is answered is answered rightly, what is not is refused.
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "eval_jsonl.h"

namespace ruikei {

namespace {

using Json = nlohmann::json;

bool same(const Json& a, const Json& b);

bool same_map(const Json& a, const Json& b) {
  if (a.size() != b.size()) return false;
  for (const Json& entry : a) {
    bool found = false;
    for (const Json& other : b) found |= same(entry[0], other[0]) && same(entry[1], other[1]);
    if (!found) return false;
  }
  return true;
}

bool same_double(const Json& a, const Json& b) {
  const double x = std::stod(a.get<std::string>()), y = std::stod(b.get<std::string>());
  return (std::isnan(x) && std::isnan(y)) || (x == y && std::signbit(x) == std::signbit(y));
}

bool same(const Json& a, const Json& b) {
  const std::string type = a.begin().key();
  if (type != b.begin().key()) return false;
  const Json &x = a.begin().value(), &y = b.begin().value();
  if (type == "double") return same_double(x, y);
  if (type == "map") return same_map(x, y);
  if (type != "list") return x == y;
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!same(x[i], y[i])) return false;
  return true;
}

bool is_right(const Json& answer, const Json& expected) {
  if (expected.contains("error")) return answer.contains("error");
  return answer.contains("value") && same(answer["value"], expected);
}

}  // namespace

TEST_CASE(
    "no case of the conformance suite gets a wrong answer, and those of the core all get one") {
  const std::set<std::string> core = {"basic",        "comparisons", "conversions", "fp_math",
                                      "integer_math", "lists",       "logic",       "macros",
                                      "macros2",      "parse",       "string",      "network_ext"};
  std::ifstream file(std::string(RUIKEI_SOURCE_DIR) + "/test/fixtures/cel/conformance.jsonl");
  std::string line;
  int cases = 0, wrong = 0, asked = 0, answered = 0;
  while (std::getline(file, line)) {
    const Json test = Json::parse(line);
    const Json answer = Json::parse(evaluate_json_line(line));
    const bool refused = answer.contains("refused");
    ++cases;
    if (!refused && !is_right(answer, test["expect"])) {
      ++wrong;
      UNSCOPED_INFO(test["expr"].get<std::string>() + " gave " + answer.dump());
    }
    if (!test["needs"].empty() || core.count(test["file"]) == 0) continue;
    ++asked;
    answered += refused ? 0 : 1;
  }
  CHECK(cases == 1073);
  CHECK(wrong == 0);
  CHECK(asked > 300);
  CHECK(answered == asked);
}

TEST_CASE("a line that is no case gives an error, whatever it is") {
  for (const std::string& line :
       {std::string(), std::string("{"), std::string("[]"), std::string("{\"expr\":1}"),
        std::string(100000, '['), std::string("{\"expr\":\"\\ud800\"}"), std::string("\xff\xfe")})
    CHECK(Json::parse(evaluate_json_line(line)).contains("error"));
}

TEST_CASE("an answer too deep or too large to write is refused") {
  std::string deep = "[1]", wide = "[[1]]";
  for (int i = 0; i < 240; ++i) deep += ".map(x, [[[[x]]]])";
  for (int i = 0; i < 40; ++i) wide += ".map(x, [x, x])";
  for (const std::string& text : {deep, wide})
    CHECK(Json::parse(evaluate_json_line(Json{{"expr", text}}.dump())).contains("refused"));
}

}  // namespace ruikei
