// SPDX-License-Identifier: Apache-2.0
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "commands.h"

namespace {

/// The locale that messages follow, by POSIX's order of precedence.
std::string locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return value;
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return ruikei::run({arguments + 1, arguments + count}, locale());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ruikei: internal error: %s\n", error.what());
    return ruikei::kInternalError;
  }
}
