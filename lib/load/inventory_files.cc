// SPDX-License-Identifier: Apache-2.0
#include "load/inventory_files.h"

#include <algorithm>

#include "load/case_parts.h"
#include "load/inventory_merge.h"
#include "load/nmap.h"
#include "load/problem.h"
#include "load/register.h"
#include "model/schema.h"

namespace ruikei::load {

namespace {

/// Whether a JSON or YAML tree has anything of an inventory at its top.
bool has_sections(const YamlNode& node) {
  return std::any_of(node.keys.begin(), node.keys.end(), [](const YamlKey& key) {
    return key.text == "complete" || find_kind(key.text);
  });
}

/// Names of the regular files in a folder, or of its folders; sorted, hidden and lock files left
/// out.
std::vector<std::filesystem::path> entries(const std::filesystem::path& folder, bool folders) {
  std::vector<std::filesystem::path> out;
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error), end;
  for (; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(".") || name.starts_with("~$")) continue;
    std::error_code ignored;
    if (at->is_directory(ignored) == folders) out.push_back(at->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

InventoryFiles::InventoryFiles(ColumnMaps& maps) : maps_(maps), inventory_(empty_inventory()) {}

void InventoryFiles::read_folder(const std::filesystem::path& folder) {
  for (const auto& file : entries(folder, false)) read(file);
  for (const auto& inner : entries(folder, true))
    for (const auto& file : entries(inner, false)) read(file);
}

void InventoryFiles::read(const std::filesystem::path& path) {
  if (is_companion(path)) return check_companion(path);
  ReadReport report{path.generic_string(), "", 0, 0, 0};
  const std::size_t before = out_.size();
  if (is_yaml_or_json(path)) read_yaml_file(path, report);
  else if (is_table(path)) read_register_file(path, report);
  else if (ending_of(path) == ".xml") read_scan_file(path, report);
  else not_known(path, report);
  const bool broken = has_errors({out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end()});
  if (broken && report.failed == 0) report.failed = 1;
  reports_.push_back(std::move(report));
}

void InventoryFiles::take(const YamlNode& node, const std::string& file) {
  ReadReport report{file, "inventory", 0, 0, 0};
  take_node(node, report);
  reports_.push_back(std::move(report));
}

void InventoryFiles::take_node(const YamlNode& node, ReadReport& report) {
  report.format = "inventory";
  Diagnostics found;
  Inventory inventory = read_inventory(node, found);
  report.failed += error_count(found);
  report.understood += record_count(inventory);
  append(out_, std::move(found));
  merge_inventory(inventory_, std::move(inventory));
}

void InventoryFiles::read_yaml_file(const std::filesystem::path& path, ReadReport& report) {
  report.format = "inventory";
  const auto node = load_yaml(path, out_);
  if (!node) return;
  // Many programs export JSON; only what names our sections can be meant as an inventory.
  if (ending_of(path) == ".json" && !has_sections(*node)) return not_known(path, report);
  take_node(*node, report);
}

void InventoryFiles::read_register_file(const std::filesystem::path& path, ReadReport& report) {
  report.format = "register";
  const auto maps = maps_for(path, maps_.all(out_), out_);
  const auto tables = load_tables(path, out_);
  if (!maps || !tables) return;
  for (RegisterRecords& records : read_register(*tables, *maps, report, out_)) {
    const auto number = find_kind(records.map->kind->section);
    if (!number) {  // a list of hospitals is no inventory
      report.failed += records.records.size();
      report.understood -= records.records.size();
      out_.push_back(warning("I053", records.place));
      continue;
    }
    Inventory inventory = empty_inventory();
    Inventory::Section& section = inventory.sections[*number];
    section.present = true;
    section.place = records.place;
    section.records = std::move(records.records);
    merge_inventory(inventory_, std::move(inventory));
  }
}

void InventoryFiles::read_scan_file(const std::filesystem::path& path, ReadReport& report) {
  const auto source = read_file(path);
  if (!source) return append(out_, source.error());
  if (!looks_like_nmap(source->text)) return not_known(path, report);
  report.format = "nmap";
  ScanSetting setting;
  const std::filesystem::path beside = companion(path, "scan");
  std::error_code ignored;
  if (std::filesystem::exists(beside, ignored)) {
    const auto text = read_file(beside);
    auto read = text ? read_scan_setting(*text) : tl::unexpected<Diagnostics>(text.error());
    if (!read) return append(out_, std::move(read.error()));
    setting = std::move(*read);
  }
  auto scan = read_nmap(source->text, file_name(source->name), setting, report);
  if (!scan) return append(out_, std::move(scan.error()));
  append(out_, std::move(scan->warnings));
  scans_.push_back(std::move(scan->inventory));
}

void InventoryFiles::not_known(const std::filesystem::path& path, ReadReport& report) {
  report.format = "unknown";
  const auto source = read_file(path);
  if (!source) return append(out_, source.error());
  report.failed = std::max<std::size_t>(
      1, static_cast<std::size_t>(std::count(source->text.begin(), source->text.end(), '\n')));
  out_.push_back(warning("E023", {file_name(source->name)}));
}

void InventoryFiles::check_companion(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  const bool map = name.ends_with(".map.yaml");
  const std::string stem = name.substr(0, name.size() - (map ? 9 : 10));
  for (const auto& file : entries(path.parent_path(), false))
    if (file.stem().string() == stem && (map ? is_table(file) : ending_of(file) == ".xml")) return;
  out_.push_back(
      warning("E025", {file_name(path.generic_string())}, {stem + (map ? ".csv" : ".xml")}));
}

Inventory InventoryFiles::finish() {
  for (Inventory& scan : scans_) merge_scan(inventory_, std::move(scan), out_);
  scans_.clear();
  check_inventory(inventory_, out_);
  return std::move(inventory_);
}

}  // namespace ruikei::load
