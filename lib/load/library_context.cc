// SPDX-License-Identifier: Apache-2.0
#include "load/library_context.h"

#include <algorithm>

#include "base/spelling.h"
#include "model/schema.h"

namespace ruikei::load {
namespace {

constexpr int kHighestOption = 100;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_in_expressions(IdKind kind) {
  return kind == IdKind::gate || kind == IdKind::question || kind == IdKind::profile;
}

// Ids become column names and names in expressions.
bool is_id(std::string_view id, bool word) {
  if (id.empty() || !(is_letter(id[0]) || (!word && is_digit(id[0])))) return false;
  return std::all_of(id.begin(), id.end(), [word](char c) {
    return is_letter(c) || is_digit(c) || (!word && (c == '-' || c == '.'));
  });
}

std::string code_of(IdKind kind) {
  switch (kind) {
    case IdKind::scale:
      return "R110";
    case IdKind::domain:
      return "R111";
    case IdKind::gate:
      return "R112";
    case IdKind::edition:
      return "R113";
    case IdKind::control:
      return "R114";
    case IdKind::measure:
      return "R115";
    case IdKind::evidence:
      return "R116";
    case IdKind::route:
      return "R117";
    case IdKind::policy:
      return "R118";
    default:
      return "R119";
  }
}

// Controls and questions are both answered by their id, so they share their names.
IdKind name_space(IdKind kind) { return kind == IdKind::question ? IdKind::control : kind; }

}  // namespace

void LibraryContext::remember(const YamlNode& root) {
  if (root.source) texts_[*root.source->file()] = root.source;
}

void LibraryContext::define(IdKind kind, const std::string& id, const YamlNode& node) {
  if (id.empty()) return;  // reported when it was read
  const YamlNode* value = node.find(kind == IdKind::policy ? "code" : "id");
  const YamlNode& where = value ? *value : node;
  if (!is_id(id, is_word_in_expressions(kind))) {
    diagnostics.push_back(
        diagnostic_at(where, is_word_in_expressions(kind) ? "R103" : "R102", {id}));
  }
  const auto [at, is_new] = ids_[name_space(kind)].try_emplace(id, where.place);
  if (is_new) return;
  diagnostics.push_back(diagnostic_at(
      where, "R101", {id, at->second.name() + ":" + std::to_string(at->second.line)}));
}

bool LibraryContext::defined(IdKind kind, const std::string& id) const {
  const auto ids = ids_.find(name_space(kind));
  return ids != ids_.end() && ids->second.count(id) != 0;
}

void LibraryContext::refer(IdKind kind, const std::string& id, const YamlNode& node) {
  if (id.empty()) return;
  references_.push_back({kind, id, diagnostic_at(node, code_of(kind), {id})});
}

void LibraryContext::resolve() {
  for (Reference& reference : references_) {
    if (defined(reference.kind, reference.id)) continue;
    std::vector<std::string> known;
    for (const auto& [id, place] : ids_[name_space(reference.kind)]) known.push_back(id);
    reference.diagnostic.suggestion = nearest(reference.id, known);
    diagnostics.push_back(std::move(reference.diagnostic));
  }
  references_.clear();
}

void LibraryContext::error(const Place& place, std::string code, std::vector<std::string> args) {
  const auto text = texts_.find(place.name());
  std::string excerpt =
      text != texts_.end() && place.line != 0 ? text->second->excerpt(place.line) : std::string();
  diagnostics.push_back(
      {std::move(code), Severity::error, place, std::move(args), std::move(excerpt), {}});
}

Expression read_expression(MapReader& map, std::string_view key) {
  std::string text = map.text(key);
  const YamlNode* node = map.node().find(key);
  if (text.empty() || !node) return {};
  Place place = node->place;
  if (node->quoted && place.length > 2) {  // on one line and without escapes
    ++place.column;
    place.length -= 2;
  }
  return {std::move(text), std::move(place)};
}

Expression read_optional_expression(MapReader& map, std::string_view key) {
  return map.optional_child(key) ? read_expression(map, key) : Expression{};
}

std::vector<ScaleOption> read_options(MapReader& map, LibraryContext& context) {
  std::vector<ScaleOption> options;
  for (const YamlNode& item : map.list("options")) {
    MapReader option(item, context.diagnostics);
    ScaleOption read;
    read.value = static_cast<int>(option.integer("value", 0, kHighestOption));
    read.text = option.both("text");
    if (!options.empty() && read.value <= options.back().value) {
      option.report("value", "R120", {std::to_string(read.value)});
    }
    option.finish();
    if (option.ok()) options.push_back(std::move(read));
  }
  return options;
}

void check_bed_class(const std::string& name, const YamlNode& node, std::vector<std::string>& seen,
                     LibraryContext& context) {
  if (name.empty()) return;
  const auto classes = bed_classes();
  if (std::find(classes.begin(), classes.end(), name) == classes.end()) {
    std::string known;
    for (const std::string_view one : classes)
      known += (known.empty() ? "" : ", ") + std::string(one);
    context.diagnostics.push_back(diagnostic_at(node, "R121", {name, known}));
  } else if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
    context.diagnostics.push_back(diagnostic_at(node, "R122", {name}));
  }
  seen.push_back(name);
}

}  // namespace ruikei::load
