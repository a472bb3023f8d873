// SPDX-License-Identifier: Apache-2.0
// A first look over XML before it is parsed: what the parser would take without a word (declared or
// undefined entities, elements left open, any depth) is found here, with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ruikei::load {

struct XmlFault {
  const char* code;
  std::size_t offset;
  std::string arg = {};
};

/// The first fault of UTF-8 `text`, or nothing.
std::optional<XmlFault> check_xml(std::string_view text, std::size_t max_depth);

}  // namespace ruikei::load
