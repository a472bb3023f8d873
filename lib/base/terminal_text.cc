// SPDX-License-Identifier: Apache-2.0
#include "base/terminal_text.h"

#include <cstdio>

#include "base/unicode.h"

namespace ruikei {

namespace {

std::size_t width_of(std::int32_t character) { return character < 0 ? 1 : columns_of(character); }

bool steers_terminal(std::int32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0xfeff;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character s = character_at(text, at);
    columns += width_of(s.code_point);
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
    const Character s = character_at(text, at);
    const std::size_t width = width_of(s.code_point);
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
    const Character s = character_at(text, at);
    if (s.code_point < 0) {
      out += "\xEF\xBF\xBD";
    } else if (s.code_point == '\t' || s.code_point == '\n' || s.code_point == '\r') {
      if (keep_lines && s.code_point != '\r') out.push_back(static_cast<char>(s.code_point));
      else out.push_back(' ');
    } else if (steers_terminal(s.code_point)) {
      char escaped[12];
      std::snprintf(escaped, sizeof escaped, s.code_point < 0x100 ? "\\x%02x" : "\\u%04x",
                    static_cast<unsigned>(s.code_point));
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
  for (std::size_t at = 0; at < text.size(); ++count) at += character_at(text, at).bytes;
  return count;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character s = character_at(text, at);
    if (s.code_point < 0) return false;
    at += s.bytes;
  }
  return true;
}

}  // namespace ruikei
