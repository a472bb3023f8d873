// SPDX-License-Identifier: Apache-2.0
// The network extension: addresses, networks, and what contains what.
#include <optional>

#include "cel/apply.h"
#include "cel/network.h"

namespace ruikei::cel {

namespace {

Value bad_address() { return Value::error("bad_address"); }

Value from_text(Function function, const std::string& text) {
  const auto ip =
      function == Function::cidr || function == Function::is_cidr ? std::nullopt : read_ip(text);
  const auto cidr =
      function == Function::cidr || function == Function::is_cidr ? read_cidr(text) : std::nullopt;
  switch (function) {
    case Function::ip:
      return ip ? Value(*ip) : bad_address();
    case Function::cidr:
      return cidr ? Value(*cidr) : bad_address();
    case Function::is_ip:
      return Value(ip.has_value());
    case Function::is_cidr:
      return Value(cidr.has_value());
    default:
      return ip ? Value(write_ip(*ip) == text) : bad_address();
  }
}

bool is_loopback(const Ip& ip) {
  if (!ip.v6) return ip.bytes[0] == 127;
  Ip one;
  one.v6 = true;
  one.bytes[15] = 1;
  return ip == one;
}

bool is_link_local_unicast(const Ip& ip) {
  const auto& b = ip.bytes;
  return ip.v6 ? b[0] == 0xFE && (b[1] & 0xC0) == 0x80 : b[0] == 169 && b[1] == 254;
}

bool is_link_local_multicast(const Ip& ip) {
  const auto& b = ip.bytes;
  return ip.v6 ? b[0] == 0xFF && (b[1] & 0x0F) == 0x02 : b[0] == 224 && b[1] == 0 && b[2] == 0;
}

bool is_unspecified(const Ip& ip) { return ip.bytes == Ip{}.bytes; }

/// Neither unspecified, loopback, multicast, link-local nor the IPv4 broadcast address.
bool is_global_unicast(const Ip& ip) {
  const auto& b = ip.bytes;
  const bool multicast = ip.v6 ? b[0] == 0xFF : (b[0] & 0xF0) == 0xE0;
  const bool broadcast = !ip.v6 && b[0] == 255 && b[1] == 255 && b[2] == 255 && b[3] == 255;
  return !multicast && !broadcast && !is_unspecified(ip) && !is_loopback(ip) &&
         !is_link_local_unicast(ip);
}

Value of_ip(Function function, const Ip& ip) {
  switch (function) {
    case Function::family:
      return Value(std::int64_t{ip.v6 ? 6 : 4});
    case Function::is_unspecified:
      return Value(is_unspecified(ip));
    case Function::is_loopback:
      return Value(is_loopback(ip));
    case Function::is_global_unicast:
      return Value(is_global_unicast(ip));
    case Function::is_link_local_unicast:
      return Value(is_link_local_unicast(ip));
    case Function::is_link_local_multicast:
      return Value(is_link_local_multicast(ip));
    default:
      return no_overload();
  }
}

bool covers(const Cidr& outer, const Ip& ip) {
  return outer.address.v6 == ip.v6 &&
         masked(outer.address, outer.prefix_length) == masked(ip, outer.prefix_length);
}

Value contains_ip(const Cidr& cidr, const Value& item) {
  if (const auto* ip = item.get<Ip>()) return Value(covers(cidr, *ip));
  const auto* text = item.get<std::string>();
  if (!text) return no_overload();
  const auto ip = read_ip(*text);
  return ip ? Value(covers(cidr, *ip)) : bad_address();
}

Value contains_cidr(const Cidr& cidr, const Value& item) {
  std::optional<Cidr> inner;
  if (const auto* other = item.get<Cidr>()) {
    inner = *other;
  } else if (const auto* text = item.get<std::string>()) {
    inner = read_cidr(*text);
    if (!inner) return bad_address();
  } else {
    return no_overload();
  }
  return Value(inner->prefix_length >= cidr.prefix_length && covers(cidr, inner->address));
}

Value of_cidr(Function function, const Cidr& cidr, std::span<const Value* const> args) {
  switch (function) {
    case Function::contains_ip:
      return contains_ip(cidr, *args[1]);
    case Function::contains_cidr:
      return contains_cidr(cidr, *args[1]);
    case Function::cidr_ip:
      return Value(cidr.address);
    case Function::masked:
      return Value(Cidr{masked(cidr.address, cidr.prefix_length), cidr.prefix_length});
    case Function::prefix_length:
      return Value(std::int64_t{cidr.prefix_length});
    default:
      return no_overload();
  }
}

}  // namespace

Value apply_network(Function function, std::span<const Value* const> args) {
  const Value& first = *args[0];
  if (function <= Function::ip_is_canonical) {
    const auto* text = first.get<std::string>();
    return text ? from_text(function, *text) : no_overload();
  }
  if (const auto* ip = first.get<Ip>()) return of_ip(function, *ip);
  if (const auto* cidr = first.get<Cidr>()) return of_cidr(function, *cidr, args);
  return no_overload();
}

}  // namespace ruikei::cel
