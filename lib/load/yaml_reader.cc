// SPDX-License-Identifier: Apache-2.0
// The tree is built from yaml-cpp's events rather than its nodes: those are slow on large maps,
// accept repeated keys and forget how a scalar was written. This is the only file that knows
// yaml-cpp.
#include "load/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <unordered_map>

#include "base/terminal_text.h"
#include "load/yaml_check.h"

namespace ruikei::load {
namespace {

// Thrown through yaml-cpp to stop it; caught in read_yaml.
struct Stop {};

class Builder : public YAML::EventHandler {
 public:
  Builder(SharedText source, const YamlLimits& limits, Diagnostics& diagnostics)
      : source_(std::move(source)), limits_(limits), diagnostics_(diagnostics) {}

  YamlNode take_root() { return std::move(root_); }
  bool has_root() const { return has_root_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    // yaml-cpp also begins a document where a line does not go with those before it.
    if (has_root_)
      stop(place(mark), source_->text().substr(offset(mark), 3) == "---" ? "Y008" : "Y018");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_properties(mark, "", anchor);
    const std::size_t size = null_word(mark);
    if (size == 0) return add_null();
    add_scalar(mark, std::string(source_->text().substr(offset(mark), size)), false);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_properties(mark, tag, anchor);
    add_scalar(mark, value, tag == "!");
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report(place(mark, 1), "Y006");
    add_null();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(mark, tag, anchor, YamlNode::Kind::sequence);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(mark, tag, anchor, YamlNode::Kind::mapping);
  }
  void OnMapEnd() override { end(); }

  /// Where the parser broke off.
  void syntax_error(const YAML::Mark& mark, const std::string& message) {
    const Place where = mark.is_null() ? Place{source_->file()} : place(mark, 1);
    if (message == YAML::ErrorMsg::MAP_VALUE) return report(where, "Y019");
    const bool other_kind =
        message == YAML::ErrorMsg::END_OF_MAP || message == YAML::ErrorMsg::END_OF_SEQ;
    if (other_kind) return report(where, "Y018");
    report(where, "Y014", {message});
  }

 private:
  struct Frame {
    YamlNode node;
    bool expects_key = false;
    bool in_braces = false;
    std::unordered_map<std::string, std::size_t> seen = {};  // key to its number
  };

  static std::size_t offset(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
  }

  // Columns are counted on from the last place of the same line, since a line may be very long.
  Place place(const YAML::Mark& mark, std::size_t length = 0) {
    const std::size_t at = std::min(offset(mark), source_->text().size());
    if (mark.line != line_ || at < counted_) {
      line_ = mark.line;
      const Place start = source_->place_on(static_cast<std::size_t>(line_) + 1, at);
      column_ = start.column;
    } else {
      column_ +=
          static_cast<std::uint32_t>(code_points(source_->text().substr(counted_, at - counted_)));
    }
    counted_ = at;
    return {source_->file(), static_cast<std::uint32_t>(line_) + 1, column_,
            static_cast<std::uint32_t>(length)};
  }

  void report(const Place& place, std::string code, std::vector<std::string> args = {}) {
    diagnostics_.push_back({std::move(code),
                            Severity::error,
                            place,
                            std::move(args),
                            source_->excerpt(place.line),
                            {}});
  }

  [[noreturn]] void stop(const Place& place, std::string code, std::vector<std::string> args = {}) {
    report(place, std::move(code), std::move(args));
    throw Stop{};
  }

  // yaml-cpp says "?" for plain and "!" for quoted scalars when no tag was written.
  void check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    const std::size_t at = offset(mark);
    const char first = at < source_->text().size() ? source_->text()[at] : '\n';
    const bool tagged = !tag.empty() && tag != "?" && (tag != "!" || first == '!');
    if (anchor != 0) report(place(mark, 1), "Y006");
    if (tagged) report(place(mark, 1), "Y007");
  }

  // Length of a word that yaml-cpp takes for null (`~`, `null` …) and we for a text, if it stands
  // at the mark. An empty value has the mark of what follows it, perhaps a key of that name: then a
  // `:` stands behind it.
  std::size_t null_word(const YAML::Mark& mark) const {
    const std::string_view rest =
        source_->text().substr(std::min(offset(mark), source_->text().size()));
    if (has_last_ && offset(mark) <= last_) return 0;
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (rest.substr(0, word.size()) != word) continue;
      const std::size_t next = rest.find_first_not_of(" \t", word.size());
      const char after = next == std::string_view::npos ? '\n' : rest[next];
      const bool ends =
          next != word.size() || std::string_view("\r\n,]}:").find(after) != std::string_view::npos;
      const bool is_key = !stack_.empty() && stack_.back().expects_key;
      if (ends && (after != ':' || is_key)) return word.size();
    }
    return 0;
  }

  void count(const Place& place) {
    if (++nodes_ > limits_.nodes) stop(place, "Y005", {std::to_string(limits_.nodes)});
  }

  YamlNode make(YamlNode::Kind kind, const Place& place) const {
    YamlNode node;
    node.kind = kind;
    node.place = place;
    node.source = source_;
    return node;
  }

  // `{a, b: 1}` and a last line without a colon: yaml-cpp takes these for keys without a value.
  void check_colon() {
    if (stack_.empty() || stack_.back().expects_key || !stack_.back().node.is_mapping()) return;
    const std::size_t next = source_->text().find_first_not_of(" \t\r\n", key_end_);
    const bool has_colon = next != std::string_view::npos && source_->text()[next] == ':';
    const YamlKey& key = stack_.back().node.keys.back();
    const bool bare = limits_.bare_keys && stack_.back().in_braces;
    if (!has_colon && key.place.length != 0 && !bare) report(key.place, "Y017", {key.text});
  }

  void add_null() {
    check_colon();
    // The mark of an empty value is that of the next token; its key or list says more.
    Place where{source_->file()};
    if (!stack_.empty()) {
      const YamlNode& parent = stack_.back().node;
      where = !parent.keys.empty() && !stack_.back().expects_key ? parent.keys.back().place
                                                                 : parent.place;
    }
    add(make(YamlNode::Kind::null, where));
  }

  void add_scalar(const YAML::Mark& mark, std::string value, bool quoted) {
    const std::size_t at = offset(mark);
    has_last_ = true;
    last_ = at;
    const std::size_t inside = at + (quoted ? 1 : 0);
    const bool literal =
        source_->text().substr(std::min(inside, source_->text().size()), value.size()) == value &&
        value.find('\n') == std::string::npos;
    const std::size_t length = literal ? code_points(value) + (quoted ? 2 : 0) : 0;
    if (!stack_.empty() && stack_.back().expects_key)
      key_end_ = inside + value.size() + (quoted ? 1 : 0);
    YamlNode node = make(YamlNode::Kind::scalar, place(mark, length));
    node.quoted = quoted;
    node.text = std::move(value);
    add(std::move(node));
  }

  void add(YamlNode node) {
    count(node.place);
    if (stack_.empty()) {
      root_ = std::move(node);
      has_root_ = true;
      return;
    }
    Frame& frame = stack_.back();
    if (frame.expects_key) return add_key(frame, std::move(node));
    frame.node.items.push_back(std::move(node));
    frame.expects_key = frame.node.is_mapping();
  }

  void add_key(Frame& frame, YamlNode node) {
    if (!node.is_scalar() || node.text.empty()) stop(node.place, "Y015");
    const auto [at, is_new] = frame.seen.try_emplace(node.text, frame.node.keys.size());
    if (!is_new) {
      const Place& earlier = frame.node.keys[at->second].place;
      report(node.place, "Y009", {node.text, std::to_string(earlier.line)});
    }
    frame.node.keys.push_back({std::move(node.text), std::move(node.place)});
    frame.expects_key = false;
  }

  void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             YamlNode::Kind kind) {
    check_properties(mark, tag, anchor);
    const Place where = place(mark);
    if (!stack_.empty() && stack_.back().expects_key) stop(where, "Y015");
    if (stack_.size() >= limits_.depth) stop(where, "Y004", {std::to_string(limits_.depth)});
    Frame frame;
    frame.node = make(kind, where);
    frame.expects_key = kind == YamlNode::Kind::mapping;
    frame.in_braces = source_->text().substr(offset(mark), 1) == "{";
    stack_.push_back(std::move(frame));
  }

  void end() {
    YamlNode node = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(node));
  }

  SharedText source_;
  const YamlLimits& limits_;
  Diagnostics& diagnostics_;
  std::vector<Frame> stack_;
  YamlNode root_;
  bool has_root_ = false;
  std::size_t nodes_ = 0;
  bool has_last_ = false;
  std::size_t last_ = 0;     // offset of the last scalar
  std::size_t key_end_ = 0;  // offset behind the last key, right if the key was written literally
  int line_ = -1;
  std::size_t counted_ = 0;
  std::uint32_t column_ = 1;
};

void parse(const SharedText& text, Builder& builder) {
  std::istringstream stream{std::string(text->text())};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    // already reported
  } catch (const YAML::Exception& error) {
    builder.syntax_error(error.mark, error.msg);
  }
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].text == key) return &items[i];
  return nullptr;
}

Result<YamlNode> read_yaml(const Source& source, const YamlLimits& limits) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source.text.size() > limits.bytes) {
    return failure({"Y003",
                    Severity::error,
                    Place{file_name(source.name)},
                    {std::to_string(limits.bytes >> 20)},
                    {},
                    {}});
  }
  const bool marked = std::string_view(source.text).substr(0, 3) == kByteOrderMark;
  const auto text =
      std::make_shared<const SourceText>(source.name, marked ? source.text.substr(3) : source.text);
  Diagnostics diagnostics;
  check_characters(*text, diagnostics);
  if (diagnostics.empty()) check_quotes(*text, diagnostics);
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
  Builder builder(text, limits, diagnostics);
  parse(text, builder);
  if (diagnostics.empty() && !builder.has_root()) {
    diagnostics.push_back({"Y016", Severity::error, Place{text->file()}, {}, {}, {}});
  }
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
  return builder.take_root();
}

Diagnostic diagnostic_at(const YamlNode& node, std::string code, std::vector<std::string> args,
                         std::string suggestion) {
  return diagnostic_at(node, node.place, std::move(code), std::move(args), std::move(suggestion));
}

Diagnostic diagnostic_at(const YamlNode& node, const Place& place, std::string code,
                         std::vector<std::string> args, std::string suggestion) {
  std::string excerpt = node.source && place.line != 0 ? node.source->excerpt(place.line) : "";
  return {std::move(code), Severity::error,    place,
          std::move(args), std::move(excerpt), std::move(suggestion)};
}

}  // namespace ruikei::load
