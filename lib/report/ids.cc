// SPDX-License-Identifier: Apache-2.0
#include "report/ids.h"

#include "model/schema.h"
#include "model/state_words.h"
#include "report/lookup.h"
#include "report/words.h"

namespace ruikei::report {

namespace {

using std::string_view;
constexpr string_view kAssurance[] = {"claimed", "documented", "verified"};
constexpr string_view kEffort[] = {"small", "medium", "large"};
constexpr string_view kRole[] = {"must", "support", "readiness"};
constexpr string_view kCertainty[] = {"read", "place_seen", "garbled", "secondary", "background"};
constexpr string_view kSpeaks[] = {"against", "for"};
constexpr string_view kStrength[] = {"decisive", "supporting"};
constexpr string_view kGround[] = {"answer", "empty", "evidence"};

Json optional_text(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

Json cell_json(const Cell& cell, const Field& field) {
  if (!cell.known()) return {};
  if (const bool* yes = std::get_if<bool>(&cell.value)) return *yes;
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell.value))
    return Json::array(*list);
  if (const auto* number = std::get_if<std::int64_t>(&cell.value);
      number && field.type != FieldType::date)
    return *number;
  return cell_text(cell, field.type == FieldType::date);
}

string_view id_of(State state) { return word_of(state); }
string_view id_of(Assurance assurance) { return kAssurance[static_cast<int>(assurance)]; }
string_view id_of(Empty empty) { return empty_id(empty); }
string_view id_of(Effort effort) { return kEffort[static_cast<int>(effort)]; }
string_view id_of(Verdict verdict) { return word_of(verdict); }
string_view id_of(Role role) { return kRole[static_cast<int>(role)]; }
string_view id_of(Certainty certainty) { return kCertainty[static_cast<int>(certainty)]; }
string_view id_of(Speaks speaks) { return kSpeaks[static_cast<int>(speaks)]; }
string_view id_of(Strength strength) { return kStrength[static_cast<int>(strength)]; }
string_view id_of(Ground::Kind kind) { return kGround[static_cast<int>(kind)]; }

Json place_json(const Place& place) {
  if (place.name().empty()) return {};
  return Json::object({{"file", place.name()}, {"line", static_cast<std::int64_t>(place.line)}});
}

Json range_json(LevelRange range, bool applicable) {
  if (!applicable) return Json::object({{"low", Json()}, {"high", Json()}});
  return Json::object({{"low", range.low}, {"high", range.high}});
}

Json ground_json(const Ground& ground) {
  Json out = Json::object({{"kind", id_of(ground.kind)},
                           {"rule", optional_text(ground.rule)},
                           {"value", ground.value},
                           {"source", place_json(ground.source)}});
  if (ground.kind == Ground::Kind::evidence) {
    out.set("rule_source", place_json(ground.rule_place))
        .set("speaks", id_of(ground.speaks))
        .set("strength", id_of(ground.strength))
        .set("text", ground.text);
  } else {
    out.set("assurance", id_of(ground.assurance))
        .set("who", optional_text(ground.who))
        .set("when", optional_text(ground.when))
        .set("document", optional_text(ground.document))
        .set("reason", optional_text(ground.reason));
  }
  return out;
}

Json control_json(const ControlResult& control) {
  Json because = Json::array();
  for (const auto& ground : control.because) because.push(ground_json(ground));
  return Json::object({{"id", control.id},
                       {"state", id_of(control.state)},
                       {"claimed_state", id_of(control.claimed_state)},
                       {"score", control.score ? Json(*control.score) : Json()},
                       {"assurance", id_of(control.assurance)},
                       {"empty", control.empty ? Json(id_of(*control.empty)) : Json()},
                       {"follow_up", control.follow_up},
                       {"because", std::move(because)}});
}

Json gate_json(const GateResult& gate) {
  return Json::object({{"id", gate.id},
                       {"level", gate.level},
                       {"state", id_of(gate.state)},
                       {"claimed_state", id_of(gate.claimed_state)},
                       {"controls", Json::array(gate.controls)}});
}

Json domain_json(const DomainResult& domain) {
  return Json::object({{"id", domain.id},
                       {"score", domain.score ? Json(*domain.score) : Json()},
                       {"low", domain.low},
                       {"high", domain.high},
                       {"answered", domain.answered},
                       {"applicable", domain.applicable}});
}

Json measure_json(const MeasureResult& measure, const Library& library) {
  const Measure* known = find_id(library.measures, measure.id);
  Json cost;
  if (measure.cost)
    cost = Json::object({{"low", measure.cost->low_yen}, {"high", measure.cost->high_yen}});
  return Json::object({{"id", measure.id},
                       {"title", known ? Json(known->title) : Json()},
                       {"why", Json::array(measure.why)},
                       {"controls", Json::array(measure.controls)},
                       {"effort", id_of(measure.effort)},
                       {"cost_yen", std::move(cost)},
                       {"estimate", known ? Json(known->estimate) : Json()},
                       {"fits", measure.fits}});
}

Json route_json(const RouteResult& route, const Library& library) {
  const Route* known = find_id(library.routes, route.id);
  Json ids = Json::array(), missing = Json::array();
  for (const auto& one : route.conditions) {
    ids.push(one.id);
    missing.push(Json::object({{"id", one.id}, {"state", id_of(one.state)}, {"text", one.text}}));
  }
  return Json::object({{"id", route.id},
                       {"title", known ? Json(known->title) : Json()},
                       {"verdict", id_of(route.verdict)},
                       {"conditions", std::move(ids)},
                       {"missing", std::move(missing)}});
}

Json facility_json(const Record& facility) {
  Json out = Json::object();
  const auto fields = facility_kind().fields;
  for (std::size_t i = 0; i < fields.size() && i < facility.cells.size(); ++i)
    if (facility.cells[i].known() || fields[i].required)
      out.set(std::string(fields[i].id), cell_json(facility.cells[i], fields[i]));
  return out;
}

void add_origin(Json& out, const Assessment& assessment, const std::string& program_version) {
  out.set("library", Json::object({{"id", assessment.library_id},
                                   {"version", assessment.library_version},
                                   {"sha256", assessment.library_sha256}}))
      .set("program", Json::object({{"version", program_version}}))
      .set("as_of", iso_date(assessment.today));
}

}  // namespace ruikei::report
