// SPDX-License-Identifier: Apache-2.0
// The expression language: a documented subset of CEL (rules/README.md), with its network
// extension. Text is parsed (positions kept), type-checked against an Environment and compiled to
// a flat Program; the Program runs over one row or a chunk of rows with unknowns as the CEL
// specification has them. Knows nothing of hospitals; reads no file, clock or locale.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cel/value.h"

namespace ruikei::cel {

/// A type known to the checker: `dyn` accepts everything. Records are named structures whose
/// fields are declared in the Environment.
struct Type {
  enum class Kind { dyn, boolean, integer, real, text, null, list, map, record, ip, cidr };
  Kind kind = Kind::dyn;
  std::vector<Type> of = {};  ///< element of a list; key and value of a map
  std::string record = {};    ///< name of the record type
  bool operator==(const Type&) const = default;
};

/// What an expression may name.
struct Environment {
  std::map<std::string, Type> variables;
  std::map<std::string, std::map<std::string, Type>> records;  ///< fields by record type
  bool checked = true;  ///< false: undeclared names are `dyn`, as in CEL's unchecked mode
};

struct Expr;  // the syntax tree; lib/cel/syntax.h

class Program;  // the flat form; lib/cel/program.h

/// A parsed, checked and compiled expression; cheap to copy, safe to share between threads.
struct Compiled {
  std::shared_ptr<const Expr> syntax;
  std::shared_ptr<const Program> program;
  Type type;
};

/// Parses, checks and compiles `text`, which stands at `place` (a position inside the text is added
/// to it). All mistakes at once: C001 syntax, C002 unknown name, C003 types do not fit,
/// C004 outside the subset, C005 nested too deeply or too long, C006 unknown field or function.
Result<Compiled> compile(std::string_view text, const Environment& environment,
                         const Place& place = {});

/// The type must be `wanted`; C003 otherwise. For conditions: boolean.
Result<Compiled> compile_as(std::string_view text, const Environment& environment,
                            Type::Kind wanted, const Place& place = {});

/// Values of the variables for one row. A variable that is missing is unknown.
using Bindings = std::map<std::string, Value, std::less<>>;

/// The value for one row; an error is a Value too (Value::is_error).
Value evaluate(const Compiled& expression, const Bindings& bindings);

/// A column of one variable: integers, booleans (0 and 1) or texts (numbers of `choices`).
struct Column {
  std::span<const std::int32_t> values;       ///< kMissing is unknown
  std::span<const std::string> choices = {};  ///< given: the column holds texts
  bool boolean = false;
};
inline constexpr std::int32_t kMissing = INT32_MIN;

/// Columns by path: `q01`, `facility.beds`, `met.ID-04` (the last for `met["ID-04"]`).
using Columns = std::map<std::string, Column, std::less<>>;

/// What a boolean expression gives for many rows.
enum class Truth : std::uint8_t { no, yes, unknown };  ///< an error counts as unknown

/// The same program over `out.size()` rows at once.
void evaluate_rows(const Compiled& expression, const Columns& columns, std::span<Truth> out);

/// Fields selected from variable `variable` anywhere in the expression: what a proof shows.
std::set<std::string> fields_of(const Compiled& expression, std::string_view variable);

/// String literals used as `variable["…"]`, with their places: what a lint checks.
std::vector<std::pair<std::string, Place>> keys_of(const Compiled& expression,
                                                   std::string_view variable);

}  // namespace ruikei::cel
