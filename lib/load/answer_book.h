// SPDX-License-Identifier: Apache-2.0
// What a library asks, and how an answer to it may be written: numbers of its scale, yes and no
// where the scale takes them, its own wording of a value, and the words for the kinds of empty. One
// place for YAML, JSON, CSV and XLSX.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/case.h"
#include "model/library.h"

namespace ruikei::load {

/// The parts that an answer may have, besides the control that it answers.
enum class AnswerPart : std::uint8_t { value, assurance, who, when, reason, note, evidence };
inline constexpr std::size_t kAnswerParts = 7;

/// `value`, `assurance` …, or a Japanese name for it.
std::optional<AnswerPart> find_answer_part(std::string_view name);
std::string_view answer_part_name(AnswerPart part);
/// Whether a column's name is that of the control's id.
bool names_control(std::string_view name);

/// One answer as written, before anything is made of it.
struct WrittenAnswer {
  struct Part {
    std::string text = {};
    Place place = {};
    bool given = false;
  };
  std::string id;
  Place id_place;
  Part parts[kAnswerParts];
  std::function<std::string(const Place&)> excerpt = {};  ///< the source line, if it can be shown

  Part& operator[](AnswerPart part) { return parts[static_cast<std::size_t>(part)]; }
  const Part& operator[](AnswerPart part) const { return parts[static_cast<std::size_t>(part)]; }
};

class AnswerBook {
 public:
  explicit AnswerBook(const Library& library);

  bool asks(std::string_view id) const;

  /// Adds the answer to `answers`. A010 no such control or question, A011 answered before, A012 no
  /// value of the scale, A013 out of range, A014 unknown assurance, A015 not applicable without a
  /// reason, A016 `hidden` is the program's own word, A017 (warning) the control's score
  /// comes from its sub-questions. False if an error was added.
  bool take(const WrittenAnswer& written, Answers& answers, Diagnostics& out) const;

 private:
  struct Asked {
    int minimum = 0, maximum = 3, need = 2;
    bool yes_no = false, from_points = false;
    std::vector<ScaleOption> options = {};
  };
  using Value = std::variant<int, Empty>;

  std::optional<Value> read_value(const Asked& asked, const WrittenAnswer& written,
                                  Diagnostics& out) const;
  std::optional<int> option_value(const Asked& asked, std::string_view text) const;

  std::map<std::string, Asked, std::less<>> asked_;
  std::vector<std::string> ids_;
};

}  // namespace ruikei::load
