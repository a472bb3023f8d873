// SPDX-License-Identifier: Apache-2.0
#include "report/ids.h"
#include "report/lookup.h"
#include "report/report.h"

namespace ruikei::report {

namespace {

using Kind = Subject::Kind;

constexpr std::string_view kKind[] = {"level", "gate", "control", "domain", "measure", "route"};

Json gate_chain(const Assessment& a, const Library& library, const GateResult& gate) {
  Json out = gate_json(gate);
  const Gate* known = find_id(library.gates, gate.id);
  if (known) out.set("name", known->name).set("published", known->published);
  Json controls = Json::array();
  for (const auto& id : gate.controls)
    if (const ControlResult* one = find_id(a.controls, id)) controls.push(control_json(*one));
  return out.set("proof", std::move(controls));
}

Json mappings_json(const Control& control) {
  Json out = Json::array();
  for (const auto& one : control.mappings)
    out.push(Json::object({{"edition", one.edition},
                           {"item", one.item},
                           {"certainty", id_of(one.certainty)},
                           {"official", one.certainty == Certainty::read}}));
  return out;
}

Json control_chain(const Assessment& a, const Library& library, const std::string& id) {
  const ControlResult* result = find_id(a.controls, id);
  const Control* known = find_id(library.controls, id);
  Json out = result ? control_json(*result) : Json::object({{"id", id}});
  Json gates = Json::array();
  for (const auto& gate : a.gates)
    if (contains(gate.controls, id)) gates.push(gate_json(gate));
  out.set("decides", std::move(gates));
  if (known)
    out.set("title", known->title)
        .set("role", id_of(known->role))
        .set("mappings", mappings_json(*known));
  return out;
}

Json domain_chain(const Assessment& a, const Library& library, const std::string& id) {
  const DomainResult* result = find_id(a.domains, id);
  Json out = result ? domain_json(*result) : Json::object({{"id", id}});
  Json controls = Json::array();
  for (const auto& control : library.controls)
    if (const auto* one = control.domain == id ? find_id(a.controls, control.id) : nullptr)
      controls.push(Json::object({{"id", control.id},
                                  {"state", id_of(one->state)},
                                  {"score", one->score ? Json(*one->score) : Json()},
                                  {"weight", control.weight}}));
  return out.set("controls", std::move(controls)).set("decides_level", false);
}

Json measure_chain(const Assessment& a, const Library& library, const std::string& id) {
  const MeasureResult* result = find_id(a.measures, id);
  const Measure* known = find_id(library.measures, id);
  Json out = result ? measure_json(*result, library) : Json::object({{"id", id}});
  if (!known) return out;
  Json raises = Json::array(), costs = Json::array();
  for (const auto& one : known->raises)
    raises.push(Json::object({{"control", one.control}, {"to", one.to}}));
  for (const auto& one : known->cost_yen)
    costs.push(
        Json::object({{"bed_class", one.bed_class}, {"low", one.low_yen}, {"high", one.high_yen}}));
  return out.set("what", known->what)
      .set("raises", std::move(raises))
      .set("needs", Json::array(known->needs))
      .set("prerequisites", known->prerequisites)
      .set("costs", std::move(costs))
      .set("cost_basis", known->cost_basis)
      .set("examples", Json::array(known->examples));
}

Json route_chain(const Assessment& a, const Library& library, const std::string& id) {
  const RouteResult* result = find_id(a.routes, id);
  const Route* known = find_id(library.routes, id);
  Json out = result ? route_json(*result, library) : Json::object({{"id", id}});
  if (!known) return out;
  auto list = [](const std::vector<RouteCondition>& all) {
    Json conditions = Json::array();
    for (const auto& one : all)
      conditions.push(Json::object({{"id", one.id},
                                    {"if", one.condition.text},
                                    {"source", place_json(one.condition.place)},
                                    {"text", one.text}}));
    return conditions;
  };
  return out.set("certainty", id_of(known->certainty))
      .set("source", known->source)
      .set("conditional", list(known->conditional))
      .set("open", list(known->open))
      .set("closed", list(known->closed));
}

Json level_chain(const Assessment& a, const Library& library) {
  Json out = range_json(a.evidenced, a.applicable);
  out.set("claimed", range_json(a.claimed, a.applicable));
  Json gates = Json::array();
  for (const auto& gate : a.gates) gates.push(gate_chain(a, library, gate));
  return out.set("gates", std::move(gates));
}

Json proof_of(const Assessment& a, const Library& library, const Subject& subject) {
  switch (subject.kind) {
    case Kind::level:
      return level_chain(a, library);
    case Kind::control:
      return control_chain(a, library, subject.id);
    case Kind::domain:
      return domain_chain(a, library, subject.id);
    case Kind::measure:
      return measure_chain(a, library, subject.id);
    case Kind::route:
      return route_chain(a, library, subject.id);
    case Kind::gate:
      break;
  }
  const GateResult* gate = find_id(a.gates, subject.id);
  return gate ? gate_chain(a, library, *gate) : Json::object({{"id", subject.id}});
}

Json change_json(const Change& change, Kind kind, bool applicable) {
  Json before = Json::object({{"level", range_json(change.level_before, applicable)}});
  Json after = Json::object({{"level", range_json(change.level_after, applicable)}});
  if (kind == Kind::gate) {
    before.set("gate", id_of(change.gate_before));
    after.set("gate", id_of(change.gate_after));
  }
  if (kind == Kind::route) {
    before.set("route", id_of(change.route_before));
    after.set("route", id_of(change.route_after));
  }
  return Json::object({{"control", change.control},
                       {"to", change.to_met ? "met" : "not_met"},
                       {"before", std::move(before)},
                       {"after", std::move(after)}});
}

}  // namespace

std::string proof_json(const Assessment& a, const Library& library, const TextOptions& options,
                       const Subject& subject, std::span<const Change> changes) {
  const std::string id = subject.kind == Kind::level ? "level" : subject.id;
  Json out = Json::object(
      {{"schema", "ruikei.proof/1"},
       {"subject", Json::object({{"kind", kKind[static_cast<int>(subject.kind)]}, {"id", id}})}});
  add_origin(out, a, options.program_version);
  Json rows = Json::array();
  for (const auto& change : changes) rows.push(change_json(change, subject.kind, a.applicable));
  out.set("proof", proof_of(a, library, subject)).set("changes", std::move(rows));
  return out.dump();
}

}  // namespace ruikei::report
