// SPDX-License-Identifier: Apache-2.0
#include "base/terminal_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>

namespace ruikei {

namespace {

struct Step {
  utf8proc_int32_t character = -1;  // -1: the byte is no UTF-8
  std::size_t bytes = 1;
};

Step step(std::string_view text, std::size_t at) {
  Step out;
  const auto read =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                       static_cast<utf8proc_ssize_t>(text.size() - at), &out.character);
  if (read > 0) out.bytes = static_cast<std::size_t>(read);
  else out.character = -1;
  return out;
}

std::size_t width_of(utf8proc_int32_t character) {
  if (character < 0) return 1;
  // East Asian ambiguous characters (①, …, →) are one column in UTF-8 terminals.
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character)));
}

bool steers_terminal(utf8proc_int32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0xfeff;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Step s = step(text, at);
    columns += width_of(s.character);
    at += s.bytes;
  }
  return columns;
}

std::string pad_right(std::string_view text, std::size_t columns) {
  std::string out(text);
  const std::size_t width = display_width(text);
  if (width < columns) out.append(columns - width, ' ');
  return out;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t used = 0, at = 0;
  while (at < text.size()) {
    const Step s = step(text, at);
    const std::size_t width = width_of(s.character);
    if (used + width + 1 > columns) break;
    used += width;
    at += s.bytes;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string make_visible(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Step s = step(text, at);
    if (s.character < 0) {
      out += "\xEF\xBF\xBD";
    } else if (s.character == '\t' || s.character == '\n' || s.character == '\r') {
      if (keep_lines && s.character != '\r') out.push_back(static_cast<char>(s.character));
      else out.push_back(' ');
    } else if (steers_terminal(s.character)) {
      char escaped[12];
      std::snprintf(escaped, sizeof escaped, s.character < 0x100 ? "\\x%02x" : "\\u%04x",
                    static_cast<unsigned>(s.character));
      out += escaped;
    } else {
      out.append(text.substr(at, s.bytes));
    }
    at += s.bytes;
  }
  return out;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += step(text, at).bytes;
  return count;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Step s = step(text, at);
    if (s.character < 0) return false;
    at += s.bytes;
  }
  return true;
}

}  // namespace ruikei
