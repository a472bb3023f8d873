// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/terminal_text.h"
#include "report/page.h"
#include "report/wrap.h"

using ruikei::display_width;
using ruikei::report::Page;
using ruikei::report::Style;
using ruikei::report::wrap;

TEST_CASE("text wraps at blanks and between Japanese characters") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("部門間の通信", 6) == std::vector<std::string>{"部門間", "の通信"});
  CHECK(wrap("", 10) == std::vector<std::string>{""});
}

TEST_CASE("an ASCII word or number is never broken, a whole line of it may stick out") {
  CHECK(wrap("版は6.2.6です", 8) == std::vector<std::string>{"版は", "6.2.6で", "す"});
  CHECK(wrap("at inventory/fw-main.conf:3", 10) ==
        std::vector<std::string>{"at", "inventory/fw-main.conf:3"});
  CHECK(wrap("abcdefgh", 4, true) == std::vector<std::string>{"abcd", "efgh"});
}

TEST_CASE("closing marks do not begin a line and opening marks do not end one") {
  for (std::size_t width = 4; width < 24; ++width)
    for (const auto& line :
         wrap("申告は「30日以内」、実態は(終了)です。サポートが、ない。", width)) {
      CAPTURE(width, line);
      for (const char* mark : {"。", "、", "」", ")", "ー"})
        CHECK(line.rfind(mark, 0) == std::string::npos);
      if (line.size() >= 3) CHECK(line.substr(line.size() - 3) != "「");
      if (!line.empty()) CHECK(line.back() != '(');
    }
}

TEST_CASE("wrapped lines keep to the width when no word is wider") {
  const std::string text = "HIS系と外部の分離は firewall 2台で管理し、年に1回 review します。";
  for (std::size_t width = 10; width < 60; ++width)
    for (const auto& line : wrap(text, width)) CHECK(display_width(line) <= width);
}

TEST_CASE("columns of a table start at the same display column whatever the script") {
  Page page(60, false);
  page.table(
      2, {{}, {.flex = true}, {}},
      {{{"ID"}, {"管理"}, {"X"}}, {{"NB-04"}, {"edge"}, {"X"}}, {{"外"}, {"e\u0301"}, {"X"}}});
  std::vector<std::size_t> starts;
  std::string text = page.str();
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    starts.push_back(display_width(line.substr(0, line.find('X'))));
    at = end + 1;
  }
  REQUIRE(starts.size() == 3);
  CHECK(starts[0] == starts[1]);
  CHECK(starts[1] == starts[2]);
}

TEST_CASE("what a file says cannot steer the terminal, with or without colour") {
  const std::string hostile = "a\x1b[31mb\u202ec\x07";
  for (const bool color : {false, true}) {
    Page page(80, color);
    page.heading(hostile);
    page.text(2, hostile);
    page.line(2, {{hostile}, {hostile}});
    page.edges({hostile}, {hostile});
    page.entry(2, 4, {hostile}, {hostile}, hostile);
    page.table(2, {{}, {}}, {{{hostile}, {hostile}}});
    std::string text = page.str();
    CHECK(text.find("a\x1b") == std::string::npos);
    CHECK(text.find("\u202e") == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\\x1b") != std::string::npos);
  }
}

TEST_CASE("colour adds nothing but escapes") {
  auto draw = [](bool color) {
    Page page(50, color);
    page.heading("条件");
    page.table(2, {{}, {.flex = true}}, {{{"満たす", Style::good}, {"ID管理"}}});
    page.entry(2, 6, {"回答", Style::faint}, {"はい", Style::bad}, "answers.yaml:4");
    return page.str();
  };
  std::string colored = draw(true);
  for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;)
    colored.erase(at, colored.find('m', at) - at + 1);
  CHECK(colored == draw(false));
}
