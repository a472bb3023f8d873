// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "commands.h"
#include "embedded.h"
#include "model/schema.h"
#include "output.h"

namespace ruikei {

namespace {

/// The day in the local time zone, as days since 1970-01-01.
std::int64_t local_today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::year_month_day date{
      std::chrono::year{local.tm_year + 1900},
      std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
      std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

}  // namespace

bool Context::color(int file) const {
  if (options.color != When::automatic) return options.color == When::always;
  const char* refused = std::getenv("NO_COLOR");
  return isatty(file) == 1 && !(refused && *refused);
}

int Context::report(Diagnostics diagnostics) const {
  put_in_order(diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics)
    if (d.severity == Severity::error || !options.quiet)
      out += render(d, catalog, options.language, color(STDERR_FILENO));
  std::fwrite(out.data(), 1, out.size(), stderr);
  return has_errors(diagnostics) ? kWrongInput : kDone;
}

void Context::note(const std::string& text) const {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int Context::write(const std::string& bytes) const {
  return report(write_output(options.output, bytes));
}

Result<std::vector<load::Source>> Context::sources() const {
  return options.rules.empty() ? embedded_files("rules") : load::read_yaml_files(options.rules);
}

std::int64_t Context::today(const Case& input) const {
  if (options.today) return *options.today;
  const Cell& as_of = input.facility.cells[*facility_kind().find("as_of")];
  if (const auto* days = std::get_if<std::int64_t>(&as_of.value)) return *days;
  return local_today();
}

}  // namespace ruikei
