// SPDX-License-Identifier: Apache-2.0
// Registers that hospitals keep (devices, lines, accounts, lists of hospitals) as records, through
// a column map. No row disappears: it becomes a record, is left out by the map's own condition, or
// is counted as failed with a warning. A cell that cannot be read is a warning and stays unknown.
#pragma once

#include "load/column_map.h"
#include "load/table.h"
#include "model/case.h"

namespace ruikei::load {

/// The records of one table.
struct RegisterRecords {
  const ColumnMap* map = nullptr;
  std::vector<Record> records = {};
  Place place = {};
};

/// Reads each table through the map that matches most of its headers; with one map given, only
/// through that. Tables that no map fits are told (I051, a warning) and counted as failed. I052 a
/// row without id, I010..I015 cells that do not fit, I056 how many more of them, I057 cells beyond
/// the header, I058 columns that no map knows, I059 columns that may hold secrets, all warnings.
std::vector<RegisterRecords> read_register(const std::vector<Table>& tables,
                                           const std::vector<ColumnMap>& maps, ReadReport& report,
                                           Diagnostics& out);

}  // namespace ruikei::load
