// SPDX-License-Identifier: Apache-2.0
// The tests that stand beside a library's rules (`*_test.yaml`); read_library_tests is in load.h.
#pragma once

#include <string_view>

#include "load/load.h"

namespace ruikei::load {

/// The day that a test without `today` is judged on; fixed, so that tests do not age.
inline constexpr std::string_view kTestDay = "2026-04-01";

}  // namespace ruikei::load
