// SPDX-License-Identifier: Apache-2.0
// `ruikei rules lint|test|coverage|doc|hash`: the library as a product.
#include "check/check.h"
#include "commands.h"
#include "report/report.h"

namespace ruikei {

namespace {

struct Checked {
  assess::Assessor assessor;
  std::vector<LibraryTestCase> tests;
};

/// The library ready to judge and its tests; mistakes are collected from both.
Result<Checked> read_checked(const Context& context) {
  auto sources = context.sources();
  if (!sources) return tl::unexpected(sources.error());
  auto tests = load::read_library_tests(*sources, *context.library);
  auto assessor = assess::Assessor::make(context.library);
  Diagnostics mistakes;
  if (!assessor) mistakes = assessor.error();
  if (!tests) mistakes.insert(mistakes.end(), tests.error().begin(), tests.error().end());
  if (!mistakes.empty()) return tl::unexpected(std::move(mistakes));
  return Checked{std::move(*assessor), std::move(*tests)};
}

std::string number(std::size_t value) { return std::to_string(value); }

/// One line of the coverage: how many of all, then what is missing.
std::string coverage_line(const Context& context, const char* key,
                          const check::Coverage::Part& part) {
  const std::string args[] = {number(part.touched.size()), number(part.all)};
  std::string out = context.catalog.text(key, context.options.language, args) + "\n";
  std::string line;
  for (const std::string& name : part.missing) {
    if (line.size() + name.size() + 1 > 76) {
      out += "   " + line + "\n";
      line.clear();
    }
    line += " " + name;
  }
  return line.empty() ? out : out + "   " + line + "\n";
}

}  // namespace

int rules_lint(const Context& context) {
  const auto checked = read_checked(context);
  if (!checked) return context.report(checked.error());
  const Diagnostics found = check::lint(checked->assessor, checked->tests);
  const int code = context.report(found);
  if (code != kDone) return kAskedFailure;
  std::size_t rules = 0;
  for (const Control& control : context.library->controls) rules += control.evidence.size();
  const std::string args[] = {number(context.library->controls.size()), number(rules),
                              number(context.library->measures.size()),
                              number(context.library->routes.size())};
  return context.write(context.catalog.text("read.lint_done", context.options.language, args) +
                       "\n");
}

int rules_test(const Context& context) {
  const auto checked = read_checked(context);
  if (!checked) return context.report(checked.error());
  const check::TestRun run = check::run_tests(checked->assessor, checked->tests);
  context.report(run.failures);
  // The same in every language: scripts read this line.
  const int code =
      context.write(number(run.passed) + " passed, " + number(run.failed) + " failed\n");
  return code != kDone ? code : run.failed ? kAskedFailure : kDone;
}

int rules_coverage(const Context& context) {
  const auto checked = read_checked(context);
  if (!checked) return context.report(checked.error());
  const check::Coverage found = check::coverage(checked->assessor, checked->tests);
  return context.write(coverage_line(context, "read.coverage_controls", found.controls) +
                       coverage_line(context, "read.coverage_fired", found.rules_fired) +
                       coverage_line(context, "read.coverage_silent", found.rules_silent) +
                       coverage_line(context, "read.coverage_options", found.options) +
                       coverage_line(context, "read.coverage_measures", found.measures) +
                       coverage_line(context, "read.coverage_routes", found.routes) +
                       coverage_line(context, "read.coverage_gates", found.gates));
}

int rules_doc(const Context& context) {
  return context.write(
      report::library_markdown(*context.library, context.catalog, context.options.language));
}

int rules_hash(const Context& context) {
  const Library& library = *context.library;
  return context.write(library.id + " " + library.version + " " + library.sha256 + "\n");
}

}  // namespace ruikei
