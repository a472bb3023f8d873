// SPDX-License-Identifier: Apache-2.0
#include "model/schema.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace ruikei;

TEST_CASE("dates go to days and back, and no false date is read") {
  CHECK(parse_iso_date("1970-01-01") == 0);
  CHECK(iso_date(*parse_iso_date("2026-11-22")) == "2026-11-22");
  CHECK(parse_iso_date("2024-02-29").has_value());
  CHECK_FALSE(parse_iso_date("2023-02-29").has_value());
  CHECK_FALSE(parse_iso_date("2026-1-22").has_value());
  CHECK_FALSE(parse_iso_date("2026-11-2x").has_value());
}

TEST_CASE("bed classes are those of the ministry's surveys") {
  CHECK(bed_class(-1).empty());
  CHECK(bed_class(0) == "0-19");
  CHECK(bed_class(19) == "0-19");
  CHECK(bed_class(20) == "20-99");
  CHECK(bed_class(100) == "100-199");
  CHECK(bed_class(499) == "400-499");
  CHECK(bed_class(500) == "500+");
}

TEST_CASE("field names are unique and references name kinds that exist") {
  for (const Kind& kind : inventory_kinds()) {
    std::set<std::string_view> names;
    for (const Field& field : kind.fields) {
      CHECK(names.insert(field.id).second);
      if (!field.refers_to.empty()) CHECK(find_kind(field.refers_to).has_value());
    }
  }
}
