// SPDX-License-Identifier: Apache-2.0
#include "unit/cel/random_expression.h"

namespace ruikei::cel {

namespace {

const std::vector<std::string> kIntegers = {"q1", "q2", "q3", "facility.beds", "score[\"A-1\"]"};
const std::vector<std::string> kBooleans = {"b1", "b2", "facility.ward", "met[\"A-1\"]"};
const std::vector<std::string> kTexts = {"t1", "t2", "facility.type"};
const std::vector<std::string> kNumbers = {
    "0", "1", "2", "3", "-1", "7", "100", "-5", "2147483647", "-2147483648", "9223372036854775807"};
const std::vector<std::string> kWords = {"''", "'a'", "'general'", "'病院'", "'university'"};

}  // namespace

std::string RandomExpression::loop(int depth, const std::string& body_kind) {
  const std::string range = list(depth - 1);
  const std::string variable = "v" + std::to_string(++loops_);
  const std::string body = body_kind == "int" ? integer(depth - 1) : boolean(depth - 1);
  --loops_;
  return range + "." + "@(" + variable + ", " + body + ")";
}

std::string RandomExpression::boolean(int depth) {
  static const char* kLogic[] = {" && ", " || ", " && ", " || ", " == ", " != "};
  static const char* kOrder[] = {" == ", " != ", " < ", " <= ", " > ", " >= "};
  static const char* kMacros[] = {"all", "exists", "exists_one"};
  if (depth <= 0) return pick(6) == 0 ? (pick(2) ? "true" : "false") : kBooleans[pick(4)];
  switch (pick(12)) {
    case 0:
    case 1:
    case 2:
      return "(" + boolean(depth - 1) + kLogic[pick(6)] + boolean(depth - 1) + ")";
    case 3:
    case 4:
    case 5:
      return "(" + integer(depth - 1) + kOrder[pick(6)] + integer(depth - 1) + ")";
    case 6:
      return "(" + text(depth - 1) + kOrder[pick(6)] + text(depth - 1) + ")";
    case 7:
      return "!" + boolean(depth - 1);
    case 8:
      return "(" + integer(depth - 1) + " in " + list(depth - 1) + ")";
    case 9:
      return "(" + boolean(depth - 1) + " ? " + boolean(depth - 1) + " : " + boolean(depth - 1) +
             ")";
    case 10: {
      std::string out = loop(depth, "bool");
      return out.replace(out.rfind('@', out.size()), 1, kMacros[pick(3)]);
    }
    default: {
      static const char* kTextual[] = {".contains(", ".startsWith(", ".endsWith("};
      if (pick(4) == 0) return "has(facility.beds)";
      return text(depth - 1) + kTextual[pick(3)] + text(0) + ")";
    }
  }
}

std::string RandomExpression::integer(int depth) {
  static const char* kArithmetic[] = {" + ", " - ", " * ", " / ", " % "};
  if (depth <= 0) {
    if (loops_ > 0 && pick(2) == 0)
      return "v" + std::to_string(1 + pick(static_cast<std::size_t>(loops_)));
    return pick(3) == 0 ? kNumbers[pick(kNumbers.size())] : kIntegers[pick(kIntegers.size())];
  }
  switch (pick(6)) {
    case 0:
    case 1:
    case 2:
      return "(" + integer(depth - 1) + kArithmetic[pick(5)] + integer(depth - 1) + ")";
    case 3:
      return "-(" + integer(depth - 1) + ")";
    case 4:
      return "(" + boolean(depth - 1) + " ? " + integer(depth - 1) + " : " + integer(depth - 1) +
             ")";
    default:
      return pick(2) ? "size(" + list(depth - 1) + ")" : "size(" + text(depth - 1) + ")";
  }
}

std::string RandomExpression::text(int depth) {
  if (depth <= 0 || pick(2) == 0)
    return pick(3) == 0 ? kWords[pick(kWords.size())] : kTexts[pick(3)];
  if (pick(2) == 0) return "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
  return "(" + boolean(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
}

std::string RandomExpression::list(int depth) {
  if (depth > 1 && pick(3) == 0) {
    const bool map = pick(2) == 0;
    std::string out = loop(depth, map ? "int" : "bool");
    return out.replace(out.rfind('@', out.size()), 1, map ? "map" : "filter");
  }
  std::string out = "[";
  for (std::size_t i = 0, count = pick(4); i < count; ++i) {
    if (i > 0) out += ", ";
    out += pick(2) ? kNumbers[pick(8)] : integer(depth - 2);
  }
  return out + "]";
}

Environment survey_environment() {
  const Type integer{Type::Kind::integer}, boolean{Type::Kind::boolean}, text{Type::Kind::text};
  Environment out;
  for (const char* name : {"q1", "q2", "q3"}) out.variables[name] = integer;
  for (const char* name : {"b1", "b2"}) out.variables[name] = boolean;
  for (const char* name : {"t1", "t2"}) out.variables[name] = text;
  out.variables["score"] = {Type::Kind::map, {text, integer}, {}};
  out.variables["met"] = {Type::Kind::map, {text, boolean}, {}};
  out.variables["facility"] = {Type::Kind::record, {}, "facility"};
  out.records["facility"] = {{"beds", integer}, {"ward", boolean}, {"type", text}};
  return out;
}

RandomRows::RandomRows(std::uint32_t seed, std::size_t rows) {
  std::mt19937 random(seed);
  choices = {"general", "university", "", "病院"};
  const std::vector<std::string> names = {"q1",        "q2", "q3", "facility.beds",
                                          "score.A-1", "b1", "b2", "facility.ward",
                                          "met.A-1",   "t1", "t2", "facility.type"};
  for (std::size_t n = 0; n < names.size(); ++n) {
    std::vector<std::int32_t> values(rows);
    for (std::int32_t& value : values) {
      const auto number = static_cast<std::int32_t>(random() % 6);
      value = n >= 9 ? number % 4 : n >= 5 ? number % 2 : number - 1;
      if (n == 3) value = static_cast<std::int32_t>(random() % 900);
      if (n == 4 && random() % 8 == 0) value = INT32_MAX - number;
      if (random() % 6 == 0) value = kMissing;
    }
    lanes.emplace_back(names[n], std::move(values));
  }
}

Columns RandomRows::columns() const {
  Columns out;
  for (std::size_t n = 0; n < lanes.size(); ++n) {
    Column& column = out[lanes[n].first];
    column.values = lanes[n].second;
    column.boolean = n >= 5 && n < 9;
    if (n >= 9) column.choices = choices;
  }
  return out;
}

Bindings RandomRows::row(std::size_t number) const {
  Bindings out;
  std::vector<std::pair<std::string, Value>> fields;
  for (std::size_t n = 0; n < lanes.size(); ++n) {
    const std::int32_t lane = lanes[n].second[number];
    Value value;
    if (lane != kMissing && n >= 9) value = Value(choices[static_cast<std::size_t>(lane)]);
    else if (lane != kMissing && n >= 5) value = Value(lane == 1);
    else if (lane != kMissing) value = Value(std::int64_t{lane});
    const std::string& name = lanes[n].first;
    const std::size_t dot = name.find('.');
    const std::string root = name.substr(0, dot);
    if (dot == std::string::npos) out[root] = std::move(value);
    else if (root == "facility") fields.emplace_back(name.substr(dot + 1), std::move(value));
    else out[root] = Value::map({{Value(name.substr(dot + 1)), std::move(value)}});
  }
  out["facility"] = Value::structure("facility", std::move(fields));
  return out;
}

}  // namespace ruikei::cel
