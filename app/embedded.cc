// SPDX-License-Identifier: Apache-2.0
#include "embedded.h"

#include <charconv>

extern "C" {
extern const char ruikei_library_begin[];
extern const char ruikei_library_end[];
extern const char ruikei_files_begin[];
extern const char ruikei_files_end[];
}

namespace ruikei {

namespace {

/// Takes a line off the front of `rest`.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

}  // namespace

std::string_view embedded_library() {
  return {ruikei_library_begin,
          static_cast<std::size_t>(ruikei_library_end - ruikei_library_begin)};
}

std::vector<load::Source> embedded_files(std::string_view folder) {
  // As tools/embed.cc writes them: a line with the name, a line with the size, the bytes.
  std::string_view rest(ruikei_files_begin,
                        static_cast<std::size_t>(ruikei_files_end - ruikei_files_begin));
  std::vector<load::Source> out;
  while (!rest.empty()) {
    const std::string_view name = take_line(rest);
    const std::string_view digits = take_line(rest);
    std::size_t size = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    size = std::min(size, rest.size());
    if (name.size() > folder.size() && name.substr(0, folder.size()) == folder &&
        name[folder.size()] == '/')
      out.push_back({.name = std::string(name),
                     .text = std::string(rest.substr(0, size)),
                     .path = std::string(name.substr(folder.size() + 1))});
    rest.remove_prefix(size);
  }
  return out;
}

}  // namespace ruikei
