// SPDX-License-Identifier: Apache-2.0
#include "base/terminal_text.h"

#include <catch2/catch.hpp>

using namespace ruikei;

TEST_CASE("CJK characters are two columns wide, combining marks none") {
  CHECK(display_width("病床数") == 6);
  CHECK(display_width("ID管理") == 6);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("padding and cutting count columns, not bytes") {
  CHECK(pad_right("満たす", 8) == "満たす  ");
  CHECK(pad_right("満たさない", 4) == "満たさない");
  CHECK(shorten("外部媒体の制御", 7) == "外部媒…");
  CHECK(shorten("abc", 3) == "abc");
}

TEST_CASE("nothing from a file steers the terminal") {
  CHECK(make_visible("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(make_visible("x\xE2\x80\xAEy") == "x\\u202ey");
  CHECK(make_visible("a\tb\nc") == "a b c");
  CHECK(make_visible("bad \xFF byte") == "bad \xEF\xBF\xBD byte");
}
