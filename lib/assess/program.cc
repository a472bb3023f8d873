// SPDX-License-Identifier: Apache-2.0
#include "assess/program.h"

#include <algorithm>
#include <map>

#include "assess/environment.h"
#include "assess/rule_text.h"
#include "base/spelling.h"

namespace ruikei::assess {

namespace {

class Compiler {
 public:
  Compiler(std::shared_ptr<const Library> library, const Inventory* only_for)
      : library_(*library), only_for_(only_for), verdicts_(verdict_environment(library_)) {
    out_->library = std::move(library);
    for (const Control& control : library_.controls) controls_.push_back(control.id);
    facts_.emplace("", fact_environment(library_));
    for (std::size_t i = 0; i < inventory_kinds().size(); ++i)
      if (is_wanted(i))
        facts_.emplace(inventory_kinds()[i].section,
                       fact_environment(library_, &inventory_kinds()[i]));
  }

  Result<std::shared_ptr<const Program>> run() {
    auto engine = engine::compile(library_);
    if (engine) out_->engine = std::move(*engine);
    else found_ = std::move(engine.error());
    for (const Control& control : library_.controls) this->control(control);
    for (const HolePolicy& policy : library_.hole_policies)
      if (auto condition = verdict(policy.condition))
        out_->hole_policies.push_back(std::move(*condition));
    for (const Route& route : library_.routes) this->route(route);
    for (const Measure& measure : library_.measures) this->measure(measure);
    gates();
    if (has_errors(found_)) {
      put_in_order(found_);
      return tl::unexpected<Diagnostics>(std::move(found_));
    }
    return std::shared_ptr<const Program>(out_);
  }

 private:
  std::optional<cel::Compiled> compile(const Expression& expression,
                                       const cel::Environment& environment) {
    auto compiled =
        cel::compile_as(expression.text, environment, cel::Type::Kind::boolean, expression.place);
    if (compiled) return std::move(*compiled);
    found_.insert(found_.end(), compiled.error().begin(), compiled.error().end());
    return std::nullopt;
  }

  void control(const Control& control) {
    out_->applies_if.emplace_back();
    if (!control.applies_if.empty())
      out_->applies_if.back() = compile(control.applies_if, facts_.at(""));
    out_->evidence.emplace_back();
    for (const EvidenceRule& rule : control.evidence) evidence(rule);
  }

  void evidence(const EvidenceRule& rule) {
    CompiledRule compiled{.rule = &rule};
    if (!rule.each.empty()) {
      const auto section = find_kind(rule.each);
      if (!section) {
        std::vector<std::string> known;
        std::string list;
        for (const Kind& kind : inventory_kinds()) {
          known.emplace_back(kind.section);
          list += (list.empty() ? "" : ", ") + known.back();
        }
        found_.push_back({.code = "R141",
                          .place = rule.place,
                          .args = {rule.each, list},
                          .suggestion = nearest(rule.each, known)});
        return;
      }
      if (!is_wanted(*section)) return;
      compiled.section = *section;
      compiled.kind = &inventory_kinds()[*section];
    }
    const cel::Environment& environment = facts_.at(rule.each);
    if (!rule.where.empty()) compiled.where = compile(rule.where, environment);
    compiled.condition = compile(rule.condition, environment);
    for (const auto* part : {&compiled.condition, &compiled.where})
      if (*part) looked_at(**part, compiled);
    sections(rule, compiled);
    const Kind& kind = compiled.kind ? *compiled.kind : facility_kind();
    for (const std::string& name : unknown_placeholders(rule.text, kind))
      found_.push_back(
          {.code = "R143", .place = rule.place, .args = {name, std::string(kind.one)}});
    out_->evidence.back().push_back(std::move(compiled));
  }

  bool is_wanted(std::size_t section) const {
    return !only_for_ ||
           (section < only_for_->sections.size() && only_for_->sections[section].present);
  }

  static void looked_at(const cel::Compiled& part, CompiledRule& compiled) {
    const Kind& kind = compiled.kind ? *compiled.kind : facility_kind();
    compiled.fields.merge(cel::fields_of(part, kind.one));
  }

  static void sections(const EvidenceRule& rule, CompiledRule& compiled) {
    const auto kinds = inventory_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (names(rule.condition.text, kinds[i].section) || names(rule.where.text, kinds[i].section))
        compiled.sections.push_back(i);
  }

  // A condition over what was judged; the controls that it names must exist.
  std::optional<cel::Compiled> verdict(const Expression& expression) {
    auto compiled = compile(expression, verdicts_);
    if (!compiled) return std::nullopt;
    for (const char* variable : {"met", "score"})
      for (const auto& [key, place] : cel::keys_of(*compiled, variable))
        if (std::find(controls_.begin(), controls_.end(), key) == controls_.end())
          found_.push_back({.code = "R114",
                            .place = place,
                            .args = {key},
                            .suggestion = nearest(key, controls_)});
    return compiled;
  }

  void route(const Route& route) {
    CompiledRoute compiled{.route = &route, .conditional = {}, .open = {}, .closed = {}};
    const auto all = [&](const std::vector<RouteCondition>& conditions,
                         std::vector<cel::Compiled>& out) {
      for (const RouteCondition& condition : conditions)
        if (auto program = verdict(condition.condition)) out.push_back(std::move(*program));
    };
    all(route.conditional, compiled.conditional);
    all(route.open, compiled.open);
    all(route.closed, compiled.closed);
    out_->routes.push_back(std::move(compiled));
  }

  void measure(const Measure& measure) {
    for (const Raise& raise : measure.raises)
      if (std::find(controls_.begin(), controls_.end(), raise.control) == controls_.end())
        found_.push_back({.code = "R114",
                          .place = measure.place,
                          .args = {raise.control},
                          .suggestion = nearest(raise.control, controls_)});
  }

  void gates() {
    for (const Gate& gate : library_.gates) {
      std::vector<std::size_t> deciders;
      const auto add = [&](const std::string& id) {
        const auto at = std::find(controls_.begin(), controls_.end(), id);
        const auto index = static_cast<std::size_t>(at - controls_.begin());
        if (at != controls_.end() &&
            std::find(deciders.begin(), deciders.end(), index) == deciders.end())
          deciders.push_back(index);
      };
      for (const std::string& id : gate.must) add(id);
      for (const std::string& id : controls_)
        if (gate.condition.text.find('"' + id + '"') != std::string::npos ||
            gate.condition.text.find('\'' + id + '\'') != std::string::npos)
          add(id);
      out_->gates_by_level.push_back(out_->deciders.size());
      out_->deciders.push_back(std::move(deciders));
    }
    std::stable_sort(out_->gates_by_level.begin(), out_->gates_by_level.end(),
                     [&](std::size_t a, std::size_t b) {
                       return library_.gates[a].level < library_.gates[b].level;
                     });
  }

  const Library& library_;
  const Inventory* only_for_;
  std::shared_ptr<Program> out_ = std::make_shared<Program>();
  cel::Environment verdicts_;
  std::map<std::string, cel::Environment, std::less<>> facts_;  // by section of `each`
  std::vector<std::string> controls_;
  Diagnostics found_;
};

}  // namespace

Result<std::shared_ptr<const Program>> compile(std::shared_ptr<const Library> library,
                                               const Inventory* only_for) {
  return Compiler(std::move(library), only_for).run();
}

}  // namespace ruikei::assess
