// SPDX-License-Identifier: Apache-2.0
#include "cel/compiler.h"

#include <algorithm>
#include <optional>

namespace ruikei::cel {

namespace {

using Kind = Operand::Kind;

/// Writes one program; those of comprehensions have a writer each, linked outwards.
class Writer {
 public:
  Writer(Program& program, Writer* outer, const Expr* loop)
      : program_(program), outer_(outer), loop_(loop) {}

  Operand emit(const Expr& expr);
  void finish(const Expr& result, const Expr* filter);
  std::vector<Operand> take_captures() { return std::move(captures_); }

 private:
  Operand constant(Value value);
  Operand name(const Expr& expr);
  std::optional<Operand> loop_variable(std::string_view name);
  bool is_loop_variable(std::string_view name) const;
  Operand capture(Operand outside);
  Operand input(Path path);
  std::optional<Path> path_of(const Expr& expr) const;
  Operand call(const Expr& expr);
  Operand logic_chain(const Expr& expr);
  Operand member(const Expr& expr);
  Operand comprehension(const Expr& expr);
  Operand instruction(Function function, const std::vector<Operand>& args);
  std::optional<Operand> fold(Function function, const std::vector<Operand>& args);
  std::uint32_t take_temporary();
  void release(const std::vector<Operand>& operands);

  Program& program_;
  Writer* outer_;
  const Expr* loop_;  // the comprehension whose inside this is
  std::vector<Operand> captures_;
  std::vector<std::uint32_t> free_;
};

Operand Writer::emit(const Expr& expr) {
  if (auto path = path_of(expr)) return input(std::move(*path));
  switch (expr.kind) {
    case Expr::Kind::literal:
      return constant(expr.value);
    case Expr::Kind::name:
      return name(expr);
    case Expr::Kind::select:
    case Expr::Kind::has:
      return member(expr);
    case Expr::Kind::comprehension:
      return comprehension(expr);
    case Expr::Kind::call:
    case Expr::Kind::list:
    case Expr::Kind::map:
      break;
  }
  return call(expr);
}

void Writer::finish(const Expr& result, const Expr* filter) {
  if (filter) program_.filter = emit(*filter);
  program_.result = emit(result);
}

Operand Writer::constant(Value value) {
  program_.constants.emplace_back().set_one(std::move(value));
  return {Kind::constant, static_cast<std::uint32_t>(program_.constants.size() - 1)};
}

bool Writer::is_loop_variable(std::string_view name) const {
  for (const Writer* at = this; at; at = at->outer_)
    if (at->loop_ && (at->loop_->text == name || at->loop_->second == name)) return true;
  return false;
}

std::optional<Operand> Writer::loop_variable(std::string_view name) {
  if (!loop_) return std::nullopt;
  if (!loop_->second.empty() && loop_->second == name) return Operand{Kind::input, 1};
  if (loop_->text == name) return Operand{Kind::input, 0};
  const auto outside = outer_->loop_variable(name);
  return outside ? std::optional(capture(*outside)) : std::nullopt;
}

Operand Writer::name(const Expr& expr) {
  const auto variable = loop_variable(expr.text);
  return variable ? *variable : constant(Value());
}

/// The input that brings `outside`, an input of the program around, in here.
Operand Writer::capture(Operand outside) {
  const std::uint32_t variables = loop_->second.empty() ? 1 : 2;
  for (std::size_t i = 0; i < captures_.size(); ++i)
    if (captures_[i].index == outside.index)
      return {Kind::input, variables + static_cast<std::uint32_t>(i)};
  captures_.push_back(outside);
  return {Kind::input, variables + static_cast<std::uint32_t>(captures_.size() - 1)};
}

Operand Writer::input(Path path) {
  if (outer_) return capture(outer_->input(std::move(path)));
  auto& paths = program_.paths;
  const auto found = std::find(paths.begin(), paths.end(), path);
  const auto number = static_cast<std::uint32_t>(found - paths.begin());
  if (found == paths.end()) paths.push_back(std::move(path));
  return {Kind::input, number};
}

std::optional<Path> Writer::path_of(const Expr& expr) const {
  if (expr.kind == Expr::Kind::name) {
    if (!expr.absolute && is_loop_variable(expr.text)) return std::nullopt;
    return Path{expr.text, {}, expr.text};
  }
  const bool index = expr.kind == Expr::Kind::call && expr.function == Function::index;
  const bool select = expr.kind == Expr::Kind::select || expr.kind == Expr::Kind::has;
  if (!index && !select) return std::nullopt;
  const std::string* key = &expr.text;
  if (index) {
    const Expr& written = *expr.args[1];
    key = written.kind == Expr::Kind::literal ? written.value.get<std::string>() : nullptr;
    if (!key) return std::nullopt;
  }
  auto path = path_of(*expr.args[0]);
  if (!path) return std::nullopt;
  const Function step = index                          ? Function::index
                        : expr.kind == Expr::Kind::has ? Function::has
                                                       : Function::select;
  path->steps.push_back({*key, step});
  path->column += "." + *key;
  return path;
}

Operand Writer::call(const Expr& expr) {
  if (expr.function == Function::logic_and || expr.function == Function::logic_or)
    return logic_chain(expr);
  Function function = expr.function;
  if (expr.kind == Expr::Kind::list) function = Function::make_list;
  if (expr.kind == Expr::Kind::map) function = Function::make_map;
  if (function == Function::none) return constant(Value::error("no_such_function"));
  std::vector<Operand> args;
  args.reserve(expr.args.size());
  for (const ExprPtr& arg : expr.args) args.push_back(emit(*arg));
  return instruction(function, args);
}

Operand Writer::logic_chain(const Expr& expr) {
  Operand left = emit(*expr.args[0]);
  for (std::size_t i = 1; i < expr.args.size(); ++i)
    left = instruction(expr.function, {left, emit(*expr.args[i])});
  return left;
}

Operand Writer::member(const Expr& expr) {
  const Operand operand = emit(*expr.args[0]);
  const Function function = expr.kind == Expr::Kind::has ? Function::has : Function::select;
  return instruction(function, {operand, constant(Value(expr.text))});
}

Operand Writer::comprehension(const Expr& expr) {
  const Operand range = emit(*expr.args[0]);
  Body body;
  body.macro = expr.macro;
  body.variables = expr.second.empty() ? 1 : 2;
  Writer inside(body.program, this, &expr);
  inside.finish(*expr.args[2], expr.args[1].get());
  body.captures = inside.take_captures();
  std::vector<Operand> args = body.captures;
  args.insert(args.begin(), range);
  const auto number = static_cast<std::uint32_t>(program_.bodies.size());
  program_.bodies.push_back(std::move(body));
  const Operand out = instruction(Function::comprehension, args);
  program_.code.back().body = number;
  return out;
}

std::optional<Operand> Writer::fold(Function function, const std::vector<Operand>& args) {
  if (function == Function::comprehension) return std::nullopt;
  std::vector<const Value*> values;
  values.reserve(args.size());
  for (const Operand& arg : args) {
    if (arg.kind != Kind::constant) return std::nullopt;
    values.push_back(&program_.constants[arg.index].one());
  }
  Work work;
  return constant(apply(function, values, work));
}

Operand Writer::instruction(Function function, const std::vector<Operand>& args) {
  if (auto folded = fold(function, args)) return *folded;
  Instruction out;
  out.function = function;
  out.out = take_temporary();  // before its operands are free: it is never one of them
  out.first = static_cast<std::uint32_t>(program_.operands.size());
  out.count = static_cast<std::uint32_t>(args.size());
  program_.operands.insert(program_.operands.end(), args.begin(), args.end());
  program_.code.push_back(out);
  release(args);
  return {Kind::temporary, out.out};
}

std::uint32_t Writer::take_temporary() {
  if (free_.empty()) return program_.temporaries++;
  const std::uint32_t out = free_.back();
  free_.pop_back();
  return out;
}

void Writer::release(const std::vector<Operand>& operands) {
  for (const Operand& operand : operands)
    if (operand.kind == Kind::temporary) free_.push_back(operand.index);
}

}  // namespace

Program compile_program(const Expr& expr) {
  Program program;
  Writer(program, nullptr, nullptr).finish(expr, nullptr);
  return program;
}

}  // namespace ruikei::cel
