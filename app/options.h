// SPDX-License-Identifier: Apache-2.0
// The command line as a value. Parsing collects mistakes as diagnostics (O0xx); the texts of the
// help come from the catalog, in the language asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalog.h"
#include "base/diagnostic.h"

namespace ruikei {

enum class When { automatic, always, never };

struct Options {
  std::string command;  ///< "classify", "rules lint" …; "" for help or version
  Language language = Language::ja;
  std::string format = "text";
  std::string output;  ///< -o; "" is standard output
  std::string rules;   ///< --rules; "" is the library inside the program
  When color = When::automatic;
  bool quiet = false;
  bool brief = false;  ///< classify: the first screen only
  std::optional<std::int64_t> today;
  std::optional<int> fail_below;
  std::string case_path;
  std::string subject;             ///< explain's ID, schema's NAME
  std::string expression;          ///< rules eval
  std::string jsonl;               ///< rules eval --jsonl
  std::vector<std::string> files;  ///< import's files
  std::string map;                 ///< import --map
};

/// What parsing gave: options, or a text to print (help, version), or mistakes.
struct Parsed {
  Options options;
  std::string text;
  Diagnostics mistakes;
};

/// The language asked for with --lang, else the one of `locale` (LC_ALL, LC_MESSAGES or LANG).
Language language_of(const std::vector<std::string>& arguments, const std::string& locale);

Parsed parse_options(const std::vector<std::string>& arguments, Language language,
                     const Catalog& catalog, const std::string& version);

}  // namespace ruikei
