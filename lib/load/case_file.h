// SPDX-License-Identifier: Apache-2.0
// One file of a case while it is being read: its bytes as the reader of its format wants them, and
// the tally that goes into its read report.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "load/column_map.h"
#include "load/load.h"
#include "load/table.h"
#include "load/yaml_reader.h"
#include "model/case.h"

namespace ruikei::load {

/// The file's ending in lower case, with its dot: ".csv".
std::string ending_of(const std::filesystem::path& path);
bool is_yaml_or_json(const std::filesystem::path& path);
bool is_table(const std::filesystem::path& path);

/// `dir/name.csv` -> `dir/name.map.yaml` for kind "map".
std::filesystem::path companion(const std::filesystem::path& path, const std::string& kind);
/// Whether the file is such a companion itself.
bool is_companion(const std::filesystem::path& path);

/// Diagnostics of reading go to `out`; nothing is returned if the file cannot be used at all.
/// `answers`: `{value: yes, within 30 days}` is left to the reader of answers, which knows what was
/// meant.
std::optional<YamlNode> load_yaml(const std::filesystem::path& path, Diagnostics& out,
                                  bool answers = false);
std::optional<std::vector<Table>> load_tables(const std::filesystem::path& path, Diagnostics& out);

/// The map beside a register if there is one, else `maps`.
std::optional<std::vector<ColumnMap>> maps_for(const std::filesystem::path& path,
                                               const std::vector<ColumnMap>& maps,
                                               Diagnostics& out);

/// Puts the line of the file to what was found out only after reading: references, repeated ids.
/// Secrets are masked; what stands at a secret stays without its line.
void add_excerpts(Diagnostics& diagnostics);

void append(Diagnostics& into, Diagnostics from);
std::size_t error_count(const Diagnostics& diagnostics);

}  // namespace ruikei::load
