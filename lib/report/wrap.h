// SPDX-License-Identifier: Apache-2.0
// Breaks text into lines by display columns: between CJK characters and at blanks, never inside an
// ASCII word or number, no closing mark (。、」)) at the start and no opening one at the end of a
// line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ruikei::report {

/// At least one line. A word wider than `columns` stays whole unless `hard`, then it is cut.
std::vector<std::string> wrap(std::string_view text, std::size_t columns, bool hard = false);

}  // namespace ruikei::report
