// SPDX-License-Identifier: Apache-2.0
// `ruikei explain CASE ID`: the proof of a statement, and which single changes would alter it.
#include <unistd.h>

#include "advise/advise.h"
#include "base/spelling.h"
#include "commands.h"
#include "report/report.h"

namespace ruikei {

namespace {

/// What was asked for does not exist: the nearest id that does.
Diagnostic unknown_subject(const Library& library, const std::string& id) {
  std::vector<std::string> known = {"level"};
  for (const Gate& gate : library.gates) known.push_back(gate.id);
  for (const Control& control : library.controls) known.push_back(control.id);
  for (const Domain& domain : library.domains) known.push_back(domain.id);
  for (const Measure& measure : library.measures) known.push_back(measure.id);
  for (const Route& route : library.routes) known.push_back(route.id);
  return {.code = "O005", .args = {id}, .suggestion = nearest(id, known)};
}

std::string proof(const Context& context, const Judged& judged, const Subject& subject) {
  const Options& options = context.options;
  const auto changes = advise::single_changes(judged.assessor, judged.input, judged.today, subject);
  const report::TextOptions shape{.language = options.language,
                                  .color = options.output.empty() && context.color(STDOUT_FILENO),
                                  .case_name = options.case_path,
                                  .program_version = context.version};
  if (options.format == "json")
    return report::proof_json(judged.assessment, *context.library, shape, subject, changes);
  return report::proof_text(judged.assessment, *context.library, context.catalog, shape, subject,
                            changes);
}

}  // namespace

int explain(const Context& context) {
  const auto subjects = advise::find_subject(*context.library, context.options.subject);
  if (subjects.empty())
    return context.report({unknown_subject(*context.library, context.options.subject)});
  const auto judged = judge(context);
  if (!judged) return kWrongInput;
  // A name that two kinds of things share: the first, in the order level, gate, control …
  return context.write(proof(context, *judged, subjects.front()));
}

}  // namespace ruikei
