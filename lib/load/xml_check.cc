// SPDX-License-Identifier: Apache-2.0
#include "load/xml_check.h"

#include <charconv>
#include <vector>

namespace ruikei::load {

namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_name(char c) { return blank(c) || c == '>' || c == '/' || c == '=' || c == '<'; }

class XmlChecker {
 public:
  XmlChecker(std::string_view text, std::size_t max_depth) : text_(text), max_depth_(max_depth) {}

  std::optional<XmlFault> check() {
    for (std::size_t i = 0; i < text_.size() && !fault_; ++i)
      if (static_cast<unsigned char>(text_[i]) < 0x20 && !blank(text_[i])) fail("X030", i);
    while (at_ < text_.size() && !fault_) {
      if (text_[at_] != '<') run_of_text();
      else if (starts("<!--")) skip_past("-->", 4);
      else if (starts("<![CDATA[")) skip_past("]]>", 9);
      else if (starts("<?")) skip_past("?>", 2);
      else if (starts("<!DOCTYPE")) doctype();
      else if (starts("</")) end_tag();
      else start_tag();
    }
    if (!fault_ && !open_.empty())
      fail("X035", open_.back().offset, std::string(open_.back().name));
    if (!fault_ && !seen_root_) fail("X030", text_.size());
    return fault_;
  }

 private:
  struct Open {
    std::string_view name;
    std::size_t offset;
  };

  bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  void fail(const char* code, std::size_t offset, std::string arg = {}) {
    if (!fault_) fault_ = XmlFault{code, offset, std::move(arg)};
  }

  void skip_past(std::string_view end, std::size_t head) {
    const std::size_t found = text_.find(end, at_ + head);
    if (found == std::string_view::npos)
      return fail("X035", at_, std::string(text_.substr(at_, head)));
    at_ = found + end.size();
  }

  void run_of_text() {
    std::size_t end = text_.find('<', at_);
    if (end == std::string_view::npos) end = text_.size();
    references(at_, end);
    if (open_.empty())
      for (std::size_t i = at_; i < end; ++i)
        if (!blank(text_[i])) return fail("X030", i);
    at_ = end;
  }

  /// A document type may name a DTD, which is never opened, but declare nothing itself.
  void doctype() {
    if (seen_root_) return fail("X030", at_);
    std::size_t i = at_;
    for (char quote = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        return fail("X031", i);
      } else if (c == '>') {
        at_ = i + 1;
        return;
      }
    }
    fail("X035", at_, "<!DOCTYPE");
  }

  void end_tag() {
    const std::size_t end = text_.find('>', at_);
    if (end == std::string_view::npos) return fail("X035", at_, "</");
    std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    while (!name.empty() && blank(name.back())) name.remove_suffix(1);
    if (open_.empty() || open_.back().name != name) return fail("X030", at_);
    open_.pop_back();
    at_ = end + 1;
  }

  void start_tag() {
    const std::size_t start = at_++;
    const std::size_t name_start = at_;
    while (at_ < text_.size() && !ends_name(text_[at_])) ++at_;
    const std::string_view name = text_.substr(name_start, at_ - name_start);
    if (name.empty() || (open_.empty() && seen_root_)) return fail("X030", start);
    seen_root_ = true;
    while (!fault_) {
      while (at_ < text_.size() && blank(text_[at_])) ++at_;
      if (at_ >= text_.size()) return fail("X035", start, std::string(name));
      if (text_[at_] == '>') break;
      if (starts("/>")) {
        at_ += 2;
        return;
      }
      attribute(start);
    }
    ++at_;
    open_.push_back({name, start});
    if (open_.size() > max_depth_) fail("X033", start, std::to_string(max_depth_));
  }

  void attribute(std::size_t tag) {
    const std::size_t start = at_;
    while (at_ < text_.size() && !ends_name(text_[at_])) ++at_;
    if (at_ == start) return fail("X030", start);
    while (at_ < text_.size() && blank(text_[at_])) ++at_;
    if (at_ >= text_.size()) return fail("X035", tag);
    if (text_[at_] != '=') return fail("X030", at_);
    ++at_;
    while (at_ < text_.size() && blank(text_[at_])) ++at_;
    if (at_ >= text_.size()) return fail("X035", tag);
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'') return fail("X030", at_);
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) return fail("X035", at_);
    const std::size_t less = text_.substr(0, end).find('<', at_);
    if (less != std::string_view::npos) return fail("X030", less);
    references(at_ + 1, end);
    at_ = end + 1;
  }

  void references(std::size_t from, std::size_t to) {
    for (std::size_t i = text_.find('&', from); i < to && !fault_; i = text_.find('&', i + 1)) {
      constexpr std::size_t kLongest = 64;
      const std::size_t end = text_.substr(0, std::min(to, i + kLongest)).find(';', i);
      if (end == std::string_view::npos) return fail("X032", i, "&");
      reference(i, text_.substr(i + 1, end - i - 1));
    }
  }

  void reference(std::size_t at, std::string_view name) {
    for (const std::string_view known : {"amp", "lt", "gt", "quot", "apos"})
      if (name == known) return;
    if (name.empty() || name[0] != '#') return fail("X032", at, std::string(name));
    const bool hex = name.size() > 1 && name[1] == 'x';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool character = value == 9 || value == 10 || value == 13 ||
                           (value >= 0x20 && value < 0xD800) ||
                           (value >= 0xE000 && value <= 0x10FFFF && (value & 0xFFFE) != 0xFFFE);
    if (error != std::errc{} || end != digits.data() + digits.size() || !character)
      fail("X036", at, std::string(name));
  }

  std::string_view text_;
  std::size_t max_depth_;
  std::size_t at_ = 0;
  bool seen_root_ = false;
  std::vector<Open> open_;
  std::optional<XmlFault> fault_;
};

}  // namespace

std::optional<XmlFault> check_xml(std::string_view text, std::size_t max_depth) {
  return XmlChecker(text, max_depth).check();
}

}  // namespace ruikei::load
