// SPDX-License-Identifier: Apache-2.0
#include "load/facility_register.h"

#include <algorithm>

#include "base/spelling.h"
#include "load/case_parts.h"
#include "load/normal_text.h"
#include "load/problem.h"
#include "load/record_reader.h"
#include "load/register.h"
#include "load/yaml_map.h"

namespace ruikei::load {

namespace {

/// The maps that make facilities; only that called `wanted` if it is not "".
std::vector<ColumnMap> facility_maps(std::vector<ColumnMap> maps, std::string_view wanted) {
  std::erase_if(maps, [&](const ColumnMap& map) {
    return map.kind != &facility_kind() || (!wanted.empty() && map.id != wanted);
  });
  return maps;
}

std::optional<LoadedFacilities> read_list(const std::filesystem::path& path,
                                          const std::vector<ColumnMap>& all,
                                          std::string_view wanted, Diagnostics& out) {
  const auto maps = maps_for(path, facility_maps(all, wanted), out);
  if (!maps) return std::nullopt;
  if (maps->empty()) {
    out.push_back(problem("I054", {file_name(path.generic_string())}, {std::string(wanted)}));
    return std::nullopt;
  }
  const auto tables = load_tables(path, out);
  if (!tables) return std::nullopt;
  LoadedFacilities list;
  list.read_report = {path.generic_string(), "register", 0, 0, 0};
  for (RegisterRecords& read : read_register(*tables, *maps, list.read_report, list.warnings))
    for (Record& record : read.records) {
      settle_bed_class(record, list.warnings);
      list.value.push_back(std::move(record));
    }
  return list;
}

const Record* find_by_name(const std::vector<Record>& facilities, const std::string& name,
                           const Place& place, Diagnostics& out) {
  const std::size_t field = *facility_kind().find("name");
  const Record* found = nullptr;
  std::vector<std::string> known;
  for (const Record& facility : facilities) {
    known.push_back(text_of(facility, field));
    if (comparable(known.back()) != comparable(name)) continue;
    if (found) {
      out.push_back({.code = "F031", .place = place, .args = {name}});
      return nullptr;
    }
    found = &facility;
  }
  if (!found)
    out.push_back(
        {.code = "F030", .place = place, .args = {name}, .suggestion = nearest(name, known)});
  return found;
}

void take_beds(const Record& listed, const std::string& name, const Place& place, Record& facility,
               Diagnostics& out) {
  const std::size_t field = *facility_kind().find("beds");
  const Cell& beds = listed.cells[field];
  Cell& own = facility.cells[field];
  if (!beds.known()) {
    if (!own.known()) out.push_back({.code = "F033", .place = place, .args = {name}});
  } else if (!own.known()) {
    own = beds;
  } else if (own.value != beds.value) {
    out.push_back({.code = "F032",
                   .severity = Severity::warning,
                   .place = own.place,
                   .args = {cell_text(own, false), cell_text(beds, false)}});
  }
}

}  // namespace

void take_beds_from_register(const YamlNode& node, const std::filesystem::path& folder,
                             const std::vector<ColumnMap>& maps, Record& facility,
                             std::vector<ReadReport>& reports, Diagnostics& out) {
  const std::size_t before = out.size();
  MapReader in(node, out);
  const std::string file = in.text("file"), name = in.text("match"), map = in.text_or("map");
  in.finish();
  if (out.size() != before) return;
  auto list = read_list(folder / file, maps, map, out);
  if (!list) return;
  append(out, std::move(list->warnings));
  reports.push_back(list->read_report);
  const Place place = node.find("match")->place;
  if (const Record* found = find_by_name(list->value, name, place, out))
    take_beds(*found, name, place, facility, out);
}

Result<LoadedFacilities> read_facility_list(const std::filesystem::path& path,
                                            const ReadOptions& options, std::string_view map) {
  const auto maps = read_column_maps(options.maps);
  if (!maps) return tl::unexpected<Diagnostics>(maps.error());
  Diagnostics out;
  auto list = read_list(path, *maps, map, out);
  if (!list || has_errors(out)) return tl::unexpected<Diagnostics>(std::move(out));
  if (has_errors(list->warnings)) return tl::unexpected<Diagnostics>(std::move(list->warnings));
  append(list->warnings, std::move(out));
  put_in_order(list->warnings);
  return std::move(*list);
}

}  // namespace ruikei::load
