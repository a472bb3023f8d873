// SPDX-License-Identifier: Apache-2.0
#include "engine/check.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/spelling.h"

namespace ruikei::engine {

namespace {

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

class Checker {
 public:
  explicit Checker(const Library& library)
      : library_(library), controls_(ids_of(library.controls)), domains_(ids_of(library.domains)) {}

  Diagnostics run() {
    scale_and_levels();
    for (const Control& control : library_.controls) check(control);
    for (const Gate& gate : library_.gates) check(gate);
    for (const ProfileField& field : library_.profile)
      if (field.type != "integer" && field.type != "text" && field.type != "boolean")
        add("R119", field.place, {field.type});
    repeated(library_.controls);
    repeated(library_.gates);
    repeated(library_.questions);
    return std::move(found_);
  }

 private:
  void add(std::string code, const Place& place, std::vector<std::string> args,
           std::string suggestion = {}) {
    found_.push_back({.code = std::move(code),
                      .place = place,
                      .args = std::move(args),
                      .suggestion = std::move(suggestion)});
  }

  template <class Items>
  void repeated(const Items& items) {
    std::map<std::string, Place> seen;
    for (const auto& item : items) {
      const auto [earlier, is_new] = seen.emplace(item.id, item.place);
      if (is_new) continue;
      add("R101", item.place,
          {item.id, earlier->second.name() + ":" + std::to_string(earlier->second.line)});
    }
  }

  void scale_and_levels() {
    if (library_.domain_scale < 1 || library_.domain_scale > kMaxDomainScale)
      add("R183", {}, {std::to_string(library_.domain_scale), std::to_string(kMaxDomainScale)});
    if (library_.levels.empty()) add("R139", {}, {});
    std::set<int> seen;
    for (const Level& level : library_.levels) {
      if (level.number < 0 || level.number > 255 || !seen.insert(level.number).second)
        add("R130", {}, {seen.empty() ? "0" : std::to_string(*seen.rbegin() + 1)});
    }
    for (const Level& level : library_.levels) {
      const bool has_gate =
          std::any_of(library_.gates.begin(), library_.gates.end(),
                      [&](const Gate& gate) { return gate.level == level.number; });
      if (!has_gate && !seen.empty() && level.number != *seen.begin())
        add("R180", {}, {std::to_string(level.number)});
    }
  }

  void check(const Control& control) {
    if (std::find(domains_.begin(), domains_.end(), control.domain) == domains_.end())
      add("R111", control.place, {control.domain}, nearest(control.domain, domains_));
    if (control.weight < 0 || control.weight > kMaxWeight)
      add("R185", control.place,
          {control.id, std::to_string(control.weight), std::to_string(kMaxWeight)});
    const bool scale_is_there =
        std::any_of(library_.scales.begin(), library_.scales.end(),
                    [&](const Scale& scale) { return scale.id == control.scale; });
    if (control.points.empty() && !scale_is_there) {
      add("R110", control.place, {control.scale}, nearest(control.scale, ids_of(library_.scales)));
      return;
    }
    const bool negative = std::any_of(control.points.begin(), control.points.end(),
                                      [](const PointRule& rule) { return rule.points < 0; });
    const int highest = negative ? 0 : highest_score(library_, control);
    if (highest < 1 || highest > kMaxScore)
      add("R182", control.place, {control.id, std::to_string(highest), std::to_string(kMaxScore)});
    else if (control.need < 1 || control.need > highest)
      add("R184", control.place,
          {control.id, std::to_string(control.need), std::to_string(highest)});
  }

  void check(const Gate& gate) {
    for (const std::string& id : gate.must)
      if (std::find(controls_.begin(), controls_.end(), id) == controls_.end())
        add("R114", gate.place, {id}, nearest(id, controls_));
    const bool is_level =
        std::any_of(library_.levels.begin(), library_.levels.end(),
                    [&](const Level& level) { return level.number == gate.level; });
    const bool is_lowest =
        std::all_of(library_.levels.begin(), library_.levels.end(),
                    [&](const Level& level) { return level.number >= gate.level; });
    if (!is_level) add("R136", gate.place, {gate.id, std::to_string(gate.level)});
    else if (is_lowest) add("R181", gate.place, {gate.id, std::to_string(gate.level)});
    if (gate.must.empty() == gate.condition.empty())
      add(gate.must.empty() ? "R131" : "R132", gate.place, {gate.id});
  }

  const Library& library_;
  std::vector<std::string> controls_, domains_;
  Diagnostics found_;
};

}  // namespace

int highest_score(const Library& library, const Control& control) {
  if (!control.points.empty()) {
    constexpr int kFarTooMuch = 1'000'000;  // stops before it could overflow
    int sum = 0;
    for (const PointRule& rule : control.points)
      sum = std::min(sum + std::clamp(rule.points, -kFarTooMuch, kFarTooMuch), kFarTooMuch);
    return sum;
  }
  for (const Scale& scale : library.scales)
    if (scale.id == control.scale) return scale.maximum;
  return 0;
}

Diagnostics check(const Library& library) { return Checker(library).run(); }

}  // namespace ruikei::engine
