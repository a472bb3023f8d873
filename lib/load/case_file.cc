// SPDX-License-Identifier: Apache-2.0
#include "load/case_file.h"

#include <algorithm>
#include <map>

#include "load/encoding.h"
#include "load/source_text.h"

namespace ruikei::load {

namespace {

/// JSON may be indented with tabs, YAML may not; within strings they stay (and are an error there).
void tabs_to_blanks(std::string& json) {
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (quoted && json[i] == '\\') ++i;
    else if (json[i] == '"') quoted = !quoted;
    else if (!quoted && json[i] == '\t') json[i] = ' ';
  }
}

std::optional<SourceText> text_of_file(const FileName& file) {
  const auto source = read_file(*file);
  if (!source) return std::nullopt;
  auto decoded = decode(source->text, file);
  if (!decoded) return std::nullopt;
  return SourceText(*file, std::move(decoded->text));
}

}  // namespace

std::string ending_of(const std::filesystem::path& path) {
  std::string out = path.extension().string();
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_yaml_or_json(const std::filesystem::path& path) {
  const std::string ending = ending_of(path);
  return ending == ".yaml" || ending == ".yml" || ending == ".json";
}

bool is_table(const std::filesystem::path& path) {
  const std::string ending = ending_of(path);
  return ending == ".csv" || ending == ".tsv" || ending == ".xlsx" || ending == ".xlsm" ||
         ending == ".xls";
}

std::filesystem::path companion(const std::filesystem::path& path, const std::string& kind) {
  return path.parent_path() / (path.stem().string() + "." + kind + ".yaml");
}

bool is_companion(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".map.yaml") || name.ends_with(".scan.yaml");
}

std::optional<YamlNode> load_yaml(const std::filesystem::path& path, Diagnostics& out,
                                  bool answers) {
  auto source = read_file(path);
  if (!source) {
    append(out, std::move(source.error()));
    return std::nullopt;
  }
  auto decoded = decode(source->text, file_name(source->name));
  if (!decoded) {
    append(out, std::move(decoded.error()));
    return std::nullopt;
  }
  source->text = std::move(decoded->text);
  if (ending_of(path) == ".json") tabs_to_blanks(source->text);
  YamlLimits limits;
  limits.bare_keys = answers;
  auto node = read_yaml(*source, limits);
  if (node) return std::move(*node);
  append(out, std::move(node.error()));
  return std::nullopt;
}

std::optional<std::vector<Table>> load_tables(const std::filesystem::path& path, Diagnostics& out) {
  const auto source = read_file(path);
  if (!source) {
    append(out, source.error());
    return std::nullopt;
  }
  auto tables = read_tables(source->text, source->name);
  if (tables) return std::move(*tables);
  append(out, std::move(tables.error()));
  return std::nullopt;
}

std::optional<std::vector<ColumnMap>> maps_for(const std::filesystem::path& path,
                                               const std::vector<ColumnMap>& maps,
                                               Diagnostics& out) {
  const std::filesystem::path own = companion(path, "map");
  std::error_code ignored;
  if (!std::filesystem::exists(own, ignored)) return maps;
  const auto source = read_file(own);
  auto map = source ? read_column_map(*source) : tl::unexpected<Diagnostics>(source.error());
  if (map) return std::vector<ColumnMap>{std::move(*map)};
  append(out, std::move(map.error()));
  return std::nullopt;
}

void add_excerpts(Diagnostics& diagnostics) {
  std::map<std::string, std::optional<SourceText>> texts;
  for (Diagnostic& d : diagnostics) {
    const std::string& name = d.place.name();
    const bool secret = d.code == "F003" || d.code == "I003";
    if (!d.excerpt.empty() || d.place.column == 0 || secret || !is_yaml_or_json(name)) continue;
    const auto [at, is_new] = texts.try_emplace(name);
    if (is_new) at->second = text_of_file(d.place.file);
    if (at->second) d.excerpt = at->second->excerpt(d.place.line);
  }
}

void append(Diagnostics& into, Diagnostics from) {
  for (Diagnostic& d : from) into.push_back(std::move(d));
}

std::size_t error_count(const Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

}  // namespace ruikei::load
