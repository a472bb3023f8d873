// SPDX-License-Identifier: Apache-2.0
// The program's own texts by key, in both languages: messages (key = diagnostic code) and
// screens (`screen.level`). Built from text/*.yaml; a missing key shows itself as «key».
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace ruikei {

class Catalog {
 public:
  using Entry = std::pair<std::string, Text>;

  Catalog() = default;
  /// Entries in any order; of two with one key the first counts.
  explicit Catalog(std::vector<Entry> entries);

  bool has(std::string_view key) const;
  /// The text under `key` with `args` filled in, or «key» if there is none.
  std::string text(std::string_view key, Language language,
                   std::span<const std::string> args = {}) const;
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  const Text* find(std::string_view key) const;
  std::vector<Entry> entries_;  // sorted by key
};

}  // namespace ruikei
