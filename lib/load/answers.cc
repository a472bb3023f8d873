// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"
#include "load/answer_book.h"
#include "load/case_parts.h"

namespace ruikei::load {

namespace {

class YamlAnswers {
 public:
  YamlAnswers(const Library& library, Diagnostics& out) : book_(library), out_(out) {}

  Answers read(const YamlNode& node) {
    if (node.is_mapping()) {
      for (std::size_t i = 0; i < node.keys.size(); ++i)
        read_answer(node.items[i], node.keys[i].text, node.keys[i].place);
    } else if (node.is_sequence()) {
      for (const YamlNode& item : node.items) read_listed(item);
    } else if (!node.is_null()) {
      out_.push_back(diagnostic_at(node, "A001"));
    }
    return std::move(answers_);
  }

 private:
  void read_answer(const YamlNode& node, const std::string& id, const Place& place) {
    WrittenAnswer written{id, place, {}, excerpt_from(node)};
    if (node.is_scalar()) {
      set(written, AnswerPart::value, node.text, node.place);
    } else if (node.is_mapping()) {
      read_parts(node, written);
    } else if (!node.is_null()) {
      out_.push_back(diagnostic_at(node, "A002", {id}));
      return;
    }
    book_.take(written, answers_, out_);
  }

  /// `{control: NB-04, value: 2, …}`, one of a list.
  void read_listed(const YamlNode& node) {
    const YamlNode* control = node.is_mapping() ? node.find("control") : nullptr;
    if (!control || !control->is_scalar() || control->text.empty()) {
      out_.push_back(diagnostic_at(node, "A003"));
      return;
    }
    WrittenAnswer written{control->text, control->place, {}, excerpt_from(node)};
    read_parts(node, written);
    book_.take(written, answers_, out_);
  }

  void read_parts(const YamlNode& node, WrittenAnswer& written) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const YamlKey& key = node.keys[i];
      const YamlNode& item = node.items[i];
      const auto part = find_answer_part(key.text);
      if (part && (item.is_scalar() || item.is_null())) {
        set(written, *part, item.text, item.place);
      } else if (part) {
        out_.push_back(diagnostic_at(item, "A004", {written.id, key.text}));
      } else if (key.text == "control") {
        if (item.text != written.id) out_.push_back(diagnostic_at(item, "A005", {written.id}));
      } else if (item.is_null() && written[AnswerPart::value].given) {
        // `{value: yes, within 30 days}`: in braces the comma ends the value and what follows
        // becomes a key, but the writer meant one value.
        written[AnswerPart::value].text += ", " + key.text;
      } else {
        out_.push_back(
            diagnostic_at(node, key.place, "A020", {key.text}, nearest(key.text, keys())));
      }
    }
  }

  static void set(WrittenAnswer& written, AnswerPart part, const std::string& text,
                  const Place& place) {
    written[part] = {text, place, true};
  }

  static std::function<std::string(const Place&)> excerpt_from(const YamlNode& node) {
    return [&node](const Place& place) { return diagnostic_at(node, place, "A012").excerpt; };
  }

  static std::vector<std::string> keys() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kAnswerParts; ++i)
      out.emplace_back(answer_part_name(static_cast<AnswerPart>(i)));
    return out;
  }

  AnswerBook book_;
  Diagnostics& out_;
  Answers answers_;
};

}  // namespace

Answers read_answers(const YamlNode& node, const Library& library, Diagnostics& out) {
  return YamlAnswers(library, out).read(node);
}

}  // namespace ruikei::load
