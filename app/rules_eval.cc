// SPDX-License-Identifier: Apache-2.0
// `ruikei rules eval`: one expression from the command line, or a file with one a line.
#include "cel/cel.h"
#include "commands.h"
#include "eval_jsonl.h"

namespace ruikei {

namespace {

/// The file's lines, one answer a line; an empty line stays empty.
std::string evaluate_lines(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) out += evaluate_json_line(line);
    out += "\n";
    at = end + 1;
  }
  return out;
}

}  // namespace

int rules_eval(const Context& context) {
  if (!context.options.jsonl.empty()) {
    const auto source = load::read_file(context.options.jsonl);
    if (!source) return context.report(source.error());
    return context.write(evaluate_lines(source->text));
  }
  const cel::Environment environment{.variables = {}, .records = {}, .checked = true};
  const Place place{file_name("expression"), 1, 1, 0};
  const auto compiled = cel::compile(context.options.expression, environment, place);
  if (!compiled) return context.report(compiled.error());
  return context.write(answer_json(cel::evaluate(*compiled, {})) + "\n");
}

}  // namespace ruikei
