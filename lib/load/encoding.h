// SPDX-License-Identifier: Apache-2.0
// Bytes of a foreign file as UTF-8. Known by their byte order mark or by being valid: UTF-8,
// UTF-16, UTF-32 and CP932 (what Excel on Japanese Windows writes). Bytes that fit none of these
// are an error with the line, never replaced by question marks.
#pragma once

#include <string>
#include <string_view>

#include "base/place.h"
#include "base/result.h"

namespace ruikei::load {

struct DecodedText {
  std::string text;      ///< UTF-8 without a byte order mark
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "CP932" …
};

/// X001 if no encoding fits, X002 if the bytes break the encoding that their mark promises.
Result<DecodedText> decode(std::string_view bytes, const FileName& file);

}  // namespace ruikei::load
