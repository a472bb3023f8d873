// SPDX-License-Identifier: Apache-2.0
// Plain structs to bytes and back, for data embedded in the program. A struct takes part by one
// function `describe(archive, value)` in its namespace that hands all its members to
// `archive.fields(…)`; it serves both directions, so they cannot differ. Reading checks every
// length and every enumerator: bytes that are cut or altered make `ok()` false, never more.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "base/place.h"

namespace ruikei {

/// Number of enumerators, for enums 0, 1, 2 …; specialise it for each enum that is archived.
template <class Enum>
inline constexpr unsigned kEnumerators = 0;

class ArchiveWriter {
 public:
  const std::string& bytes() const { return bytes_; }

  template <class... T>
  void fields(const T&... values) {
    (put(values), ...);
  }

 private:
  void put_number(std::uint64_t value);  // seven bits a byte, low ones first
  void put(std::int64_t value);
  void put(const std::string& text);
  void put(const Place& place);

  template <class T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      put_number(value ? 1 : 0);
    } else if constexpr (std::is_enum_v<T>) {
      static_assert(kEnumerators<T> > 0);
      put_number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_integral_v<T>) {
      put(static_cast<std::int64_t>(value));
    } else {
      describe(*this, value);
    }
  }
  template <class T>
  void put(const std::vector<T>& list) {
    put_number(list.size());
    for (const T& item : list) put(item);
  }

  std::string bytes_;
  std::unordered_map<std::string, std::uint64_t> files_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

  template <class... T>
  void fields(T&... values) {
    (get(values), ...);
  }

 private:
  std::uint64_t get_number();
  void get(std::int64_t& value);
  void get(std::string& text);
  void get(Place& place);

  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      value = limited(2) == 1;
    } else if constexpr (std::is_enum_v<T>) {
      static_assert(kEnumerators<T> > 0);
      value = static_cast<T>(limited(kEnumerators<T>));
    } else if constexpr (std::is_integral_v<T>) {
      std::int64_t wide = 0;
      get(wide);
      value = static_cast<T>(wide);
      if (static_cast<std::int64_t>(value) != wide) ok_ = false;
    } else {
      describe(*this, value);
    }
  }
  template <class T>
  void get(std::vector<T>& list) {
    constexpr std::size_t kBelieved =
        4096;  // a count may be wrong: no large reservation on its word
    const std::uint64_t count = get_number();
    if (count > rest_.size()) ok_ = false;  // an item takes a byte at least
    list.clear();
    if (ok_) list.reserve(std::min<std::size_t>(count, kBelieved));
    for (std::uint64_t i = 0; ok_ && i < count; ++i) get(list.emplace_back());
  }

  /// A number below `end`, else 0 and not ok.
  std::uint64_t limited(std::uint64_t end);

  std::string_view rest_;
  bool ok_ = true;
  std::vector<FileName> files_;
};

}  // namespace ruikei
