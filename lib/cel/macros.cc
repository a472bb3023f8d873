// SPDX-License-Identifier: Apache-2.0
#include "cel/macros.h"

#include <array>
#include <string_view>

namespace ruikei::cel {

namespace {

struct Form {
  std::string_view name;
  std::size_t variables;
  bool filter;  // a filter stands between the variables and the body
  Macro macro;
};

constexpr std::array kForms = {
    Form{"all", 1, false, Macro::all},
    Form{"all", 2, false, Macro::all},
    Form{"exists", 1, false, Macro::exists},
    Form{"exists", 2, false, Macro::exists},
    Form{"exists_one", 1, false, Macro::exists_one},
    Form{"exists_one", 2, false, Macro::exists_one},
    Form{"existsOne", 1, false, Macro::exists_one},
    Form{"existsOne", 2, false, Macro::exists_one},
    Form{"map", 1, false, Macro::map},
    Form{"map", 1, true, Macro::map},
    Form{"filter", 1, false, Macro::filter},
    Form{"transformList", 2, false, Macro::map},
    Form{"transformList", 2, true, Macro::map},
    Form{"transformMap", 2, false, Macro::transform_map},
    Form{"transformMap", 2, true, Macro::transform_map},
};

Mistake wrong(const Expr& at, std::string found, std::string expected) {
  return {"C001", at.offset, at.length, {std::move(found), std::move(expected)}};
}

std::optional<Mistake> expand_has(ExprPtr& call) {
  Expr& operand = *call->args[0];
  if (operand.kind != Expr::Kind::select) return wrong(operand, "has", "has(<value>.<name>)");
  call = std::move(call->args[0]);
  call->kind = Expr::Kind::has;
  return std::nullopt;
}

std::optional<Mistake> expand_comprehension(const Form& form, Expr& call) {
  std::string names[2];
  for (std::size_t i = 0; i < form.variables; ++i) {
    const Expr& variable = *call.args[1 + i];
    if (variable.kind != Expr::Kind::name || variable.absolute || variable.closed)
      return wrong(variable, call.text, "<name>");
    names[i] = variable.text;
  }
  if (form.variables == 2 && names[0] == names[1])
    return wrong(*call.args[2], names[1], "<name> != " + names[0]);
  std::vector<ExprPtr> args(3);
  args[0] = std::move(call.args[0]);
  const std::size_t next = 1 + form.variables;
  if (form.filter) args[1] = std::move(call.args[next]);
  args[2] = std::move(call.args[next + (form.filter ? 1 : 0)]);
  call.kind = Expr::Kind::comprehension;
  call.macro = form.macro;
  call.receiver = false;
  call.text = std::move(names[0]);
  call.second = std::move(names[1]);
  call.args = std::move(args);
  return std::nullopt;
}

}  // namespace

std::optional<Mistake> expand_macro(ExprPtr& call) {
  if (!call->receiver) {
    if (call->text != "has" || call->args.size() != 1) return std::nullopt;
    return expand_has(call);
  }
  for (const Form& form : kForms)
    if (form.name == call->text &&
        call->args.size() == 2 + form.variables + (form.filter ? 1u : 0u))
      return expand_comprehension(form, *call);
  return std::nullopt;
}

}  // namespace ruikei::cel
