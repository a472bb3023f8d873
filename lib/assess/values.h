// SPDX-License-Identifier: Apache-2.0
// A case's records as values of the expression language. What nobody said stays unknown: an empty
// cell is an absent field, a section that no file speaks of an unknown list, and a list that is not
// declared complete ends in an unknown element, so that "there is none" is never concluded from it.
#pragma once

#include "cel/cel.h"
#include "model/case.h"
#include "model/schema.h"

namespace ruikei::assess {

cel::Value value_of(const Record& record, const Kind& kind);

/// The facility with its bed class filled in from its beds where only these are given.
Record with_bed_class(const Record& facility);

/// Bindings for fact_environment: lists, `complete`, `facility`, `today`.
cel::Bindings fact_bindings(const Record& facility, const Inventory& inventory, std::int64_t today);

}  // namespace ruikei::assess
