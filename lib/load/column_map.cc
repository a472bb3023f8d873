// SPDX-License-Identifier: Apache-2.0
#include "load/column_map.h"

#include <algorithm>

#include "base/spelling.h"
#include "load/normal_text.h"
#include "load/yaml_map.h"

namespace ruikei::load {

namespace {

constexpr std::string_view kOrders[] = {"wareki", "ymd", "mdy", "dmy"};  // as DateOrder

const Kind* find_target(std::string_view section) {
  if (section == facility_kind().section) return &facility_kind();
  const auto number = find_kind(section);
  return number ? &inventory_kinds()[*number] : nullptr;
}

std::vector<std::string> target_names() {
  std::vector<std::string> out{std::string(facility_kind().section)};
  for (const Kind& kind : inventory_kinds()) out.emplace_back(kind.section);
  return out;
}

std::vector<std::string> comparable_all(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) out.push_back(comparable(text));
  return out;
}

class MapFileReader {
 public:
  ColumnMap read(const YamlNode& root) {
    MapReader file(root, errors_);
    if (const YamlNode* node = file.child("map")) read_map(*node);
    file.finish();
    return std::move(map_);
  }

  Diagnostics& errors() { return errors_; }

 private:
  void read_map(const YamlNode& node) {
    MapReader in(node, errors_);
    map_.place = node.place;
    map_.id = in.text("id");
    map_.title = in.both_or_none("title");
    const std::string into = in.text("into");
    map_.kind = find_target(into);
    if (!map_.kind) {
      if (!into.empty()) in.report("into", "I040", {into}, nearest(into, target_names()));
      return;  // without a kind, no field can be checked
    }
    for (const YamlNode& column : in.list("columns")) read_column(column);
    map_.ignore = comparable_all(in.texts_or_none("ignore"));
    if (const YamlNode* constant = in.optional_child("constant")) read_constants(*constant);
    if (const YamlNode* where = in.optional_child("where")) read_where(*where);
    for (const YamlNode& item : in.list_or_none("id_from"))
      if (const auto field = field_called(item)) map_.id_from.push_back(*field);
    in.finish();
    check_id(node);
  }

  std::optional<std::size_t> field_called(const YamlNode& node, std::string name = {}) {
    if (name.empty()) name = node.text;
    const auto field = map_.kind->find(name);
    if (field) return field;
    std::vector<std::string> known;
    for (const Field& f : map_.kind->fields) known.emplace_back(f.id);
    errors_.push_back(
        diagnostic_at(node, "I041", {name, std::string(map_.kind->one)}, nearest(name, known)));
    return std::nullopt;
  }

  void read_column(const YamlNode& node) {
    MapReader in(node, errors_);
    const std::string name = in.text("field");
    ColumnRule rule;
    rule.headers = comparable_all(in.texts("headers"));
    rule.reading.dates = in.word_or("date", kOrders, DateOrder::unstated);
    rule.reading.split = in.text_or("split");
    rule.sum = in.boolean_or("sum", false);
    rule.blank_is_zero = in.integer_or("blank", -1, 0, 0) == 0;
    const YamlNode* values = in.optional_child("values");
    in.finish();
    if (name.empty()) return;
    const YamlNode* named = node.find("field");
    const auto field = field_called(named ? *named : node, name);
    if (!field) return;
    rule.field = *field;
    if (rule.sum && map_.kind->fields[*field].type != FieldType::integer)
      in.report("sum", "I044", {name});
    if (values) read_words(*values, rule);
    for (const ColumnRule& other : map_.columns)
      if (other.field == rule.field) in.report("field", "I042", {name});
    map_.columns.push_back(std::move(rule));
  }

  void read_words(const YamlNode& node, ColumnRule& rule) {
    if (!node.is_mapping()) {
      errors_.push_back(diagnostic_at(node, "I046"));
      return;
    }
    const Field& field = map_.kind->fields[rule.field];
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const YamlNode& meaning = node.items[i];
      if (!fits(meaning, field)) continue;
      rule.reading.words[comparable(node.keys[i].text)] = meaning.text;
    }
  }

  bool fits(const YamlNode& meaning, const Field& field) {
    const FieldValue value = read_value(meaning.text, field);
    if (value.fault == ValueFault::none && (meaning.is_scalar() || meaning.is_null())) return true;
    errors_.push_back(diagnostic_at(meaning, "I043", {std::string(field.id), meaning.text}));
    return false;
  }

  void read_constants(const YamlNode& node) {
    if (!node.is_mapping()) {
      errors_.push_back(diagnostic_at(node, "I046"));
      return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const auto field = field_called(node, node.keys[i].text);
      if (!field || !fits(node.items[i], map_.kind->fields[*field])) continue;
      map_.constants.push_back(
          {*field, read_value(node.items[i].text, map_.kind->fields[*field]).value});
    }
  }

  void read_where(const YamlNode& node) {
    if (!node.is_mapping()) {
      errors_.push_back(diagnostic_at(node, "I046"));
      return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const YamlNode& words = node.items[i];
      ColumnMap::Condition condition{comparable(node.keys[i].text), {}};
      if (words.is_scalar()) condition.words.push_back(comparable(words.text));
      else if (const auto texts = as_texts(words, errors_))
        condition.words = comparable_all(*texts);
      map_.where.push_back(std::move(condition));
    }
  }

  void check_id(const YamlNode& node) {
    const std::size_t id = map_.kind->find("id").value_or(0);
    const bool given = std::any_of(map_.columns.begin(), map_.columns.end(),
                                   [&](const ColumnRule& rule) { return rule.field == id; });
    if (!given && map_.id_from.empty()) errors_.push_back(diagnostic_at(node, "I045"));
  }

  ColumnMap map_;
  Diagnostics errors_;
};

}  // namespace

Result<ColumnMap> read_column_map(const Source& source) {
  const auto root = read_yaml(source);
  if (!root) return tl::unexpected<Diagnostics>(root.error());
  MapFileReader reader;
  ColumnMap map = reader.read(*root);
  if (!reader.errors().empty()) return tl::unexpected<Diagnostics>(std::move(reader.errors()));
  return map;
}

Result<std::vector<ColumnMap>> read_column_maps(const std::vector<Source>& sources) {
  std::vector<ColumnMap> maps;
  Diagnostics errors;
  for (const Source& source : sources) {
    auto map = read_column_map(source);
    if (map) maps.push_back(std::move(*map));
    else errors.insert(errors.end(), map.error().begin(), map.error().end());
  }
  if (!errors.empty()) return tl::unexpected<Diagnostics>(std::move(errors));
  return maps;
}

const std::vector<ColumnMap>& ColumnMaps::all(Diagnostics& out) {
  if (!maps_) {
    auto read = read_column_maps(sources_);
    if (!read) out.insert(out.end(), read.error().begin(), read.error().end());
    maps_ = read ? std::move(*read) : std::vector<ColumnMap>{};
  }
  return *maps_;
}

}  // namespace ruikei::load
