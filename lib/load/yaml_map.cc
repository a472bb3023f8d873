// SPDX-License-Identifier: Apache-2.0
#include "load/yaml_map.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/spelling.h"
#include "model/schema.h"

namespace ruikei::load {
namespace {

constexpr std::size_t kLongestShown = 60;  // bytes of a wrong value that a message repeats

// The wrong value as an argument of a message.
std::string shown(const std::string& text) {
  if (text.size() <= kLongestShown) return text;
  std::size_t end = kLongestShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string join(std::span<const std::string> words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

std::vector<std::string> strings(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

bool is_text(const YamlNode& node, Diagnostics& diagnostics) {
  if (node.is_null() || (node.is_scalar() && node.text.empty())) {
    diagnostics.push_back(diagnostic_at(node, "Y025"));
    return false;
  }
  if (!node.is_scalar()) {
    diagnostics.push_back(diagnostic_at(node, "Y022"));
    return false;
  }
  return true;
}

bool is_sequence(const YamlNode& node, Diagnostics& diagnostics) {
  if (node.is_sequence()) return true;
  diagnostics.push_back(diagnostic_at(node, node.is_null() ? "Y025" : "Y021"));
  return false;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  const bool plus = !text.empty() && text[0] == '+';
  const std::string_view digits = plus ? text.substr(1) : text;
  if (digits.empty() || (plus && digits[0] == '-')) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<bool> parse_boolean(std::string_view text) {
  std::string low(text);
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (low == "true" || low == "yes" || low == "on") return true;
  if (low == "false" || low == "no" || low == "off") return false;
  return std::nullopt;
}

std::optional<std::string> as_text(const YamlNode& node, Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return std::nullopt;
  return node.text;
}

std::optional<std::int64_t> as_integer(const YamlNode& node, Diagnostics& diagnostics,
                                       std::int64_t low, std::int64_t high) {
  if (!is_text(node, diagnostics)) return std::nullopt;
  const auto value = parse_integer(node.text);
  if (!value) {
    diagnostics.push_back(diagnostic_at(node, "Y026", {shown(node.text)}));
  } else if (*value < low || *value > high) {
    diagnostics.push_back(diagnostic_at(
        node, "Y027", {std::to_string(*value), std::to_string(low), std::to_string(high)}));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> as_boolean(const YamlNode& node, Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return std::nullopt;
  const auto value = parse_boolean(node.text);
  if (!value) diagnostics.push_back(diagnostic_at(node, "Y028", {shown(node.text)}));
  return value;
}

std::optional<std::int64_t> as_date(const YamlNode& node, Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return std::nullopt;
  const auto value = parse_iso_date(node.text);
  if (!value) diagnostics.push_back(diagnostic_at(node, "Y030", {shown(node.text)}));
  return value;
}

std::optional<std::size_t> as_word(const YamlNode& node, std::span<const std::string_view> words,
                                   Diagnostics& diagnostics) {
  if (!is_text(node, diagnostics)) return std::nullopt;
  const auto at = std::find(words.begin(), words.end(), node.text);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  const std::vector<std::string> known = strings(words);
  diagnostics.push_back(
      diagnostic_at(node, "Y029", {shown(node.text), join(known)}, nearest(node.text, known)));
  return std::nullopt;
}

std::optional<Text> as_both(const YamlNode& node, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  MapReader map(node, diagnostics);
  Text text{map.text("ja"), map.text("en")};
  map.finish();
  if (diagnostics.size() != before) return std::nullopt;
  return text;
}

std::optional<std::vector<std::string>> as_texts(const YamlNode& node, Diagnostics& diagnostics) {
  if (!is_sequence(node, diagnostics)) return std::nullopt;
  std::vector<std::string> texts;
  for (const YamlNode& item : node.items)
    if (auto text = as_text(item, diagnostics)) texts.push_back(std::move(*text));
  return texts;
}

MapReader::MapReader(const YamlNode& node, Diagnostics& diagnostics)
    : node_(node), diagnostics_(diagnostics) {
  if (node.is_mapping()) return;
  diagnostics.push_back(diagnostic_at(node, node.is_null() ? "Y025" : "Y020"));
}

bool MapReader::has(std::string_view key) const {
  const YamlNode* node = node_.find(key);
  return node && !node->is_null();
}

Place MapReader::key_place(std::string_view key) const {
  for (const YamlKey& known : node_.keys)
    if (known.text == key) return known.place;
  return node_.place;
}

const YamlNode* MapReader::child(std::string_view key) {
  asked_.emplace_back(key);
  const YamlNode* node = node_.find(key);
  if (!node && ok()) diagnostics_.push_back(diagnostic_at(node_, "Y024", {std::string(key)}));
  return node;
}

const YamlNode* MapReader::optional_child(std::string_view key) {
  asked_.emplace_back(key);
  const YamlNode* node = node_.find(key);
  return node && !node->is_null() ? node : nullptr;
}

std::string MapReader::text(std::string_view key) {
  const YamlNode* node = child(key);
  return node ? as_text(*node, diagnostics_).value_or("") : "";
}

std::string MapReader::text_or(std::string_view key, std::string fallback) {
  const YamlNode* node = optional_child(key);
  return node ? as_text(*node, diagnostics_).value_or("") : std::move(fallback);
}

std::int64_t MapReader::integer(std::string_view key, std::int64_t low, std::int64_t high) {
  const YamlNode* node = child(key);
  return node ? as_integer(*node, diagnostics_, low, high).value_or(0) : 0;
}

std::int64_t MapReader::integer_or(std::string_view key, std::int64_t fallback, std::int64_t low,
                                   std::int64_t high) {
  const YamlNode* node = optional_child(key);
  return node ? as_integer(*node, diagnostics_, low, high).value_or(fallback) : fallback;
}

bool MapReader::boolean(std::string_view key) {
  const YamlNode* node = child(key);
  return node && as_boolean(*node, diagnostics_).value_or(false);
}

bool MapReader::boolean_or(std::string_view key, bool fallback) {
  const YamlNode* node = optional_child(key);
  return node ? as_boolean(*node, diagnostics_).value_or(fallback) : fallback;
}

Text MapReader::both(std::string_view key) {
  const YamlNode* node = child(key);
  return node ? as_both(*node, diagnostics_).value_or(Text{}) : Text{};
}

Text MapReader::both_or_none(std::string_view key) {
  const YamlNode* node = optional_child(key);
  return node ? as_both(*node, diagnostics_).value_or(Text{}) : Text{};
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  const YamlNode* node = child(key);
  return node ? as_texts(*node, diagnostics_).value_or(std::vector<std::string>{})
              : std::vector<std::string>{};
}

std::vector<std::string> MapReader::texts_or_none(std::string_view key) {
  const YamlNode* node = optional_child(key);
  return node ? as_texts(*node, diagnostics_).value_or(std::vector<std::string>{})
              : std::vector<std::string>{};
}

std::span<const YamlNode> MapReader::list(std::string_view key) {
  const YamlNode* node = child(key);
  return node && is_sequence(*node, diagnostics_) ? std::span<const YamlNode>(node->items)
                                                  : std::span<const YamlNode>();
}

std::span<const YamlNode> MapReader::list_or_none(std::string_view key) {
  const YamlNode* node = optional_child(key);
  return node && is_sequence(*node, diagnostics_) ? std::span<const YamlNode>(node->items)
                                                  : std::span<const YamlNode>();
}

void MapReader::report(std::string_view key, std::string code, std::vector<std::string> args,
                       std::string suggestion) {
  const YamlNode* node = node_.find(key);
  diagnostics_.push_back(
      diagnostic_at(node ? *node : node_, std::move(code), std::move(args), std::move(suggestion)));
}

void MapReader::finish() {
  for (const YamlKey& key : node_.keys) {
    if (std::find(asked_.begin(), asked_.end(), key.text) != asked_.end()) continue;
    diagnostics_.push_back(diagnostic_at(node_, key.place, "Y023", {shown(key.text), join(asked_)},
                                         nearest(key.text, asked_)));
  }
}

std::size_t MapReader::word_number(const YamlNode* node, std::span<const std::string_view> words,
                                   std::size_t fallback) {
  return node ? as_word(*node, words, diagnostics_).value_or(fallback) : fallback;
}

}  // namespace ruikei::load
