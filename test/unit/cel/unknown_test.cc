// SPDX-License-Identifier: Apache-2.0
// Unknown is not false: what the language makes of facts that nobody gave, and of errors.
#include <catch2/catch.hpp>

#include "cel/cel.h"

namespace ruikei::cel {

namespace {

/// `true`, `false`, `int`, text, `unknown` or `error:word` for an expression over `u` (unknown),
/// `t`, `f`, `n` (= 7), `device` with fields os = 'ios', patched unknown.
std::string result(const std::string& text) {
  Environment environment;
  environment.checked = false;
  const auto compiled = compile(text, environment);
  if (!compiled) return compiled.error()[0].code;
  Bindings bindings;
  bindings["t"] = Value(true);
  bindings["f"] = Value(false);
  bindings["n"] = Value(std::int64_t{7});
  bindings["device"] =
      Value::structure("device", {{"os", Value(std::string("ios"))}, {"patched", Value()}});
  bindings["devices"] = Value::list(
      {bindings["device"],
       Value::structure("device", {{"os", Value(std::string("xe"))}, {"patched", Value(true)}})});
  bindings["met"] =
      Value::map({{Value(std::string("A")), Value(true)}, {Value(std::string("B")), Value()}});
  const Value value = evaluate(*compiled, bindings);
  if (value.is_unknown()) return "unknown";
  if (const auto* error = value.get<Error>()) return "error:" + error->message;
  if (const auto* truth = value.get<bool>()) return *truth ? "true" : "false";
  if (const auto* number = value.get<std::int64_t>()) return std::to_string(*number);
  if (const auto* word = value.get<std::string>()) return *word;
  return "?";
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("unknown passes through everything but what decides without it") {
  const Row rows[] = {
      {"f && u", "false"},
      {"u && f", "false"},
      {"t && u", "unknown"},
      {"t || u", "true"},
      {"u || t", "true"},
      {"f || u", "unknown"},
      {"!u", "unknown"},
      {"u == u", "unknown"},
      {"u == 1", "unknown"},
      {"u + 1", "unknown"},
      {"u ? 1 : 2", "unknown"},
      {"t ? 1 : u", "1"},
      {"f ? 1 : u", "unknown"},
      {"size(u)", "unknown"},
      {"[u]", "unknown"},
      {"u in [1]", "unknown"},
      {"1 in u", "unknown"},
      {"u[0]", "unknown"},
      {"u.a.b", "unknown"},
      {"has(u.a)", "unknown"},
      {"u.exists(x, true)", "unknown"},
      {"[1].exists(x, u)", "unknown"},
      {"[1, 2].exists(x, x == 2 || u)", "true"},
      {"[1, 2].all(x, x == 2 && u)", "false"},
      {"[1].filter(x, u)", "unknown"},
      {"[1].map(x, u)", "unknown"},
      {"[1, 2].exists_one(x, u)", "unknown"},
      {"[].all(x, u)", "true"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(result(row.text) == row.expected);
  }
}

TEST_CASE("unknown wins over an error, and a deciding truth over both") {
  const Row rows[] = {
      {"u && 1/0 == 1", "unknown"},
      {"1/0 == 1 && u", "unknown"},
      {"1/0 == 1 || u", "unknown"},
      {"f && 1/0 == 1", "false"},
      {"1/0 == 1 || t", "true"},
      {"t && 1/0 == 1", "error:divide_by_zero"},
      {"u + 1/0", "unknown"},
      {"1/0 + u", "unknown"},
      {"t && 1", "error:no_such_overload"},
      {"u && 1", "unknown"},
      {"[1, 0].all(x, 1/x == 1)", "error:divide_by_zero"},
      {"[0, 2].all(x, 1/x == 1)", "false"},
      {"[0, 1].exists(x, 1/x == 1)", "true"},
      {"[0, 1].map(x, x == 0 ? u : 1/0)", "unknown"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(result(row.text) == row.expected);
  }
}

TEST_CASE("a field nobody filled is unknown, a key no map has is an error") {
  const Row rows[] = {
      {"device.os == 'ios'", "true"},
      {"device.patched", "unknown"},
      {"device.owner", "unknown"},
      {"has(device.os)", "true"},
      {"has(device.owner)", "unknown"},
      {"has(device.patched)", "unknown"},
      {"devices.exists(d, d.patched)", "true"},
      {"devices.all(d, d.patched)", "unknown"},
      {"devices.exists(d, d.os == 'xe' && d.patched)", "true"},
      {"devices.filter(d, d.os == 'xe').size()", "1"},
      {"device == device", "unknown"},
      {"met['A']", "true"},
      {"met.A", "true"},
      {"met['B']", "unknown"},
      {"met['C']", "error:no_such_key"},
      {"has(met.C)", "false"},
      {"has(met.B)", "unknown"},
      {"devices.exists(d, d.os == device.os)", "true"},
      {"devices.map(d, d.os).exists(o, devices.exists(d, d.os == o && n == 7))", "true"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(result(row.text) == row.expected);
  }
}

TEST_CASE("dates are days, and a day the calendar lacks is an error") {
  const Row rows[] = {
      {"date('1970-01-01')", "0"},
      {"date('2000-02-29')", "11016"},
      {"date('1969-12-31')", "-1"},
      {"date('2026-11-22') - date('2023-09-28')", "1151"},
      {"date('0001-01-01')", "-719162"},
      {"date('9999-12-31')", "2932896"},
      {"date('2023-02-29')", "error:no_such_date"},
      {"date('1900-02-29')", "error:no_such_date"},
      {"date('2024-02-30')", "error:no_such_date"},
      {"date('2024-13-01')", "error:no_such_date"},
      {"date('2024-04-31')", "error:no_such_date"},
      {"date('2024-1-01')", "error:no_such_date"},
      {"date('2024-01-00')", "error:no_such_date"},
      {"date(u)", "unknown"},
      {"date(3)", "error:no_such_overload"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(result(row.text) == row.expected);
  }
}

TEST_CASE("numbers, texts and addresses behave as in CEL") {
  const Row rows[] = {
      {"1 == 1.0", "true"},
      {"'a' == 1", "false"},
      {"1 < 'a'", "error:no_such_overload"},
      {"9223372036854775807 + 1", "error:overflow"},
      {"-(-9223372036854775807 - 1)", "error:overflow"},
      {"n % 0", "error:modulus_by_zero"},
      {"int('12a')", "error:bad_conversion"},
      {"int(9223372036854775807.0)", "error:overflow"},
      {"string(1000000.0)", "1e+06"},
      {"string(0.0001)", "0.0001"},
      {"string(-0.5)", "-0.5"},
      {"string(100.0)", "100"},
      {"{1: 2}[1.0]", "2"},
      {"[5][0.5]", "error:no_such_overload"},
      {"{1: 1, 1: 2}", "error:repeated_key"},
      {"{1.5: 1}", "error:unsupported_key_type"},
      {"{'a-b': 1}.`a-b`", "1"},
      {"string(ip('2001:DB8:0:0:0:0:0:68'))", "2001:db8::68"},
      {"string(ip('1:0:0:2:0:0:0:3'))", "1:0:0:2::3"},
      {"string(ip('::'))", "::"},
      {"string(ip('1::'))", "1::"},
      {"isIP('1.2.3.04')", "false"},
      {"isIP('1:2:3:4:5:6:7::')", "true"},
      {"isIP('1:2:3:4:5:6:7:8::')", "false"},
      {"isIP(':1')", "false"},
      {"isIP('::ffff:1.2.3.4')", "false"},
      {"isIP('64:ff9b::1.2.3.4')", "true"},
      {"isCIDR('10.0.0.0/33')", "false"},
      {"isCIDR('10.0.0.0/08')", "false"},
      {"string(cidr('10.1.2.3/12').masked())", "10.0.0.0/12"},
      {"string(cidr('2001:db8:ffff::1/33').masked())", "2001:db8:8000::/33"},
      {"cidr('10.0.0.0/8').containsIP('10.9.9.9')", "true"},
      {"cidr('10.0.0.0/8').containsIP('x')", "error:bad_address"},
      {"cidr('10.0.0.0/8').containsCIDR('10.0.0.0/7')", "false"},
      {"ip.isCanonical('::1')", "true"},
      {"ip('169.254.1.1').isLinkLocalUnicast()", "true"},
      {"ip('224.0.0.9').isLinkLocalMulticast()", "true"},
      {"ip('255.255.255.255').isGlobalUnicast()", "false"},
      {"[3, 4].transformMap(i, v, v > 3, v + i)[1]", "5"},
      {"[1, 2].exists(i, v, i == 1 && v == 2)", "true"},
      {"[1].exists(x, [2].exists(x, x == 2) && x == 1)", "true"},
      {"[1].exists(n, .n == 7 && n == 1)", "true"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(result(row.text) == row.expected);
  }
}

}  // namespace ruikei::cel
