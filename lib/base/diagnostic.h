// SPDX-License-Identifier: Apache-2.0
// A mistake of the user, with its place. A diagnostic carries a code and arguments, not a
// sentence: the sentence stands in text/diagnostics.yaml in both languages under that code, and
// `render` brings the two together. Readers collect all of them and go on reading.
#pragma once

#include <string>
#include <vector>

#include "base/catalog.h"
#include "base/place.h"
#include "base/text.h"

namespace ruikei {

enum class Severity { note, warning, error };

struct Diagnostic {
  std::string code;  ///< stable, such as "A012"; a key of text/diagnostics.yaml
  Severity severity = Severity::error;
  Place place = {};
  std::vector<std::string> args = {};  ///< for {0}, {1} … of the message and of the hint
  std::string excerpt = {};            ///< the source line, secrets already masked; may be empty
  std::string suggestion = {};         ///< "did you mean …", empty if nothing is near
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// Sorts by file, line and column and drops exact repeats, so that the order in which readers
/// ran does not show.
void put_in_order(Diagnostics& diagnostics);

/// `file:line:column: error[CODE]: message`, then the source line and a caret with the hint.
/// Control characters of the input are made visible, never passed on to a terminal.
std::string render(const Diagnostic& diagnostic, const Catalog& catalog, Language language,
                   bool color);

}  // namespace ruikei
