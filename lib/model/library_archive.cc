// SPDX-License-Identifier: Apache-2.0
// One list of members for each struct. The structured bindings name them all, so a member added to
// a struct and forgotten here does not compile.
#include "model/library_archive.h"

#include "model/archive.h"

namespace ruikei {

template <>
inline constexpr unsigned kEnumerators<Certainty> = 5;
template <>
inline constexpr unsigned kEnumerators<Role> = 3;
template <>
inline constexpr unsigned kEnumerators<Speaks> = 2;
template <>
inline constexpr unsigned kEnumerators<Strength> = 2;
template <>
inline constexpr unsigned kEnumerators<Effort> = 3;

namespace {

// Changes with the structs: bytes of another version are refused as a whole.
constexpr std::string_view kMark = "ruikei library 1\n";

template <class T, class Wanted>
concept Is = std::is_same_v<std::remove_const_t<T>, Wanted>;

}  // namespace

template <class Archive, Is<Text> T>
void describe(Archive& archive, T& value) {
  auto& [ja, en] = value;
  archive.fields(ja, en);
}

template <class Archive, Is<Catalog::Entry> T>
void describe(Archive& archive, T& value) {
  archive.fields(value.first, value.second);
}

template <class Archive, Is<Expression> T>
void describe(Archive& archive, T& value) {
  auto& [text, place] = value;
  archive.fields(text, place);
}

template <class Archive, Is<Edition> T>
void describe(Archive& archive, T& value) {
  auto& [id, name, date, source, item_pattern] = value;
  archive.fields(id, name, date, source, item_pattern);
}

template <class Archive, Is<Mapping> T>
void describe(Archive& archive, T& value) {
  auto& [edition, item, certainty, note] = value;
  archive.fields(edition, item, certainty, note);
}

template <class Archive, Is<ScaleOption> T>
void describe(Archive& archive, T& value) {
  auto& [number, text] = value;
  archive.fields(number, text);
}

template <class Archive, Is<Scale> T>
void describe(Archive& archive, T& value) {
  auto& [id, name, maximum, yes_no, options] = value;
  archive.fields(id, name, maximum, yes_no, options);
}

template <class Archive, Is<EvidenceRule> T>
void describe(Archive& archive, T& value) {
  auto& [id, speaks, strength, each, where, condition, text, place] = value;
  archive.fields(id, speaks, strength, each, where, condition, text, place);
}

template <class Archive, Is<PointRule> T>
void describe(Archive& archive, T& value) {
  auto& [points, condition] = value;
  archive.fields(points, condition);
}

template <class Archive, Is<Help> T>
void describe(Archive& archive, T& value) {
  auto& [why, how, evidence] = value;
  archive.fields(why, how, evidence);
}

template <class Archive, Is<Control> T>
void describe(Archive& archive, T& value) {
  auto& [id, domain, title, question, help, scale, options, gate, role, step, critical, weight,
         need, points, applies_if, evidence, mappings, note, place] = value;
  archive.fields(id, domain, title, question, help, scale, options, gate, role, step, critical,
                 weight, need, points, applies_if, evidence, mappings, note, place);
}

template <class Archive, Is<Question> T>
void describe(Archive& archive, T& value) {
  auto& [id, text, minimum, maximum, place] = value;
  archive.fields(id, text, minimum, maximum, place);
}

template <class Archive, Is<ProfileField> T>
void describe(Archive& archive, T& value) {
  auto& [id, type, choices, place] = value;
  archive.fields(id, type, choices, place);
}

template <class Archive, Is<Domain> T>
void describe(Archive& archive, T& value) {
  auto& [id, name] = value;
  archive.fields(id, name);
}

template <class Archive, Is<Gate> T>
void describe(Archive& archive, T& value) {
  auto& [id, level, name, published, must, condition, place] = value;
  archive.fields(id, level, name, published, must, condition, place);
}

template <class Archive, Is<Level> T>
void describe(Archive& archive, T& value) {
  auto& [number, name, criterion] = value;
  archive.fields(number, name, criterion);
}

template <class Archive, Is<HolePolicy> T>
void describe(Archive& archive, T& value) {
  auto& [code, condition, text, place] = value;
  archive.fields(code, condition, text, place);
}

template <class Archive, Is<CostRange> T>
void describe(Archive& archive, T& value) {
  auto& [bed_class, low_yen, high_yen] = value;
  archive.fields(bed_class, low_yen, high_yen);
}

template <class Archive, Is<Raise> T>
void describe(Archive& archive, T& value) {
  auto& [control, to] = value;
  archive.fields(control, to);
}

template <class Archive, Is<Measure> T>
void describe(Archive& archive, T& value) {
  auto& [id, title, what, raises, needs, prerequisites, effort, cost_yen, cost_basis, estimate,
         fits, fit_note, examples, place] = value;
  archive.fields(id, title, what, raises, needs, prerequisites, effort, cost_yen, cost_basis,
                 estimate, fits, fit_note, examples, place);
}

template <class Archive, Is<RouteCondition> T>
void describe(Archive& archive, T& value) {
  auto& [id, condition, text] = value;
  archive.fields(id, condition, text);
}

template <class Archive, Is<Route> T>
void describe(Archive& archive, T& value) {
  auto& [id, title, what, certainty, conditional, open, closed, source, place] = value;
  archive.fields(id, title, what, certainty, conditional, open, closed, source, place);
}

template <class Archive, Is<Library> T>
void describe(Archive& archive, T& value) {
  auto& [id, version, title, note, sha256, domain_scale, editions, scales, domains, levels, gates,
         hole_policies, profile, questions, controls, measures, routes] = value;
  archive.fields(id, version, title, note, sha256, domain_scale, editions, scales, domains, levels,
                 gates, hole_policies, profile, questions, controls, measures, routes);
}

std::string pack(const Library& library, const Catalog& catalog) {
  ArchiveWriter archive;
  archive.fields(std::string(kMark), library, catalog.entries());
  return archive.bytes();
}

bool unpack(std::string_view bytes, Library& library, Catalog& catalog) {
  ArchiveReader archive(bytes);
  std::string mark;
  archive.fields(mark);
  if (!archive.ok() || mark != kMark) return false;
  Library read;
  std::vector<Catalog::Entry> entries;
  archive.fields(read, entries);
  if (!archive.ok() || !archive.at_end()) return false;
  library = std::move(read);
  catalog = Catalog(std::move(entries));
  return true;
}

}  // namespace ruikei
