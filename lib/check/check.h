// SPDX-License-Identifier: Apache-2.0
// A rule library as a product: faults that reading alone does not show, the tests that stand beside
// the rules, and what those tests exercise. Pure: findings come back as diagnostics (R2xx, R3xx).
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "base/diagnostic.h"
#include "model/library.h"
#include "model/library_test_case.h"

namespace ruikei::check {

/// Faults of a library that reads and compiles: evidence rules that say the same twice or that no
/// test makes fire (or keep silent), gates and levels that no combination of answers reaches,
/// controls that no measure raises, texts that were not translated, mappings that do not look like
/// an item of their edition.
Diagnostics lint(const assess::Assessor& assessor, const std::vector<LibraryTestCase>& tests);

struct TestRun {
  std::size_t passed = 0;
  std::size_t failed = 0;
  Diagnostics failures;  ///< one per expectation that did not hold, at the test's place
};

/// Runs every test; a test fails with its first expectation but all of them are reported.
TestRun run_tests(const assess::Assessor& assessor, const std::vector<LibraryTestCase>& tests);

/// What a set of tests touched, of all that there is.
struct Coverage {
  struct Part {
    std::set<std::string> touched;
    std::vector<std::string> missing;
    std::size_t all = 0;
  };
  Part controls;      ///< answered or judged by evidence in some test
  Part rules_fired;   ///< evidence rules that fired in some test
  Part rules_silent;  ///< … that stayed silent in some test with an inventory
  Part options;       ///< `control=value` answers
  Part measures;      ///< recommended in some test
  Part routes;        ///< `route=verdict` seen
  Part gates;         ///< `gate=state` seen
};

Coverage coverage(const assess::Assessor& assessor, const std::vector<LibraryTestCase>& tests);

}  // namespace ruikei::check
