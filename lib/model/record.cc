// SPDX-License-Identifier: Apache-2.0
#include "model/record.h"

#include "model/schema.h"

namespace ruikei {

std::string cell_text(const Cell& cell, bool is_date) {
  struct {
    bool is_date;
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(bool value) const { return value ? "yes" : "no"; }
    std::string operator()(std::int64_t value) const {
      return is_date ? iso_date(value) : std::to_string(value);
    }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const std::vector<std::string>& values) const {
      std::string out;
      for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
      return out;
    }
  } visitor{is_date};
  return std::visit(visitor, cell.value);
}

}  // namespace ruikei
