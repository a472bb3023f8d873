// SPDX-License-Identifier: Apache-2.0
// Another typology than the hospital one, as a library of its own: the benchmark of
// test/bench/reference gives, to the byte, what independent programs made of the same survey.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "engine/engine.h"
#include "engine/kernels.h"
#include "load/load.h"

using namespace ruikei;

namespace {

const std::filesystem::path kRoot = RUIKEI_SOURCE_DIR;

Library reference_library() {
  const auto sources = load::read_yaml_files(kRoot / "test/bench/reference/library");
  REQUIRE(sources.has_value());
  auto library = load::read_library(*sources);
  for (const Diagnostic& mistake : library ? Diagnostics{} : library.error())
    UNSCOPED_INFO(mistake.code << " " << mistake.place.name() << ":" << mistake.place.line);
  REQUIRE(library.has_value());
  return std::move(*library);
}

std::string fixture(const char* name) {
  auto file = load::read_file(kRoot / "test/fixtures/reference" / name);
  REQUIRE(file.has_value());
  return std::move(file->text);
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(at, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

// A survey as columns; its cells have no quotes.
struct Survey {
  std::vector<std::string> ids;
  std::vector<std::vector<std::int32_t>> questions, profile;  // in the library's order
};

std::int32_t number_of(const std::string& cell, const std::vector<std::string>& choices) {
  if (cell.empty()) return engine::kMissing;
  if (choices.empty()) return std::stoi(cell);
  const auto at = std::find(choices.begin(), choices.end(), cell);
  REQUIRE(at != choices.end());
  return static_cast<std::int32_t>(at - choices.begin());
}

Survey read_survey(const std::string& text, const Library& library) {
  std::vector<std::string> lines = split(text, '\n');
  REQUIRE(lines.back().empty());
  lines.pop_back();
  std::map<std::string, std::size_t> places;
  for (const std::string& name : split(lines.front(), ',')) places.emplace(name, places.size());
  Survey survey;
  survey.questions.resize(library.questions.size());
  survey.profile.resize(library.profile.size());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = split(lines[i], ',');
    REQUIRE(cells.size() == places.size());
    survey.ids.push_back(cells[places.at("id")]);
    for (std::size_t q = 0; q < library.questions.size(); ++q)
      survey.questions[q].push_back(number_of(cells[places.at(library.questions[q].id)], {}));
    for (std::size_t p = 0; p < library.profile.size(); ++p) {
      const ProfileField& field = library.profile[p];
      survey.profile[p].push_back(number_of(cells[places.at(field.id)], field.choices));
    }
  }
  return survey;
}

engine::FactChunk rows_of(const Survey& survey, std::size_t start, std::size_t rows) {
  engine::FactChunk facts;
  facts.rows = rows;
  for (const auto& column : survey.questions)
    facts.questions.emplace_back(column.data() + start, rows);
  for (const auto& column : survey.profile) facts.profile.emplace_back(column.data() + start, rows);
  return facts;
}

// `id,d1..d8,level,failed`: an empty domain is an empty cell; `failed` lists the gates that are not
// met, with `?` behind those that are unknown.
void write(const Library& library, const engine::OutcomeChunk& out, const Survey& survey,
           std::size_t start, std::string& text) {
  for (std::size_t row = 0; row < out.rows; ++row) {
    text += survey.ids[start + row];
    for (const auto& score : out.domain_score)
      text += ',' + (score[row] < 0 ? std::string() : std::to_string(score[row]));
    text += ',' + std::to_string(out.level_low[row]) + ',';
    for (std::size_t g = 0; g < library.gates.size(); ++g) {
      const auto state = static_cast<State>(out.gate_state[g][row]);
      if (state != State::met) text += library.gates[g].id + (state == State::unknown ? "?;" : ";");
    }
    text += '\n';
  }
}

std::string judge(const Library& library, const engine::CompiledLibrary& program,
                  const engine::Kernels& kernels, const Survey& survey, std::size_t chunk) {
  engine::OutcomeChunk out;
  std::string text;
  for (std::size_t start = 0; start < survey.ids.size(); start += chunk) {
    const std::size_t rows = std::min(chunk, survey.ids.size() - start);
    engine::evaluate_with(kernels, program, rows_of(survey, start, rows), out);
    write(library, out, survey, start, text);
  }
  return text;
}

}  // namespace

TEST_CASE("the benchmark's typology is a library like any other") {
  const Library library = reference_library();
  std::size_t rules = 0;
  for (const Control& control : library.controls) rules += control.points.size();
  CHECK(library.controls.size() == 60);
  CHECK(rules == 150);
  CHECK(library.gates.size() == 24);
  CHECK(library.domains.size() == 8);
  CHECK(library.domain_scale == 1000);
  CHECK(engine::compile(library).has_value());
}

TEST_CASE("the benchmark's survey is judged to the byte as other programs judge it") {
  const Library library = reference_library();
  const auto program = engine::compile(library);
  REQUIRE(program.has_value());
  const Survey survey = read_survey(fixture("survey.csv"), library);
  const std::vector<std::string> expected = split(fixture("expected.csv"), '\n');
  REQUIRE(survey.ids.size() == 614);
  for (const auto* kernels : {&engine::best_kernels(), &engine::portable_kernels()})
    for (const std::size_t chunk : {survey.ids.size(), std::size_t{7}, std::size_t{1}}) {
      const auto judged = split(judge(library, **program, *kernels, survey, chunk), '\n');
      REQUIRE(judged.size() == expected.size());
      for (std::size_t i = 0; i < judged.size(); ++i) {
        INFO("line " << i + 1 << ", chunks of " << chunk);
        CHECK(judged[i] == expected[i]);
      }
    }
}
