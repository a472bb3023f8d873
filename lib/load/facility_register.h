// SPDX-License-Identifier: Apache-2.0
// A facility's beds from a public list of hospitals: `register: {file, match, map}` in
// facility.yaml.
#pragma once

#include "load/case_file.h"

namespace ruikei::load {

/// Fills the beds of `facility` from the list; beds that were given stay. F030 the list does not
/// have the name, F031 has it more than once, F032 (warning) has other beds than were given, F033
/// does not tell the beds.
void take_beds_from_register(const YamlNode& node, const std::filesystem::path& folder,
                             const std::vector<ColumnMap>& maps, Record& facility,
                             std::vector<ReadReport>& reports, Diagnostics& out);

}  // namespace ruikei::load
