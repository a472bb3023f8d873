// SPDX-License-Identifier: Apache-2.0
// What is wrong with an expression is said with its place, all at once.
#include <catch2/catch.hpp>

#include "cel/cel.h"

namespace ruikei::cel {

namespace {

Environment inventory() {
  const Type text{Type::Kind::text}, integer{Type::Kind::integer}, boolean{Type::Kind::boolean};
  const Type line{Type::Kind::record, {}, "line"};
  Environment out;
  out.variables = {{"line", line},
                   {"lines", {Type::Kind::list, {line}, {}}},
                   {"today", integer},
                   {"met", {Type::Kind::map, {text, boolean}, {}}}};
  out.records["line"] = {{"kind", text},
                         {"mfa", boolean},
                         {"last_patch", integer},
                         {"tags", {Type::Kind::list, {text}, {}}}};
  return out;
}

/// `code line:column length args… ?suggestion`, one line for each mistake.
std::string mistakes(std::string_view text, const Place& place = {}) {
  const auto compiled = compile_as(text, inventory(), Type::Kind::boolean, place);
  std::string out;
  if (compiled) return out;
  for (const Diagnostic& d : compiled.error()) {
    out += (out.empty() ? "" : "\n") + d.code + " " + std::to_string(d.place.line) + ":" +
           std::to_string(d.place.column) + " " + std::to_string(d.place.length);
    for (const std::string& arg : d.args) out += " [" + arg + "]";
    if (!d.suggestion.empty()) out += " ?" + d.suggestion;
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("each mistake has its code, place and arguments") {
  const Row rows[] = {
      {"line.mfa", ""},
      {"lin.mfa", "C002 1:1 3 [lin] [] ?line"},
      {"line.mfaa", "C006 1:6 4 [mfaa] [line] ?mfa"},
      {"lines.exists(l, l.knid == 'vpn')", "C006 1:19 4 [knid] [line] ?kind"},
      {"line.mfa && todai > 3\n  && line.kindd == ''",
       "C002 1:13 5 [todai] [] ?today\nC006 2:11 5 [kindd] [line] ?kind"},
      {"'日本' == today", "C003 1:6 2 [==] [string, int] [T, T]"},
      {"today +\n 'x' > 1",
       "C003 1:7 1 [+] [int, string] [int, int | double, double | string, string | list, list]"},
      {"today", "C003 1:1 5 [today] [int] [bool]"},
      {"1 + 1", "C003 1:3 1 [+] [int] [bool]"},
      {"lines.all(l, l.kind)", "C003 1:16 4 [kind] [string] [bool]"},
      {"today.exists(x, true)", "C003 1:7 6 [exists] [int] [list, map]"},
      {"today in ['a']", "C003 1:7 2 [in] [int, list(string)] [T in list(T) | T in map(T, dyn)]"},
      {"line.kind.startsWith(1)", "C003 1:11 10 [startsWith] [string, int] [(string, string)]"},
      {"line.kind.startWith('a')", "C006 1:11 9 [startWith] [] ?startsWith"},
      {"met[1]", "C003 1:4 1 [[]] [map(string, bool), int] [list[int] | map[key]]"},
      {"", "C001 1:1 0 [<end>] [<value>]"},
      {"line.mfa &&", "C001 1:12 0 [<end>] [<value>]"},
      {"(line.mfa", "C001 1:10 0 [<end>] [)]"},
      {"line.mfa)", "C001 1:9 1 [)] [<end>]"},
      {"line.mfa = true", "C001 1:10 1 [=] [==]"},
      {"line.kind == 'vpn", "C001 1:14 4 ['vpn] [']"},
      {"line.kind == 'a\\q'", "C001 1:16 2 [\\q] [\\n \\\\ \\\" \\x41 \\u3042]"},
      {"let == 1", "C001 1:1 3 [let] [<name>]"},
      {"9223372036854775808 > 1", "C001 1:1 19 [9223372036854775808] [<int64>]"},
      {"lines.exists(1, true)", "C001 1:14 1 [exists] [<name>]"},
      {"lines.all(a, a, true)", "C001 1:14 1 [a] [<name> != a]"},
      {"has(line)", "C001 1:5 4 [has] [has(<value>.<name>)]"},
      {"[1,, 2] == []", "C001 1:4 1 [,] [<value>]"},
      {"line.kind.matches('a+')", "C004 1:11 7 [matches]"},
      {"today > 3u", "C004 1:9 2 [uint]"},
      {"b'x' == b'x'", "C004 1:1 2 [bytes]"},
      {"timestamp('2026-01-01T00:00:00Z') > today", "C004 1:1 9 [timestamp]"},
      {"dyn(1) == 1", "C004 1:1 3 [dyn]"},
      {"type(1) == int", "C004 1:1 4 [type]\nC004 1:12 3 [int]"},
      {"math.least(1, 2) == 1", "C004 1:6 5 [math.least]"},
      {"line.?mfa", "C004 1:6 1 [.?]"},
      {"Line{kind: 'x'} == line", "C004 1:5 1 [{ }]"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(mistakes(row.text) == row.expected);
  }
}

TEST_CASE("the place of the expression in its file is added") {
  const Place place{file_name("rules/x.yaml"), 14, 9, 0};
  const auto compiled = compile("line.mfa &&\n  lnie.mfa || linee.mfa", inventory(), place);
  REQUIRE_FALSE(compiled);
  REQUIRE(compiled.error().size() == 2);
  CHECK(compiled.error()[0].place.name() == "rules/x.yaml");
  CHECK(compiled.error()[0].place.line == 15);
  CHECK(compiled.error()[0].place.column == 3);
  CHECK(compiled.error()[0].excerpt == "  lnie.mfa || linee.mfa");
  CHECK(mistakes("lin.mfa", place) == "C002 14:9 3 [lin] [] ?line");
}

TEST_CASE("hostile text is refused before it can exhaust the stack or the memory") {
  auto repeated = [](const std::string& part, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += part;
    return out;
  };
  for (const std::string& text :
       {repeated("(", 60000), repeated("!", 60000), repeated("-", 60000), repeated("[", 60000),
        repeated("{1:", 20000), repeated("1+", 30000) + "1", repeated("true?1:", 9000) + "1",
        "line" + repeated(".a", 30000), "line" + repeated("[0]", 20000),
        "[]" + repeated(".map(x,[x])", 5000), repeated("f(", 30000), std::string(70000, ' '),
        repeated("[],", 21000)}) {
    const std::string found = mistakes(text);
    INFO(text.substr(0, 20));
    CHECK((found.substr(0, 4) == "C005" || found.substr(0, 4) == "C001"));
  }
  // Long is fine where it is flat.
  CHECK(mistakes(repeated("line.mfa || ", 5000) + "true").empty());
}

TEST_CASE("what would run or grow without end becomes an error") {
  Environment none;
  std::string doubling = "['aaaaaaaa']";
  for (int i = 0; i < 200; ++i) doubling += ".map(x, x + x)";
  std::string nested = "x0";
  for (int i = 1; i < 12; ++i) nested += " + x" + std::to_string(i);
  nested += " > 0";
  for (int i = 0; i < 12; ++i)
    nested = "[1,2,3,4,5,6,7,8,9].all(x" + std::to_string(i) + ", " + nested + ")";
  std::string shared = "[[1]]";
  for (int i = 0; i < 100; ++i) shared += ".map(x, [x, x])";
  for (const std::string& text : {doubling, nested, shared + " == " + shared}) {
    const auto compiled = compile(text, none);
    REQUIRE(compiled);
    const Value value = evaluate(*compiled, {});
    REQUIRE(value.is_error());
    CHECK(value.get<Error>()->message == "too_much_work");
  }
}

TEST_CASE("an expression tells which fields and keys it names") {
  const auto compiled = compile("line.mfa && has(line.kind) &&\n met['ID-04'] && met[line.kind]",
                                inventory(), Place{nullptr, 3, 5, 0});
  REQUIRE(compiled);
  CHECK(fields_of(*compiled, "line") == std::set<std::string>{"kind", "mfa"});
  const auto keys = keys_of(*compiled, "met");
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].first == "ID-04");
  CHECK(keys[0].second.line == 4);
  CHECK(keys[0].second.column == 6);
}

}  // namespace ruikei::cel
