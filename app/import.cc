// SPDX-License-Identifier: Apache-2.0
// `ruikei import FILE…`: registers and scans in the form of inventory.yaml, and what was read.
#include "commands.h"
#include "embedded.h"
#include "report/report.h"

namespace ruikei {

namespace {

/// The column maps inside the program, or the one of --map (a file, or the id of one inside).
Result<load::ReadOptions> column_maps(const std::string& wanted) {
  load::ReadOptions out{embedded_files("maps")};
  if (wanted.empty()) return out;
  for (const load::Source& map : out.maps)
    if (map.path == wanted + ".yaml") return load::ReadOptions{{map}};
  auto file = load::read_file(wanted);
  if (!file) return tl::unexpected(file.error());
  return load::ReadOptions{{std::move(*file)}};
}

}  // namespace

int import_files(const Context& context) {
  const auto maps = column_maps(context.options.map);
  if (!maps) return context.report(maps.error());
  const std::vector<std::filesystem::path> paths(context.options.files.begin(),
                                                 context.options.files.end());
  const auto loaded = load::read_inventory_files(paths, *maps);
  if (!loaded) return context.report(loaded.error());
  context.report(loaded->warnings);
  if (context.options.format == "json")
    return context.write(report::inventory_json(loaded->value, loaded->read_reports));
  if (!context.options.quiet)
    context.note(
        report::read_report_text(loaded->read_reports, context.catalog, context.options.language));
  return context.write(report::inventory_yaml(loaded->value));
}

}  // namespace ruikei
