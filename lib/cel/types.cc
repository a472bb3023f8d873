// SPDX-License-Identifier: Apache-2.0
#include "cel/types.h"

namespace ruikei::cel {

using Kind = Type::Kind;

std::string type_name(const Type& type) {
  switch (type.kind) {
    case Kind::dyn:
      return "dyn";
    case Kind::boolean:
      return "bool";
    case Kind::integer:
      return "int";
    case Kind::real:
      return "double";
    case Kind::text:
      return "string";
    case Kind::null:
      return "null";
    case Kind::list:
      return "list(" + type_name(*part(&type)) + ")";
    case Kind::map:
      return "map(" + type_name(*part(&type)) + ", " + type_name(*part(&type, 1)) + ")";
    case Kind::record:
      return type.record;
    case Kind::ip:
      return "net.IP";
    case Kind::cidr:
      return "net.CIDR";
  }
  return {};
}

const Type* part(const Type* type, std::size_t number) {
  return number < type->of.size() ? &type->of[number] : TypePool::basic(Kind::dyn);
}

bool compatible(const Type& a, const Type& b) {
  if (a.kind == Kind::dyn || b.kind == Kind::dyn) return true;
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::record) return a.record == b.record;
  if (a.kind == Kind::list) return compatible(*part(&a), *part(&b));
  if (a.kind == Kind::map)
    return compatible(*part(&a), *part(&b)) && compatible(*part(&a, 1), *part(&b, 1));
  return true;
}

const Type* TypePool::basic(Kind kind) {
  static const Type kBasics[] = {{Kind::dyn},    {Kind::boolean}, {Kind::integer}, {Kind::real},
                                 {Kind::text},   {Kind::null},    {Kind::list},    {Kind::map},
                                 {Kind::record}, {Kind::ip},      {Kind::cidr}};
  return &kBasics[static_cast<std::size_t>(kind)];
}

const Type* TypePool::list_of(const Type* element) {
  if (element->kind == Kind::dyn) return basic(Kind::list);
  return &made_.emplace_back(Type{Kind::list, {*element}, {}});
}

const Type* TypePool::map_of(const Type* key, const Type* value) {
  if (key->kind == Kind::dyn && value->kind == Kind::dyn) return basic(Kind::map);
  return &made_.emplace_back(Type{Kind::map, {*key, *value}, {}});
}

const Type* TypePool::join(const Type* a, const Type* b) {
  if (a == b) return a;
  if (a->kind == Kind::dyn || b->kind == Kind::dyn || !compatible(*a, *b)) return basic(Kind::dyn);
  if (a->kind == Kind::list) return list_of(join(part(a), part(b)));
  if (a->kind == Kind::map) return map_of(join(part(a), part(b)), join(part(a, 1), part(b, 1)));
  return a;
}

}  // namespace ruikei::cel
