// SPDX-License-Identifier: Apache-2.0
#include "assess/rule_text.h"

namespace ruikei::assess {

namespace {

// Calls `on_text` and `on_field` for the parts of a pattern. An unclosed brace is plain text.
template <class OnText, class OnField>
void split(std::string_view pattern, const OnText& on_text, const OnField& on_field) {
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    on_text(pattern.substr(0, open));
    on_field(pattern.substr(open + 1, close - open - 1));
    pattern.remove_prefix(close + 1);
  }
  on_text(pattern);
}

std::string shown(const Record& record, const Kind& kind, std::size_t field) {
  if (field >= record.cells.size() || !record.cells[field].known()) return "?";
  return cell_text(record.cells[field], kind.fields[field].type == FieldType::date);
}

std::string fill_one(std::string_view pattern, const Record& record, const Kind& kind) {
  std::string out;
  split(
      pattern, [&](std::string_view text) { out += text; },
      [&](std::string_view name) {
        const auto field = kind.find(name);
        out += field ? shown(record, kind, *field) : "?";
      });
  return out;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

Text fill_fields(const Text& text, const Record& record, const Kind& kind) {
  return {.ja = fill_one(text.ja, record, kind), .en = fill_one(text.en, record, kind)};
}

std::vector<std::string> unknown_placeholders(const Text& text, const Kind& kind) {
  std::set<std::string> found;
  for (const std::string* pattern : {&text.ja, &text.en})
    split(
        *pattern, [](std::string_view) {},
        [&](std::string_view name) {
          if (!kind.find(name)) found.insert(std::string(name));
        });
  return {found.begin(), found.end()};
}

std::vector<Fact> shown_facts(const std::set<std::string>& fields, const Record& record,
                              const Kind& kind) {
  std::vector<Fact> out;
  for (std::size_t i = 0; i < kind.fields.size() && i < record.cells.size(); ++i) {
    const std::string id(kind.fields[i].id);
    if (record.cells[i].known() && fields.count(id))
      out.push_back({std::string(kind.section), id, shown(record, kind, i)});
  }
  return out;
}

std::string one_line(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& fact : facts) out += (out.empty() ? "" : ", ") + fact.field + "=" + fact.value;
  return out;
}

bool names(std::string_view text, std::string_view name) {
  if (text.find(name) == text.npos) return false;  // the usual case, and much faster
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      else if (c == quote) quote = 0;
      continue;
    }
    if (c == '"' || c == '\'') quote = c;
    if (!is_word(c)) continue;
    std::size_t end = i;
    while (end < text.size() && is_word(text[end])) ++end;
    const bool selected = i > 0 && text[i - 1] == '.';
    if (!selected && text.substr(i, end - i) == name) return true;
    i = end - 1;
  }
  return false;
}

}  // namespace ruikei::assess
