// SPDX-License-Identifier: Apache-2.0
#include "load/case_parts.h"
#include "load/record_reader.h"
#include "model/schema.h"

namespace ruikei::load {

void settle_bed_class(Record& record, Diagnostics& out) {
  const Kind& kind = facility_kind();
  const Cell& beds = record.cells[*kind.find("beds")];
  Cell& given = record.cells[*kind.find("bed_class")];
  const auto* count = std::get_if<std::int64_t>(&beds.value);
  if (!count) return;
  const std::string expected(bed_class(*count));
  if (!given.known()) {
    given = {expected, beds.place};
  } else if (std::get<std::string>(given.value) != expected) {
    out.push_back({.code = "F020",
                   .place = given.place,
                   .args = {std::get<std::string>(given.value), std::to_string(*count), expected}});
  }
}

Record read_facility(const YamlNode& node, Diagnostics& out, Required required) {
  Record record = read_record(node, facility_kind(), 'F', out);
  if (required == Required::yes && node.is_mapping())
    check_required(record, facility_kind(), 'F', out);
  settle_bed_class(record, out);
  return record;
}

}  // namespace ruikei::load
