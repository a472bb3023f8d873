// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <map>

#include "commands.h"
#include "embedded.h"
#include "model/library_archive.h"
#include "output.h"

namespace ruikei {

namespace {

using Command = int (*)(const Context&);

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> table = {
      {"classify", classify},
      {"explain", explain},
      {"import", import_files},
      {"schema", print_schema},
      {"rules lint", rules_lint},
      {"rules test", rules_test},
      {"rules coverage", rules_coverage},
      {"rules doc", rules_doc},
      {"rules hash", rules_hash},
      {"rules eval", rules_eval},
  };
  return table;
}

/// Replaces the embedded library by the one of --rules; mistakes if it cannot be read.
Diagnostics use_rules(Context& context) {
  if (context.options.rules.empty()) return {};
  auto sources = context.sources();
  if (!sources) return sources.error();
  auto library = load::read_library(*sources);
  if (!library) return library.error();
  context.library = std::make_shared<const Library>(std::move(*library));
  return {};
}

}  // namespace

int run(const std::vector<std::string>& arguments, const std::string& locale) {
  Context context;
  context.version = RUIKEI_VERSION;
  if (arguments.size() == 1 && arguments[0] == "--version")  // needs neither rules nor texts
    return context.report(write_output("", "ruikei " + context.version + "\n"));
  Library library;
  if (!unpack(embedded_library(), library, context.catalog)) return kInternalError;
  context.library = std::make_shared<const Library>(std::move(library));
  const Language language = language_of(arguments, locale);
  Parsed parsed = parse_options(arguments, language, context.catalog, context.version);
  context.options = std::move(parsed.options);
  if (!parsed.mistakes.empty()) return context.report(std::move(parsed.mistakes));
  if (!parsed.text.empty()) return context.report(write_output("", parsed.text));
  if (Diagnostics mistakes = use_rules(context); !mistakes.empty())
    return context.report(std::move(mistakes));
  const int code = commands().at(context.options.command)(context);
  // Everything is written; taking a library of some ten thousand strings apart again would cost
  // more than reading it did.
  std::fflush(nullptr);
  std::_Exit(code);
}

}  // namespace ruikei
