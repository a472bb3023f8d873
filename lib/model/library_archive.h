// SPDX-License-Identifier: Apache-2.0
// A rule library and the program's texts as one block of bytes: made when the program is built,
// read when it starts (in about a millisecond, where the YAML takes a hundred).
#pragma once

#include <string>
#include <string_view>

#include "base/catalog.h"
#include "model/library.h"

namespace ruikei {

/// The same library and catalog give the same bytes.
std::string pack(const Library& library, const Catalog& catalog);

/// False, and nothing changed, if `bytes` were not made by `pack` of this very version.
bool unpack(std::string_view bytes, Library& library, Catalog& catalog);

}  // namespace ruikei
