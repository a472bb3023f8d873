// SPDX-License-Identifier: Apache-2.0
#include "assess/assess.h"

#include "assess/facts.h"
#include "assess/judge.h"
#include "assess/program.h"

namespace ruikei::assess {

namespace {

// False only if somebody said that there is no medical information system at all.
bool applicable(const Record& facility) {
  const Cell& cell = facility.cells[*facility_kind().find("medical_information_systems")];
  const auto* there_are = std::get_if<bool>(&cell.value);
  return !there_are || *there_are;
}

Assessment judge(const Program& program, const CaseFacts& facts, const Overrides& overrides) {
  const Library& library = *program.library;
  Assessment out;
  out.facility = facts.facility;
  out.library_id = library.id;
  out.library_version = library.version;
  out.library_sha256 = library.sha256;
  out.today = facts.today;
  out.applicable = applicable(facts.facility);
  out.read_reports = facts.input->read_reports;
  View view{.program = program,
            .facts = facts,
            .overrides = overrides,
            .evidenced = evidenced_row(program, facts, overrides),
            .outcome = {}};
  const FactRow rows[2] = {claimed_row(program, facts, overrides), view.evidenced};
  view.outcome = run(program, facts, rows);
  judge_controls(view, out);
  judge_gates(view, out);
  judge_domains(view, out);
  find_blocking(view, out);
  find_contradictions(view, out);
  find_unanswered(view, out);
  recommend(view, out);
  judge_policies_and_routes(view, out);
  return out;
}

}  // namespace

Result<Assessor> Assessor::make(std::shared_ptr<const Library> library) {
  auto program = compile(std::move(library), nullptr);
  if (!program) return tl::unexpected<Diagnostics>(std::move(program.error()));
  return Assessor(std::move(*program));
}

Result<Assessor> Assessor::make_for(std::shared_ptr<const Library> library,
                                    const Inventory& inventory) {
  auto program = compile(std::move(library), &inventory);
  if (!program) return tl::unexpected<Diagnostics>(std::move(program.error()));
  return Assessor(std::move(*program));
}

Assessment Assessor::assess(const Case& input, std::int64_t today,
                            const Overrides& overrides) const {
  return judge(*program_, gather(*program_, input, today), overrides);
}

std::vector<Assessment> Assessor::assess_each(const Case& input, std::int64_t today,
                                              std::span<const Overrides> overrides) const {
  const CaseFacts facts = gather(*program_, input, today);
  std::vector<Assessment> out;
  for (const Overrides& each : overrides) out.push_back(judge(*program_, facts, each));
  return out;
}

std::vector<std::string> Assessor::fired_rules(const Case& input, std::int64_t today) const {
  std::vector<std::string> out;
  for (const auto& control : gather(*program_, input, today).fired)
    for (const Fired& fired : control) out.push_back(fired.rule->id);
  return out;
}

const Library& Assessor::library() const { return *program_->library; }

}  // namespace ruikei::assess
