// SPDX-License-Identifier: Apache-2.0
// The files of an inventory, one after another: YAML, registers, scans. Each leaves a read report,
// even if nothing could be made of it. `finish` joins the scans to what the other files listed and
// checks the whole.
#pragma once

#include "load/case_file.h"

namespace ruikei::load {

class InventoryFiles {
 public:
  explicit InventoryFiles(ColumnMaps& maps);

  /// E023 (warning) a file that no reader knows, E025 (warning) a map or scan setting with no file
  /// beside it.
  void read(const std::filesystem::path& path);
  /// Everything in a folder and the folders in it, sorted by name; hidden files are left out.
  void read_folder(const std::filesystem::path& folder);
  /// The inventory inside another file.
  void take(const YamlNode& node, const std::string& file);

  Inventory finish();

  std::vector<ReadReport>& reports() { return reports_; }
  Diagnostics& diagnostics() { return out_; }

 private:
  void read_register_file(const std::filesystem::path& path, ReadReport& report);
  void read_scan_file(const std::filesystem::path& path, ReadReport& report);
  void read_yaml_file(const std::filesystem::path& path, ReadReport& report);
  void take_node(const YamlNode& node, ReadReport& report);
  void not_known(const std::filesystem::path& path, ReadReport& report);
  void check_companion(const std::filesystem::path& path);

  ColumnMaps& maps_;
  Inventory inventory_;
  std::vector<Inventory> scans_;
  std::vector<ReadReport> reports_;
  Diagnostics out_;
};

}  // namespace ruikei::load
