// SPDX-License-Identifier: Apache-2.0
#include "report/ids.h"
#include "report/report.h"

namespace ruikei::report {

namespace {

/// The cells that somebody filled.
Json record_json(const Record& record, const Kind& kind) {
  Json out = Json::object();
  for (std::size_t f = 0; f < kind.fields.size(); ++f)
    if (record.cells[f].known())
      out.set(std::string(kind.fields[f].id), cell_json(record.cells[f], kind.fields[f]));
  return out;
}

Json complete_sections(const Inventory& inventory) {
  Json out = Json::array();
  for (std::size_t k = 0; k < inventory.sections.size(); ++k)
    if (inventory.sections[k].complete) out.push(inventory_kinds()[k].section);
  return out;
}

}  // namespace

std::string inventory_json(const Inventory& inventory, const std::vector<ReadReport>& files) {
  Json out = Json::object({{"complete", complete_sections(inventory)}});
  for (std::size_t k = 0; k < inventory.sections.size(); ++k) {
    if (!inventory.sections[k].present) continue;
    Json records = Json::array();
    for (const Record& record : inventory.sections[k].records)
      records.push(record_json(record, inventory_kinds()[k]));
    out.set(std::string(inventory_kinds()[k].section), std::move(records));
  }
  Json reports = Json::array();
  for (const ReadReport& file : files)
    reports.push(Json::object({{"file", file.file},
                               {"format", file.format},
                               {"understood", file.understood},
                               {"ignored", file.ignored},
                               {"failed", file.failed}}));
  out.set("files", std::move(reports));
  return out.dump();
}

std::string inventory_yaml(const Inventory& inventory) {
  // A record in JSON on one line is YAML too, with every text quoted as YAML wants it.
  std::string out = "complete: " + complete_sections(inventory).dump_line() + "\n";
  for (std::size_t k = 0; k < inventory.sections.size(); ++k) {
    const Inventory::Section& section = inventory.sections[k];
    if (!section.present) continue;
    out += std::string(inventory_kinds()[k].section) + ":" + (section.records.empty() ? " []" : "");
    out += "\n";
    for (const Record& record : section.records)
      out += "  - " + record_json(record, inventory_kinds()[k]).dump_line() + "\n";
  }
  return out;
}

}  // namespace ruikei::report
