// SPDX-License-Identifier: Apache-2.0
// The commands, one file each, and what they share: the context (library, texts, options) and
// the exit codes, which are decided here and nowhere else.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "base/catalog.h"
#include "load/load.h"
#include "model/library.h"
#include "options.h"

namespace ruikei {

enum ExitCode { kDone = 0, kAskedFailure = 1, kWrongInput = 2, kInternalError = 3 };

/// What a command needs. `sources` are the library's files (embedded ones named `rules/…`).
struct Context {
  Options options;
  Catalog catalog;
  std::shared_ptr<const Library> library;
  std::string version;

  /// Prints diagnostics to standard error, in order, warnings left out with --quiet; the exit
  /// code that follows from them.
  int report(Diagnostics diagnostics) const;
  /// Prints a remark to standard error.
  void note(const std::string& text) const;
  /// Writes a result to -o or standard output; the exit code.
  int write(const std::string& bytes) const;
  /// The library's files, tests included.
  Result<std::vector<load::Source>> sources() const;
  /// Day of the judgement: --today, else the facility's as_of, else the clock.
  std::int64_t today(const Case& input) const;
  bool color(int file) const;
};

/// A case judged: what `classify` and `explain` start from.
struct Judged {
  assess::Assessor assessor;
  Case input;
  std::int64_t today = 0;
  Assessment assessment;
};

/// Reads the case, prints warnings and mistakes; nothing if there are mistakes.
std::unique_ptr<Judged> judge(const Context& context);

int classify(const Context& context);
int explain(const Context& context);
int import_files(const Context& context);
int print_schema(const Context& context);
int rules_lint(const Context& context);
int rules_test(const Context& context);
int rules_coverage(const Context& context);
int rules_doc(const Context& context);
int rules_hash(const Context& context);
int rules_eval(const Context& context);

/// Runs the command line `arguments` (without the program's name); the exit code.
int run(const std::vector<std::string>& arguments, const std::string& locale);

}  // namespace ruikei
