// SPDX-License-Identifier: Apache-2.0
// One case of the expression language as one line of JSON, in the form of the conformance suite:
// in go `expr`, `bindings`, `declared`, `dynamic`; out comes a value with its type, or why there
// is none: {"value":{"int":1}}, {"unknown":true}, {"error":"…"}, {"refused":"…"}.
#pragma once

#include <string>
#include <string_view>

#include "cel/value.h"

namespace ruikei {

/// A value in that form.
std::string answer_json(const cel::Value& value);

/// Never throws; a line that cannot be read gives {"error":…}.
std::string evaluate_json_line(std::string_view line);

}  // namespace ruikei
