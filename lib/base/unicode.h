// SPDX-License-Identifier: Apache-2.0
// What Unicode says of characters, through utf8proc (the only place that names it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ruikei {

/// One character of UTF-8 text: its code point, -1 for a byte that is no UTF-8, and its bytes.
struct Character {
  std::int32_t code_point = -1;
  std::size_t bytes = 1;
};

/// The character that starts at byte `at`, which must lie inside `text`.
Character character_at(std::string_view text, std::size_t at);

/// Terminal columns of a code point: 2 for wide CJK, 0 for combining marks. East Asian ambiguous
/// characters (①, …, →) take one, as in UTF-8 terminals.
std::size_t columns_of(std::int32_t code_point);

/// Compatibility form (NFKC) of valid UTF-8: `ＶＰＮ①` is `VPN1`, `ﾙｰﾀ` is `ルータ`. Text that is
/// no UTF-8 comes back as it is.
std::string nfkc(std::string_view text);

/// The same with letter case folded.
std::string nfkc_case_folded(std::string_view text);

}  // namespace ruikei
