// SPDX-License-Identifier: Apache-2.0
// The program's texts: flat maps from key to text in both languages, spread over several files.
#include <map>

#include "load/yaml_map.h"

namespace ruikei::load {
namespace {

struct Entries {
  std::vector<Catalog::Entry> list;
  std::map<std::string, Place> places;
};

void read_entries(const Source& source, Entries& entries, Diagnostics& diagnostics) {
  const Result<YamlNode> root = read_yaml(source);
  if (!root) {
    diagnostics.insert(diagnostics.end(), root.error().begin(), root.error().end());
    return;
  }
  if (!MapReader(*root, diagnostics).ok()) return;
  for (std::size_t i = 0; i < root->keys.size(); ++i) {
    const YamlKey& key = root->keys[i];
    const auto [at, is_new] = entries.places.try_emplace(key.text, key.place);
    if (!is_new) {
      diagnostics.push_back(
          diagnostic_at(*root, key.place, "E010",
                        {key.text, at->second.name() + ":" + std::to_string(at->second.line)}));
    }
    if (auto text = as_both(root->items[i], diagnostics)) {
      entries.list.emplace_back(key.text, std::move(*text));
    }
  }
}

}  // namespace

Result<std::vector<Catalog::Entry>> read_catalog(const Source& source) {
  Entries entries;
  Diagnostics diagnostics;
  read_entries(source, entries, diagnostics);
  if (has_errors(diagnostics)) return tl::unexpected(std::move(diagnostics));
  return std::move(entries.list);
}

Result<Catalog> read_catalogs(const std::vector<Source>& sources) {
  Entries entries;
  Diagnostics diagnostics;
  for (const Source& source : sources) read_entries(source, entries, diagnostics);
  if (has_errors(diagnostics)) return tl::unexpected(std::move(diagnostics));
  return Catalog(std::move(entries.list));
}

}  // namespace ruikei::load
