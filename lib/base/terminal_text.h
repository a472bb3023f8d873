// SPDX-License-Identifier: Apache-2.0
// Text as a terminal shows it: CJK characters are two columns wide, combining marks none, and
// nothing that came from a file may steer the terminal.
#pragma once

#include <string>
#include <string_view>

namespace ruikei {

/// Columns that valid UTF-8 `text` takes; a byte that is no UTF-8 counts one.
std::size_t display_width(std::string_view text);

/// `text` followed by blanks up to `columns`; longer text stays whole.
std::string pad_right(std::string_view text, std::size_t columns);

/// At most `columns` wide; what is cut ends in `…`.
std::string shorten(std::string_view text, std::size_t columns);

/// Control characters (C0, DEL, C1, bidirectional overrides) shown as `\x1b`, `\u202e`; bytes that
/// are no UTF-8 as U+FFFD. Tabs and line ends are blanks unless `keep_lines`.
std::string make_visible(std::string_view text, bool keep_lines = false);

/// Number of code points in valid UTF-8; stray bytes count one each.
std::size_t code_points(std::string_view text);

bool is_valid_utf8(std::string_view text);

}  // namespace ruikei
