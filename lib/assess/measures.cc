// SPDX-License-Identifier: Apache-2.0
// Measures that raise something here, those worth most first: by what they lift off the way to the
// next level, then higher levels, then supporting controls, then critical readiness, then weight.
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "assess/judge.h"

namespace ruikei::assess {

namespace {

struct Candidate {
  MeasureResult result;
  std::array<std::int64_t, 5> worth{};  // next level, higher ones, support, critical, weight
  std::int64_t cost = std::numeric_limits<std::int64_t>::max();  // twice its middle, in yen
};

bool better(const Candidate& a, const Candidate& b) {
  if (a.result.fits != b.result.fits) return a.result.fits;
  if (a.worth != b.worth) return a.worth > b.worth;
  return a.cost < b.cost;
}

std::string bed_class_of(const Record& facility) {
  const auto* text =
      std::get_if<std::string>(&facility.cells[*facility_kind().find("bed_class")].value);
  return text ? *text : "";
}

class Recommender {
 public:
  Recommender(const View& view, const Assessment& out)
      : view_(view), assessment_(out), bed_class_(bed_class_of(view.facts.facility)) {
    next_level_ = std::numeric_limits<int>::max();
    for (const Level& level : view.library().levels)
      if (level.number > out.evidenced.low) next_level_ = std::min(next_level_, level.number);
  }

  Candidate judge(const Measure& measure) const {
    Candidate candidate;
    candidate.result.id = measure.id;
    candidate.result.effort = measure.effort;
    candidate.result.fits =
        measure.fits.empty() || bed_class_.empty() ||
        std::find(measure.fits.begin(), measure.fits.end(), bed_class_) != measure.fits.end();
    for (const CostRange& cost : measure.cost_yen) {
      if (cost.bed_class != bed_class_ || bed_class_.empty()) continue;
      candidate.result.cost = cost;
      candidate.cost = cost.low_yen + cost.high_yen;
    }
    std::set<std::size_t> raised;
    for (const Raise& raise : measure.raises) {
      const std::size_t control = number_of(raise.control);
      if (!raises(control, raise.to) || !raised.insert(control).second) continue;
      candidate.result.controls.push_back(raise.control);
      add_worth(control, raise.to, candidate.worth);
    }
    candidate.result.why = helped_gates(raised);
    return candidate;
  }

 private:
  std::size_t number_of(const std::string& id) const {
    std::size_t index = 0;
    while (view_.library().controls[index].id != id) ++index;  // compile checked that it is there
    return index;
  }

  bool is_open(std::size_t control) const {
    const ControlResult& result = assessment_.controls[control];
    return result.state == State::not_met ||
           (result.state == State::unknown && result.empty != Empty::hidden);
  }

  bool raises(std::size_t control, int to) const {
    const auto& score = assessment_.controls[control].score;
    return is_open(control) && (!score || to > *score);
  }

  void add_worth(std::size_t control, int to, std::array<std::int64_t, 5>& worth) const {
    const Control& rule = view_.library().controls[control];
    if (to < rule.need) {
      worth[4] += 1;  // a step, but not across the line
      return;
    }
    int level = std::numeric_limits<int>::max();
    for (std::size_t g = 0; g < assessment_.gates.size(); ++g)
      if (decides(g, control) && assessment_.gates[g].level >= next_level_ &&
          assessment_.gates[g].state != State::met)
        level = std::min(level, assessment_.gates[g].level);
    if (level == next_level_ && level != std::numeric_limits<int>::max()) worth[0] += 1;
    else if (level != std::numeric_limits<int>::max()) worth[1] += 1;
    else if (rule.role == Role::support) worth[2] += 1;
    else if (rule.critical) worth[3] += 1;
    else worth[4] += 1 + rule.weight;
  }

  bool decides(std::size_t gate, std::size_t control) const {
    const auto& deciders = view_.program.deciders[gate];
    return std::find(deciders.begin(), deciders.end(), control) != deciders.end();
  }

  std::vector<std::string> helped_gates(const std::set<std::size_t>& raised) const {
    std::vector<std::string> gates;
    for (const std::size_t g : view_.program.gates_by_level)
      if (assessment_.gates[g].state != State::met &&
          std::any_of(raised.begin(), raised.end(),
                      [&](std::size_t control) { return decides(g, control); }))
        gates.push_back(assessment_.gates[g].id);
    if (gates.empty()) gates.push_back("readiness");
    return gates;
  }

  const View& view_;
  const Assessment& assessment_;
  std::string bed_class_;
  int next_level_;
};

}  // namespace

void recommend(const View& view, Assessment& out) {
  const Recommender recommender(view, out);
  std::vector<Candidate> candidates;
  for (const Measure& measure : view.library().measures) {
    Candidate candidate = recommender.judge(measure);
    if (!candidate.result.controls.empty()) candidates.push_back(std::move(candidate));
  }
  std::stable_sort(candidates.begin(), candidates.end(), better);
  for (Candidate& candidate : candidates) out.measures.push_back(std::move(candidate.result));
}

}  // namespace ruikei::assess
