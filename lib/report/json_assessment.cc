// SPDX-License-Identifier: Apache-2.0
#include "report/ids.h"
#include "report/report.h"

namespace ruikei::report {

namespace {

template <class T, class Make>
Json list_of(const std::vector<T>& all, Make make) {
  Json out = Json::array();
  for (const T& one : all) out.push(make(one));
  return out;
}

Json level_json(const Assessment& a) {
  Json out = range_json(a.evidenced, a.applicable);
  out.set("decided", a.applicable && a.evidenced.decided())
      .set("claimed", range_json(a.claimed, a.applicable))
      .set("evidenced", range_json(a.evidenced, a.applicable));
  return out;
}

Json off_ladder_json(const OffLadder& one) {
  return Json::object({{"code", one.code},
                       {"gate", one.gate.empty() ? Json() : Json(one.gate)},
                       {"text", one.text.empty() ? Json() : Json(one.text)}});
}

Json blocking_json(const Blocking& one) {
  return Json::object({{"gate", one.gate}, {"control", one.control}, {"state", id_of(one.state)}});
}

Json contradiction_json(const Contradiction& one) {
  return Json::object({{"control", one.control},
                       {"answer", ground_json(one.answer)},
                       {"evidence", ground_json(one.evidence)},
                       {"changes_level", one.changes_level}});
}

Json read_report_json(const ReadReport& one) {
  return Json::object({{"file", one.file},
                       {"format", one.format},
                       {"understood", one.understood},
                       {"ignored", one.ignored},
                       {"failed", one.failed}});
}

}  // namespace

std::string assessment_json(const Assessment& a, const Library& library,
                            const TextOptions& options) {
  Json out = Json::object({{"schema", "ruikei.result/1"}, {"facility", facility_json(a.facility)}});
  add_origin(out, a, options.program_version);
  out.set("note", library.note)
      .set("applicable", a.applicable)
      .set("level", level_json(a))
      .set("off_ladder", list_of(a.off_ladder, off_ladder_json))
      .set("gates", list_of(a.gates, gate_json))
      .set("controls", list_of(a.controls, control_json))
      .set("domains", list_of(a.domains, domain_json))
      .set("blocking", list_of(a.blocking, blocking_json))
      .set("contradictions", list_of(a.contradictions, contradiction_json))
      .set("unanswered", Json::array(a.unanswered))
      .set("unanswered_that_matter", a.unanswered_that_matter)
      .set(
          "measures",
          list_of(a.measures, [&](const MeasureResult& one) { return measure_json(one, library); }))
      .set("routes",
           list_of(a.routes, [&](const RouteResult& one) { return route_json(one, library); }))
      .set("read_report", list_of(a.read_reports, read_report_json));
  return out.dump();
}

}  // namespace ruikei::report
