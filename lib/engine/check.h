// SPDX-License-Identifier: Apache-2.0
// What must hold of a library before it can be compiled: names that lead somewhere, a ladder
// without holes, numbers that the columns can carry. The loader checks much of this too and uses
// the same codes; a library that was made otherwise (in a test, by a program) is safe here as well.
#pragma once

#include "base/diagnostic.h"
#include "model/library.h"

namespace ruikei::engine {

inline constexpr int kMaxScore = 100;
inline constexpr int kMaxWeight = 1000;
inline constexpr int kMaxDomainScale = 10000;

/// All mistakes, with their places: the codes of the loader and R180 to R185.
Diagnostics check(const Library& library);

/// Highest score of `control`: the maximum of its scale, or all its points together.
int highest_score(const Library& library, const Control& control);

}  // namespace ruikei::engine
