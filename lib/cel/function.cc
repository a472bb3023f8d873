// SPDX-License-Identifier: Apache-2.0
#include "cel/function.h"

#include <algorithm>

namespace ruikei::cel {

namespace {

using K = Type::Kind;
using F = Function;

constexpr Signature kSignatures[] = {
    {"size", false, F::size, 1, {K::text}, K::integer},
    {"size", false, F::size, 1, {K::list}, K::integer},
    {"size", false, F::size, 1, {K::map}, K::integer},
    {"size", true, F::size, 1, {K::text}, K::integer},
    {"size", true, F::size, 1, {K::list}, K::integer},
    {"size", true, F::size, 1, {K::map}, K::integer},
    {"contains", true, F::contains, 2, {K::text, K::text}, K::boolean},
    {"startsWith", true, F::starts_with, 2, {K::text, K::text}, K::boolean},
    {"endsWith", true, F::ends_with, 2, {K::text, K::text}, K::boolean},
    {"int", false, F::to_int, 1, {K::integer}, K::integer},
    {"int", false, F::to_int, 1, {K::real}, K::integer},
    {"int", false, F::to_int, 1, {K::text}, K::integer},
    {"double", false, F::to_double, 1, {K::integer}, K::real},
    {"double", false, F::to_double, 1, {K::real}, K::real},
    {"double", false, F::to_double, 1, {K::text}, K::real},
    {"string", false, F::to_string, 1, {K::integer}, K::text},
    {"string", false, F::to_string, 1, {K::real}, K::text},
    {"string", false, F::to_string, 1, {K::text}, K::text},
    {"string", false, F::to_string, 1, {K::boolean}, K::text},
    {"string", false, F::to_string, 1, {K::ip}, K::text},
    {"string", false, F::to_string, 1, {K::cidr}, K::text},
    {"bool", false, F::to_bool, 1, {K::boolean}, K::boolean},
    {"bool", false, F::to_bool, 1, {K::text}, K::boolean},
    {"date", false, F::date, 1, {K::text}, K::integer},
    {"ip", false, F::ip, 1, {K::text}, K::ip},
    {"ip", true, F::cidr_ip, 1, {K::cidr}, K::ip},
    {"cidr", false, F::cidr, 1, {K::text}, K::cidr},
    {"isIP", false, F::is_ip, 1, {K::text}, K::boolean},
    {"isCIDR", false, F::is_cidr, 1, {K::text}, K::boolean},
    {"ip.isCanonical", false, F::ip_is_canonical, 1, {K::text}, K::boolean},
    {"family", true, F::family, 1, {K::ip}, K::integer},
    {"isUnspecified", true, F::is_unspecified, 1, {K::ip}, K::boolean},
    {"isLoopback", true, F::is_loopback, 1, {K::ip}, K::boolean},
    {"isGlobalUnicast", true, F::is_global_unicast, 1, {K::ip}, K::boolean},
    {"isLinkLocalUnicast", true, F::is_link_local_unicast, 1, {K::ip}, K::boolean},
    {"isLinkLocalMulticast", true, F::is_link_local_multicast, 1, {K::ip}, K::boolean},
    {"containsIP", true, F::contains_ip, 2, {K::cidr, K::ip}, K::boolean},
    {"containsIP", true, F::contains_ip, 2, {K::cidr, K::text}, K::boolean},
    {"containsCIDR", true, F::contains_cidr, 2, {K::cidr, K::cidr}, K::boolean},
    {"containsCIDR", true, F::contains_cidr, 2, {K::cidr, K::text}, K::boolean},
    {"masked", true, F::masked, 1, {K::cidr}, K::cidr},
    {"prefixLength", true, F::prefix_length, 1, {K::cidr}, K::integer},
};

// What CEL and its published extensions have and the subset leaves out.
constexpr std::string_view kRefusedFunctions[] = {
    "uint",          "bytes",
    "dyn",           "type",
    "matches",       "timestamp",
    "duration",      "getDate",
    "getDayOfMonth", "getDayOfWeek",
    "getDayOfYear",  "getFullYear",
    "getHours",      "getMilliseconds",
    "getMinutes",    "getMonth",
    "getSeconds",    "charAt",
    "indexOf",       "lastIndexOf",
    "lowerAscii",    "upperAscii",
    "replace",       "split",
    "substring",     "trim",
    "join",          "format",
    "reverse",       "optMap",
    "optFlatMap",    "or",
    "orValue",       "hasValue",
    "value",         "optFirst",
    "first",         "last",
    "slice",         "flatten",
    "sort",          "sortBy",
    "distinct",      "unwrap",
    "unwrapOpt",     "transformMapEntry",
    "quote",         "greatest",
    "least",         "find",
    "findAll",       "isURL",
    "url",           "quantity",
    "semver",        "net.IP",
    "net.CIDR",
};
constexpr std::string_view kRefusedScopes[] = {
    "math", "strings", "optional", "base64", "sets", "lists",         "proto",
    "cel",  "regex",   "google",   "net",    "json", "optional_type",
};
constexpr std::string_view kRefusedNames[] = {
    "bool",      "int", "uint",          "double", "string", "bytes", "list",    "map",      "type",
    "null_type", "dyn", "optional_type", "google", "net",    "math",  "strings", "optional", "cel",
};

template <class Words>
bool among(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

std::span<const Signature> signatures() { return kSignatures; }

std::string_view symbol(Function function) {
  static constexpr std::string_view kSymbols[] = {"",  "",   "&&", "||", "!", "?:",  "==", "!=",
                                                  "<", "<=", ">",  ">=", "-", "+",   "-",  "*",
                                                  "/", "%",  "in", "[]", ".", "has", "[]", "{}"};
  const auto number = static_cast<std::size_t>(function);
  if (number < std::size(kSymbols)) return kSymbols[number];
  for (const Signature& s : kSignatures)
    if (s.function == function) return s.name;
  return {};
}

bool is_refused_function(std::string_view name, std::string_view scope) {
  return among(name, kRefusedFunctions) || (!scope.empty() && among(scope, kRefusedScopes));
}

bool is_refused_name(std::string_view name) { return among(name, kRefusedNames); }

}  // namespace ruikei::cel
