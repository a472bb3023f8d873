// SPDX-License-Identifier: Apache-2.0
// A plain evaluator that walks the syntax tree once for each row. It shares the parser and Value
// with lib/cel and nothing of how values are computed: the Program must agree with it.
// Covers bool, int, string, lists, maps, structures and the one-variable macros.
#pragma once

#include "cel/cel.h"
#include "cel/syntax.h"

namespace ruikei::cel::reference {

Value evaluate(const Expr& expr, const Bindings& bindings);

/// Both unknown, both an error, or equal values of one type.
bool same(const Value& a, const Value& b);

}  // namespace ruikei::cel::reference
