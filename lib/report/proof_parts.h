// SPDX-License-Identifier: Apache-2.0
// The parts of a proof, one for each kind of subject, and the list of changes at its end.
#pragma once

#include <span>

#include "report/parts.h"

namespace ruikei::report {

void prove_level(const View& view, Page& page);
void prove_gate(const View& view, const std::string& id, Page& page);
void prove_control(const View& view, const std::string& id, Page& page);
void prove_domain(const View& view, const std::string& id, Page& page);
void prove_measure(const View& view, const std::string& id, Page& page);
void prove_route(const View& view, const std::string& id, Page& page);

/// One gate with its must-controls and their grounds: below a level with a line for the gate
/// itself, at indent 0 without (the proof's title says it).
void write_gate_chain(const View& view, const GateResult& gate, std::size_t indent, Page& page);
/// Name and id at the left, the state at the right, as the first line of a proof.
void write_title(const std::string& id, const std::string& title, const TextCell& state,
                 Page& page);

/// What is known of each condition of a route. `group` is which list of the route it stands in.
struct RouteLine {
  enum class Group { conditional, open, closed };
  const RouteCondition* condition = nullptr;
  Group group = Group::conditional;
  bool listed = false;  ///< the result names it as missing or as closing
  State state = State::unknown;
};
std::vector<RouteLine> route_lines(const Route& route, const RouteResult& result);

}  // namespace ruikei::report
