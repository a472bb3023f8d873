// SPDX-License-Identifier: Apache-2.0
// The only file that knows libsodium. Its hash functions need no initialisation.
#include "load/hash.h"

#include <sodium/crypto_hash_sha256.h>

#include <array>

namespace ruikei::load {

std::string sha256_hex(std::span<const std::string_view> parts) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view part : parts) {
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                              part.size());
  }
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state, digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace ruikei::load
