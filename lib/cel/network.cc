// SPDX-License-Identifier: Apache-2.0
#include "cel/network.h"

#include <algorithm>
#include <charconv>

namespace ruikei::cel {

namespace {

bool read_v4(std::string_view text, std::uint8_t* out) {
  for (int part = 0; part < 4; ++part) {
    const std::size_t dot = text.find('.');
    if ((dot == std::string_view::npos) != (part == 3)) return false;
    const std::string_view digits = text.substr(0, dot);
    unsigned number = 0;
    if (digits.empty() || digits.size() > 3 || (digits.size() > 1 && digits[0] == '0'))
      return false;
    for (const char c : digits) {
      if (c < '0' || c > '9') return false;
      number = number * 10 + static_cast<unsigned>(c - '0');
    }
    if (number > 255) return false;
    out[part] = static_cast<std::uint8_t>(number);
    if (part < 3) text.remove_prefix(dot + 1);
  }
  return true;
}

/// Groups of hexadecimal digits, the last perhaps dotted decimal; how many bytes, or -1.
int read_groups(std::string_view text, std::uint8_t* out) {
  int bytes = 0;
  if (text.empty()) return 0;
  for (;;) {
    const std::size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    if (colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
      if (bytes > 12 || !read_v4(group, out + bytes)) return -1;
      return bytes + 4;
    }
    if (group.empty() || group.size() > 4 || bytes > 14) return -1;
    unsigned number = 0;
    const auto read = std::from_chars(group.data(), group.data() + group.size(), number, 16);
    if (read.ec != std::errc{} || read.ptr != group.data() + group.size()) return -1;
    out[bytes++] = static_cast<std::uint8_t>(number >> 8);
    out[bytes++] = static_cast<std::uint8_t>(number & 255);
    if (colon == std::string_view::npos) return bytes;
    text.remove_prefix(colon + 1);
  }
}

bool is_mapped(const std::array<std::uint8_t, 16>& bytes) {
  for (int i = 0; i < 10; ++i)
    if (bytes[static_cast<std::size_t>(i)] != 0) return false;
  return bytes[10] == 0xFF && bytes[11] == 0xFF;
}

unsigned group_of(const Ip& ip, std::size_t number) {
  return static_cast<unsigned>(ip.bytes[number * 2]) << 8 | ip.bytes[number * 2 + 1];
}

std::string write_v6(const Ip& ip) {
  // The longest run of zero groups, two at least and the first of equals, becomes `::`.
  std::size_t best = 8, longest = 1;
  for (std::size_t i = 0; i < 8; ++i) {
    std::size_t end = i;
    while (end < 8 && group_of(ip, end) == 0) ++end;
    if (end - i > longest) {
      best = i;
      longest = end - i;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == best) {
      out += "::";
      i += longest - 1;
      continue;
    }
    if (!out.empty() && out.back() != ':') out += ':';
    char digits[4];
    const auto end = std::to_chars(digits, digits + 4, group_of(ip, i), 16);
    out.append(digits, end.ptr);
  }
  return out;
}

}  // namespace

std::optional<Ip> read_ip(std::string_view text) {
  Ip out;
  out.v6 = text.find(':') != std::string_view::npos;
  if (!out.v6) return read_v4(text, out.bytes.data()) ? std::optional(out) : std::nullopt;
  std::uint8_t head[16] = {}, tail[16] = {};
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    if (read_groups(text, out.bytes.data()) != 16) return std::nullopt;
  } else {
    const int before = read_groups(text.substr(0, gap), head);
    const int after = read_groups(text.substr(gap + 2), tail);
    const bool dotted_head = text.substr(0, gap).find('.') != std::string_view::npos;
    if (before < 0 || after < 0 || before + after > 14 || dotted_head) return std::nullopt;
    for (int i = 0; i < before; ++i) out.bytes[static_cast<std::size_t>(i)] = head[i];
    for (int i = 0; i < after; ++i) out.bytes[static_cast<std::size_t>(16 - after + i)] = tail[i];
  }
  if (is_mapped(out.bytes)) return std::nullopt;
  return out;
}

std::optional<Cidr> read_cidr(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto ip = read_ip(text.substr(0, slash));
  const std::string_view digits = text.substr(slash + 1);
  if (!ip || digits.empty() || digits.size() > 3 || (digits.size() > 1 && digits[0] == '0'))
    return std::nullopt;
  int length = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    length = length * 10 + (c - '0');
  }
  if (length > (ip->v6 ? 128 : 32)) return std::nullopt;
  return Cidr{*ip, length};
}

std::string write_ip(const Ip& ip) {
  if (ip.v6) return write_v6(ip);
  std::string out;
  for (std::size_t i = 0; i < 4; ++i) out += (i ? "." : "") + std::to_string(ip.bytes[i]);
  return out;
}

std::string write_cidr(const Cidr& cidr) {
  return write_ip(cidr.address) + "/" + std::to_string(cidr.prefix_length);
}

Ip masked(const Ip& ip, int length) {
  Ip out = ip;
  for (int i = 0; i < 16; ++i) {
    const int keep = std::min(8, std::max(0, length - i * 8));
    out.bytes[static_cast<std::size_t>(i)] &= static_cast<std::uint8_t>(0xFF00 >> keep);
  }
  return out;
}

}  // namespace ruikei::cel
