// SPDX-License-Identifier: Apache-2.0
// A library as Markdown. Its texts are data and may come from anywhere: what could act as markup in
// them is escaped, expressions stand in code spans.
#include <algorithm>

#include "base/terminal_text.h"
#include "report/markdown_text.h"

namespace ruikei::report {

namespace {

void write_levels(const Library& library, const Words& words, std::string& out) {
  out += "## " + words("screen.md.levels") + "\n\n";
  for (const auto& level : library.levels)
    out += "- **" + words("screen.level_n", {std::to_string(level.number)}) + "** " +
           md(words(level.name)) + ": " + md(words(level.criterion)) + "\n";
  out += "\n";
  MdTable table({words("screen.md.gate"), words("screen.level"), words("screen.md.published"),
                 words("screen.md.must")});
  for (const auto& gate : library.gates) {
    std::vector<std::string> must;
    for (const auto& id : gate.must) must.push_back(md(id));
    const std::string decides =
        gate.condition.empty() ? words.list(must) : md_code(gate.condition.text, true);
    table.add({md(words(gate.name)) + " " + md_code(gate.id), std::to_string(gate.level),
               md(words(gate.published)), decides});
  }
  out += table.str();
  if (library.hole_policies.empty()) return;
  out += "### " + words("screen.md.holes") + "\n\n";
  for (const auto& policy : library.hole_policies)
    out += "- " + md_code(policy.code) + ": " + md(words(policy.text)) + " " +
           md_code(policy.condition.text) + "\n";
  out += "\n";
}

void write_options(const Library& library, const Control& control, const Words& words,
                   std::string& out) {
  const Scale* scale = find_id(library.scales, control.scale);
  const auto& options = !control.options.empty() || !scale ? control.options : scale->options;
  for (const auto& one : options)
    out += "- " + std::to_string(one.value) + ": " + md(words(one.text)) + "\n";
  for (const auto& rule : control.points)
    out += "- " + words("screen.md.points", {std::to_string(rule.points)}) + " " +
           md_code(rule.condition.text) + "\n";
  if (!options.empty() || !control.points.empty()) out += "\n";
}

void write_evidence(const Control& control, const Words& words, std::string& out) {
  if (control.evidence.empty()) return;
  MdTable table({words("screen.rule"), words("screen.md.kind"), words("screen.md.condition"),
                 words("screen.md.statement")});
  for (const auto& rule : control.evidence) {
    std::string condition;
    if (!rule.each.empty()) condition += words("screen.md.each", {md_code(rule.each)}) + "; ";
    if (!rule.where.empty())
      condition += words("screen.md.where", {md_code(rule.where.text, true)}) + "; ";
    condition += md_code(rule.condition.text, true);
    table.add({md_code(rule.id), words.rule_kind(rule.strength, rule.speaks), condition,
               md(words(rule.text))});
  }
  out += table.str();
}

void write_mappings(const Library& library, const Control& control, const Words& words,
                    std::string& out) {
  if (control.mappings.empty()) return;
  MdTable table({words("screen.md.edition"), words("screen.md.item"), words("screen.md.certainty"),
                 words("screen.md.note")});
  for (const auto& mapping : control.mappings) {
    const Edition* edition = find_id(library.editions, mapping.edition);
    table.add({md(edition ? words(edition->name) : mapping.edition), md(mapping.item),
               md(words.certainty(mapping.certainty)), md(mapping.note)});
  }
  out += table.str();
}

void write_control(const Library& library, const Control& control, const Words& words,
                   std::string& out) {
  out += "### " + md(control.id) + " " + md(words(control.title)) + "\n\n";
  if (!control.question.empty()) out += md(words(control.question)) + "\n\n";
  std::vector<std::string> facts = {words.role(control.role)};
  if (const Gate* gate = find_id(library.gates, control.gate))
    facts.push_back(words("screen.md.gate_of", {md(words(gate->name))}));
  if (!control.step.empty()) facts.push_back(words("screen.md.step", {md(control.step)}));
  if (control.critical) facts.push_back(words("screen.md.critical"));
  facts.push_back(words("screen.proof.weight", {std::to_string(control.weight)}));
  facts.push_back(words("screen.md.need", {std::to_string(control.need)}));
  out += words.list(facts) + "\n\n";
  if (!control.applies_if.empty())
    out += words("screen.md.applies_if") + " " + md_code(control.applies_if.text) + "\n\n";
  const std::pair<const char*, const Text*> help[] = {
      {"screen.md.why", &control.help.why},
      {"screen.md.how", &control.help.how},
      {"screen.md.good_evidence", &control.help.evidence}};
  for (const auto& [key, text] : help)
    if (!words(*text).empty()) out += "- " + words(key) + ": " + md(words(*text)) + "\n";
  if (!control.help.why.empty() || !control.help.how.empty() || !control.help.evidence.empty())
    out += "\n";
  write_options(library, control, words, out);
  write_evidence(control, words, out);
  write_mappings(library, control, words, out);
}

void write_measure(const Library& library, const Measure& measure, const Words& words,
                   std::string& out) {
  out += "### " + md(measure.id) + " " + md(words(measure.title)) + "\n\n" +
         md(words(measure.what)) + "\n\n";
  std::vector<std::string> raises;
  for (const auto& raise : measure.raises)
    raises.push_back(md(raise.control) + " → " + std::to_string(raise.to));
  out += "- " + words("screen.proof.raises") + ": " + words.list(raises) + "\n";
  out += "- " + words("screen.proof.effort", {words.effort(measure.effort)}) + "\n";
  std::vector<std::string> needs;
  for (const auto& id : measure.needs) {
    const Measure* known = find_id(library.measures, id);
    needs.push_back(md(id) + (known ? " " + md(words(known->title)) : ""));
  }
  if (!needs.empty()) out += "- " + words("screen.proof.needs", {words.list(needs)}) + "\n";
  if (!measure.fits.empty())
    out += "- " + words("screen.proof.fits", {md(words.list(measure.fits))}) + "\n";
  for (const Text* text : {&measure.prerequisites, &measure.fit_note})
    if (!text->empty()) out += "- " + md(words(*text)) + "\n";
  for (const auto& example : measure.examples) out += "- " + md_link(example) + "\n";
  out += "\n";
  if (measure.cost_yen.empty()) return;
  MdTable table({words("screen.md.beds"), words("screen.proof.cost")});
  for (const auto& cost : measure.cost_yen) table.add({md(cost.bed_class), words.money(cost)});
  out += table.str();
  if (measure.estimate) out += words("screen.proof.estimate") + "\n\n";
  if (!measure.cost_basis.empty())
    out += words("screen.proof.basis", {md(words(measure.cost_basis))}) + "\n\n";
}

void write_route(const Route& route, const Words& words, std::string& out) {
  out += "### " + md(route.id) + " " + md(words(route.title)) + "\n\n" + md(words(route.what)) +
         " " + md(words.certainty(route.certainty)) + " " + md_link(route.source) + "\n\n";
  MdTable table(
      {words("screen.md.kind"), words("screen.md.condition"), words("screen.md.statement")});
  auto add = [&](const char* kind, const std::vector<RouteCondition>& all) {
    for (const auto& one : all)
      table.add({words(kind), md_code(one.condition.text, true), md(words(one.text))});
  };
  add("screen.proof.route_conditional", route.conditional);
  add("screen.proof.route_open", route.open);
  add("screen.proof.route_closed", route.closed);
  out += table.str();
}

}  // namespace

std::string library_markdown(const Library& library, const Catalog& catalog, Language language) {
  const Words words(catalog, language);
  std::string out = "# " + md(words(library.title)) + "\n\n" + md_code(library.id) + " " +
                    md(library.version) + "\n\n" + md(words(library.note)) + "\n\n";
  write_levels(library, words, out);
  out += "## " + words("screen.md.editions") + "\n\n";
  for (const auto& edition : library.editions)
    out += "- " + md(words(edition.name)) + " (" + md(edition.date) + ")" +
           (edition.source.empty() ? "" : " " + md_link(edition.source)) + "\n";
  out += "\n";
  for (const auto& domain : library.domains) {
    out += "## " + md(words(domain.name)) + "\n\n";
    for (const auto& control : library.controls)
      if (control.domain == domain.id) write_control(library, control, words, out);
  }
  out += "## " + words("screen.md.measures") + "\n\n" + words("screen.measures_note") + "\n\n";
  for (const auto& measure : library.measures) write_measure(library, measure, words, out);
  out += "## " + words("screen.routes") + "\n\n";
  for (const auto& route : library.routes) write_route(route, words, out);
  while (out.size() > 1 && out[out.size() - 2] == '\n') out.pop_back();
  return out;
}

}  // namespace ruikei::report
