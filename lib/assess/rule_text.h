// SPDX-License-Identifier: Apache-2.0
// What an evidence rule says about one record: its text with `{field}` filled in, and the fields
// that it looked at with their values. A value that nobody gave is written `?`.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/assessment.h"
#include "model/record.h"
#include "model/schema.h"

namespace ruikei::assess {

/// `text` with `{field}` replaced by the record's values.
Text fill_fields(const Text& text, const Record& record, const Kind& kind);

/// Names between braces in either language that are no field of `kind`.
std::vector<std::string> unknown_placeholders(const Text& text, const Kind& kind);

/// The known ones of `fields`, in the kind's order.
std::vector<Fact> shown_facts(const std::set<std::string>& fields, const Record& record,
                              const Kind& kind);

/// `firmware=6.2.6, end_of_support=2023-09-28`.
std::string one_line(const std::vector<Fact>& facts);

/// True if `text` contains `name` as a word outside of string literals and not after a dot.
bool names(std::string_view text, std::string_view name);

}  // namespace ruikei::assess
