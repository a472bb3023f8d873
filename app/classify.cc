// SPDX-License-Identifier: Apache-2.0
// `ruikei classify CASE`: the main job.
#include <unistd.h>

#include "commands.h"
#include "embedded.h"
#include "report/report.h"

namespace ruikei {

std::unique_ptr<Judged> judge(const Context& context) {
  auto loaded = load::read_case(context.options.case_path, *context.library,
                                {.maps = embedded_files("maps")});
  if (!loaded) {
    context.report(loaded.error());
    return nullptr;
  }
  context.report(loaded->warnings);
  // The library inside the program was checked when it was packed; another one is checked whole.
  auto assessor = context.options.rules.empty()
                      ? assess::Assessor::make_for(context.library, loaded->value.inventory)
                      : assess::Assessor::make(context.library);
  if (!assessor) {
    context.report(assessor.error());
    return nullptr;
  }
  const std::int64_t today = context.today(loaded->value);
  Assessment assessment = assessor->assess(loaded->value, today);
  return std::make_unique<Judged>(
      Judged{std::move(*assessor), std::move(loaded->value), today, std::move(assessment)});
}

int classify(const Context& context) {
  const Options& options = context.options;
  if (options.fail_below) {
    std::string known;
    bool found = false;
    for (const Level& level : context.library->levels) {
      known += (known.empty() ? "" : " ") + std::to_string(level.number);
      found = found || level.number == *options.fail_below;
    }
    if (!found)
      return context.report(
          {{.code = "O006", .args = {std::to_string(*options.fail_below), known}}});
  }
  const auto judged = judge(context);
  if (!judged) return kWrongInput;
  report::TextOptions shape{.language = options.language,
                            .color = options.output.empty() && context.color(STDOUT_FILENO),
                            .case_name = options.case_path,
                            .program_version = context.version,
                            .brief = options.brief};
  const int code = context.write(
      options.format == "json"
          ? report::assessment_json(judged->assessment, *context.library, shape)
          : report::assessment_text(judged->assessment, *context.library, context.catalog, shape));
  if (code != kDone) return code;
  const Assessment& result = judged->assessment;
  const bool below =
      options.fail_below && result.applicable && result.evidenced.low < *options.fail_below;
  return below ? kAskedFailure : kDone;
}

}  // namespace ruikei
