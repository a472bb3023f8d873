// SPDX-License-Identifier: Apache-2.0
// Texts as Markdown: escaped, as code, as links, as tables. Nothing that stands in a library
// becomes markup, HTML or a terminal's command.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/lookup.h"
#include "report/report.h"
#include "report/words.h"

namespace ruikei::report {

/// One line of text in which nothing is markup.
std::string md(std::string_view text);

/// A code span that may itself hold backquotes; in a table, `|` must be escaped even there.
std::string md_code(std::string_view text, bool in_table = false);

/// `<https://…>` if it is such an address, else plain text.
std::string md_link(std::string_view text);

class MdTable {
 public:
  /// Heads are texts of the program, cells are Markdown already.
  explicit MdTable(const std::vector<std::string>& heads);
  void add(const std::vector<std::string>& cells);
  /// With an empty line behind it.
  std::string str() const { return out_ + "\n"; }

 private:
  std::string out_;
};

}  // namespace ruikei::report
