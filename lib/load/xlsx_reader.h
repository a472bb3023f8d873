// SPDX-License-Identifier: Apache-2.0
// The sheets of an XLSX workbook as tables of text: shared and inline strings without Excel's
// reading aids (furigana), numbers as they would be typed, dates as ISO 8601, formulas as their
// last result. Both editions of the format and any namespace prefix are read. Nothing is
// calculated.
#pragma once

#include "load/table.h"

namespace ruikei::load {

/// Whether bytes start as a ZIP archive (XLSX) or as an OLE file (encrypted XLSX, old XLS).
bool looks_like_xlsx(std::string_view bytes);

/// Every sheet with text, in the workbook's order. X040 no XLSX workbook, X041 encrypted, X042 an
/// old .xls file, X043 a part is missing, X044 a cell or its string cannot be right, X045 too many
/// cells; also what read_zip and XmlDocument say.
Result<std::vector<Table>> read_xlsx(std::string_view bytes, const std::string& name);

}  // namespace ruikei::load
