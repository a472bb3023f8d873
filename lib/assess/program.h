// SPDX-License-Identifier: Apache-2.0
// A library compiled for judging single cases: the engine's program and every expression of
// evidence rules, skip logic, hole policies and routes. Immutable once made.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "base/result.h"
#include "cel/cel.h"
#include "engine/engine.h"
#include "model/case.h"
#include "model/library.h"
#include "model/schema.h"

namespace ruikei::assess {

struct CompiledRule {
  const EvidenceRule* rule = nullptr;
  const Kind* kind = nullptr;  ///< of `each`; null: asked once
  std::size_t section = 0;     ///< of `each`
  std::optional<cel::Compiled> where = {};
  std::optional<cel::Compiled> condition = {};  ///< always there once the program is made
  std::set<std::string> fields = {};       ///< of the record (or the facility) that it looks at
  std::vector<std::size_t> sections = {};  ///< lists that it names
};

struct CompiledRoute {
  const Route* route = nullptr;
  std::vector<cel::Compiled> conditional, open, closed;
};

struct Program {
  std::shared_ptr<const Library> library;
  std::shared_ptr<const engine::CompiledLibrary> engine;
  std::vector<std::vector<CompiledRule>> evidence;       ///< by control
  std::vector<std::optional<cel::Compiled>> applies_if;  ///< by control
  std::vector<cel::Compiled> hole_policies;
  std::vector<CompiledRoute> routes;
  std::vector<std::vector<std::size_t>> deciders;  ///< by gate: controls that decide it
  std::vector<std::size_t> gates_by_level;         ///< numbers of gates, low levels first
};

/// All mistakes with their places: those of the engine and of expressions (C0xx),
/// names that lead nowhere (R114, R141), placeholders that are no field (R143). With `only_for`,
/// rules that ask each record of a section which that inventory has not are left out.
Result<std::shared_ptr<const Program>> compile(std::shared_ptr<const Library> library,
                                               const Inventory* only_for);

}  // namespace ruikei::assess
