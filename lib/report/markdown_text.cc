// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_text.h"

#include <algorithm>

#include "base/terminal_text.h"

namespace ruikei::report {

std::string md(std::string_view text) {
  // `_` inside a word, `.` and `-` are no markup in CommonMark; escaping them would only hurt
  // reading.
  static constexpr std::string_view kMarkup = "\\`*[]<>|#~";
  const std::string visible = make_visible(text);
  std::string out;
  for (std::size_t i = 0; i < visible.size(); ++i) {
    const char c = visible[i];
    const auto next = i + 1 < visible.size() ? visible[i + 1] : ' ';
    const bool word_edge = c == '_' && (i == 0 || visible[i - 1] == ' ' || next == ' ');
    if (c == '<' || c == '>' || c == '&') out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
    else if (kMarkup.find(c) != std::string_view::npos || word_edge) out += std::string("\\") + c;
    else out += c;
  }
  return out;
}

std::string md_code(std::string_view text, bool in_table) {
  std::string shown;
  std::size_t run = 0, longest = 0;
  for (const char c : make_visible(text)) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    if (in_table && c == '|') shown += '\\';
    shown += c;
  }
  const std::string fence(longest + 1, '`');
  const bool edge = !shown.empty() && (shown.front() == '`' || shown.back() == '`');
  return edge ? fence + " " + shown + " " + fence : fence + shown + fence;
}

std::string md_link(std::string_view text) {
  const bool web = text.substr(0, 8) == "https://" || text.substr(0, 7) == "http://";
  const std::string shown = make_visible(text);
  const bool plain = shown == text && text.find_first_of(" <>\"|") == std::string_view::npos;
  return web && plain ? "<" + shown + ">" : md(text);
}

MdTable::MdTable(const std::vector<std::string>& heads) {
  add(heads);
  for (std::size_t i = 0; i < heads.size(); ++i) out_ += "|---";
  out_ += "|\n";
}

void MdTable::add(const std::vector<std::string>& cells) {
  for (const auto& cell : cells) out_ += "| " + cell + (cell.empty() ? "" : " ");
  out_ += "|\n";
}

}  // namespace ruikei::report
