// SPDX-License-Identifier: Apache-2.0
#include "assess/environment.h"

namespace ruikei::assess {

namespace {

using cel::Type;

Type simple(Type::Kind kind) { return {.kind = kind}; }
Type record(std::string_view name) {
  return {.kind = Type::Kind::record, .record = std::string(name)};
}

Type type_of(FieldType type) {
  switch (type) {
    case FieldType::boolean:
      return simple(Type::Kind::boolean);
    case FieldType::text:
      return simple(Type::Kind::text);
    case FieldType::text_list:
      return {.kind = Type::Kind::list, .of = {simple(Type::Kind::text)}};
    case FieldType::integer:
    case FieldType::date:
      break;  // a date is its number of days
  }
  return simple(Type::Kind::integer);
}

std::map<std::string, Type> fields_of(const Kind& kind) {
  std::map<std::string, Type> fields;
  for (const Field& field : kind.fields) fields[std::string(field.id)] = type_of(field.type);
  return fields;
}

}  // namespace

cel::Environment fact_environment(const Library& library, const Kind* each) {
  cel::Environment environment;
  for (const Kind& kind : inventory_kinds()) {
    environment.records[std::string(kind.one)] = fields_of(kind);
    environment.variables[std::string(kind.section)] = {.kind = Type::Kind::list,
                                                        .of = {record(kind.one)}};
    environment.records["complete"][std::string(kind.section)] = simple(Type::Kind::boolean);
  }
  auto& facility = environment.records["facility"] = fields_of(facility_kind());
  for (const ProfileField& field : library.profile) {
    if (facility.count(field.id)) continue;
    facility[field.id] = simple(field.type == "boolean" ? Type::Kind::boolean
                                : field.type == "text"  ? Type::Kind::text
                                                        : Type::Kind::integer);
  }
  environment.variables["facility"] = record("facility");
  environment.variables["complete"] = record("complete");
  environment.variables["today"] = simple(Type::Kind::integer);
  if (each) environment.variables[std::string(each->one)] = record(each->one);
  return environment;
}

cel::Environment verdict_environment(const Library& library) {
  cel::Environment environment = fact_environment(library);
  environment.records["level"] = {{"low", simple(Type::Kind::integer)},
                                  {"high", simple(Type::Kind::integer)}};
  auto& gates = environment.records["gate"];
  for (const Gate& gate : library.gates) gates[gate.id] = simple(Type::Kind::text);
  environment.variables["level"] = record("level");
  environment.variables["gate"] = record("gate");
  const auto by_control = [](Type::Kind kind) {
    return Type{.kind = Type::Kind::map, .of = {simple(Type::Kind::text), simple(kind)}};
  };
  environment.variables["met"] = by_control(Type::Kind::boolean);
  environment.variables["score"] = by_control(Type::Kind::integer);
  return environment;
}

}  // namespace ruikei::assess
