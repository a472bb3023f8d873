// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <charconv>

namespace ruikei {

std::string fill(std::string_view pattern, std::span<const std::string> args) {
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    out.append(pattern.substr(at, open - at));
    if (open == pattern.size()) break;
    std::size_t number = 0;
    const char* last = pattern.data() + pattern.size();
    auto [end, error] = std::from_chars(pattern.data() + open + 1, last, number);
    if (error == std::errc{} && end != last && *end == '}' && number < args.size()) {
      out.append(args[number]);
      at = static_cast<std::size_t>(end - pattern.data()) + 1;
    } else {
      out.push_back('{');
      at = open + 1;
    }
  }
  return out;
}

}  // namespace ruikei
