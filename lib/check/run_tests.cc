// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/check.h"
#include "check/words.h"

namespace ruikei::check {

namespace {

/// Compares one test's expectations with what came out; collects what differs.
class Comparison {
 public:
  Comparison(const LibraryTestCase& test, const Assessment& result,
             const std::vector<std::string>& fired)
      : test_(test), result_(result), fired_(fired.begin(), fired.end()) {}

  Diagnostics differences() {
    for (const std::string& rule : test_.fires)
      if (!fired_.count(rule)) add("R301", {rule});
    for (const std::string& rule : test_.silent)
      if (fired_.count(rule)) add("R302", {rule});
    compare_states();
    compare_level();
    compare_lists();
    return std::move(out_);
  }

 private:
  void add(const char* code, std::vector<std::string> args) {
    args.insert(args.begin(), test_.name);
    out_.push_back({.code = code, .place = test_.place, .args = std::move(args)});
  }

  void compare_states() {
    for (const auto& [id, wanted] : test_.controls)
      for (const ControlResult& control : result_.controls)
        if (control.id == id && control.state != wanted)
          add("R303", {id, word(wanted), word(control.state)});
    for (const auto& [id, wanted] : test_.gates)
      for (const GateResult& gate : result_.gates)
        if (gate.id == id && gate.state != wanted)
          add("R303", {id, word(wanted), word(gate.state)});
    for (const auto& [id, wanted] : test_.routes)
      for (const RouteResult& route : result_.routes)
        if (route.id == id && route.verdict != wanted)
          add("R303", {id, word(wanted), word(route.verdict)});
  }

  void compare_level() {
    if (!test_.level || *test_.level == result_.evidenced) return;
    add("R304", {word(*test_.level), word(result_.evidenced)});
  }

  void compare_lists() {
    std::set<std::string> codes, measures;
    for (const OffLadder& hole : result_.off_ladder) codes.insert(hole.code);
    for (const MeasureResult& measure : result_.measures) measures.insert(measure.id);
    for (const std::string& code : test_.off_ladder)
      if (!codes.count(code)) add("R305", {code});
    for (const std::string& code : test_.no_off_ladder)
      if (codes.count(code)) add("R306", {code});
    for (const std::string& id : test_.measures)
      if (!measures.count(id)) add("R307", {id});
    for (const std::string& id : test_.no_measures)
      if (measures.count(id)) add("R308", {id});
  }

  const LibraryTestCase& test_;
  const Assessment& result_;
  std::set<std::string> fired_;
  Diagnostics out_;
};

}  // namespace

TestRun run_tests(const assess::Assessor& assessor, const std::vector<LibraryTestCase>& tests) {
  TestRun out;
  for (const LibraryTestCase& test : tests) {
    const Assessment result = assessor.assess(test.input, test.today);
    const auto fired = assessor.fired_rules(test.input, test.today);
    Diagnostics differences = Comparison(test, result, fired).differences();
    ++(differences.empty() ? out.passed : out.failed);
    out.failures.insert(out.failures.end(), differences.begin(), differences.end());
  }
  return out;
}

}  // namespace ruikei::check
