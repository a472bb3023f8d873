// SPDX-License-Identifier: Apache-2.0
// What the expressions of a library may name, from the one table of fields (model/schema.h).
#pragma once

#include "cel/cel.h"
#include "model/library.h"
#include "model/schema.h"

namespace ruikei::assess {

/// Names of an evidence rule or `applies_if`: the inventory's lists, `complete`, `facility`,
/// `today`, and with `each` the single record of that kind.
cel::Environment fact_environment(const Library& library, const Kind* each = nullptr);

/// The same and what was judged: `level`, `gate`, `met`, `score`; for hole policies and routes.
cel::Environment verdict_environment(const Library& library);

}  // namespace ruikei::assess
