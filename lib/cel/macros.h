// SPDX-License-Identifier: Apache-2.0
// Calls that bind names or ask for presence: has, all, exists, exists_one, map, filter, and the
// two-variable forms. They are told from calls by name and number of arguments, as in CEL.
#pragma once

#include <optional>

#include "cel/syntax.h"

namespace ruikei::cel {

/// Turns `call` into a comprehension or a presence test if it is a macro. A mistake if it is one
/// but is written wrongly.
std::optional<Mistake> expand_macro(ExprPtr& call);

}  // namespace ruikei::cel
