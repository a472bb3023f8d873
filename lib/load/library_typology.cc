// SPDX-License-Identifier: Apache-2.0
// library.yaml (what this library is) and typology.yaml (levels, gates, domains, scales, profile).
#include "load/library_parts.h"

namespace ruikei::load {
namespace {

constexpr int kMostLevels = 20;
constexpr std::int64_t kLargestNumber = 1'000'000;

Level read_level(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Level level;
  level.number = static_cast<int>(map.integer("number", 0, kMostLevels));
  level.name = map.both("name");
  level.criterion = map.both("criterion");
  // Counted without gaps, since a level's number is its place on the ladder; some begin at 1.
  const auto& before = context.library.levels;
  const int expected = before.empty() ? std::min(level.number, 1) : before.back().number + 1;
  if (map.has("number") && level.number != expected) {
    map.report("number", "R130", {std::to_string(expected)});
  }
  map.finish();
  return level;
}

Gate read_gate(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Gate gate;
  gate.place = node.place;
  gate.id = map.text("id");
  gate.level = static_cast<int>(map.integer("level", 1, kMostLevels));
  gate.name = map.both("name");
  gate.published = map.both_or_none("published");
  gate.must = map.texts_or_none("must");
  gate.condition = read_optional_expression(map, "if");
  if (const YamlNode* must = node.find("must"); must && must->is_sequence()) {
    for (const YamlNode& item : must->items) context.refer(IdKind::control, item.text, item);
  }
  const bool has_must = !gate.must.empty();
  if (map.ok() && has_must == !gate.condition.empty()) {
    context.error(gate.place, has_must ? "R132" : "R131", {gate.id});
  }
  map.finish();
  context.define(IdKind::gate, gate.id, node);
  return gate;
}

HolePolicy read_policy(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  HolePolicy policy{map.text("code"), read_expression(map, "if"), map.both("text"), node.place};
  map.finish();
  context.define(IdKind::policy, policy.code, node);
  return policy;
}

Domain read_domain(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Domain domain{map.text("id"), map.both("name")};
  map.finish();
  context.define(IdKind::domain, domain.id, node);
  return domain;
}

Scale read_scale(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Scale scale;
  scale.id = map.text("id");
  scale.name = map.both("name");
  scale.maximum = static_cast<int>(map.integer("maximum", 1, 100));
  scale.yes_no = map.boolean_or("yes_no", false);
  scale.options = read_options(map, context);
  map.finish();
  context.define(IdKind::scale, scale.id, node);
  const bool fits = !scale.options.empty() && scale.options.front().value == 0 &&
                    scale.options.back().value <= scale.maximum;
  if (!fits && map.has("options") && map.has("maximum")) {
    map.report("options", "R133", {scale.id, std::to_string(scale.maximum)});
  }
  return scale;
}

ProfileField read_profile_field(const YamlNode& node, LibraryContext& context) {
  static constexpr std::string_view types[] = {"integer", "text", "boolean"};
  MapReader map(node, context.diagnostics);
  ProfileField field;
  field.place = node.place;
  field.id = map.text("id");
  if (const YamlNode* type = map.child("type")) {
    if (const auto number = as_word(*type, types, context.diagnostics)) field.type = types[*number];
  }
  field.choices = map.texts_or_none("choices");
  if (!field.choices.empty() && !field.type.empty() && field.type != "text") {
    map.report("choices", "R134", {field.id});
  }
  map.finish();
  context.define(IdKind::profile, field.id, node);
  return field;
}

Question read_question(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Question question;
  question.place = node.place;
  question.id = map.text("id");
  question.text = map.both("text");
  question.minimum =
      static_cast<int>(map.integer_or("minimum", 0, -kLargestNumber, kLargestNumber));
  question.maximum =
      static_cast<int>(map.integer_or("maximum", 3, -kLargestNumber, kLargestNumber));
  if (question.minimum > question.maximum) {
    map.report("minimum", "R135",
               {std::to_string(question.minimum), std::to_string(question.maximum)});
  }
  map.finish();
  context.define(IdKind::question, question.id, node);
  return question;
}

template <class T>
void read_all(std::span<const YamlNode> nodes, T (*read)(const YamlNode&, LibraryContext&),
              std::vector<T>& into, LibraryContext& context) {
  for (const YamlNode& node : nodes) into.push_back(read(node, context));
}

Edition read_edition(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Edition edition;
  edition.id = map.text("id");
  edition.name = map.both("name");
  edition.date = map.text("date");
  edition.source = map.text("source");
  edition.item_pattern = map.text_or("item_pattern");
  map.finish();
  context.define(IdKind::edition, edition.id, node);
  return edition;
}

}  // namespace

void read_library_file(const YamlNode& root, LibraryContext& context) {
  MapReader file(root, context.diagnostics);
  Library& library = context.library;
  if (const YamlNode* head = file.child("library")) {
    MapReader map(*head, context.diagnostics);
    library.id = map.text("id");
    library.version = map.text("version");
    library.title = map.both("title");
    library.note = map.both("note");
    library.domain_scale = static_cast<int>(map.integer_or("domain_scale", 100, 1, kLargestNumber));
    map.finish();
  }
  read_all(file.list_or_none("editions"), read_edition, library.editions, context);
  file.finish();
}

void read_typology_file(const YamlNode& root, LibraryContext& context) {
  MapReader file(root, context.diagnostics);
  Library& library = context.library;
  read_all(file.list("levels"), read_level, library.levels, context);
  if (library.levels.empty() && file.has("levels")) file.report("levels", "R139");
  read_all(file.list("gates"), read_gate, library.gates, context);
  read_all(file.list_or_none("hole_policies"), read_policy, library.hole_policies, context);
  read_all(file.list("domains"), read_domain, library.domains, context);
  read_all(file.list("scales"), read_scale, library.scales, context);
  read_all(file.list_or_none("profile"), read_profile_field, library.profile, context);
  read_all(file.list_or_none("questions"), read_question, library.questions, context);
  file.finish();
}

}  // namespace ruikei::load
