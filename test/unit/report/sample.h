// SPDX-License-Identifier: Apache-2.0
// A small library and the assessment of an invented hospital, built in code, for the tests of
// reports; and the program's own texts.
#pragma once

#include <string>

#include "base/catalog.h"
#include "model/assessment.h"
#include "model/library.h"

namespace ruikei::report_test {

Library sample_library();
Assessment sample_assessment();

/// Entries of one of text/*.yaml with a line for each key (`key: {ja: "…", en: "…"}`).
Catalog read_texts(const std::string& file);

}  // namespace ruikei::report_test
