// SPDX-License-Identifier: Apache-2.0
#include "load/xlsx_reader.h"

#include <charconv>
#include <map>
#include <set>

#include "load/xlsx_cell.h"
#include "load/xml_reader.h"
#include "load/zip_reader.h"

namespace ruikei::load {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::size_t kMaxCells = 4u << 20;  // with the gaps between them
constexpr std::size_t kMaxTextBytes = 256u << 20;

bool wanted(std::string_view name) {
  const std::string_view ending = name.substr(name.size() - std::min<std::size_t>(5, name.size()));
  return ending.ends_with(".xml") || ending == ".rels";
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// A relationship's target as the name of a part: relative to the folder of the part that holds it.
std::string resolve(std::string_view part, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string(target.substr(1))
                                             : folder_of(part) + std::string(target);
  for (std::size_t up; (up = path.find("../")) != std::string::npos;) {
    const std::size_t before = up < 2 ? std::string::npos : path.rfind('/', up - 2);
    path.erase(before == std::string::npos ? 0 : before + 1,
               up + 3 - (before == std::string::npos ? 0 : before + 1));
  }
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

std::optional<std::size_t> parse_count(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A string item: its text or its runs, without the phonetic runs `rPh`.
std::string string_item(const XmlElement& item) {
  std::string out;
  for (XmlElement part = item.child(); part; part = part.next()) {
    if (part.name() == "t") out += part.text();
    if (part.name() == "r")
      for (XmlElement t = part.child("t"); t; t = t.next("t")) out += t.text();
  }
  return out;
}

class XlsxReader {
 public:
  XlsxReader(std::map<std::string, std::string> parts, std::string name)
      : parts_(std::move(parts)), name_(std::move(name)) {}

  Result<std::vector<Table>> read() {
    const auto office = related("", "/officeDocument");
    const std::string workbook = office.empty() ? "xl/workbook.xml" : office.begin()->second;
    if (!parts_.count(workbook)) complain("X040", {});
    if (errors_.empty()) read_strings(workbook);
    if (errors_.empty()) read_styles(workbook);
    std::vector<Table> tables;
    if (errors_.empty()) tables = read_sheets(workbook);
    if (!errors_.empty()) return tl::unexpected<Diagnostics>(std::move(errors_));
    return tables;
  }

 private:
  void complain(const char* code, std::vector<std::string> args, Place place = {}) {
    if (!place.file) place.file = file_name(name_);
    errors_.push_back({.code = code, .place = std::move(place), .args = std::move(args)});
  }

  std::optional<XmlDocument> parse(const std::string& part) {
    const auto found = parts_.find(part);
    if (found == parts_.end()) {
      complain("X043", {part});
      return std::nullopt;
    }
    auto document = XmlDocument::read(found->second, file_name(name_ + "!" + part));
    if (document) return std::move(*document);
    for (Diagnostic& d : document.error()) errors_.push_back(std::move(d));
    return std::nullopt;
  }

  /// Relationship id -> part, of those of `part` whose type ends so.
  std::map<std::string, std::string> related(const std::string& part, std::string_view type) {
    std::map<std::string, std::string> out;
    const std::string folder = folder_of(part);
    const std::string rels = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (!parts_.count(rels)) return out;
    const auto document = parse(rels);
    if (!document) return out;
    for (XmlElement r = document->root().child("Relationship"); r; r = r.next("Relationship"))
      if (r.attribute("Type").ends_with(type))
        out.emplace(r.attribute("Id"), resolve(part, r.attribute("Target")));
    return out;
  }

  void read_strings(const std::string& workbook) {
    const auto parts = related(workbook, "/sharedStrings");
    if (parts.empty()) return;
    const auto document = parse(parts.begin()->second);
    if (!document) return;
    for (XmlElement si = document->root().child("si"); si; si = si.next("si"))
      strings_.push_back(string_item(si));
  }

  void read_styles(const std::string& workbook) {
    const auto parts = related(workbook, "/styles");
    if (parts.empty()) return;
    const auto document = parse(parts.begin()->second);
    if (!document) return;
    std::map<std::size_t, Shows> custom;
    const XmlElement formats = document->root().child("numFmts");
    for (XmlElement f = formats ? formats.child("numFmt") : XmlElement(); f; f = f.next("numFmt"))
      if (const auto id = parse_count(f.attribute("numFmtId")))
        custom[*id] = format_code(f.attribute("formatCode"));
    const XmlElement cells = document->root().child("cellXfs");
    for (XmlElement xf = cells ? cells.child("xf") : XmlElement(); xf; xf = xf.next("xf")) {
      const std::size_t id = parse_count(xf.attribute("numFmtId")).value_or(0);
      const auto own = custom.find(id);
      styles_.push_back(own != custom.end()
                            ? own->second
                            : builtin_format(static_cast<int>(std::min<std::size_t>(id, 999))));
    }
  }

  std::vector<Table> read_sheets(const std::string& workbook) {
    std::vector<Table> tables;
    const auto document = parse(workbook);
    if (!document) return tables;
    const XmlElement properties = document->root().child("workbookPr");
    const std::string_view epoch = properties ? properties.attribute("date1904") : "";
    since_1904_ = epoch == "1" || epoch == "true";
    const auto targets = related(workbook, "/worksheet");
    const XmlElement sheets = document->root().child("sheets");
    if (!sheets) complain("X040", {});
    const bool several = sheets && sheets.child("sheet") && sheets.child("sheet").next("sheet");
    for (XmlElement s = sheets ? sheets.child("sheet") : XmlElement(); s; s = s.next("sheet")) {
      const auto target = targets.find(std::string(s.attribute("id")));
      if (target == targets.end()) continue;  // a chart or dialog sheet has no cells
      const std::string suffix = several ? "!" + std::string(s.attribute("name")) : "";
      Table table{file_name(name_ + suffix), {}};
      read_sheet(target->second, table);
      if (!errors_.empty()) break;
      if (!table.rows.empty()) tables.push_back(std::move(table));
    }
    return tables;
  }

  void read_sheet(const std::string& part, Table& table) {
    const auto document = parse(part);
    if (!document) return;
    const XmlElement data = document->root().child("sheetData");
    std::uint32_t line = 0;
    for (XmlElement r = data ? data.child("row") : XmlElement(); r; r = r.next("row")) {
      const auto number = parse_count(r.attribute("r"));
      line =
          number ? static_cast<std::uint32_t>(std::min<std::size_t>(*number, 1u << 21)) : line + 1;
      TableRow row{line, {}};
      std::size_t column = 0;
      for (XmlElement c = r.child("c"); c && errors_.empty(); c = c.next("c"))
        read_cell(c, table, row, column);
      if (!errors_.empty()) return;
      if (!row.empty()) table.rows.push_back(std::move(row));
    }
  }

  /// `column` is that of the cell before; a cell may leave out its own.
  void read_cell(const XmlElement& cell, const Table& table, TableRow& row, std::size_t& column) {
    ++column;
    if (cell.has_attribute("r")) {
      const auto reference = parse_reference(cell.attribute("r"));
      if (!reference || reference->column < column)
        return complain("X044", {std::string(cell.attribute("r"))}, {table.file, row.line});
      column = reference->column;
    }
    std::string text = cell_text(cell, {table.file, row.line, static_cast<std::uint32_t>(column)});
    if (trimmed(text).empty()) return;
    cells_ += column - row.cells.size();
    text_bytes_ += text.size();
    if (cells_ > kMaxCells || text_bytes_ > kMaxTextBytes) return complain("X045", {});
    while (row.cells.size() < column)
      row.cells.push_back({{}, row.line, static_cast<std::uint32_t>(row.cells.size() + 1)});
    row.cells.back().text = std::move(text);
  }

  std::string cell_text(const XmlElement& cell, const Place& place) {
    const std::string_view type = cell.attribute("t");
    if (type == "inlineStr") return cell.child("is") ? string_item(cell.child("is")) : "";
    if (!cell.child("v")) return {};
    const std::string value = cell.child("v").text();
    if (type == "s") {
      const auto number = parse_count(trimmed(value));
      if (number && *number < strings_.size()) return strings_[*number];
      complain("X044", {value}, place);
      return {};
    }
    if (type == "b") return trimmed(value) == "1" || value == "true" ? "TRUE" : "FALSE";
    if (type == "d") return iso_text(value);
    if (!type.empty() && type != "n") return value;  // a formula's text (str) or an error (e)
    const std::size_t style = parse_count(cell.attribute("s")).value_or(0);
    const Shows shows = style < styles_.size() ? styles_[style] : Shows::number;
    return number_text(trimmed(value), shows, since_1904_).value_or(value);
  }

  /// "2026-11-22T00:00:00" as the date that it is.
  static std::string iso_text(const std::string& value) {
    const std::size_t midnight = value.find("T00:00:00");
    return midnight == 10 ? value.substr(0, 10) : value;
  }

  std::map<std::string, std::string> parts_;
  std::string name_;
  std::vector<std::string> strings_;
  std::vector<Shows> styles_;
  bool since_1904_ = false;
  std::size_t cells_ = 0, text_bytes_ = 0;
  Diagnostics errors_;
};

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv) ||
         bytes.starts_with(kOle);
}

Result<std::vector<Table>> read_xlsx(std::string_view bytes, const std::string& name) {
  const FileName file = file_name(name);
  if (bytes.starts_with(kOle)) {
    // The stream's name, in the UTF-16 of the OLE directory.
    const bool encrypted = bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0"sv) != std::string_view::npos;
    return failure({.code = encrypted ? "X041" : "X042", .place = {file}});
  }
  auto parts = read_zip(bytes, file, wanted);
  if (!parts) return tl::unexpected<Diagnostics>(std::move(parts.error()));
  return XlsxReader(std::move(*parts), name).read();
}

}  // namespace ruikei::load
