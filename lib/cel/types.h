// SPDX-License-Identifier: Apache-2.0
// Relations between types. `dyn` fits everything; lists and maps fit if their parts do.
#pragma once

#include <deque>
#include <string>

#include "cel/cel.h"

namespace ruikei::cel {

/// As a person writes it: `list(string)`, `net.IP`, or the name of the record.
std::string type_name(const Type& type);

/// True if a value of one may be one of the other.
bool compatible(const Type& a, const Type& b);

/// Owns the types that a check makes; those of the environment are only pointed to.
class TypePool {
 public:
  static const Type* basic(Type::Kind kind);
  const Type* list_of(const Type* element);
  const Type* map_of(const Type* key, const Type* value);
  /// The narrowest type that holds both; `dyn` if they have nothing in common.
  const Type* join(const Type* a, const Type* b);

 private:
  std::deque<Type> made_;
};

/// Element of a list, or key (0) and value (1) of a map; `dyn` if the type does not say.
const Type* part(const Type* type, std::size_t number = 0);

}  // namespace ruikei::cel
