// SPDX-License-Identifier: Apache-2.0
// controls/<domain>.yaml: the controls of one domain with their evidence rules and mappings.
#include <algorithm>

#include "base/spelling.h"
#include "load/library_parts.h"
#include "model/schema.h"

namespace ruikei::load {
namespace {

constexpr int kLargestWeight = 1'000'000;

constexpr std::string_view kRoles[] = {"must", "support", "readiness"};
constexpr std::string_view kSteps[] = {"S1", "S2", "S3", "AI"};
constexpr std::string_view kSpeaks[] = {"against", "for"};
constexpr std::string_view kStrengths[] = {"decisive", "supporting"};

// Names in braces in a rule's text: `{os}`. Other braces are left alone.
std::vector<std::string> placeholders(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    std::string name = text.substr(open + 1, close - open - 1);
    const bool is_word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (is_word) names.push_back(std::move(name));
  }
  return names;
}

// Every `{field}` must be a field of the records that the rule looks at.
void check_placeholders(MapReader& map, const EvidenceRule& rule) {
  const auto number = rule.each.empty() ? std::nullopt : find_kind(rule.each);
  if (!rule.each.empty() && !number) return;  // reported already
  std::vector<std::string> known;
  if (number)
    for (const Field& field : inventory_kinds()[*number].fields) known.emplace_back(field.id);
  for (const std::string* text : {&rule.text.ja, &rule.text.en}) {
    for (const std::string& name : placeholders(*text)) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      map.report("text", rule.each.empty() ? "R144" : "R143", {name, rule.each},
                 nearest(name, known));
    }
  }
}

void check_each(MapReader& map, const EvidenceRule& rule) {
  if (rule.each.empty()) {
    if (!rule.where.empty()) map.report("where", "R142");
    return;
  }
  if (find_kind(rule.each)) return;
  std::vector<std::string> known;
  std::string list;
  for (const Kind& kind : inventory_kinds()) {
    known.emplace_back(kind.section);
    list += (list.empty() ? "" : ", ") + known.back();
  }
  map.report("each", "R141", {rule.each, list}, nearest(rule.each, known));
}

EvidenceRule read_evidence(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  EvidenceRule rule;
  rule.place = node.place;
  rule.id = map.text("id");
  rule.speaks = map.word<Speaks>("speaks", kSpeaks);
  rule.strength = map.word<Strength>("strength", kStrengths);
  rule.each = map.text_or("each");
  rule.where = read_optional_expression(map, "where");
  rule.condition = read_expression(map, "if");
  rule.text = map.both("text");
  check_each(map, rule);
  check_placeholders(map, rule);
  map.finish();
  context.define(IdKind::evidence, rule.id, node);
  return rule;
}

Mapping read_mapping(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Mapping mapping;
  mapping.edition = map.text("edition");
  mapping.item = map.text("item");
  mapping.certainty = map.word<Certainty>("certainty", kCertaintyWords);
  mapping.note = map.text_or("note");
  if (const YamlNode* edition = node.find("edition")) {
    context.refer(IdKind::edition, mapping.edition, *edition);
  }
  map.finish();
  return mapping;
}

PointRule read_points(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  PointRule rule{static_cast<int>(map.integer("points", 0, 100)), read_expression(map, "if")};
  map.finish();
  return rule;
}

Help read_help(const YamlNode* node, LibraryContext& context) {
  if (!node) return {};
  MapReader map(*node, context.diagnostics);
  Help help{map.both("why"), map.both("how"), map.both("evidence")};
  map.finish();
  return help;
}

void read_names(MapReader& map, Control& control, LibraryContext& context) {
  control.scale = map.text("scale");
  control.gate = map.text_or("gate");
  if (const YamlNode* scale = map.node().find("scale")) {
    context.refer(IdKind::scale, control.scale, *scale);
  }
  if (const YamlNode* gate = map.node().find("gate")) {
    context.refer(IdKind::gate, control.gate, *gate);
  }
}

void read_lists(MapReader& map, Control& control, LibraryContext& context) {
  for (const YamlNode& item : map.list_or_none("points"))
    control.points.push_back(read_points(item, context));
  for (const YamlNode& item : map.list_or_none("evidence"))
    control.evidence.push_back(read_evidence(item, context));
  for (const YamlNode& item : map.list_or_none("mappings"))
    control.mappings.push_back(read_mapping(item, context));
}

Control read_control(const YamlNode& node, const std::string& domain, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Control control;
  control.place = node.place;
  control.domain = domain;
  control.id = map.text("id");
  control.title = map.both("title");
  // A score from sub-questions needs no question of its own.
  control.question = map.has("points") ? map.both_or_none("question") : map.both("question");
  control.help = read_help(map.optional_child("help"), context);
  read_names(map, control, context);
  if (map.optional_child("options")) control.options = read_options(map, context);
  control.role = map.word<Role>("role", kRoles);
  if (const YamlNode* step = map.optional_child("step")) {
    if (const auto number = as_word(*step, kSteps, context.diagnostics))
      control.step = kSteps[*number];
  }
  control.critical = map.boolean_or("critical", false);
  control.weight = static_cast<int>(map.integer_or("weight", 1, 0, kLargestWeight));
  control.need = static_cast<int>(map.integer_or("need", 2, 1, 100));
  control.applies_if = read_optional_expression(map, "applies_if");
  read_lists(map, control, context);
  control.note = map.text_or("note");
  map.finish();
  context.define(IdKind::control, control.id, node);
  return control;
}

}  // namespace

void read_controls_file(const YamlNode& root, LibraryContext& context) {
  MapReader file(root, context.diagnostics);
  const std::string domain = file.text("domain");
  if (const YamlNode* node = root.find("domain")) context.refer(IdKind::domain, domain, *node);
  for (const YamlNode& item : file.list("controls")) {
    context.library.controls.push_back(read_control(item, domain, context));
  }
  file.finish();
}

}  // namespace ruikei::load
