// SPDX-License-Identifier: Apache-2.0
// Answers from a table (CSV or XLSX): a header with `control` and `value` (管理策, 回答 …) within
// the first rows, then a row a control. Rows above the header and headings between are counted as
// ignored, rows that cannot be used as failed.
#pragma once

#include "load/table.h"
#include "model/case.h"
#include "model/library.h"

namespace ruikei::load {

/// A018 no table has such a header, A019 (warning) a column that is none of an answer's, A021 two
/// columns for one thing, A023 a row without a control; also what AnswerBook says.
Answers read_answer_tables(const std::vector<Table>& tables, const Library& library,
                           ReadReport& report, Diagnostics& out);

}  // namespace ruikei::load
