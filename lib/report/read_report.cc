// SPDX-License-Identifier: Apache-2.0
#include "base/terminal_text.h"
#include "report/report.h"

namespace ruikei::report {

std::string read_report_text(const std::vector<ReadReport>& files, const Catalog& catalog,
                             Language language) {
  std::string out;
  for (const ReadReport& file : files) {
    const std::string args[] = {file.file, file.format, std::to_string(file.understood),
                                std::to_string(file.ignored), std::to_string(file.failed)};
    out += make_visible(catalog.text("read.file", language, args)) + "\n";
  }
  return out;
}

}  // namespace ruikei::report
