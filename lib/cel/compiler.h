// SPDX-License-Identifier: Apache-2.0
// A checked syntax tree to a Program. Constant parts are computed here, once.
#pragma once

#include "cel/program.h"

namespace ruikei::cel {

Program compile_program(const Expr& expr);

}  // namespace ruikei::cel
