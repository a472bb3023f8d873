// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"
#include "load/case_parts.h"
#include "load/inventory_merge.h"
#include "load/record_reader.h"
#include "model/schema.h"

namespace ruikei::load {

namespace {

std::vector<std::string> section_names() {
  std::vector<std::string> out;
  for (const Kind& kind : inventory_kinds()) out.emplace_back(kind.section);
  return out;
}

void mark_complete(const YamlNode& node, Inventory& inventory, Diagnostics& out) {
  const auto section = node.is_scalar() ? find_kind(node.text) : std::nullopt;
  if (section) {
    inventory.sections[*section].complete = true;
    if (!inventory.sections[*section].place.file) inventory.sections[*section].place = node.place;
  } else {
    out.push_back(diagnostic_at(node, "I020", {node.text}, nearest(node.text, section_names())));
  }
}

void read_complete(const YamlNode& node, Inventory& inventory, Diagnostics& out) {
  if (node.is_null()) return;
  if (!node.is_sequence()) return mark_complete(node, inventory, out);
  for (const YamlNode& item : node.items) mark_complete(item, inventory, out);
}

void read_section(const YamlNode& node, const Kind& kind, Inventory::Section& section,
                  Diagnostics& out) {
  if (node.is_null()) return;  // nobody said anything
  if (!node.is_sequence()) {
    out.push_back(diagnostic_at(node, "I006", {std::string(kind.section)}));
    return;
  }
  section.present = true;
  section.place = node.place;
  for (const YamlNode& item : node.items) {
    section.records.push_back(read_record(item, kind, 'I', out));
    if (item.is_mapping()) check_required(section.records.back(), kind, 'I', out);
  }
}

}  // namespace

Inventory read_inventory(const YamlNode& node, Diagnostics& out) {
  Inventory inventory = empty_inventory();
  if (node.is_null()) return inventory;
  if (!node.is_mapping()) {
    out.push_back(diagnostic_at(node, "I007"));
    return inventory;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& key = node.keys[i].text;
    if (key == "complete") {
      read_complete(node.items[i], inventory, out);
    } else if (const auto section = find_kind(key)) {
      read_section(node.items[i], inventory_kinds()[*section], inventory.sections[*section], out);
    } else {
      std::vector<std::string> known = section_names();
      known.emplace_back("complete");
      out.push_back(diagnostic_at(node, node.keys[i].place, "I008", {key}, nearest(key, known)));
    }
  }
  return inventory;
}

}  // namespace ruikei::load
