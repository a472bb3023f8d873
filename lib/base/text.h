// SPDX-License-Identifier: Apache-2.0
// Text in the program's two languages. Nothing that a person reads is written in
// code: it stands in the rule library or in text/*.yaml, always in both languages.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ruikei {

enum class Language { ja, en };

/// One text in both languages.
struct Text {
  std::string ja;
  std::string en;

  /// The text in `language`.
  const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
  bool empty() const { return ja.empty() && en.empty(); }
  bool operator==(const Text&) const = default;
};

/// Replaces `{0}`, `{1}` … in `pattern` by `args`; a number without an argument stays as it is.
std::string fill(std::string_view pattern, std::span<const std::string> args);

}  // namespace ruikei
