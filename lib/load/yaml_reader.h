// SPDX-License-Identifier: Apache-2.0
// YAML, strictly: a tree of texts with their places. No scalar is interpreted here (`NO`, `010`,
// `1e3` and `~` are texts); a value that is left out is null. Repeated keys, anchors, aliases,
// tags, several documents, tabs as indentation, broken UTF-8 and control characters are errors,
// and so is a quote that swallows the lines after it (reported where the quote opens).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "load/load.h"
#include "load/source_text.h"

namespace ruikei::load {

struct YamlKey {
  std::string text;
  Place place;
};

struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
  Kind kind = Kind::null;
  bool quoted = false;               ///< scalar: in quotes or a block (`|`, `>`)
  std::string text = {};             ///< scalar: as written, escapes resolved
  Place place = {};                  ///< of a null: where its key or dash stands, if there is one
  std::vector<YamlKey> keys = {};    ///< mapping: keys[i] belongs to items[i]
  std::vector<YamlNode> items = {};  ///< values of the sequence or mapping, in order of the file
  SharedText source = {};            ///< the file, for excerpts

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  /// The value under `key`, or nullptr.
  const YamlNode* find(std::string_view key) const;
};

struct YamlLimits {
  std::size_t bytes = 32u << 20;
  std::size_t depth = 100;
  std::size_t nodes = 2'000'000;
  bool bare_keys = false;  ///< a key without a colon in braces is a key without a value, no Y017
};

/// The tree of one file (its root, whatever its kind), or all that is wrong with it.
Result<YamlNode> read_yaml(const Source& source, const YamlLimits& limits = {});

/// A diagnostic at a node with its source line. `args` must not hold a secret.
Diagnostic diagnostic_at(const YamlNode& node, std::string code, std::vector<std::string> args = {},
                         std::string suggestion = {});
/// The same at another place of the node's file (a key, for example).
Diagnostic diagnostic_at(const YamlNode& node, const Place& place, std::string code,
                         std::vector<std::string> args = {}, std::string suggestion = {});

}  // namespace ruikei::load
