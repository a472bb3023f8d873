// SPDX-License-Identifier: Apache-2.0
#include "load/encoding.h"

#include <catch2/catch.hpp>

using namespace ruikei;
using namespace ruikei::load;
using namespace std::string_literals;

namespace {

const FileName kFile = file_name("list.csv");

DecodedText decoded(const std::string& bytes) {
  const auto out = decode(bytes, kFile);
  REQUIRE(out.has_value());
  return *out;
}

}  // namespace

TEST_CASE("a byte order mark decides the encoding and is not part of the text") {
  CHECK(decoded("\xEF\xBB\xBF"
                "病院")
            .text == "病院");
  CHECK(decoded("\xFF\xFE"s + "\x42\x30"s).text == "あ");
  CHECK(decoded("\xFE\xFF"s + "\x30\x42"s).text == "あ");
  CHECK(decoded("\xFF\xFE\0\0"s + "\x42\x30\0\0"s).encoding == "UTF-32LE");
  CHECK(decoded("\0\0\xFE\xFF"s + "\0\0\x30\x42"s).text == "あ");
}

TEST_CASE("UTF-8 without a mark is known by being valid") {
  CHECK(decoded("病床数,250\n").encoding == "UTF-8");
  CHECK(decoded("").text.empty());
}

TEST_CASE("UTF-16 without a mark is known by its zero bytes") {
  CHECK(decoded("b\0e\0d\0s\0,\0"s).text == "beds,");
  CHECK(decoded("\0b\0e\0d\0s\0,"s).encoding == "UTF-16BE");
}

TEST_CASE("CP932 is read with the characters that Shift_JIS lacks") {
  CHECK(decoded("\x95\x61\x89\x40").text == "病院");
  CHECK(decoded("\x87\x40\x87\x41").text == "①②");
  CHECK(decoded("\xFB\xFC\x8B\xB4").text == "髙橋");
  CHECK(decoded("\xD9\xB0\xC0").text == "ﾙｰﾀ");
  CHECK(decoded("EDR,\x81\x9B\r\n").text == "EDR,○\r\n");
}

TEST_CASE("a European encoding is refused, not turned into kanji") {
  const auto out = decode("name\nCaf\xE9,Andr\xE9s\n", kFile);
  REQUIRE_FALSE(out.has_value());
  CHECK(out.error()[0].code == "X001");
  CHECK(out.error()[0].place.line == 2);
}

TEST_CASE("bytes that break the promised encoding are an error with the line") {
  const auto utf8 = decode(
      "\xEF\xBB\xBF"
      "a\nb\n\xFF\n",
      kFile);
  REQUIRE_FALSE(utf8.has_value());
  CHECK(utf8.error()[0].code == "X002");
  CHECK(utf8.error()[0].place.line == 3);
  const auto utf16 = decode("\xFF\xFE\x42"s, kFile);
  REQUIRE_FALSE(utf16.has_value());
  CHECK(utf16.error()[0].args[0] == "UTF-16LE");
}
