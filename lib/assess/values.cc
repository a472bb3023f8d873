// SPDX-License-Identifier: Apache-2.0
#include "assess/values.h"

namespace ruikei::assess {

namespace {

cel::Value cell_value(const CellValue& cell) {
  struct {
    cel::Value operator()(std::monostate) const { return {}; }
    cel::Value operator()(bool value) const { return cel::Value(value); }
    cel::Value operator()(std::int64_t value) const { return cel::Value(value); }
    cel::Value operator()(const std::string& value) const { return cel::Value(value); }
    cel::Value operator()(const std::vector<std::string>& values) const {
      cel::List list;
      for (const std::string& value : values) list.emplace_back(value);
      return cel::Value::list(std::move(list));
    }
  } visitor;
  return std::visit(visitor, cell);
}

cel::Value list_of(const Inventory::Section& section, const Kind& kind) {
  if (!section.present) return {};
  cel::List list;
  list.reserve(section.records.size() + 1);
  for (const Record& record : section.records) list.push_back(value_of(record, kind));
  if (!section.complete) list.emplace_back();
  return cel::Value::list(std::move(list));
}

}  // namespace

cel::Value value_of(const Record& record, const Kind& kind) {
  std::vector<std::pair<std::string, cel::Value>> fields;
  for (std::size_t i = 0; i < kind.fields.size() && i < record.cells.size(); ++i)
    if (record.cells[i].known())
      fields.emplace_back(std::string(kind.fields[i].id), cell_value(record.cells[i].value));
  return cel::Value::structure(std::string(kind.one), std::move(fields));
}

Record with_bed_class(const Record& facility) {
  const Kind& kind = facility_kind();
  Record out = facility;
  out.cells.resize(kind.fields.size());
  const Cell& beds = out.cells[*kind.find("beds")];
  Cell& known_class = out.cells[*kind.find("bed_class")];
  const auto* number = std::get_if<std::int64_t>(&beds.value);
  if (known_class.known() || !number) return out;
  const std::string_view derived = bed_class(*number);
  if (!derived.empty()) known_class = {.value = std::string(derived), .place = beds.place};
  return out;
}

cel::Bindings fact_bindings(const Record& facility, const Inventory& inventory,
                            std::int64_t today) {
  cel::Bindings bindings;
  std::vector<std::pair<std::string, cel::Value>> complete;
  const auto kinds = inventory_kinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const Inventory::Section none;
    const auto& section = i < inventory.sections.size() ? inventory.sections[i] : none;
    const std::string name(kinds[i].section);
    if (section.present) complete.emplace_back(name, cel::Value(section.complete));
    bindings[name] = list_of(section, kinds[i]);
  }
  bindings["complete"] = cel::Value::structure("complete", std::move(complete));
  bindings["facility"] = value_of(facility, facility_kind());
  bindings["today"] = cel::Value(today);
  return bindings;
}

}  // namespace ruikei::assess
