// SPDX-License-Identifier: Apache-2.0
// An assessment as text, JSON or a proof, in both languages. Computes nothing and writes nothing:
// returns the bytes. What came from files is escaped for where it goes.
#pragma once

#include <string>
#include <vector>

#include "base/catalog.h"
#include "model/assessment.h"
#include "model/library.h"

namespace ruikei::report {

struct TextOptions {
  Language language = Language::ja;
  bool color = false;
  std::size_t columns = 80;
  std::string case_name = ".";  ///< as given on the command line, for the "next" hints
  std::string program_version = {};
};

/// The first screen (level or range, what decides it, what blocks, three measures, contradictions,
/// questions that matter), then the detail.
std::string assessment_text(const Assessment& assessment, const Library& library,
                            const Catalog& catalog, const TextOptions& options);

/// Schema ruikei.result/1; keys as in the JSON Schema `result`.
std::string assessment_json(const Assessment& assessment, const Library& library,
                            const TextOptions& options);

/// Markdown of a whole library.
std::string library_markdown(const Library& library, const Catalog& catalog, Language language);

}  // namespace ruikei::report
