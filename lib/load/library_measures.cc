// SPDX-License-Identifier: Apache-2.0
// measures.yaml and routes.yaml: what can be done, and the ways to a cloud AI service.
#include "load/library_parts.h"

namespace ruikei::load {
namespace {

constexpr std::string_view kEfforts[] = {"small", "medium", "large"};
constexpr std::int64_t kMostYen = 1'000'000'000'000;

Raise read_raise(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Raise raise{map.text("control"), static_cast<int>(map.integer("to", 1, 100))};
  if (const YamlNode* control = node.find("control")) {
    context.refer(IdKind::control, raise.control, *control);
  }
  map.finish();
  return raise;
}

CostRange read_cost(const YamlNode& node, std::vector<std::string>& classes,
                    LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  CostRange cost{map.text("bed_class"), map.integer("low", 0, kMostYen),
                 map.integer("high", 0, kMostYen)};
  if (const YamlNode* bed_class = node.find("bed_class")) {
    check_bed_class(cost.bed_class, *bed_class, classes, context);
  }
  if (map.has("high") && cost.low_yen > cost.high_yen) {
    map.report("low", "R150", {std::to_string(cost.low_yen), std::to_string(cost.high_yen)});
  }
  map.finish();
  return cost;
}

std::vector<std::string> read_fits(MapReader& map, LibraryContext& context) {
  std::vector<std::string> fits = map.texts_or_none("fits");
  const YamlNode* node = map.node().find("fits");
  std::vector<std::string> seen;
  if (node && node->is_sequence()) {
    for (const YamlNode& item : node->items) check_bed_class(item.text, item, seen, context);
  }
  return fits;
}

void read_needs(MapReader& map, Measure& measure, LibraryContext& context) {
  measure.needs = map.texts_or_none("needs");
  const YamlNode* node = map.node().find("needs");
  if (!node || !node->is_sequence()) return;
  for (const YamlNode& item : node->items) context.refer(IdKind::measure, item.text, item);
}

Measure read_measure(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Measure measure;
  measure.place = node.place;
  measure.id = map.text("id");
  measure.title = map.both("title");
  measure.what = map.both("what");
  for (const YamlNode& item : map.list("raises"))
    measure.raises.push_back(read_raise(item, context));
  read_needs(map, measure, context);
  measure.prerequisites = map.both_or_none("prerequisites");
  measure.effort = map.word<Effort>("effort", kEfforts);
  std::vector<std::string> classes;
  for (const YamlNode& item : map.list_or_none("cost_yen"))
    measure.cost_yen.push_back(read_cost(item, classes, context));
  // A number without its origin must not reach a report.
  measure.cost_basis =
      measure.cost_yen.empty() ? map.both_or_none("cost_basis") : map.both("cost_basis");
  measure.estimate = map.boolean_or("estimate", true);
  measure.fits = read_fits(map, context);
  measure.fit_note = map.both_or_none("fit_note");
  measure.examples = map.texts_or_none("examples");
  map.finish();
  context.define(IdKind::measure, measure.id, node);
  return measure;
}

std::vector<RouteCondition> read_conditions(std::span<const YamlNode> nodes,
                                            LibraryContext& context) {
  std::vector<RouteCondition> conditions;
  for (const YamlNode& node : nodes) {
    MapReader map(node, context.diagnostics);
    RouteCondition condition{map.text("id"), read_expression(map, "if"), map.both("text")};
    map.finish();
    context.define(IdKind::condition, condition.id, node);
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

Route read_route(const YamlNode& node, LibraryContext& context) {
  MapReader map(node, context.diagnostics);
  Route route;
  route.place = node.place;
  route.id = map.text("id");
  route.title = map.both("title");
  route.what = map.both("what");
  route.certainty = map.word<Certainty>("certainty", kCertaintyWords);
  route.source = map.text_or("source");
  route.conditional = read_conditions(map.list_or_none("conditional"), context);
  route.open = read_conditions(map.list_or_none("open"), context);
  route.closed = read_conditions(map.list_or_none("closed"), context);
  map.finish();
  context.define(IdKind::route, route.id, node);
  return route;
}

}  // namespace

void read_measures_file(const YamlNode& root, LibraryContext& context) {
  MapReader file(root, context.diagnostics);
  for (const YamlNode& item : file.list("measures"))
    context.library.measures.push_back(read_measure(item, context));
  file.finish();
}

void read_routes_file(const YamlNode& root, LibraryContext& context) {
  MapReader file(root, context.diagnostics);
  for (const YamlNode& item : file.list("routes"))
    context.library.routes.push_back(read_route(item, context));
  file.finish();
}

}  // namespace ruikei::load
