// SPDX-License-Identifier: Apache-2.0
// The model's enumerations as they are spelled in YAML and JSON, the same in every language.
#pragma once

#include <string_view>

#include "model/assessment.h"
#include "model/schema.h"
#include "report/json.h"

namespace ruikei::report {

std::string_view id_of(State state);
std::string_view id_of(Assurance assurance);
std::string_view id_of(Empty empty);
std::string_view id_of(Effort effort);
std::string_view id_of(Verdict verdict);
std::string_view id_of(Role role);
std::string_view id_of(Certainty certainty);
std::string_view id_of(Speaks speaks);
std::string_view id_of(Strength strength);
std::string_view id_of(Ground::Kind kind);

/// `{file, line}`, line 0 for the file as a whole; null for no place.
Json place_json(const Place& place);
/// The cell in JSON's own types, dates as text; null if nobody filled it.
Json cell_json(const Cell& cell, const Field& field);
Json range_json(LevelRange range, bool applicable);
Json ground_json(const Ground& ground);
Json control_json(const ControlResult& control);
Json gate_json(const GateResult& gate);
Json domain_json(const DomainResult& domain);
Json measure_json(const MeasureResult& measure, const Library& library);
Json route_json(const RouteResult& route, const Library& library);
Json facility_json(const Record& facility);
/// `library`, `program` and `as_of` of every result.
void add_origin(Json& out, const Assessment& assessment, const std::string& program_version);

}  // namespace ruikei::report
