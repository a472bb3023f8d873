// SPDX-License-Identifier: Apache-2.0
// The entry: text in, Compiled or all the mistakes out; and questions about what it names.
#include <algorithm>

#include "base/terminal_text.h"
#include "cel/cel.h"
#include "cel/checker.h"
#include "cel/compiler.h"
#include "cel/parser.h"

namespace ruikei::cel {

namespace {

/// The place of byte `offset` of `text`, which itself stands at `base`.
Place place_in(std::string_view text, const Place& base, std::uint32_t offset,
               std::uint32_t length) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t start = lines ? before.rfind('\n') + 1 : 0;
  const auto column = static_cast<std::uint32_t>(code_points(before.substr(start)));
  Place out = base;
  out.line = std::max<std::uint32_t>(base.line, 1) + lines;
  out.column = (lines ? 1 : std::max<std::uint32_t>(base.column, 1)) + column;
  out.length = static_cast<std::uint32_t>(code_points(text.substr(offset, length)));
  return out;
}

/// The line of `text` around `offset`; the first one indented as it stands in its file.
std::string excerpt_of(std::string_view text, const Place& base, std::uint32_t offset) {
  const std::size_t before = offset ? text.rfind('\n', offset - 1) : std::string_view::npos;
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = text.substr(start, text.find('\n', start) - start);
  const std::size_t indent = start == 0 && base.column > 1 ? base.column - 1 : 0;
  return std::string(indent, ' ') + std::string(line);
}

Diagnostics diagnostics_of(std::vector<Mistake> mistakes, std::string_view text,
                           const Place& base) {
  constexpr std::size_t kLongestExcerpt = 400;  // bytes; a longer line shows nobody anything
  Diagnostics out;
  for (Mistake& mistake : mistakes) {
    const auto offset =
        static_cast<std::uint32_t>(std::min<std::size_t>(mistake.offset, text.size()));
    Diagnostic diagnostic;
    diagnostic.code = std::move(mistake.code);
    diagnostic.place = place_in(text, base, offset, mistake.length);
    diagnostic.args = std::move(mistake.args);
    diagnostic.excerpt = excerpt_of(text, base, offset);
    if (diagnostic.excerpt.size() > kLongestExcerpt) diagnostic.excerpt.clear();
    diagnostic.suggestion = std::move(mistake.suggestion);
    out.push_back(std::move(diagnostic));
  }
  put_in_order(out);
  return out;
}

struct WantedKind {
  bool any = true;
  Type::Kind kind = Type::Kind::dyn;
};

Result<Compiled> compile_text(std::string_view text, const Environment& environment,
                              WantedKind wanted, const Place& place) {
  auto parsed = parse(text);
  if (!parsed) return tl::unexpected(diagnostics_of({parsed.error()}, text, place));
  ExprPtr root = std::move(*parsed);
  Checker checker(environment);
  const Type* type = checker.check(*root);
  if (!wanted.any) checker.require(*root, type, wanted.kind);
  std::vector<Mistake> mistakes = checker.take_mistakes();
  if (!mistakes.empty()) return tl::unexpected(diagnostics_of(std::move(mistakes), text, place));
  Compiled out;
  out.type = *type;
  auto program = std::make_shared<Program>(compile_program(*root));
  program->source = {std::string(text), place};
  out.program = std::move(program);
  out.syntax = std::shared_ptr<const Expr>(std::move(root));
  return out;
}

/// Calls `visit` for every node.
template <class Visit>
void walk(const Expr& expr, const Visit& visit) {
  visit(expr);
  for (const ExprPtr& arg : expr.args)
    if (arg) walk(*arg, visit);
}

bool names(const Expr& expr, std::string_view variable) {
  return expr.kind == Expr::Kind::name && expr.text == variable;
}

}  // namespace

Result<Compiled> compile(std::string_view text, const Environment& environment,
                         const Place& place) {
  return compile_text(text, environment, {}, place);
}

Result<Compiled> compile_as(std::string_view text, const Environment& environment,
                            Type::Kind wanted, const Place& place) {
  return compile_text(text, environment, {false, wanted}, place);
}

std::set<std::string> fields_of(const Compiled& expression, std::string_view variable) {
  std::set<std::string> out;
  walk(*expression.syntax, [&](const Expr& expr) {
    const bool selects = expr.kind == Expr::Kind::select || expr.kind == Expr::Kind::has;
    if (selects && names(*expr.args[0], variable)) out.insert(expr.text);
  });
  return out;
}

std::vector<std::pair<std::string, Place>> keys_of(const Compiled& expression,
                                                   std::string_view variable) {
  std::vector<std::pair<std::string, Place>> out;
  const SourceText& source = expression.program->source;
  walk(*expression.syntax, [&](const Expr& expr) {
    if (expr.kind != Expr::Kind::call || expr.function != Function::index) return;
    const auto* key = expr.args[1]->value.get<std::string>();
    if (!key || expr.args[1]->kind != Expr::Kind::literal || !names(*expr.args[0], variable))
      return;
    out.emplace_back(
        *key, place_in(source.text, source.place, expr.args[1]->offset, expr.args[1]->length));
  });
  return out;
}

}  // namespace ruikei::cel
