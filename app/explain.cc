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

}  // namespace

int explain(const Context& context) {
  const Options& options = context.options;
  const auto subjects = advise::find_subject(context.library, options.subject);
  if (subjects.empty())
    return context.report({unknown_subject(context.library, options.subject)});
  const auto judged = judge(context);
  if (!judged) return kWrongInput;
  return kDone;
}

}  // namespace ruikei
