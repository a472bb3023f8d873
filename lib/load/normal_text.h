// SPDX-License-Identifier: Apache-2.0
// One spelling for words that people write in many ways: full-width and half-width, upper and lower
// case, with blanks between the characters. For comparing only; what is kept stays as it was
// written.
#pragma once

#include <string>
#include <string_view>

#include "base/unicode.h"

namespace ruikei::load {

/// NFKC in lower case without any blanks or line ends: how headers and words are compared.
std::string comparable(std::string_view text);

}  // namespace ruikei::load
