// SPDX-License-Identifier: Apache-2.0
#include "cel/value.h"

namespace ruikei::cel {

Value Value::list(List items) { return Value(std::make_shared<const List>(std::move(items))); }

Value Value::map(MapEntries entries) {
  return Value(std::make_shared<const MapEntries>(std::move(entries)));
}

Value Value::structure(std::string type, std::vector<std::pair<std::string, Value>> fields) {
  return Value(std::make_shared<const Structure>(Structure{std::move(type), std::move(fields)}));
}

bool Value::is_true() const {
  const bool* truth = get<bool>();
  return truth && *truth;
}

bool Value::is_false() const {
  const bool* truth = get<bool>();
  return truth && !*truth;
}

}  // namespace ruikei::cel
