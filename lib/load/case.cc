// SPDX-License-Identifier: Apache-2.0
// A case from its folder or from one file. All files are read before anything is decided, so that
// all mistakes of all files are told at once.
#include <algorithm>

#include "base/spelling.h"
#include "load/answer_table.h"
#include "load/case_parts.h"
#include "load/facility_register.h"
#include "load/inventory_files.h"
#include "load/problem.h"
#include "load/record_reader.h"

namespace ruikei::load {

namespace {

constexpr const char* kAnswerFiles[] = {"answers.yaml", "answers.yml",  "answers.csv",
                                        "answers.tsv",  "answers.xlsx", "answers.json"};

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

class CaseReader {
 public:
  CaseReader(const Library& library, ColumnMaps& maps)
      : library_(library), maps_(maps), inventory_(maps) {
    case_.facility = empty_record(facility_kind(), {});
  }

  void read_folder(const std::filesystem::path& folder) {
    read_facility_file(folder);
    read_answers_of(folder);
    if (is_there(folder / "inventory.yaml")) inventory_.read(folder / "inventory.yaml");
    inventory_.read_folder(folder / "inventory");
  }

  void read_single(const std::filesystem::path& path) {
    if (is_table(path)) {
      read_answer_file(path);
      if (!has_errors(out_)) name_after(path);
      return;
    }
    const auto root = load_yaml(path, out_, true);
    if (!root) return;
    if (root->is_sequence()) take_answers(*root, path);
    else read_parts(*root, path);
    if (!root->find("facility") && !has_errors(out_)) name_after(path);
  }

  Result<LoadedCase> finish() {
    case_.inventory = inventory_.finish();
    append(out_, std::move(inventory_.diagnostics()));
    for (ReadReport& report : inventory_.reports()) case_.read_reports.push_back(std::move(report));
    add_excerpts(out_);
    put_in_order(out_);
    if (has_errors(out_)) return tl::unexpected<Diagnostics>(std::move(out_));
    return LoadedCase{std::move(case_), std::move(out_)};
  }

 private:
  void complain(const char* code, const std::filesystem::path& path,
                std::vector<std::string> args = {}, Severity severity = Severity::error) {
    out_.push_back(problem(code, {file_name(path.generic_string())}, std::move(args)));
    out_.back().severity = severity;
  }

  void read_facility_file(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "facility.yaml";
    if (!is_there(path)) return complain("E020", folder);
    if (const auto node = load_yaml(path, out_)) take_facility(*node, path);
  }

  void take_facility(const YamlNode& node, const std::filesystem::path& path) {
    ReadReport report{path.generic_string(), "facility", 0, 0, 0};
    std::vector<ReadReport> lists;
    const std::size_t before = error_count(out_);
    YamlNode own = node;  // `register` is no field of the facility
    for (std::size_t i = 0; i < own.keys.size(); ++i) {
      if (own.keys[i].text != "register") continue;
      own.keys.erase(own.keys.begin() + static_cast<std::ptrdiff_t>(i));
      own.items.erase(own.items.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    case_.facility = read_facility(own, out_, Required::no);
    if (const YamlNode* list = node.find("register")) {
      const std::size_t so_far = out_.size();
      take_beds_from_register(*list, path.parent_path(), maps_.all(out_), case_.facility, lists,
                              out_);
      settle_bed_class(case_.facility, out_);
      // Why the list gave no beds is told; that they are missing need not be.
      Cell& beds = case_.facility.cells[*facility_kind().find("beds")];
      if (!beds.known() && out_.size() > so_far) beds.place = out_.back().place;
    }
    if (node.is_mapping()) check_required(case_.facility, facility_kind(), 'F', out_);
    report.failed = error_count(out_) - before;
    for (const Cell& cell : case_.facility.cells) report.understood += cell.known();
    case_.read_reports.push_back(std::move(report));
    for (ReadReport& list : lists) case_.read_reports.push_back(std::move(list));
  }

  void read_answers_of(const std::filesystem::path& folder) {
    std::vector<std::string> found;
    for (const char* name : kAnswerFiles)
      if (is_there(folder / name)) found.emplace_back(name);
    if (found.empty()) return complain("E022", folder, {}, Severity::warning);
    if (found.size() > 1) {
      std::string names;
      for (const std::string& name : found) names += (names.empty() ? "" : ", ") + name;
      return complain("E021", folder, {names});
    }
    read_answer_file(folder / found[0]);
  }

  void read_answer_file(const std::filesystem::path& path) {
    if (is_table(path)) {
      ReadReport report{path.generic_string(), "answers", 0, 0, 0};
      if (const auto tables = load_tables(path, out_))
        case_.answers = read_answer_tables(*tables, library_, report, out_);
      else report.failed = 1;
      case_.read_reports.push_back(std::move(report));
      return;
    }
    const auto root = load_yaml(path, out_, true);
    if (!root) {
      case_.read_reports.push_back({path.generic_string(), "answers", 0, 0, 1});
    } else if (root->is_mapping()) {
      if (const YamlNode* answers = root->find("answers")) {
        check_keys(*root, {"answers"});
        take_answers(*answers, path);
      } else {
        tell_no_answers(*root, path);
      }
    } else {
      take_answers(*root, path);
    }
  }

  /// A heading that is almost `answers` is meant as it; else each line would be told as unknown.
  void tell_no_answers(const YamlNode& root, const std::filesystem::path& path) {
    const std::vector<std::string> wanted = {"answers"};
    for (const YamlKey& key : root.keys)
      if (!nearest(key.text, wanted).empty()) return check_keys(root, wanted);
    complain("A006", path);
  }

  void take_answers(const YamlNode& node, const std::filesystem::path& path) {
    const std::size_t before = error_count(out_);
    case_.answers = read_answers(node, library_, out_);
    case_.read_reports.push_back(
        {path.generic_string(), "answers", case_.answers.size(), 0, error_count(out_) - before});
  }

  void read_parts(const YamlNode& root, const std::filesystem::path& path) {
    if (!root.is_mapping()) return complain("E027", path);
    check_keys(root, {"facility", "answers", "inventory"});
    if (const YamlNode* facility = root.find("facility")) take_facility(*facility, path);
    if (const YamlNode* answers = root.find("answers")) take_answers(*answers, path);
    else complain("E022", path, {}, Severity::warning);
    if (const YamlNode* inventory = root.find("inventory"))
      inventory_.take(*inventory, path.generic_string());
  }

  void check_keys(const YamlNode& root, const std::vector<std::string>& known) {
    std::string all;
    for (const std::string& key : known) all += (all.empty() ? "" : ", ") + key;
    for (const YamlKey& key : root.keys)
      if (std::find(known.begin(), known.end(), key.text) == known.end())
        out_.push_back(
            diagnostic_at(root, key.place, "E028", {key.text, all}, nearest(key.text, known)));
  }

  /// Answers alone: the file's name stands for the hospital, whose size nobody told.
  void name_after(const std::filesystem::path& path) {
    const Place place{file_name(path.generic_string())};
    for (const char* field : {"id", "name"})
      case_.facility.cells[*facility_kind().find(field)] = {path.stem().string(), place};
    case_.facility.place = place;
    complain("E024", path, {path.stem().string()}, Severity::warning);
  }

  const Library& library_;
  ColumnMaps& maps_;
  InventoryFiles inventory_;
  Case case_;
  Diagnostics out_;
};

}  // namespace

Result<LoadedCase> read_case(const std::filesystem::path& path, const Library& library,
                             const ReadOptions& options) {
  ColumnMaps maps(options.maps);
  CaseReader reader(library, maps);
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) reader.read_folder(path);
  else reader.read_single(path);
  return reader.finish();
}

Result<LoadedInventory> read_inventory_files(const std::vector<std::filesystem::path>& paths,
                                             const ReadOptions& options) {
  ColumnMaps maps(options.maps);
  InventoryFiles files(maps);
  for (const std::filesystem::path& path : paths) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) files.read_folder(path);
    else files.read(path);
  }
  LoadedInventory out;
  out.value = files.finish();
  out.read_reports = std::move(files.reports());
  out.warnings = std::move(files.diagnostics());
  add_excerpts(out.warnings);
  put_in_order(out.warnings);
  if (has_errors(out.warnings)) return tl::unexpected<Diagnostics>(std::move(out.warnings));
  return out;
}

}  // namespace ruikei::load
