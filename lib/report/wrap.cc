// SPDX-License-Identifier: Apache-2.0
#include "report/wrap.h"

#include <algorithm>
#include <iterator>

#include "base/terminal_text.h"

namespace ruikei::report {

namespace {

using std::string_view;

// Kinsoku: marks that must not begin a line, and those that must not end one.
constexpr string_view kNoStart[] = {
    "。", "、", "，", "．", "・", "：", "；", "？", "！", "）", "」", "』", "】", "〉",
    "》", "］", "｝", "〕", "ー", "々", "ゝ", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ",
    "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "〜", "～", "…",
    "”",  "’",  "%",  "％", ")",  "]",  "}",  ",",  ".",  ":",  ";",  "!",  "?"};
constexpr string_view kNoEnd[] = {"（", "「", "『", "【", "〈", "《", "［",
                                  "｛", "〔", "“",  "‘",  "(",  "[",  "{"};

struct Unit {  // a piece that is never broken; blanks are units of their own
  std::string text;
  std::size_t width = 0;
  bool blank = false;
};

std::size_t character_bytes(string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

bool any_of(string_view character, const string_view* begin, const string_view* end) {
  return std::find(begin, end, character) != end;
}

/// True if `next` may not be parted from `previous`.
bool sticks(string_view previous, string_view next) {
  if (any_of(next, std::begin(kNoStart), std::end(kNoStart))) return true;
  if (any_of(previous, std::begin(kNoEnd), std::end(kNoEnd))) return true;
  if (display_width(next) == 0) return true;  // a combining mark
  return display_width(previous) <= 1 && display_width(next) == 1;
}

std::vector<Unit> units_of(string_view text) {
  std::vector<Unit> units;
  string_view previous;
  for (std::size_t at = 0; at < text.size();) {
    const string_view character = text.substr(at, character_bytes(text, at));
    at += character.size();
    const bool blank = character == " ";
    const bool joins =
        !units.empty() &&
        (blank ? units.back().blank : !units.back().blank && sticks(previous, character));
    if (!joins) units.push_back({"", 0, blank});
    units.back().text += character;
    units.back().width += display_width(character);
    previous = character;
  }
  return units;
}

/// Cuts `unit` so that the first piece is at most `room` wide.
std::string cut(Unit& unit, std::size_t room) {
  std::size_t at = 0, used = 0;
  while (at < unit.text.size()) {
    const std::size_t bytes = character_bytes(unit.text, at);
    const std::size_t width = display_width(string_view(unit.text).substr(at, bytes));
    if (at > 0 && used + width > room) break;
    used += width;
    at += bytes;
  }
  std::string head = unit.text.substr(0, at);
  unit.text.erase(0, at);
  unit.width -= std::min(unit.width, used);
  return head;
}

void trim(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

}  // namespace

std::vector<std::string> wrap(string_view text, std::size_t columns, bool hard) {
  columns = std::max<std::size_t>(columns, 2);
  std::vector<std::string> lines(1);
  if (display_width(text) <= columns) {  // most texts are short
    lines[0] = text;
    trim(lines[0]);
    return lines;
  }
  std::size_t used = 0;
  auto next_line = [&] {
    trim(lines.back());
    lines.emplace_back();
    used = 0;
  };
  for (Unit& unit : units_of(text)) {
    if (unit.blank) {
      if (used == 0 && lines.size() > 1) continue;
    } else if (used > 0 && used + unit.width > columns) {
      next_line();
    }
    while (hard && unit.width > columns) {
      lines.back() += cut(unit, columns);
      next_line();
    }
    lines.back() += unit.text;
    used += unit.width;
  }
  trim(lines.back());
  return lines;
}

}  // namespace ruikei::report
