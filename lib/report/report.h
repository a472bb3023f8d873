// SPDX-License-Identifier: Apache-2.0
// An assessment as text, JSON or a proof, in both languages. Computes nothing and writes nothing:
// returns the bytes. What came from files is escaped for where it goes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/catalog.h"
#include "model/assessment.h"
#include "model/library.h"
#include "model/proof.h"

namespace ruikei::report {

struct TextOptions {
  Language language = Language::ja;
  bool color = false;
  std::size_t columns = 80;
  std::string case_name = ".";  ///< as given on the command line, for the "next" hints
  std::string program_version = {};
  bool brief = false;  ///< the first screen without the detail
};

/// The first screen (level or range, what decides it, what blocks, three measures, contradictions,
/// questions that matter), then the detail.
std::string assessment_text(const Assessment& assessment, const Library& library,
                            const Catalog& catalog, const TextOptions& options);

/// Schema ruikei.result/1; keys as in schema/result.schema.json. Does not depend on the language:
/// texts stand in it as `{ja, en}`.
std::string assessment_json(const Assessment& assessment, const Library& library,
                            const TextOptions& options);

/// The chain from `subject` down to answers and inventory facts with file and line, and what
/// single change would alter it.
std::string proof_text(const Assessment& assessment, const Library& library, const Catalog& catalog,
                       const TextOptions& options, const Subject& subject,
                       std::span<const Change> changes);

/// The same as data, schema ruikei.proof/1.
std::string proof_json(const Assessment& assessment, const Library& library,
                       const TextOptions& options, const Subject& subject,
                       std::span<const Change> changes);

/// Markdown of a whole library.
std::string library_markdown(const Library& library, const Catalog& catalog, Language language);

/// JSON Schema 2020-12 of facility.yaml, of an answers file for `library`, and of inventory.yaml,
/// from the same table that the readers follow (model/schema.h). Titles in `language`.
std::string facility_schema_json(const Catalog& catalog, Language language);
std::string answers_schema_json(const Library& library, Language language);
std::string inventory_schema_json(const Catalog& catalog, Language language);

/// An inventory as inventory.yaml, one record a line; it reads back as the same inventory.
std::string inventory_yaml(const Inventory& inventory);

/// The same content as JSON, and what each file gave.
std::string inventory_json(const Inventory& inventory, const std::vector<ReadReport>& files);

/// One line a file: what was understood, ignored, failed.
std::string read_report_text(const std::vector<ReadReport>& files, const Catalog& catalog,
                             Language language);

}  // namespace ruikei::report
