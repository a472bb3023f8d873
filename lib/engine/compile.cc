// SPDX-License-Identifier: Apache-2.0
// From names to column numbers. Expressions are compiled even when other parts have mistakes, so
// that all of them are told at once.
#include <algorithm>

#include "base/spelling.h"
#include "engine/check.h"
#include "engine/compiled_library.h"
#include "engine/engine.h"

namespace ruikei::engine {

namespace {

using cel::Type;

Type simple(Type::Kind kind) { return Type{.kind = kind}; }
Type map_to(Type::Kind kind) {
  return Type{.kind = Type::Kind::map, .of = {simple(Type::Kind::text), simple(kind)}};
}

Type type_of(const ProfileField& field) {
  if (field.type == "boolean") return simple(Type::Kind::boolean);
  return simple(field.type == "text" ? Type::Kind::text : Type::Kind::integer);
}

cel::Environment point_environment(const Library& library) {
  cel::Environment environment;
  for (const Question& question : library.questions)
    environment.variables[question.id] = simple(Type::Kind::integer);
  auto& fields = environment.records["facility"];
  for (const ProfileField& field : library.profile) fields[field.id] = type_of(field);
  environment.variables["facility"] = Type{.kind = Type::Kind::record, .record = "facility"};
  return environment;
}

cel::Environment gate_environment() {
  cel::Environment environment;
  environment.variables["met"] = map_to(Type::Kind::boolean);
  environment.variables["score"] = map_to(Type::Kind::integer);
  environment.variables["domain"] = map_to(Type::Kind::integer);
  return environment;
}

template <class Items>
std::optional<std::size_t> find(const Items& items, const std::string& id) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].id == id) return i;
  return std::nullopt;
}

class Compiler {
 public:
  explicit Compiler(const Library& library)
      : library_(library), out_(std::make_shared<CompiledLibrary>()), found_(check(library)) {}

  Result<std::shared_ptr<const CompiledLibrary>> run() {
    out_->domain_scale = library_.domain_scale;
    out_->domains.resize(library_.domains.size());
    controls();
    gates();
    if (has_errors(found_)) {
      put_in_order(found_);
      return tl::unexpected<Diagnostics>(std::move(found_));
    }
    levels();
    profile();
    widths();
    return std::shared_ptr<const CompiledLibrary>(out_);
  }

 private:
  std::optional<cel::Compiled> condition(const Expression& expression,
                                         const cel::Environment& environment) {
    auto compiled =
        cel::compile_as(expression.text, environment, Type::Kind::boolean, expression.place);
    if (compiled) return std::move(*compiled);
    found_.insert(found_.end(), compiled.error().begin(), compiled.error().end());
    return std::nullopt;
  }

  void controls() {
    const cel::Environment environment = point_environment(library_);
    for (const Control& control : library_.controls) {
      CompiledControl compiled;
      compiled.need = static_cast<std::int8_t>(std::clamp(control.need, 0, kMaxScore));
      compiled.maximum =
          static_cast<std::int8_t>(std::clamp(highest_score(library_, control), 0, kMaxScore));
      compiled.weight = static_cast<std::int16_t>(std::clamp(control.weight, 0, kMaxWeight));
      for (const PointRule& rule : control.points)
        if (auto program = condition(rule.condition, environment))
          compiled.points.push_back({rule.points, std::move(*program)});
      out_->has_points = out_->has_points || !compiled.points.empty();
      if (const auto domain = find(library_.domains, control.domain))
        out_->domains[*domain].controls.push_back(out_->controls.size());
      out_->controls.push_back(std::move(compiled));
    }
    for (const Question& question : library_.questions) out_->questions.push_back(question.id);
  }

  void gates() {
    const cel::Environment environment = gate_environment();
    for (const Gate& gate : library_.gates) {
      CompiledGate compiled;
      for (const std::string& id : gate.must)
        if (const auto control = find(library_.controls, id)) compiled.must.push_back(*control);
      if (!gate.condition.empty()) compiled.condition = condition(gate.condition, environment);
      if (compiled.condition) columns(*compiled.condition);
      out_->gates.push_back(std::move(compiled));
    }
    for (std::size_t i = 0; i < out_->score_columns.size(); ++i)
      out_->controls[out_->score_columns[i].index].exact_scores.push_back(i);
  }

  // The columns that a condition names; a name that is none of the library's is a mistake.
  void columns(const cel::Compiled& compiled) {
    named(compiled, "met", library_.controls, out_->met_columns);
    named(compiled, "score", library_.controls, out_->score_columns);
    named(compiled, "domain", library_.domains, out_->domain_columns);
  }

  template <class Items>
  void named(const cel::Compiled& compiled, const std::string& variable, const Items& items,
             std::vector<NamedColumn>& columns) {
    for (const auto& [key, place] : cel::keys_of(compiled, variable)) {
      const std::string path = variable + "." + key;
      const auto index = find(items, key);
      if (!index) {
        std::vector<std::string> known;
        for (const auto& item : items) known.push_back(item.id);
        found_.push_back({.code = variable == "domain" ? "R111" : "R114",
                          .place = place,
                          .args = {key},
                          .suggestion = nearest(key, known)});
      } else if (std::none_of(columns.begin(), columns.end(),
                              [&](const NamedColumn& column) { return column.path == path; })) {
        columns.push_back({*index, path});
      }
    }
  }

  void levels() {
    for (const Level& level : library_.levels) {
      CompiledLevel compiled{.number = static_cast<std::uint8_t>(level.number), .gates = {}};
      for (std::size_t i = 0; i < library_.gates.size(); ++i)
        if (library_.gates[i].level == level.number) compiled.gates.push_back(i);
      out_->levels.push_back(std::move(compiled));
    }
    std::sort(out_->levels.begin(), out_->levels.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
  }

  void profile() {
    out_->profile.resize(library_.profile.size());
    for (std::size_t i = 0; i < library_.profile.size(); ++i) {
      const ProfileField& field = library_.profile[i];
      CompiledProfileField& compiled = out_->profile[i];
      compiled.path = "facility." + field.id;
      compiled.boolean = field.type == "boolean";
      if (field.type == "text") compiled.choices = field.choices;
    }
  }

  // 16-bit sums and float divisions where they are exact, wider ones where not.
  void widths() {
    for (CompiledDomain& domain : out_->domains) {
      std::int64_t most = 0;
      for (const std::size_t control : domain.controls)
        most += std::int64_t{out_->controls[control].weight} * out_->controls[control].maximum;
      domain.narrow = most <= INT16_MAX && most * out_->domain_scale < (1 << 24);
    }
  }

  const Library& library_;
  std::shared_ptr<CompiledLibrary> out_;
  Diagnostics found_;
};

}  // namespace

Result<std::shared_ptr<const CompiledLibrary>> compile(const Library& library) {
  return Compiler(library).run();
}

}  // namespace ruikei::engine
