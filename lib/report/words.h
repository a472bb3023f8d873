// SPDX-License-Identifier: Apache-2.0
// Words of one language for what the model keeps as numbers: states, assurance, money, dates,
// places. All of them come from the catalog (text/screens.yaml).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalog.h"
#include "model/assessment.h"
#include "report/page.h"

namespace ruikei::report {

class Words {
 public:
  Words(const Catalog& catalog, Language language) : catalog_(catalog), language_(language) {}

  Language language() const { return language_; }
  std::string operator()(std::string_view key, std::initializer_list<std::string> args = {}) const;
  const std::string& operator()(const Text& text) const { return text.in(language_); }
  /// The text under `one` for a count of one, under `many` for others; the count is {0}.
  std::string count(std::size_t number, std::string_view one, std::string_view many) const;

  std::string state(State state) const;
  std::string assurance(Assurance assurance) const;
  std::string empty(Empty empty) const;
  std::string effort(Effort effort) const;
  std::string verdict(Verdict verdict) const;
  std::string role(Role role) const;
  std::string certainty(Certainty certainty) const;
  std::string yes_no(bool value) const;
  std::string rule_kind(Strength strength, Speaks speaks) const;  ///< "decisive, against"
  std::string levels(LevelRange range) const;                     ///< "1" or "1〜2"
  std::string date(std::int64_t days) const;
  /// An ISO date in words; anything else as it was written.
  std::string date(const std::string& written) const;
  std::string number(std::int64_t value) const;  ///< thousands separated
  std::string money(const CostRange& cost) const;
  std::string list(const std::vector<std::string>& items) const;
  /// What a rule looked at, fields and choices by their names in this language.
  std::string facts(const Ground& ground) const;

 private:
  const Catalog& catalog_;
  Language language_;
};

/// "file:line", "file", or "" for no place.
std::string place_text(const Place& place);

/// `word` as a shell takes it in one piece.
std::string shell_word(const std::string& word);

/// What colour may add to the word.
Style style_of(State state);
Style style_of(Verdict verdict);

/// The kind of empty that `value` names ("unknown", "not_asked" …), as files and proofs spell it.
std::string_view empty_id(Empty empty);
const Empty* find_empty(std::string_view value);

}  // namespace ruikei::report
