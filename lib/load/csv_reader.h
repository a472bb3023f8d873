// SPDX-License-Identifier: Apache-2.0
// CSV by RFC 4180: quoted cells may hold separators, line ends and doubled quotes; a quote anywhere
// else is an error. Lines may end in CRLF, LF or CR. Every cell knows its line and column, and an
// unclosed quote is told at the quote that opened, not at the end of the file.
#pragma once

#include "load/table.h"

namespace ruikei::load {

/// The separator of a text: a comma, or a tab or a semicolon where the first line has no comma.
char csv_separator(std::string_view text);

/// Rows without any text are left out. X010 a quote never closed, X011 text behind a closing quote,
/// X012 a quote inside a cell that does not start with one, X013 too many cells.
Result<Table> read_csv(std::string_view text, const FileName& file, char separator = ',');

}  // namespace ruikei::load
