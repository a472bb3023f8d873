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

/// Schema ruikei.result/1; keys as in schema/result.schema.json. Does not depend on the language:
/// texts stand in it as `{ja, en}`.
std::string assessment_json(const Assessment& assessment, const Library& library,
                            const TextOptions& options);

/// What a proof is about.
struct ProofSubject {
  enum class Kind { level, gate, control, domain, measure, route };
  Kind kind = Kind::level;
  std::string id = {};  ///< "" for the level
};

/// One change that alters the statement: a control that becomes met or not met and what follows.
/// Only the pair that belongs to the subject is shown beside the level.
struct ChangeLine {
  std::string control;
  bool to_met = true;
  LevelRange level_before, level_after;
  State gate_before = State::unknown, gate_after = State::unknown;
  Verdict route_before = Verdict::closed, route_after = Verdict::closed;
};

/// The chain from `subject` down to answers and inventory facts with file and line, and what
/// single change would alter it.
std::string proof_text(const Assessment& assessment, const Library& library,
                       const Catalog& catalog, const TextOptions& options,
                       const ProofSubject& subject, std::span<const ChangeLine> changes);

/// The same as data, schema ruikei.proof/1.
std::string proof_json(const Assessment& assessment, const Library& library,
                       const TextOptions& options, const ProofSubject& subject,
                       std::span<const ChangeLine> changes);

/// Markdown of a whole library.
std::string library_markdown(const Library& library, const Catalog& catalog, Language language);

/// JSON Schema 2020-12 of facility.yaml, of an answers file for `library`, and of inventory.yaml,
/// from the same table that the readers follow (model/schema.h). Titles in `language`.
std::string facility_schema_json(const Catalog& catalog, Language language);
std::string answers_schema_json(const Library& library, Language language);
std::string inventory_schema_json(const Catalog& catalog, Language language);

}  // namespace ruikei::report
