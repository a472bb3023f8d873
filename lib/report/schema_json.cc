// SPDX-License-Identifier: Apache-2.0
#include "model/schema.h"
#include "report/json.h"
#include "report/lookup.h"
#include "report/report.h"

namespace ruikei::report {

namespace {

constexpr const char* kDialect = "https://json-schema.org/draft/2020-12/schema";
constexpr const char* kDate = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

std::string title_of(const Catalog& catalog, Language language, std::string_view section,
                     std::string_view id) {
  const std::string key = "field." + std::string(section) + "." + std::string(id);
  return catalog.has(key) ? catalog.text(key, language) : std::string(id);
}

Json value_json(const Field& field) {
  switch (field.type) {
    case FieldType::boolean:
      return Json::object({{"type", "boolean"}});
    case FieldType::integer:
      return Json::object({{"type", "integer"}});
    case FieldType::date:
      return Json::object({{"type", "string"}, {"pattern", kDate}});
    case FieldType::text_list:
      return Json::object({{"type", "array"}, {"items", Json::object({{"type", "string"}})}});
    case FieldType::text:
      break;
  }
  if (field.choices.empty()) return Json::object({{"type", "string"}});
  Json choices = Json::array();
  for (const auto& choice : field.choices) choices.push(choice);
  return Json::object({{"enum", std::move(choices)}});
}

/// A value, or that nobody knows it: the word, and where the field may be left out also nothing.
Json field_json(const Field& field, const std::string& title) {
  Json any = Json::array();
  any.push(value_json(field));
  // One text may stand for a list of one.
  if (field.type == FieldType::text_list) any.push(Json::object({{"type", "string"}}));
  const bool number = field.type == FieldType::integer;
  if (!field.required || number) any.push(Json::object({{"const", "unknown"}}));
  if (!field.required) any.push(Json::object({{"type", "null"}}));
  Json out = Json::object({{"title", title}, {"anyOf", std::move(any)}});
  if (!field.refers_to.empty()) out.set("$comment", "id of " + std::string(field.refers_to));
  return out;
}

/// An object with the fields of `kind`; no other keys.
Json kind_json(const Kind& kind, std::string_view section, const Catalog& catalog,
               Language language) {
  Json properties = Json::object(), required = Json::array();
  for (const auto& field : kind.fields) {
    properties.set(std::string(field.id),
                   field_json(field, title_of(catalog, language, section, field.id)));
    if (field.required) required.push(field.id);
  }
  return Json::object({{"type", "object"},
                       {"additionalProperties", false},
                       {"required", std::move(required)},
                       {"properties", std::move(properties)}});
}

Json root(const char* id) { return Json::object({{"$schema", kDialect}, {"$id", id}}); }

/// What one answer may be: a number up to `maximum`, one of the kinds of empty, or the long form.
Json answer_json(const std::string& title, int minimum, int maximum, bool yes_no) {
  Json words = Json::array({"not_asked", "unanswered", "unknown", "na"});
  if (yes_no) words.push("yes").push("no");
  Json choices = Json::array();
  choices.push(Json::object({{"type", "integer"}, {"minimum", minimum}, {"maximum", maximum}}));
  if (yes_no) choices.push(Json::object({{"type", "boolean"}}));
  choices.push(Json::object({{"enum", std::move(words)}}));
  Json value = Json::object({{"anyOf", choices}});
  const Json text = Json::object({{"type", "string"}});
  Json assurance = Json::object({{"enum", Json::array({"claimed", "documented", "verified"})}});
  Json properties = Json::object({{"value", std::move(value)},
                                  {"assurance", std::move(assurance)},
                                  {"who", text},
                                  {"when", text},
                                  {"reason", text},
                                  {"note", text},
                                  {"evidence", text}});
  choices.push(Json::object({{"type", "object"},
                             {"additionalProperties", false},
                             {"required", Json::array({"value"})},
                             {"properties", std::move(properties)}}));
  return Json::object({{"title", title}, {"anyOf", std::move(choices)}});
}

}  // namespace

std::string facility_schema_json(const Catalog& catalog, Language language) {
  Json out = root("https://ruikei.invalid/schema/facility.schema.json");
  const Kind& kind = facility_kind();
  Json properties = Json::object(), required = Json::array();
  for (const auto& field : kind.fields) {
    properties.set(std::string(field.id),
                   field_json(field, title_of(catalog, language, kind.one, field.id)));
    if (field.required && field.id != "beds") required.push(field.id);
  }
  const Json text = Json::object({{"type", "string"}});
  properties.set("register",
                 Json::object({{"type", "object"},
                               {"additionalProperties", false},
                               {"required", Json::array({"file", "match"})},
                               {"properties",
                                Json::object({{"file", text}, {"match", text}, {"map", text}})}}));
  // The beds stand here, or in a public list of hospitals.
  Json beds = Json::array();
  for (const char* key : {"beds", "register"})
    beds.push(Json::object({{"required", Json::array({key})}}));
  return out.set("type", "object")
      .set("additionalProperties", false)
      .set("required", std::move(required))
      .set("anyOf", std::move(beds))
      .set("properties", std::move(properties))
      .dump();
}

std::string answers_schema_json(const Library& library, Language language) {
  Json properties = Json::object();
  for (const auto& control : library.controls) {
    if (!control.points.empty()) continue;  // scored from sub-questions, not answered itself
    const Scale* scale = find_id(library.scales, control.scale);
    properties.set(control.id, answer_json(control.title.in(language), 0,
                                           scale ? scale->maximum : 3, scale && scale->yes_no));
  }
  for (const auto& question : library.questions)
    properties.set(question.id, answer_json(question.text.in(language), question.minimum,
                                            question.maximum, false));
  Json answers = Json::object(
      {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}});
  return root("https://ruikei.invalid/schema/answers.schema.json")
      .set("$comment", library.id + " " + library.version)
      .set("type", "object")
      .set("additionalProperties", false)
      .set("required", Json::array({"answers"}))
      .set("properties", Json::object({{"answers", std::move(answers)}}))
      .dump();
}

std::string inventory_schema_json(const Catalog& catalog, Language language) {
  Json sections = Json::array(), properties = Json::object();
  for (const auto& kind : inventory_kinds()) sections.push(kind.section);
  properties.set("complete", Json::object({{"type", "array"},
                                           {"uniqueItems", true},
                                           {"items", Json::object({{"enum", sections}})}}));
  for (const auto& kind : inventory_kinds()) {
    const std::string key = "section." + std::string(kind.section);
    const std::string title =
        catalog.has(key) ? catalog.text(key, language) : std::string(kind.section);
    properties.set(std::string(kind.section),
                   Json::object({{"title", title},
                                 {"type", "array"},
                                 {"items", kind_json(kind, kind.section, catalog, language)}}));
  }
  return root("https://ruikei.invalid/schema/inventory.schema.json")
      .set("type", "object")
      .set("additionalProperties", false)
      .set("properties", std::move(properties))
      .dump();
}

}  // namespace ruikei::report
