// SPDX-License-Identifier: Apache-2.0
// What the build put into the program: the rule library and texts in packed form, and the texts
// of rules, column maps and schemas as files.
#pragma once

#include <string_view>
#include <vector>

#include "load/load.h"

namespace ruikei {

/// The packed library and catalog (model/library_archive.h).
std::string_view embedded_library();

/// Embedded files below `folder` ("rules", "maps", "schema"), names without that folder.
std::vector<load::Source> embedded_files(std::string_view folder);

}  // namespace ruikei
