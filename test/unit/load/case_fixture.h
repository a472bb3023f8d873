// SPDX-License-Identifier: Apache-2.0
// Folders, libraries and look-ups that the tests of case reading share.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "load/column_map.h"
#include "load/load.h"
#include "load/yaml_reader.h"
#include "model/schema.h"

namespace ruikei::load {

/// A folder that is gone after the test.
class TestFolder {
 public:
  explicit TestFolder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("ruikei-load-" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  TestFolder& write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return *this;
  }
  TestFolder& copy(const std::filesystem::path& from, const std::string& name) {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::filesystem::copy_file(from, path_ / name);
    return *this;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::filesystem::path fixture(const std::string& name) {
  return std::filesystem::path(RUIKEI_SOURCE_DIR) / "test/fixtures" / name;
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Five controls NB-01..NB-05 (NB-02 with yes and no) and two sub-questions q01, q02 (0..4).
inline Library asking_library() {
  Library out;
  const std::vector<ScaleOption> days = {{0, {"決まりなし", "no rule"}},
                                         {1, {"90日以内", "within 90 days"}},
                                         {2, {"30日以内", "within 30 days"}},
                                         {3, {"7日以内", "within 7 days"}}};
  out.scales.push_back({"DAYS", {"日数", "days"}, 3, false, days});
  out.scales.push_back({"YN", {"有無", "yes or no"}, 3, true, {}});
  for (int i = 1; i <= 5; ++i) {
    Control control;
    control.id = "NB-0" + std::to_string(i);
    control.scale = i == 2 ? "YN" : "DAYS";
    out.controls.push_back(control);
  }
  out.questions.push_back({"q01", {}, 0, 4, {}});
  out.questions.push_back({"q02", {}, 0, 4, {}});
  return out;
}

inline ReadOptions shipped_maps() {
  ReadOptions out;
  out.maps = read_yaml_files(std::filesystem::path(RUIKEI_SOURCE_DIR) / "maps").value();
  return out;
}

inline std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics) out.push_back(d.code);
  return out;
}

inline const Diagnostic* find(const Diagnostics& diagnostics, const std::string& code) {
  for (const Diagnostic& d : diagnostics)
    if (d.code == code) return &d;
  return nullptr;
}

/// The cell `field` of record `number` of `section`, as text.
inline std::string cell(const Inventory& inventory, std::string_view section, std::size_t number,
                        std::string_view field) {
  const std::size_t s = *find_kind(section);
  const Kind& kind = inventory_kinds()[s];
  const std::size_t f = *kind.find(field);
  return cell_text(inventory.sections[s].records.at(number).cells[f],
                   kind.fields[f].type == FieldType::date);
}

inline const Inventory::Section& section(const Inventory& inventory, std::string_view name) {
  return inventory.sections[*find_kind(name)];
}

inline std::string facility_cell(const Record& facility, std::string_view field) {
  return cell_text(facility.cells[*facility_kind().find(field)], false);
}

/// Everything that a diagnostic could show to a person.
inline bool shows(const Diagnostics& diagnostics, const std::string& text) {
  for (const Diagnostic& d : diagnostics) {
    if (d.excerpt.find(text) != std::string::npos) return true;
    for (const std::string& arg : d.args)
      if (arg.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace ruikei::load
