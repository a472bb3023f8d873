// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "model/schema.h"

namespace ruikei {

namespace {

/// Builds the commands on one CLI11 app; `what` names an option's help text in the catalog.
class CommandLine {
 public:
  CommandLine(const Catalog& catalog, Language language, Options& options)
      : catalog_(catalog), language_(language), options_(options), app_(what("cli.program")) {
    app_.name("ruikei");
    app_.option_defaults()->group(what("cli.label_option_group"));  // subcommands inherit it
    app_.set_help_flag("-h,--help", what("cli.help"));
    app_.set_version_flag("--version", "", what("cli.version"));
    everywhere(app_);
    app_.require_subcommand(1);
    app_.get_formatter()->column_width(28);
    for (const auto& [label, key] : {std::pair{"Usage", "cli.label_usage"},
                                     {"OPTIONS", "cli.label_options"},
                                     {"SUBCOMMAND", "cli.label_command"},
                                     {"SUBCOMMANDS", "cli.label_command"},
                                     {"Positionals", "cli.label_what"},
                                     {"REQUIRED", "cli.label_required"},
                                     {"Excludes", "cli.label_excludes"},
                                     {"TEXT", "cli.label_text"}})
      app_.get_formatter()->label(label, what(key));
    add_case_commands();
    add_rules_commands();
  }

  CLI::App& app() { return app_; }

 private:
  std::string what(std::string_view key) const { return catalog_.text(key, language_); }

  std::string wrong(std::string_view key, const std::vector<std::string>& args) const {
    return catalog_.text(key, language_, args);
  }

  /// Only these words; a mistake is told in the reader's language.
  CLI::Validator one_of(const std::vector<std::string>& words) const {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ",") + word;
    const auto check = [this, words, list](const std::string& word) {
      const bool known = std::find(words.begin(), words.end(), word) != words.end();
      return known ? std::string() : wrong("cli.not_one_of", {word, list});
    };
    return CLI::Validator(check, "{" + list + "}");
  }

  /// The options that may stand before the command as well as after it.
  void everywhere(CLI::App& app) {
    app.add_option("--lang", lang_, what("cli.lang"))->check(one_of({"ja", "en"}));
    app.add_option("-o,--output", options_.output, what("cli.output"))->type_name("FILE");
    app.add_option("--rules", options_.rules, what("cli.rules"))->type_name("DIR");
    app.add_option("--color", color_, what("cli.color"))
        ->check(one_of({"auto", "always", "never"}));
    app.add_flag("-q,--quiet", options_.quiet, what("cli.quiet"));
  }

  /// A subcommand with the options that every command takes.
  CLI::App* command(CLI::App& parent, const std::string& name, const std::string& key) {
    CLI::App* sub = parent.add_subcommand(name, what(key));
    sub->group(what("cli.label_command_group"));
    sub->set_help_flag("-h,--help", what("cli.help"));
    everywhere(*sub);
    return sub;
  }

  void format(CLI::App* sub, const std::vector<std::string>& names) {
    sub->add_option("--format", options_.format, what("cli.format"))->check(one_of(names));
  }

  void today(CLI::App* sub) {
    sub->add_option("--today", today_, what("cli.today"))
        ->type_name("YYYY-MM-DD")
        ->check([this](const std::string& text) {
          return parse_iso_date(text) ? std::string() : wrong("cli.no_date", {text});
        });
  }

  void add_case_commands() {
    CLI::App* classify = command(app_, "classify", "cli.classify");
    classify->add_option("CASE", options_.case_path, what("cli.case"))->required();
    classify->add_option("--fail-below", options_.fail_below, what("cli.fail_below"))
        ->type_name("LEVEL")
        ->check([this](const std::string& text) {
          const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
          return digits && text.size() < 4 ? std::string() : wrong("cli.no_level", {text});
        });
    classify->add_flag("--brief", options_.brief, what("cli.brief"));
    format(classify, {"text", "json"});
    today(classify);

    CLI::App* explain = command(app_, "explain", "cli.explain");
    explain->add_option("CASE", options_.case_path, what("cli.case"))->required();
    explain->add_option("ID", options_.subject, what("cli.subject"))->required();
    format(explain, {"text", "json"});
    today(explain);

    CLI::App* import = command(app_, "import", "cli.import");
    import->add_option("FILE", options_.files, what("cli.files"))->required();
    import->add_option("--map", options_.map, what("cli.map"))->type_name("MAP");
    format(import, {"yaml", "json"});

    CLI::App* schema = command(app_, "schema", "cli.schema");
    schema->add_option("NAME", options_.subject, what("cli.schema_name"))
        ->required()
        ->check(one_of({"facility", "answers", "inventory", "result", "library"}));
  }

  void add_rules_commands() {
    CLI::App* rules = app_.add_subcommand("rules", what("cli.rules_command"));
    rules->group(what("cli.label_command_group"));
    rules->set_help_flag("-h,--help", what("cli.help"));
    rules->require_subcommand(1);
    command(*rules, "lint", "cli.rules_lint");
    command(*rules, "test", "cli.rules_test");
    command(*rules, "coverage", "cli.rules_coverage");
    command(*rules, "doc", "cli.rules_doc");
    command(*rules, "hash", "cli.rules_hash");
    CLI::App* eval = command(*rules, "eval", "cli.rules_eval");
    auto* jsonl = eval->add_option("--jsonl", options_.jsonl, what("cli.jsonl"))->type_name("FILE");
    eval->add_option("EXPRESSION", options_.expression, what("cli.expression"))->excludes(jsonl);
  }

 public:
  std::string color_ = "auto";
  std::string lang_;  // read before parsing, by language_of
  std::string today_;

 private:
  const Catalog& catalog_;
  Language language_;
  Options& options_;
  CLI::App app_;
};

/// The word that was mistyped and the words that would have been understood there.
std::string suggestion_for(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  const CLI::App* at = &app;
  while (true) {
    for (const CLI::App* sub : at->get_subcommands(nullptr)) known.push_back(sub->get_name());
    for (const CLI::Option* option : at->get_options())
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    const auto used = at->get_subcommands();
    if (used.empty()) break;
    at = used.front();
  }
  return nearest(word, known);
}

/// CLI11 says "CASE is required" or "A subcommand is required".
std::string missing(const std::string& said) {
  const std::string name = said.substr(0, said.find(" is required"));
  return name == "A subcommand" ? "COMMAND" : name;
}

Diagnostic mistake(const CLI::App& app, const CLI::ParseError& error,
                   const std::vector<std::string>& arguments) {
  Diagnostic out{.code = "O001"};
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    const auto extra = app.remaining(true);
    out.code = "O002";
    out.args = {extra.empty() ? "" : extra.front()};
    out.suggestion = suggestion_for(app, out.args[0]);
  } else if (dynamic_cast<const CLI::RequiredError*>(&error)) {
    // An unknown command word also ends here: CLI11 then misses the command.
    const bool word = !arguments.empty() && arguments[0][0] != '-' && app.get_subcommands().empty();
    out.code = word ? "O002" : "O003";
    out.args = {word ? arguments[0] : missing(error.what())};
    if (word) out.suggestion = suggestion_for(app, arguments[0]);
  } else if (dynamic_cast<const CLI::ValidationError*>(&error) ||
             dynamic_cast<const CLI::ConversionError*>(&error)) {
    out.code = "O004";
    out.args = {error.what()};
  } else {
    out.args = {error.what()};
  }
  return out;
}

std::string command_name(const CLI::App& app) {
  std::string out;
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    out += (out.empty() ? "" : " ") + at->get_name();
  }
  return out;
}

}  // namespace

Language language_of(const std::vector<std::string>& arguments, const std::string& locale) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=en") return Language::en;
    if (arguments[i] == "--lang=ja") return Language::ja;
    if (arguments[i] == "--lang" && i + 1 < arguments.size())
      return arguments[i + 1] == "en" ? Language::en : Language::ja;
  }
  return locale.rfind("ja", 0) == 0 ? Language::ja : Language::en;
}

Parsed parse_options(const std::vector<std::string>& arguments, Language language,
                     const Catalog& catalog, const std::string& version) {
  Parsed out;
  out.options.language = language;
  CommandLine line(catalog, language, out.options);
  CLI::App& app = line.app();
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    out.text = app.help();  // of the command that was named
    return out;
  } catch (const CLI::CallForVersion&) {
    out.text = "ruikei " + version + "\n";
    return out;
  } catch (const CLI::ParseError& error) {
    if (arguments.empty()) out.text = app.help();
    else out.mistakes.push_back(mistake(app, error, arguments));
    return out;
  }
  out.options.command = command_name(app);
  if (!line.today_.empty()) out.options.today = parse_iso_date(line.today_);
  out.options.color = line.color_ == "always"  ? When::always
                      : line.color_ == "never" ? When::never
                                               : When::automatic;
  if (out.options.command == "rules eval" && out.options.expression.empty() &&
      out.options.jsonl.empty())
    out.mistakes.push_back({.code = "O003", .args = {"EXPRESSION | --jsonl FILE"}});
  return out;
}

}  // namespace ruikei
