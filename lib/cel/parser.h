// SPDX-License-Identifier: Apache-2.0
// Text to syntax tree, after the grammar of CEL. Stops at the first mistake (C001), at what the
// subset leaves out (C004), or at a tree that is too large or deep (C005).
#pragma once

#include <string_view>

#include "base/result.h"
#include "cel/syntax.h"

namespace ruikei::cel {

tl::expected<ExprPtr, Mistake> parse(std::string_view text);

}  // namespace ruikei::cel
