// SPDX-License-Identifier: Apache-2.0
// What must hold of a library before it can be compiled: names that lead somewhere, a ladder
// without holes, numbers that the columns can carry. The loader checks structure; this checks only
// what would otherwise make a wrong or undefined result.
#pragma once

#include "base/diagnostic.h"
#include "model/library.h"

namespace ruikei::engine {

inline constexpr int kMaxScore = 100;
inline constexpr int kMaxWeight = 1000;
inline constexpr int kMaxDomainScale = 10000;

/// All mistakes, with their places: R160 to R174.
Diagnostics check(const Library& library);

/// Highest score of `control`: the maximum of its scale, or all its points together.
int highest_score(const Library& library, const Control& control);

}  // namespace ruikei::engine
