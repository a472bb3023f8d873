// SPDX-License-Identifier: Apache-2.0
#include "load/normal_text.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace ruikei::load {

namespace {

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &out,
                                             static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(out, std::free);
  if (size < 0) return std::string(text);
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

constexpr int kNfkc = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;

}  // namespace

std::string nfkc(std::string_view text) { return mapped(text, kNfkc); }

std::string comparable(std::string_view text) {
  std::string out;
  for (const char c : mapped(text, kNfkc | UTF8PROC_CASEFOLD))
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

}  // namespace ruikei::load
