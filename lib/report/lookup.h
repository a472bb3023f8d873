// SPDX-License-Identifier: Apache-2.0
// Finds a thing of the library or of an assessment by its id. An assessment may name what the
// library does not have (another version), so nothing here assumes that it is there.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "model/library.h"

namespace ruikei::report {

template <class T>
const T* find_id(const std::vector<T>& all, std::string_view id) {
  auto at = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return at == all.end() ? nullptr : &*at;
}

/// The contradictions of one control, in order.
inline std::vector<const Contradiction*> contradictions_of(const Assessment& assessment,
                                                           std::string_view control) {
  std::vector<const Contradiction*> out;
  for (const auto& one : assessment.contradictions)
    if (one.control == control) out.push_back(&one);
  return out;
}

template <class T>
bool contains(const std::vector<T>& all, std::string_view value) {
  return std::find(all.begin(), all.end(), value) != all.end();
}

}  // namespace ruikei::report
