// SPDX-License-Identifier: Apache-2.0
// A YAML mapping as a record of some kind (a facility, a device, a line): fields by the schema,
// each cell with its place. Unknown keys are errors with a suggestion; keys that name a secret are
// dropped with a warning, and their value is never looked at.
#pragma once

#include "base/diagnostic.h"
#include "load/yaml_reader.h"
#include "model/record.h"
#include "model/schema.h"

namespace ruikei::load {

/// Codes are those of `family` ('F' facility, 'I' inventory): 001 no mapping, 002 unknown field,
/// 003 secret dropped (warning), 004 required field missing, 005 a list or mapping where one value
/// is expected, 010..015 the value does not fit.
Record read_record(const YamlNode& node, const Kind& kind, char family, Diagnostics& out);

/// An empty record of `kind`.
Record empty_record(const Kind& kind, Place place);

/// 004 for every required field without a value.
void check_required(const Record& record, const Kind& kind, char family, Diagnostics& out);

/// The record's `id`, "" if it has none.
const std::string& id_of(const Record& record, const Kind& kind);

/// The cell's text, "" if the cell is empty or no text.
const std::string& text_of(const Record& record, std::size_t field);

}  // namespace ruikei::load
