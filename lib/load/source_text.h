// SPDX-License-Identifier: Apache-2.0
// One text being read: finds lines and columns (in characters) and gives the line to show under a
// message. A line that seems to hold a password, key or community is shown with `***` instead.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace ruikei::load {

class SourceText {
 public:
  SourceText(std::string name, std::string text);

  const FileName& file() const { return file_; }
  std::string_view text() const { return text_; }
  std::size_t line_count() const { return starts_.size(); }

  /// Line `number` (from 1) without its end; "" if there is none.
  std::string_view line(std::size_t number) const;

  /// The place of a byte offset, `length` characters long.
  Place place(std::size_t offset, std::size_t length = 0) const;
  /// The same when the line is known; cheap for offsets that only grow.
  Place place_on(std::size_t line_number, std::size_t offset, std::size_t length = 0) const;

  /// The line as it may be shown: secrets masked.
  std::string excerpt(std::size_t line_number) const;

 private:
  bool value_of_secret_above(std::size_t line_number) const;

  FileName file_;
  std::string text_;
  std::vector<std::uint32_t> starts_;
};

using SharedText = std::shared_ptr<const SourceText>;

/// Whether a key's name says that its value is a secret (`password`, `community`, `暗証番号` …).
bool names_a_secret(std::string_view key);

/// `line` with the value behind every such key replaced by `***` up to the end of the line.
std::string mask_secrets(std::string_view line);

}  // namespace ruikei::load
