// SPDX-License-Identifier: Apache-2.0
// One inventory out of those of many files. Files that list things are put behind one another; what
// a scan saw is joined to the devices already known by address or name, and fills empty cells only.
#pragma once

#include "base/diagnostic.h"
#include "model/case.h"

namespace ruikei::load {

/// All sections there, none of them present.
Inventory empty_inventory();

/// Adds the records of `from` behind those of `into`.
void merge_inventory(Inventory& into, Inventory from);

/// Joins a scan's devices and services to `into`. I030 (warning): address and name of a scanned
/// host belong to two different devices; the address counts.
void merge_scan(Inventory& into, Inventory scan, Diagnostics& out);

/// The number of records in all sections.
std::size_t record_count(const Inventory& inventory);

}  // namespace ruikei::load
