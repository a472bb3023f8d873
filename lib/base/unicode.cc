// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace ruikei {

namespace {

constexpr int kNfkc = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &out,
                                             static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(out, std::free);
  if (size < 0) return std::string(text);
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  Character out;
  if (static_cast<unsigned char>(text[at]) < 0x80) {  // most of a report; saves the call
    out.code_point = text[at];
    return out;
  }
  const auto read =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                       static_cast<utf8proc_ssize_t>(text.size() - at), &out.code_point);
  if (read > 0) out.bytes = static_cast<std::size_t>(read);
  else out.code_point = -1;
  return out;
}

std::size_t columns_of(std::int32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7f) return 1;
  const bool kana = code_point >= 0x3041 && code_point <= 0x3096;
  if (kana || (code_point >= 0x4e00 && code_point <= 0x9fff)) return 2;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

std::string nfkc(std::string_view text) { return mapped(text, kNfkc); }

std::string nfkc_case_folded(std::string_view text) {
  return mapped(text, kNfkc | UTF8PROC_CASEFOLD);
}

}  // namespace ruikei
