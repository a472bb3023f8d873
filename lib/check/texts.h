// SPDX-License-Identifier: Apache-2.0
// Texts of a library that were not translated: a Japanese text without any Japanese character, or
// an English one with some.
#pragma once

#include "base/diagnostic.h"
#include "model/library.h"

namespace ruikei::check {

/// Adds R210 for each such text, at the place of the item that holds it.
void untranslated_texts(const Library& library, Diagnostics& out);

}  // namespace ruikei::check
