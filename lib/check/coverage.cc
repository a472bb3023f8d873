// SPDX-License-Identifier: Apache-2.0
#include "check/check.h"
#include "check/words.h"

namespace ruikei::check {

namespace {

/// Fills `part.missing` with what of `all` was not touched.
void close(Coverage::Part& part, const std::vector<std::string>& all) {
  part.all = all.size();
  std::set<std::string> touched;
  for (const std::string& name : all) {
    if (part.touched.count(name)) touched.insert(name);
    else part.missing.push_back(name);
  }
  part.touched = std::move(touched);
}

void touch(Coverage& out, const LibraryTestCase& test, const Assessment& result,
           const std::vector<std::string>& fired, const std::vector<std::string>& rules) {
  for (const auto& [id, answer] : test.input.answers) {
    out.controls.touched.insert(id);
    if (answer.has_value()) out.options.touched.insert(id + "=" + std::to_string(answer.score()));
  }
  for (const ControlResult& control : result.controls)
    if (control.state != State::unknown) out.controls.touched.insert(control.id);
  out.rules_fired.touched.insert(fired.begin(), fired.end());
  const std::set<std::string> did(fired.begin(), fired.end());
  bool has_inventory = false;
  for (const auto& section : test.input.inventory.sections) has_inventory |= section.present;
  for (const std::string& rule : rules)
    if (has_inventory && !did.count(rule)) out.rules_silent.touched.insert(rule);
  for (const MeasureResult& measure : result.measures) out.measures.touched.insert(measure.id);
  for (const RouteResult& route : result.routes)
    out.routes.touched.insert(route.id + "=" + word(route.verdict));
  for (const GateResult& gate : result.gates)
    out.gates.touched.insert(gate.id + "=" + word(gate.state));
}

}  // namespace

Coverage coverage(const assess::Assessor& assessor, const std::vector<LibraryTestCase>& tests) {
  const Library& library = assessor.library();
  std::vector<std::string> controls, rules, options, measures, routes, gates;
  for (const Control& control : library.controls) {
    controls.push_back(control.id);
    for (const EvidenceRule& rule : control.evidence) rules.push_back(rule.id);
    for (const ScaleOption& option : control.options)
      options.push_back(control.id + "=" + std::to_string(option.value));
  }
  for (const Measure& measure : library.measures) measures.push_back(measure.id);
  for (const Route& route : library.routes)
    for (Verdict verdict : {Verdict::open, Verdict::conditional, Verdict::closed})
      routes.push_back(route.id + "=" + word(verdict));
  for (const Gate& gate : library.gates)
    for (State state : {State::not_met, State::met, State::unknown})
      gates.push_back(gate.id + "=" + word(state));
  Coverage out;
  for (const LibraryTestCase& test : tests)
    touch(out, test, assessor.assess(test.input, test.today),
          assessor.fired_rules(test.input, test.today), rules);
  close(out.controls, controls);
  close(out.rules_fired, rules);
  close(out.rules_silent, rules);
  close(out.options, options);
  close(out.measures, measures);
  close(out.routes, routes);
  close(out.gates, gates);
  return out;
}

}  // namespace ruikei::check
