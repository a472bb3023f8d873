// SPDX-License-Identifier: Apache-2.0
// Where results go: a file is written under another name and then put in its place, so that it is
// there whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace ruikei {

/// Writes `bytes` to `path`, or to standard output if it is empty. E005 with the system's reason.
Diagnostics write_output(const std::string& path, std::string_view bytes);

}  // namespace ruikei
