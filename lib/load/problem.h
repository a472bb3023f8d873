// SPDX-License-Identifier: Apache-2.0
// A diagnostic in one line, for readers whose formats have no source line to show.
#pragma once

#include "base/diagnostic.h"

namespace ruikei::load {

inline Diagnostic problem(std::string code, Place place, std::vector<std::string> args = {}) {
  Diagnostic out;
  out.code = std::move(code);
  out.place = std::move(place);
  out.args = std::move(args);
  return out;
}

/// The same as a warning.
inline Diagnostic warning(std::string code, Place place, std::vector<std::string> args = {}) {
  Diagnostic out = problem(std::move(code), std::move(place), std::move(args));
  out.severity = Severity::warning;
  return out;
}

}  // namespace ruikei::load
