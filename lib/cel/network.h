// SPDX-License-Identifier: Apache-2.0
// Addresses and networks as text: RFC 4291 and 5952, dotted decimal without leading zeros. Zones
// and IPv4-mapped IPv6 addresses are refused, as in CEL's network extension.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cel/value.h"

namespace ruikei::cel {

std::optional<Ip> read_ip(std::string_view text);
std::optional<Cidr> read_cidr(std::string_view text);
std::string write_ip(const Ip& ip);
std::string write_cidr(const Cidr& cidr);

/// `ip` with all bits behind the first `length` cleared.
Ip masked(const Ip& ip, int length);

}  // namespace ruikei::cel
