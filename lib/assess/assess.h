// SPDX-License-Identifier: Apache-2.0
// One case joined: answers and inventory become facts, the engine judges them twice (as claimed, as
// evidenced), and the result carries its proof. Pure: today's date is an input.
#pragma once

#include <map>
#include <memory>
#include <span>

#include "base/result.h"
#include "engine/engine.h"
#include "model/assessment.h"
#include "model/case.h"
#include "model/library.h"

namespace ruikei::assess {

struct Program;  // the compiled library; assess/program.h

/// Scores that are supposed for some controls; they win over answers and evidence.
using Overrides = std::map<std::string, int>;

/// A library ready to judge: engine program and compiled expressions of evidence rules, hole
/// policies and routes.
class Assessor {
 public:
  /// Compiles every expression of `library`; all mistakes with their places.
  static Result<Assessor> make(std::shared_ptr<const Library> library);

  /// The same for cases with this inventory only: evidence rules about sections that it does not
  /// speak of are left out, since they can say nothing. Saves a quarter of a small case's time;
  /// for a library that `make` accepted before.
  static Result<Assessor> make_for(std::shared_ptr<const Library> library,
                                   const Inventory& inventory);

  /// Judges `input` as of `today` (days since 1970-01-01).
  Assessment assess(const Case& input, std::int64_t today, const Overrides& overrides = {}) const;

  /// One assessment for each element of `overrides`; the evidence is gathered only once.
  std::vector<Assessment> assess_each(const Case& input, std::int64_t today,
                                      std::span<const Overrides> overrides) const;

  /// Ids of all evidence rules that fire on `input`, in the library's order.
  std::vector<std::string> fired_rules(const Case& input, std::int64_t today) const;

  const Library& library() const;

 private:
  explicit Assessor(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
  std::shared_ptr<const Program> program_;
};

}  // namespace ruikei::assess
