// SPDX-License-Identifier: Apache-2.0
// The parts of a case as YAML nodes: facility, answers, inventory. They are used for the files of a
// case and for the cases inside library tests alike. A mistake adds a diagnostic and its cell stays
// empty; reading goes on.
#pragma once

#include "base/diagnostic.h"
#include "load/yaml_reader.h"
#include "model/case.h"
#include "model/library.h"

namespace ruikei::load {

/// Whether the fields that a kind requires must be there (a library test may leave out a
/// facility's `id`, `name` and `beds`).
enum class Required : std::uint8_t { yes, no };

/// The fields of facility_kind() at top level.
Record read_facility(const YamlNode& node, Diagnostics& out, Required required = Required::yes);

/// Fills the facility's bed class from its beds; F020 if one is given that does not fit them.
void settle_bed_class(Record& facility, Diagnostics& out);

/// What stands under `answers:` — a map of controls, or a list of objects with the csv keys.
Answers read_answers(const YamlNode& node, const Library& library, Diagnostics& out);

/// `complete:` and the sections. References between records are not followed here, since other
/// files may hold their targets.
Inventory read_inventory(const YamlNode& node, Diagnostics& out);

/// Over the whole inventory: a reference by unique name becomes one by id; I021 repeated ids, I023
/// references to records that no file holds (I024, a warning, where no file speaks of that section
/// at all), I022 a section said to be complete that no file lists (a warning; it stays unknown).
void check_inventory(Inventory& inventory, Diagnostics& out);

}  // namespace ruikei::load
