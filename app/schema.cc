// SPDX-License-Identifier: Apache-2.0
// `ruikei schema NAME`: the JSON Schemas of the files that the program reads and writes.
#include "commands.h"
#include "embedded.h"
#include "report/report.h"

namespace ruikei {

int print_schema(const Context& context) {
  const std::string& name = context.options.subject;
  const Language language = context.options.language;
  if (name == "facility")
    return context.write(report::facility_schema_json(context.catalog, language));
  if (name == "answers")
    return context.write(report::answers_schema_json(*context.library, language));
  if (name == "inventory")
    return context.write(report::inventory_schema_json(context.catalog, language));
  for (const load::Source& source : embedded_files("schema"))
    if (source.path == name + ".schema.json") return context.write(source.text);
  return kInternalError;  // the options admit only names that are there
}

}  // namespace ruikei
