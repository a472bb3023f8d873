// SPDX-License-Identifier: Apache-2.0
#include "load/record_reader.h"

#include <algorithm>

#include "base/spelling.h"
#include "load/field_value.h"

namespace ruikei::load {

namespace {

class RecordReader {
 public:
  RecordReader(const Kind& kind, char family, Diagnostics& out)
      : kind_(kind), family_(family), out_(out) {}

  Record read(const YamlNode& node) {
    Record record = empty_record(kind_, node.place);
    if (!node.is_mapping()) {
      out_.push_back(diagnostic_at(node, code("001"), {std::string(kind_.one)}));
      return record;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const auto field = kind_.find(node.keys[i].text);
      if (field) read_cell(node.items[i], kind_.fields[*field], record.cells[*field]);
      else unknown_key(node, node.keys[i]);
    }
    return record;
  }

 private:
  std::string code(const char* number) const { return family_ + std::string(number); }

  void unknown_key(const YamlNode& node, const YamlKey& key) {
    if (names_a_secret(key.text)) {
      Diagnostic d = diagnostic_at(node, key.place, code("003"), {key.text});
      d.severity = Severity::warning;
      d.excerpt.clear();  // a secret over several lines would not be masked on the first alone
      out_.push_back(std::move(d));
      return;
    }
    std::vector<std::string> known;
    for (const Field& field : kind_.fields) known.emplace_back(field.id);
    out_.push_back(diagnostic_at(node, key.place, code("002"), {key.text, std::string(kind_.one)},
                                 nearest(key.text, known)));
  }

  void read_cell(const YamlNode& node, const Field& field, Cell& cell) {
    cell.place = node.place;
    if (node.is_null()) {
      cell.place.length = 0;  // nothing is written there, not even that nobody knows
      return;
    }
    if (node.is_scalar()) {
      cell.value = value_of(node, field);
    } else if (node.is_sequence() && field.type == FieldType::text_list) {
      cell.value = list_of(node, field);
    } else {
      out_.push_back(diagnostic_at(node, code("005"), {std::string(field.id)}));
    }
  }

  CellValue value_of(const YamlNode& node, const Field& field) {
    ValueReading reading;
    reading.one_text = true;
    FieldValue value = read_value(node.text, field, reading);
    if (value.fault != ValueFault::none) {
      Diagnostic d = fault_diagnostic(family_, value.fault, field, node.text, node.place);
      d.excerpt = diagnostic_at(node, d.code).excerpt;
      out_.push_back(std::move(d));
    }
    return std::move(value.value);
  }

  CellValue list_of(const YamlNode& node, const Field& field) {
    std::vector<std::string> texts;
    for (const YamlNode& item : node.items) {
      if (!item.is_scalar() || item.text.empty())
        out_.push_back(diagnostic_at(item, code("005"), {std::string(field.id)}));
      else texts.push_back(item.text);
    }
    return texts;
  }

  const Kind& kind_;
  char family_;
  Diagnostics& out_;
};

bool is_told(const Place& place, const Diagnostics& out) {
  return std::any_of(out.rbegin(), out.rend(),
                     [&](const Diagnostic& d) { return d.place == place; });
}

}  // namespace

Record empty_record(const Kind& kind, Place place) {
  return {std::vector<Cell>(kind.fields.size()), std::move(place)};
}

Record read_record(const YamlNode& node, const Kind& kind, char family, Diagnostics& out) {
  return RecordReader(kind, family, out).read(node);
}

void check_required(const Record& record, const Kind& kind, char family, Diagnostics& out) {
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const Cell& cell = record.cells[i];
    if (!kind.fields[i].required || cell.known()) continue;
    // A number that must be given may be said to be unknown; leaving it out is a mistake.
    const bool said_unknown = cell.place.file && cell.place.length > 0;
    if (said_unknown && kind.fields[i].type == FieldType::integer) continue;
    const Place place = cell.place.file ? cell.place : record.place;
    if (cell.place.file && is_told(place, out)) continue;  // it is there, but could not be read
    out.push_back({.code = family + std::string("004"),
                   .place = place,
                   .args = {std::string(kind.fields[i].id), std::string(kind.one)}});
  }
}

const std::string& text_of(const Record& record, std::size_t field) {
  static const std::string none;
  const auto* text = std::get_if<std::string>(&record.cells[field].value);
  return text ? *text : none;
}

const std::string& id_of(const Record& record, const Kind& kind) {
  return text_of(record, kind.find("id").value_or(0));
}

}  // namespace ruikei::load
