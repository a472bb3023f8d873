// SPDX-License-Identifier: Apache-2.0
#include "base/catalog.h"

#include <algorithm>

namespace ruikei {

Catalog::Catalog(std::vector<Entry> entries) : entries_(std::move(entries)) {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.first < b.first; });
}

const Text* Catalog::find(std::string_view key) const {
  auto at =
      std::lower_bound(entries_.begin(), entries_.end(), key,
                       [](const Entry& entry, std::string_view k) { return entry.first < k; });
  return at != entries_.end() && at->first == key ? &at->second : nullptr;
}

bool Catalog::has(std::string_view key) const { return find(key) != nullptr; }

std::string Catalog::text(std::string_view key, Language language,
                          std::span<const std::string> args) const {
  const Text* text = find(key);
  return text ? fill(text->in(language), args) : "«" + std::string(key) + "»";
}

}  // namespace ruikei
