// SPDX-License-Identifier: Apache-2.0
// Numbers are varints (signed ones zigzag), texts have their length before them. A file name is
// written once, later places give its number.
#include "model/archive.h"

namespace ruikei {

void ArchiveWriter::put_number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
  bytes_.push_back(static_cast<char>(value));
}

void ArchiveWriter::put(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  put_number((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ArchiveWriter::put(const std::string& text) {
  put_number(text.size());
  bytes_ += text;
}

void ArchiveWriter::put(const Place& place) {
  if (!place.file) return put_number(0);
  const auto [at, is_new] = files_.try_emplace(*place.file, files_.size() + 1);
  put_number(at->second);
  if (is_new) put(*place.file);
  put_number(place.line);
  put_number(place.column);
  put_number(place.length);
}

std::uint64_t ArchiveReader::get_number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  ok_ = false;
  return 0;
}

std::uint64_t ArchiveReader::limited(std::uint64_t end) {
  const std::uint64_t value = get_number();
  if (value < end) return value;
  ok_ = false;
  return 0;
}

void ArchiveReader::get(std::int64_t& value) {
  const std::uint64_t bits = get_number();
  value = static_cast<std::int64_t>((bits >> 1) ^ (bits & 1 ? ~std::uint64_t{0} : 0));
}

void ArchiveReader::get(std::string& text) {
  const std::uint64_t size = get_number();
  if (!ok_ || size > rest_.size()) {
    ok_ = false;
    text.clear();
    return;
  }
  text.assign(rest_.substr(0, size));
  rest_.remove_prefix(size);
}

void ArchiveReader::get(Place& place) {
  constexpr std::uint64_t kNumberEnd = std::uint64_t{1} << 32;
  place = {};
  const std::uint64_t number = limited(files_.size() + 2);
  if (number == 0) return;
  if (number == files_.size() + 1) {
    std::string name;
    get(name);
    files_.push_back(file_name(std::move(name)));
  }
  place.file = files_[number - 1];
  place.line = static_cast<std::uint32_t>(limited(kNumberEnd));
  place.column = static_cast<std::uint32_t>(limited(kNumberEnd));
  place.length = static_cast<std::uint32_t>(limited(kNumberEnd));
}

}  // namespace ruikei
