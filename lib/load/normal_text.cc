// SPDX-License-Identifier: Apache-2.0
#include "load/normal_text.h"

namespace ruikei::load {

std::string comparable(std::string_view text) {
  std::string out;
  for (const char c : nfkc_case_folded(text))
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

}  // namespace ruikei::load
