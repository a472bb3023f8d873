// SPDX-License-Identifier: Apache-2.0
// Where something stands in a file: every value that a result rests on carries one, so
// that each statement can be walked back to `file:line`.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace ruikei {

/// A file name shared by all places in that file.
using FileName = std::shared_ptr<const std::string>;

inline FileName file_name(std::string name) {
  return std::make_shared<const std::string>(std::move(name));
}

/// Line and column count from 1, the column in characters (code points); 0 means "the file as
/// a whole". `length` is the number of characters to underline, 0 when not known.
struct Place {
  FileName file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  const std::string& name() const {
    static const std::string none;
    return file ? *file : none;
  }
  bool operator==(const Place& other) const {
    return name() == other.name() && line == other.line && column == other.column;
  }
};

}  // namespace ruikei
