// SPDX-License-Identifier: Apache-2.0
// Typed reading of YAML trees. Every getter that fails adds a diagnostic with place and source line
// and returns a harmless value, so that one pass finds all mistakes; look at has_errors at the end.
// The field's type decides what a text means: in an integer field `010` is ten, in a boolean
// field `NO` is false (true/false/yes/no/on/off in any letter case).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "load/yaml_reader.h"

namespace ruikei::load {

// Single values. Nothing is returned, and the diagnostic added, when the node is no such value.
// Y025 empty, Y022 not a single value, Y026 no integer, Y027 out of range, Y028 no boolean,
// Y029 none of the words, Y030 no date.
std::optional<std::string> as_text(const YamlNode& node, Diagnostics& diagnostics);
std::optional<std::int64_t> as_integer(
    const YamlNode& node, Diagnostics& diagnostics,
    std::int64_t low = std::numeric_limits<std::int64_t>::min(),
    std::int64_t high = std::numeric_limits<std::int64_t>::max());
std::optional<bool> as_boolean(const YamlNode& node, Diagnostics& diagnostics);
/// Days since 1970-01-01 of `YYYY-MM-DD`.
std::optional<std::int64_t> as_date(const YamlNode& node, Diagnostics& diagnostics);
/// Number of the word in `words`, spelled exactly so.
std::optional<std::size_t> as_word(const YamlNode& node, std::span<const std::string_view> words,
                                   Diagnostics& diagnostics);
/// `{ja: …, en: …}`, both given and not empty.
std::optional<Text> as_both(const YamlNode& node, Diagnostics& diagnostics);
/// A list of texts; a single text is an error (Y021).
std::optional<std::vector<std::string>> as_texts(const YamlNode& node, Diagnostics& diagnostics);

// Plain conversions of a text, for readers of other formats.
std::optional<std::int64_t> parse_integer(std::string_view text);  ///< [+-]digits, no more
std::optional<bool> parse_boolean(std::string_view text);

/// Reads a mapping key by key, then `finish()` reports the keys that nobody asked for (Y023, with
/// the nearest known one). Getters without `_or`/`optional_` report a missing key (Y024). A key
/// without a value counts as left out for the optional getters. If the node is no mapping, that is
/// reported once (Y020) and every getter stays silent.
class MapReader {
 public:
  MapReader(const YamlNode& node, Diagnostics& diagnostics);

  bool ok() const { return node_.is_mapping(); }
  bool has(
      std::string_view key) const;  ///< is there, and with a value; does not count as asked for
  const YamlNode& node() const { return node_; }
  Place place() const { return node_.place; }
  Place key_place(std::string_view key) const;  ///< the mapping's place if there is no such key

  const YamlNode* child(std::string_view key);           ///< nullptr if missing
  const YamlNode* optional_child(std::string_view key);  ///< nullptr if missing or null

  std::string text(std::string_view key);  ///< not empty
  std::string text_or(std::string_view key, std::string fallback = {});
  std::int64_t integer(std::string_view key,
                       std::int64_t low = std::numeric_limits<std::int64_t>::min(),
                       std::int64_t high = std::numeric_limits<std::int64_t>::max());
  std::int64_t integer_or(std::string_view key, std::int64_t fallback,
                          std::int64_t low = std::numeric_limits<std::int64_t>::min(),
                          std::int64_t high = std::numeric_limits<std::int64_t>::max());
  bool boolean(std::string_view key);
  bool boolean_or(std::string_view key, bool fallback);
  Text both(std::string_view key);
  Text both_or_none(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<std::string> texts_or_none(std::string_view key);
  /// Items of a sequence (Y021 if it is none).
  std::span<const YamlNode> list(std::string_view key);
  std::span<const YamlNode> list_or_none(std::string_view key);

  /// An enumeration whose enumerators 0, 1, 2 … are spelled as in `words`.
  template <class Enum>
  Enum word(std::string_view key, std::span<const std::string_view> words) {
    return static_cast<Enum>(word_number(child(key), words, 0));
  }
  template <class Enum>
  Enum word_or(std::string_view key, std::span<const std::string_view> words, Enum fallback) {
    return static_cast<Enum>(
        word_number(optional_child(key), words, static_cast<std::size_t>(fallback)));
  }

  /// A diagnostic of the caller's own, at the value of `key` (at the mapping if there is none).
  void report(std::string_view key, std::string code, std::vector<std::string> args = {},
              std::string suggestion = {});

  void finish();

 private:
  std::size_t word_number(const YamlNode* node, std::span<const std::string_view> words,
                          std::size_t fallback);

  const YamlNode& node_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

}  // namespace ruikei::load
