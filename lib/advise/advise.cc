// SPDX-License-Identifier: Apache-2.0
#include "advise/advise.h"

#include <algorithm>

namespace ruikei::advise {

namespace {

template <class Items>
const auto* find(const Items& items, const std::string& id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

// Does the assessment say something else about the subject?
bool differs(const Subject& subject, const std::string& changed, const Assessment& before,
             const Assessment& after) {
  const std::string& id = subject.id;
  switch (subject.kind) {
    case Subject::Kind::level:
      return before.evidenced != after.evidenced;
    case Subject::Kind::gate:
      return find(before.gates, id)->state != find(after.gates, id)->state;
    case Subject::Kind::control:
      return changed == id && find(before.controls, id)->state != find(after.controls, id)->state;
    case Subject::Kind::domain: {
      const DomainResult &a = *find(before.domains, id), &b = *find(after.domains, id);
      return a.score != b.score || a.low != b.low || a.high != b.high;
    }
    case Subject::Kind::measure: {
      const MeasureResult *a = find(before.measures, id), *b = find(after.measures, id);
      if (!a || !b) return a != b;
      return a->why != b->why || a->controls != b->controls;
    }
    case Subject::Kind::route:
      return find(before.routes, id)->verdict != find(after.routes, id)->verdict;
  }
  return false;
}

Change change_of(const Subject& subject, const Control& control, int score,
                 const Assessment& before, const Assessment& after) {
  Change change;
  change.control = control.id;
  change.to_met = score >= control.need;
  change.level_before = before.evidenced;
  change.level_after = after.evidenced;
  if (subject.kind == Subject::Kind::gate) {
    change.gate_before = find(before.gates, subject.id)->state;
    change.gate_after = find(after.gates, subject.id)->state;
  }
  if (subject.kind == Subject::Kind::route) {
    change.route_before = find(before.routes, subject.id)->verdict;
    change.route_after = find(after.routes, subject.id)->verdict;
  }
  return change;
}

bool is_there(const Library& library, const Subject& subject) {
  if (subject.kind == Subject::Kind::level) return true;
  for (const Subject& found : find_subject(library, subject.id))
    if (found.kind == subject.kind) return true;
  return false;
}

}  // namespace

std::vector<Subject> find_subject(const Library& library, const std::string& id) {
  std::vector<Subject> found;
  if (id == "level") found.push_back({Subject::Kind::level, ""});
  if (find(library.gates, id)) found.push_back({Subject::Kind::gate, id});
  if (find(library.controls, id)) found.push_back({Subject::Kind::control, id});
  if (find(library.domains, id)) found.push_back({Subject::Kind::domain, id});
  if (find(library.measures, id)) found.push_back({Subject::Kind::measure, id});
  if (find(library.routes, id)) found.push_back({Subject::Kind::route, id});
  return found;
}

std::vector<Change> single_changes(const assess::Assessor& assessor, const Case& input,
                                   std::int64_t today, const Subject& subject) {
  const Library& library = assessor.library();
  if (!is_there(library, subject)) return {};
  std::vector<assess::Overrides> questions = {{}};  // the case as it is, then two a control
  for (const Control& control : library.controls)
    for (const int score : {control.need, control.need - 1})
      questions.push_back({{control.id, score}});
  const std::vector<Assessment> answers = assessor.assess_each(input, today, questions);
  const Assessment& before = answers.front();
  std::vector<Change> changes;
  for (std::size_t i = 1; i < answers.size(); ++i) {
    const Control& control = library.controls[(i - 1) / 2];
    const int score = questions[i].begin()->second;
    if (find(before.controls, control.id)->state ==
        (score >= control.need ? State::met : State::not_met))
      continue;  // nothing would change
    if (differs(subject, control.id, before, answers[i]))
      changes.push_back(change_of(subject, control, score, before, answers[i]));
  }
  return changes;
}

Case with_answer(const Case& input, const std::string& id, int score) {
  Case changed = input;
  Answer answer;
  answer.value = score;
  answer.supposed = true;
  changed.answers[id] = answer;
  return changed;
}

}  // namespace ruikei::advise
