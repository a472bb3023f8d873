// SPDX-License-Identifier: Apache-2.0
// "Did you mean …?": the nearest of a set of known words.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ruikei {

/// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, by bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word of `known` nearest to `word`, letter case ignored, or "" if none is within a third of
/// its length (at least one edit). Ties go to the earlier word.
std::string nearest(std::string_view word, std::span<const std::string> known);

}  // namespace ruikei
