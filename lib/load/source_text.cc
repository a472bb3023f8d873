// SPDX-License-Identifier: Apache-2.0
// Lines are found once; columns are counted from the line's start, in code points. Masking errs on
// the side of hiding: what follows a secret's name on its line is never shown.
#include "load/source_text.h"

#include <algorithm>
#include <array>

namespace ruikei::load {
namespace {

// Lower case; looked for anywhere in a key.
constexpr std::array<std::string_view, 22> kSecretWords = {
    "password",       "passwd",       "passphrase",  "pwd",       "secret",     "pre_shared_key",
    "pre-shared-key", "presharedkey", "psk",         "community", "api_key",    "api-key",
    "apikey",         "private_key",  "private-key", "token",     "credential", "パスワード",
    "パスフレーズ",   "暗証",         "秘密鍵",      "事前共有鍵"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Bytes that may belong to a key's name, so that the end of a word's key is found.
bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// Where the value of the first secret on the line begins, or npos. A value follows `:` or `=`
// (perhaps in full width), a comma, or just a blank ("community public").
std::size_t secret_value(std::string_view line) {
  const std::string low = lower(line);
  std::size_t first = std::string::npos;
  for (const std::string_view word : kSecretWords) {
    const std::size_t found = low.find(word);
    if (found == std::string::npos) continue;
    std::size_t at = found + word.size();
    while (at < line.size() && is_name_byte(line[at]) && line.substr(at, 3) != "：") ++at;
    if (at < line.size()) first = std::min(first, at);
  }
  if (first == std::string::npos) return first;
  if (line.substr(first, 3) == "：") return first + 3;
  while (first < line.size() &&
         (is_blank(line[first]) || line[first] == '"' || line[first] == '\'' ||
          line[first] == ':' || line[first] == '=' || line[first] == ','))
    ++first;
  return first;
}

std::size_t indentation(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (is_blank(line[at]) || line[at] == '-')) ++at;
  return at;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

SourceText::SourceText(std::string name, std::string text)
    : file_(file_name(std::move(name))), text_(std::move(text)), starts_{0} {
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::string_view SourceText::line(std::size_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

Place SourceText::place(std::size_t offset, std::size_t length) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return place_on(static_cast<std::size_t>(after - starts_.begin()), offset, length);
}

Place SourceText::place_on(std::size_t line_number, std::size_t offset, std::size_t length) const {
  const std::size_t number = std::clamp<std::size_t>(line_number, 1, starts_.size());
  const std::size_t begin = starts_[number - 1];
  const std::size_t end = std::clamp(offset, begin, text_.size());
  const std::size_t before = count_code_points(std::string_view(text_).substr(begin, end - begin));
  return {file_, static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(before + 1),
          static_cast<std::uint32_t>(length)};
}

// Whether a less indented line above is a secret's key whose value stands below it.
bool SourceText::value_of_secret_above(std::size_t line_number) const {
  constexpr std::size_t kLookBack = 200;
  std::size_t inner = indentation(line(line_number));
  const std::size_t last = line_number > kLookBack ? line_number - kLookBack : 1;
  for (std::size_t number = line_number - 1; number >= last && number > 0; --number) {
    const std::string_view above = line(number);
    const std::size_t indent = indentation(above);
    if (indent == above.size() || indent >= inner) continue;
    inner = indent;
    const std::size_t value = secret_value(above);
    if (value == std::string::npos) continue;
    const std::string_view rest = above.substr(value);
    if (rest.empty() || rest[0] == '|' || rest[0] == '>' || rest[0] == '#') return true;
  }
  return false;
}

std::string SourceText::excerpt(std::size_t line_number) const {
  const std::string_view shown = line(line_number);
  if (shown.empty()) return {};
  if (value_of_secret_above(line_number)) {
    return std::string(shown.substr(0, indentation(shown))) + "***";
  }
  return mask_secrets(shown);
}

bool names_a_secret(std::string_view key) {
  const std::string low = lower(key);
  return std::any_of(kSecretWords.begin(), kSecretWords.end(),
                     [&](std::string_view word) { return low.find(word) != std::string::npos; });
}

std::string mask_secrets(std::string_view line) {
  const std::size_t value = secret_value(line);
  if (value == std::string::npos || value >= line.size()) return std::string(line);
  return std::string(line.substr(0, value)) + "***";
}

}  // namespace ruikei::load
