// SPDX-License-Identifier: Apache-2.0
// SHA-256, by libsodium.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ruikei::load {

/// SHA-256 of the parts one after the other, as 64 hexadecimal digits.
std::string sha256_hex(std::span<const std::string_view> parts);

}  // namespace ruikei::load
