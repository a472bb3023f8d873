// SPDX-License-Identifier: Apache-2.0
#include "assess/evidence.h"

#include "assess/rule_text.h"

namespace ruikei::assess {

namespace {

enum class Truth { no, yes, unknown };

Truth truth(const std::optional<cel::Compiled>& condition, const cel::Bindings& bindings) {
  if (!condition) return Truth::yes;
  const cel::Value value = cel::evaluate(*condition, bindings);
  if (value.is_true()) return Truth::yes;
  return value.is_false() ? Truth::no : Truth::unknown;
}

Ground ground(const CompiledRule& compiled, const Record& record, const Kind& kind,
              const Place& source) {
  const EvidenceRule& rule = *compiled.rule;
  std::vector<Fact> facts = shown_facts(compiled.fields, record, kind);
  return {.kind = Ground::Kind::evidence,
          .rule = rule.id,
          .value = one_line(facts),
          .facts = std::move(facts),
          .source = source,
          .rule_place = rule.place,
          .text = fill_fields(rule.text, record, kind),
          .speaks = rule.speaks,
          .strength = rule.strength,
          .assurance =
              rule.strength == Strength::decisive ? Assurance::verified : Assurance::documented};
}

// Where the facts of a rule without a record stand: the first list that it names, else the
// facility.
Place place_of(const CompiledRule& compiled, const Record& facility, const Inventory& inventory) {
  for (const std::size_t section : compiled.sections)
    if (section < inventory.sections.size() && inventory.sections[section].present)
      return inventory.sections[section].place;
  const Kind& kind = facility_kind();
  for (std::size_t i = 0; i < kind.fields.size() && i < facility.cells.size(); ++i)
    if (facility.cells[i].known() && compiled.fields.count(std::string(kind.fields[i].id)))
      return facility.cells[i].place;
  return facility.place;
}

class Grounds {
 public:
  void add(Ground ground) {
    if (list_.size() < kMaxGrounds) list_.push_back(std::move(ground));
    else ++list_.back().more;
  }
  std::vector<Ground> take() { return std::move(list_); }

 private:
  std::vector<Ground> list_;
};

// Against: any record that is concerned and fails. For: the list is whole, some record is
// concerned, and every record that may be concerned passes.
std::vector<Ground> each_record(const CompiledRule& compiled, const Inventory::Section& section,
                                cel::Bindings& bindings) {
  const bool against = compiled.rule->speaks == Speaks::against;
  if (!section.present || (!against && !section.complete)) return {};
  const std::string name(compiled.kind->one);
  const cel::Value list = bindings.find(compiled.kind->section)->second;
  const cel::List& values = **list.get<std::shared_ptr<const cel::List>>();
  Grounds grounds;
  bool holds = true;
  for (std::size_t i = 0; i < section.records.size(); ++i) {
    const Record& record = section.records[i];
    bindings[name] = values[i];
    const Truth concerned = truth(compiled.where, bindings);
    if (concerned == Truth::no) continue;
    const Truth meets = truth(compiled.condition, bindings);
    if (meets != Truth::yes) holds = false;
    if (!holds && !against) break;
    if (concerned == Truth::yes && meets == Truth::yes)
      grounds.add(ground(compiled, record, *compiled.kind, record.place));
  }
  bindings.erase(name);
  return against || holds ? grounds.take() : std::vector<Ground>{};
}

}  // namespace

std::vector<Fired> fired(const std::vector<CompiledRule>& rules, const Record& facility,
                         const Inventory& inventory, cel::Bindings& bindings) {
  std::vector<Fired> out;
  for (const CompiledRule& compiled : rules) {
    std::vector<Ground> grounds;
    if (compiled.kind) {
      if (compiled.section < inventory.sections.size())
        grounds = each_record(compiled, inventory.sections[compiled.section], bindings);
    } else if (truth(compiled.where, bindings) == Truth::yes &&
               truth(compiled.condition, bindings) == Truth::yes) {
      grounds.push_back(
          ground(compiled, facility, facility_kind(), place_of(compiled, facility, inventory)));
    }
    if (!grounds.empty()) out.push_back({compiled.rule, std::move(grounds)});
  }
  return out;
}

}  // namespace ruikei::assess
