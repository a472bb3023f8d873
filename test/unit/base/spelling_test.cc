// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace ruikei;

TEST_CASE("distance counts inserts, deletes, replacements and swaps") {
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("vlan_guest", "vlan_gust") == 1);
  CHECK(edit_distance("beds", "bdes") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest known word is suggested, a far one is not") {
  const std::vector<std::string> known = {"beds", "bed_class", "name"};
  CHECK(nearest("bed", known) == "beds");
  CHECK(nearest("NAME", known) == "name");
  CHECK(nearest("hospital", known).empty());
  CHECK(nearest("", known).empty());
}
