// SPDX-License-Identifier: Apache-2.0
// What the readers of a library's files share: the library so far, all mistakes, the ids that were
// defined and the places that name them. Names are followed once all files are read (`resolve`), so
// the order of the files does not matter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "load/yaml_map.h"
#include "model/library.h"

namespace ruikei::load {

enum class IdKind : std::uint8_t {
  scale,
  domain,
  gate,
  edition,
  control,
  measure,  // these can be named elsewhere
  evidence,
  route,
  condition,
  policy,
  question,
  profile,
  level
};

class LibraryContext {
 public:
  Library library;
  Diagnostics diagnostics;

  /// Keeps the file's text so that later checks can show its lines.
  void remember(const YamlNode& root);

  /// An id at `node`: R101 if it was defined before, R102 if it has letters that ids may not have.
  /// Ids that expressions name as words (gates, questions, profile) may not have `-` or `.`.
  void define(IdKind kind, const std::string& id, const YamlNode& node);
  bool defined(IdKind kind, const std::string& id) const;

  /// `id` at `node` must be defined by some file: R110 and the following, one code a kind.
  void refer(IdKind kind, const std::string& id, const YamlNode& node);
  void resolve();

  void error(const Place& place, std::string code, std::vector<std::string> args = {});

 private:
  struct Reference {
    IdKind kind;
    std::string id;
    Diagnostic diagnostic;  // to be reported if there is no such id
  };
  using Ids = std::map<std::string, Place>;

  std::map<IdKind, Ids> ids_;
  std::vector<Reference> references_;
  std::map<std::string, SharedText> texts_;
};

/// The text in a field that holds an expression; reading only, it is compiled elsewhere.
Expression read_expression(MapReader& map, std::string_view key);
Expression read_optional_expression(MapReader& map, std::string_view key);

/// `options:` of a scale or control; values count up from 0 at the lowest (R120 if they do not).
std::vector<ScaleOption> read_options(MapReader& map, LibraryContext& context);

/// Bed classes must be those of model/schema.h (R121); repeated ones are R122.
void check_bed_class(const std::string& name, const YamlNode& node, std::vector<std::string>& seen,
                     LibraryContext& context);

}  // namespace ruikei::load
