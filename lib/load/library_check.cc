// SPDX-License-Identifier: Apache-2.0
// What only the whole library shows. Run after all files are read and all names are followed; names
// that lead nowhere were reported there and are passed over here.
#include <algorithm>
#include <unordered_map>

#include "load/library_parts.h"

namespace ruikei::load {
namespace {

template <class T>
using Index = std::unordered_map<std::string, const T*>;

template <class T>
Index<T> index_of(const std::vector<T>& things) {
  Index<T> index;
  for (const T& thing : things) index.try_emplace(thing.id, &thing);
  return index;
}

template <class T>
const T* find(const Index<T>& index, const std::string& id) {
  const auto at = index.find(id);
  return at == index.end() ? nullptr : at->second;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void check_gate(const Gate& gate, const Index<Control>& controls, LibraryContext& context) {
  // The lowest level is where everybody starts; no gate can stand before it.
  const auto& levels = context.library.levels;
  const bool leads_to_level =
      levels.empty() || (gate.level > levels.front().number && gate.level <= levels.back().number);
  if (!leads_to_level) {
    context.error(gate.place, "R136", {gate.id, std::to_string(gate.level)});
  }
  std::vector<std::string> seen;
  for (const std::string& id : gate.must) {
    if (contains(seen, id)) context.error(gate.place, "R137", {gate.id, id});
    seen.push_back(id);
    const Control* control = find(controls, id);
    if (control && (control->gate != gate.id || control->role != Role::must)) {
      context.error(gate.place, "R138", {gate.id, id});
    }
  }
}

void check_role(const Control& control, const Index<Gate>& gates, LibraryContext& context) {
  if (control.role == Role::readiness) {
    if (!control.gate.empty()) context.error(control.place, "R147", {control.id, control.gate});
    return;
  }
  if (control.gate.empty()) {
    context.error(control.place, "R145", {control.id});
    return;
  }
  const Gate* gate = find(gates, control.gate);
  if (control.role == Role::must && gate && gate->condition.empty() &&
      !contains(gate->must, control.id)) {
    context.error(control.place, "R146", {control.id, gate->id});
  }
}

std::string values(const std::vector<ScaleOption>& options) {
  std::string list;
  for (const ScaleOption& option : options)
    list += (list.empty() ? "" : ", ") + std::to_string(option.value);
  return list;
}

void check_scale(const Control& control, const Index<Scale>& scales, LibraryContext& context) {
  const Scale* scale = find(scales, control.scale);
  if (!scale) return;
  if (!control.options.empty() && values(control.options) != values(scale->options)) {
    context.error(control.place, "R140", {control.id, scale->id, values(scale->options)});
  }
  if (control.points.empty() && control.need > scale->maximum) {
    context.error(control.place, "R148",
                  {control.id, std::to_string(control.need), std::to_string(scale->maximum)});
  }
}

void check_raises(const Measure& measure, const Index<Control>& controls,
                  const Index<Scale>& scales, LibraryContext& context) {
  if (measure.raises.empty()) context.error(measure.place, "R151", {measure.id});
  std::vector<std::string> seen;
  for (const Raise& raise : measure.raises) {
    if (contains(seen, raise.control)) {
      context.error(measure.place, "R152", {measure.id, raise.control});
    }
    seen.push_back(raise.control);
    const Control* control = find(controls, raise.control);
    const Scale* scale = control ? find(scales, control->scale) : nullptr;
    if (scale && raise.to > scale->maximum) {
      context.error(measure.place, "R154",
                    {measure.id, raise.control, std::to_string(scale->maximum)});
    }
  }
}

// Finds measures that (through others) need themselves; each circle is reported once.
class Circles {
 public:
  Circles(const Library& library, LibraryContext& context)
      : measures_(index_of(library.measures)), context_(context) {
    for (const Measure& measure : library.measures) visit(measure);
  }

 private:
  enum class Mark { open, done };

  // Without recursion: a chain may be as long as the library.
  void visit(const Measure& first) {
    if (marks_.count(first.id)) return;
    path_.clear();
    enter(first);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == step.measure->needs.size()) {
        marks_[step.measure->id] = Mark::done;
        path_.pop_back();
        continue;
      }
      const Measure* needed = find(measures_, step.measure->needs[step.next++]);
      if (!needed) continue;
      const auto mark = marks_.find(needed->id);
      if (mark == marks_.end()) {
        enter(*needed);
      } else if (mark->second == Mark::open) {
        report(*needed);
      }
    }
  }

  void enter(const Measure& measure) {
    marks_[measure.id] = Mark::open;
    path_.push_back({&measure, 0});
  }

  void report(const Measure& start) {
    std::string circle;
    bool inside = false;
    for (const Step& step : path_) {
      inside = inside || step.measure->id == start.id;
      if (inside) circle += step.measure->id + " → ";
    }
    context_.error(start.place, "R153", {circle + start.id});
  }

  struct Step {
    const Measure* measure;
    std::size_t next;
  };
  Index<Measure> measures_;
  LibraryContext& context_;
  std::unordered_map<std::string, Mark> marks_;
  std::vector<Step> path_;
};

}  // namespace

void check_library(LibraryContext& context) {
  const Library& library = context.library;
  const Index<Control> controls = index_of(library.controls);
  const Index<Gate> gates = index_of(library.gates);
  const Index<Scale> scales = index_of(library.scales);
  for (const Gate& gate : library.gates) check_gate(gate, controls, context);
  for (const Control& control : library.controls) {
    check_role(control, gates, context);
    check_scale(control, scales, context);
  }
  for (const Measure& measure : library.measures) check_raises(measure, controls, scales, context);
  Circles(library, context);
}

}  // namespace ruikei::load
