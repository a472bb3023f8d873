// SPDX-License-Identifier: Apache-2.0
// Which evidence rules fire on a case, on which records, and what they found there.
#pragma once

#include <vector>

#include "assess/program.h"
#include "cel/cel.h"
#include "model/assessment.h"
#include "model/case.h"

namespace ruikei::assess {

/// Grounds of one rule that are listed; further ones are counted in the last one's `more`.
inline constexpr std::size_t kMaxGrounds = 50;

struct Fired {
  const EvidenceRule* rule = nullptr;
  std::vector<Ground> grounds;  ///< at least one
};

/// The rules of one control that fire. `bindings` are those of fact_bindings; they come back as
/// they were.
std::vector<Fired> fired(const std::vector<CompiledRule>& rules, const Record& facility,
                         const Inventory& inventory, cel::Bindings& bindings);

}  // namespace ruikei::assess
