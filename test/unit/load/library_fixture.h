// SPDX-License-Identifier: Apache-2.0
// The smallest library that has one of everything, and ways to break it.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "load/load.h"

namespace ruikei::load {

inline std::vector<Source> small_library() {
  return {
      {"rules/library.yaml", R"(library:
  id: small
  version: 1.0
  title: {ja: 小, en: small}
  note: {ja: 注, en: note}
editions:
  - {id: ed, name: {ja: 版, en: edition}, date: 2025-05, source: "https://example.org"}
)",
       "library.yaml"},
      {"rules/typology.yaml", R"(levels:
  - {number: 0, name: {ja: 零, en: zero}, criterion: {ja: 零, en: zero}}
  - {number: 1, name: {ja: 一, en: one}, criterion: {ja: 一, en: one}}
gates:
  - {id: sep, level: 1, name: {ja: 分離, en: separation}, must: [NB-01]}
hole_policies:
  - {code: hole, if: 'gate.sep == "met"', text: {ja: 穴, en: hole}}
domains:
  - {id: boundary, name: {ja: 境界, en: boundary}}
scales:
  - id: M
    name: {ja: 度, en: degree}
    maximum: 3
    options:
      - {value: 0, text: {ja: なし, en: none}}
      - {value: 2, text: {ja: あり, en: done}}
)",
       "typology.yaml"},
      {"rules/controls/boundary.yaml", R"(domain: boundary
controls:
  - id: NB-01
    title: {ja: 題, en: title}
    question: {ja: 問, en: question}
    help:
      why: {ja: 理, en: why}
      how: {ja: 方, en: how}
      evidence: {ja: 証, en: evidence}
    scale: M
    options:
      - {value: 0, text: {ja: なし, en: none}}
      - {value: 2, text: {ja: あり, en: done}}
    gate: sep
    role: must
    step: S1
    critical: true
    weight: 010
    evidence:
      - id: EV-1
        speaks: against
        strength: decisive
        each: devices
        where: 'device.role == "firewall"'
        if: 'device.end_of_support < today'
        text: {ja: "{id}が古い", en: "{id} is old"}
    mappings:
      - {edition: ed, item: 2-⑥, certainty: read}
  - id: NB-02
    title: {ja: 題, en: title}
    question: {ja: 問, en: question}
    scale: M
    role: readiness
)",
       "controls/boundary.yaml"},
      {"rules/measures.yaml", R"(measures:
  - id: M-A
    title: {ja: 策, en: measure}
    what: {ja: 何, en: what}
    raises: [{control: NB-01, to: 2}]
    effort: small
    cost_yen:
      - {bed_class: 20-99, low: 100, high: 200}
    cost_basis: {ja: 見積り, en: estimate}
  - id: M-B
    title: {ja: 策, en: measure}
    what: {ja: 何, en: what}
    raises: [{control: NB-02, to: 3}]
    needs: [M-A]
    effort: large
)",
       "measures.yaml"},
      {"rules/routes.yaml", R"(routes:
  - id: R1
    title: {ja: 路, en: route}
    what: {ja: 何, en: what}
    certainty: secondary
    source: "https://example.org"
    conditional: [{id: R1-C1, if: 'level.low >= 1', text: {ja: 条, en: condition}}]
    closed: [{id: R1-X1, if: 'gate.sep == "not_met"', text: {ja: 閉, en: closed}}]
)",
       "routes.yaml"},
  };
}

/// The small library with `from` in the file `path` replaced by `to`.
inline std::vector<Source> changed_library(const std::string& path, const std::string& from,
                                           const std::string& to) {
  std::vector<Source> sources = small_library();
  for (Source& source : sources) {
    if (source.path != path) continue;
    const std::size_t at = source.text.find(from);
    if (at == std::string::npos) throw std::logic_error("not in " + path + ": " + from);
    source.text.replace(at, from.size(), to);
  }
  return sources;
}

/// `code` and place of each diagnostic, one a line: "R104 rules/routes.yaml:0:0".
inline std::string summary(const Diagnostics& diagnostics) {
  std::string lines;
  for (const Diagnostic& d : diagnostics) {
    lines += d.code + " " + d.place.name() + ":" + std::to_string(d.place.line) + ":" +
             std::to_string(d.place.column) + "\n";
  }
  return lines;
}

}  // namespace ruikei::load
