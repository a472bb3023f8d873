// SPDX-License-Identifier: Apache-2.0
#include "check/texts.h"

namespace ruikei::check {

namespace {

/// Whether UTF-8 text has a kana or CJK character (U+3040..U+30FF, U+4E00..U+9FFF).
bool has_japanese(const std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]);
    const auto b = static_cast<unsigned char>(text[i + 1]);
    if (a == 0xE3 && b >= 0x81 && b <= 0x83) return true;
    if ((a == 0xE4 && b >= 0xB8) || (a >= 0xE5 && a <= 0xE9)) return true;
  }
  return false;
}

/// Names such as "ISO/IEC 27001" are the same in both languages.
bool is_name(const Text& text) { return text.ja == text.en && text.ja.size() < 48; }

class Walk {
 public:
  explicit Walk(Diagnostics& out) : out_(out) {}

  void look(const Text& text, const Place& place, const std::string& id) {
    if (text.empty() || is_name(text)) return;
    if (!has_japanese(text.ja)) add(place, id, text.ja);
    if (has_japanese(text.en)) add(place, id, text.en);
  }

 private:
  void add(const Place& place, const std::string& id, const std::string& text) {
    out_.push_back({.code = "R210", .place = place, .args = {id, text}});
  }

  Diagnostics& out_;
};

void look_at_control(const Control& control, Walk& walk) {
  for (const Text* text : {&control.title, &control.question, &control.help.why, &control.help.how,
                           &control.help.evidence})
    walk.look(*text, control.place, control.id);
  for (const ScaleOption& option : control.options)
    walk.look(option.text, control.place, control.id);
  for (const EvidenceRule& rule : control.evidence) walk.look(rule.text, rule.place, rule.id);
}

}  // namespace

void untranslated_texts(const Library& library, Diagnostics& out) {
  Walk walk(out);
  for (const Level& level : library.levels) {
    walk.look(level.name, {}, "level " + std::to_string(level.number));
    walk.look(level.criterion, {}, "level " + std::to_string(level.number));
  }
  for (const Gate& gate : library.gates) {
    walk.look(gate.name, gate.place, gate.id);
    walk.look(gate.published, gate.place, gate.id);
  }
  for (const HolePolicy& hole : library.hole_policies) walk.look(hole.text, hole.place, hole.code);
  for (const Domain& domain : library.domains) walk.look(domain.name, {}, domain.id);
  for (const Control& control : library.controls) look_at_control(control, walk);
  for (const Measure& measure : library.measures)
    for (const Text* text : {&measure.title, &measure.what, &measure.prerequisites,
                             &measure.cost_basis, &measure.fit_note})
      walk.look(*text, measure.place, measure.id);
  for (const Route& route : library.routes) {
    walk.look(route.title, route.place, route.id);
    walk.look(route.what, route.place, route.id);
    for (const auto* list : {&route.conditional, &route.open, &route.closed})
      for (const RouteCondition& condition : *list)
        walk.look(condition.text, route.place, condition.id);
  }
}

}  // namespace ruikei::check
