// SPDX-License-Identifier: Apache-2.0
// One function for each kind of library file (rules/README.md). Each reads one file's tree into the
// context; what a file says about things of other files is checked in library_check.cc.
#pragma once

#include "load/library_context.h"

namespace ruikei::load {

void read_library_file(const YamlNode& root, LibraryContext& context);
void read_typology_file(const YamlNode& root, LibraryContext& context);
void read_controls_file(const YamlNode& root, LibraryContext& context);
void read_measures_file(const YamlNode& root, LibraryContext& context);
void read_routes_file(const YamlNode& root, LibraryContext& context);

inline constexpr std::string_view kCertaintyWords[] = {"read", "place_seen", "garbled", "secondary",
                                                       "background"};

/// What only the whole library shows: levels and gates, roles, scales, what measures raise and
/// need.
void check_library(LibraryContext& context);

}  // namespace ruikei::load
