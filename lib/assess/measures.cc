// SPDX-License-Identifier: Apache-2.0
// Measures that raise something here, those worth most first: by what they lift off the way to the
// next level, then higher levels, then supporting controls, then critical readiness, then weight.
// What an earlier measure of the list already lifts counts for no later one, so that the first few
// together do as much as can be done.
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "assess/judge.h"

namespace ruikei::assess {

namespace {

/// What lifting one control is worth: `amount` in one of the tiers next level, higher ones,
/// support, critical, weight.
struct Lift {
  std::size_t control = 0;
  std::size_t tier = 0;
  std::int64_t amount = 0;
  bool whole = true;  ///< false: a step that does not make it met, so others still can
};

struct Candidate {
  MeasureResult result;
  std::vector<Lift> lifts = {};
  std::array<std::int64_t, 5> worth{};  // of the lifts that no chosen measure brings yet
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
      candidate.lifts.push_back(lift_of(control, raise.to));
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

  Lift lift_of(std::size_t control, int to) const {
    const Control& rule = view_.library().controls[control];
    if (to < rule.need) return {control, 4, 1, false};
    constexpr int kNone = std::numeric_limits<int>::max();
    int level = kNone;
    for (std::size_t g = 0; g < assessment_.gates.size(); ++g)
      if (decides(g, control) && assessment_.gates[g].level >= next_level_ &&
          assessment_.gates[g].state != State::met)
        level = std::min(level, assessment_.gates[g].level);
    if (level != kNone) return {control, level == next_level_ ? 0u : 1u, 1};
    if (rule.role == Role::support) return {control, 2, 1};
    if (rule.critical) return {control, 3, 1};
    return {control, 4, 1 + rule.weight};
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
  std::set<std::size_t> lifted;
  while (!candidates.empty()) {
    for (Candidate& candidate : candidates) {
      candidate.worth = {};
      for (const Lift& lift : candidate.lifts)
        if (!lifted.count(lift.control)) candidate.worth[lift.tier] += lift.amount;
    }
    const auto best = std::min_element(candidates.begin(), candidates.end(), better);
    for (const Lift& lift : best->lifts)
      if (lift.whole) lifted.insert(lift.control);
    out.measures.push_back(std::move(best->result));
    candidates.erase(best);
  }
}

}  // namespace ruikei::assess
