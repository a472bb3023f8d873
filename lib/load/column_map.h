// SPDX-License-Identifier: Apache-2.0
// How the columns of a register become fields: saved as YAML (maps/*.yaml, or `<name>.map.yaml`
// beside a register) so that a mapping made once serves again. Format: maps/README.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "load/field_value.h"
#include "load/load.h"
#include "model/record.h"
#include "model/schema.h"

namespace ruikei::load {

/// One field and the columns it is read from. Headers and words are kept as comparable().
struct ColumnRule {
  std::size_t field = 0;
  std::vector<std::string> headers =
      {};                      ///< names the column may have; the first that is there counts
  bool sum = false;            ///< the field is the sum of all `headers`
  bool blank_is_zero = false;  ///< in a sum, an empty cell means none
  ValueReading reading = {};
};

struct ColumnMap {
  struct Condition {  ///< only rows whose cell is one of the words are meant
    std::string header;
    std::vector<std::string> words;
  };
  struct Constant {
    std::size_t field = 0;
    CellValue value = {};
  };

  std::string id;
  Text title = {};
  const Kind* kind = nullptr;
  std::vector<ColumnRule> columns = {};
  std::vector<std::string> ignore = {};   ///< columns left out on purpose
  std::vector<Constant> constants = {};   ///< for cells that the register leaves empty
  std::vector<std::size_t> id_from = {};  ///< fields that serve as id where there is none
  std::vector<Condition> where = {};
  Place place = {};
};

/// I040 unknown `into`, I041 unknown field, I042 a field twice, I043 a word's meaning or constant
/// does not fit the field, I044 a sum of something that is no number, I045 no column gives an id.
Result<ColumnMap> read_column_map(const Source& source);

/// All maps, or everything that is wrong with them.
Result<std::vector<ColumnMap>> read_column_maps(const std::vector<Source>& sources);

/// Maps that are read when the first register wants them: most cases have none, and reading the
/// maps takes as long as all the rest of a small case.
class ColumnMaps {
 public:
  explicit ColumnMaps(const std::vector<Source>& sources) : sources_(sources) {}

  /// What is wrong with the maps goes to `out`, once; there are then none.
  const std::vector<ColumnMap>& all(Diagnostics& out);

 private:
  const std::vector<Source>& sources_;
  std::optional<std::vector<ColumnMap>> maps_;
};

}  // namespace ruikei::load
