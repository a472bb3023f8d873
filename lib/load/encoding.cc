// SPDX-License-Identifier: Apache-2.0
#include "load/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <optional>

#include "base/terminal_text.h"
#include "load/problem.h"

namespace ruikei::load {

namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// The marks of UTF-32 come first: that of UTF-16LE is a prefix of one of them.
constexpr Mark kMarks[] = {
    {"\xFF\xFE\0\0"sv, "UTF-32LE"}, {"\0\0\xFE\xFF"sv, "UTF-32BE"}, {"\xEF\xBB\xBF"sv, "UTF-8"},
    {"\xFF\xFE"sv, "UTF-16LE"},     {"\xFE\xFF"sv, "UTF-16BE"},
};

struct Converted {
  std::string text;
  bool whole = false;
};

/// The text up to the first byte that breaks `encoding`.
Converted convert(std::string_view bytes, const char* encoding) {
  Converted out;
  const iconv_t how = iconv_open("UTF-8", encoding);
  if (how == reinterpret_cast<iconv_t>(-1)) return out;
  out.text.resize(bytes.size() * 4 + 16);  // no character of these encodings grows further
  char* from = const_cast<char*>(bytes.data());
  char* to = out.text.data();
  std::size_t left = bytes.size(), room = out.text.size();
  const std::size_t failed = iconv(how, &from, &left, &to, &room);
  out.whole = failed != static_cast<std::size_t>(-1) && left == 0;
  out.text.resize(static_cast<std::size_t>(to - out.text.data()));
  iconv_close(how);
  return out;
}

std::uint32_t line_at_end(std::string_view text) {
  return static_cast<std::uint32_t>(1 + std::count(text.begin(), text.end(), '\n'));
}

/// UTF-16 or UTF-32 without a mark: most of ASCII's bytes are zero, always on the same side.
const char* wide_without_mark(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.size() < 4) return nullptr;
  std::size_t zeros[4] = {};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 4] += head[i] == '\0';
  const std::size_t many = head.size() / 4 / 2;
  auto is = [&](std::size_t i) { return zeros[i] > many; };
  if (is(0) && is(1) && is(2) && !is(3)) return "UTF-32BE";
  if (is(1) && is(2) && is(3) && !is(0)) return "UTF-32LE";
  const std::size_t even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3];
  if (odd > head.size() / 8 && odd > 8 * even) return "UTF-16LE";
  if (even > head.size() / 8 && even > 8 * odd) return "UTF-16BE";
  return nullptr;
}

bool lead_byte(unsigned char c) { return (c >= 0x81 && c <= 0x9F) || (c >= 0xE0 && c <= 0xFC); }

/// Whether valid CP932 also reads like it. European encodings pass for it byte by byte: an accented
/// letter swallows the ASCII letter behind it. In Japanese text such a character stands next to
/// another one, or ends in a byte outside ASCII.
bool reads_like_cp932(std::string_view bytes) {
  bool before = false;  // the character before was outside ASCII
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0x80) {
      before = false;
      continue;
    }
    if (before) return true;
    before = true;
    if (!lead_byte(c) || i + 1 == bytes.size()) continue;
    ++i;
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) return true;
  }
  return false;
}

tl::unexpected<Diagnostics> broken(const FileName& file, std::string_view before,
                                   const char* encoding) {
  return failure(problem("X002", {file, line_at_end(before)}, {encoding}));
}

Result<DecodedText> decode_as(std::string_view bytes, const char* encoding, const FileName& file) {
  Converted converted = convert(bytes, encoding);
  if (!converted.whole) return broken(file, converted.text, encoding);
  return DecodedText{std::move(converted.text), encoding};
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t line_start = 0;
  while (line_start < bytes.size()) {
    std::size_t end = bytes.find('\n', line_start);
    end = end == std::string_view::npos ? bytes.size() : end + 1;
    if (!is_valid_utf8(bytes.substr(line_start, end - line_start))) break;
    line_start = end;
  }
  return line_start;
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, const FileName& file) {
  for (const Mark& mark : kMarks) {
    if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (mark.encoding != "UTF-8"sv) return decode_as(rest, mark.encoding, file);
    if (is_valid_utf8(rest)) return DecodedText{std::string(rest), "UTF-8"};
    return broken(file, rest.substr(0, valid_utf8_prefix(rest)), "UTF-8");
  }
  if (const char* wide = wide_without_mark(bytes)) return decode_as(bytes, wide, file);
  if (is_valid_utf8(bytes)) return DecodedText{std::string(bytes), "UTF-8"};
  if (reads_like_cp932(bytes)) {
    Converted converted = convert(bytes, "CP932");
    if (converted.whole) return DecodedText{std::move(converted.text), "CP932"};
  }
  const std::string_view good = bytes.substr(0, valid_utf8_prefix(bytes));
  return failure(problem("X001", {file, line_at_end(good)}));
}

}  // namespace ruikei::load
