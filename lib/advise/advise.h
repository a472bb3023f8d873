// SPDX-License-Identifier: Apache-2.0
// Asks `assess` again with changes: which single change would alter a statement. Pure.
#pragma once

#include <string>
#include <vector>

#include "assess/assess.h"
#include "model/proof.h"

namespace ruikei::advise {

/// The subjects called `id` ("level" or an id of the library); none if there is no such thing, and
/// more than one if, say, a gate and a domain share the name.
std::vector<Subject> find_subject(const Library& library, const std::string& id);

/// All changes of a single control (answered and proven anew) that alter the statement about
/// `subject`, in the library's order.
std::vector<Change> single_changes(const assess::Assessor& assessor, const Case& input,
                                   std::int64_t today, const Subject& subject);

/// The case with control `id` supposed to be at `score`, whatever the evidence says of it.
Case with_answer(const Case& input, const std::string& id, int score);

}  // namespace ruikei::advise
