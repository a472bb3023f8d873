// SPDX-License-Identifier: Apache-2.0
#include "load/register.h"

#include <algorithm>
#include <map>

#include "base/terminal_text.h"
#include "load/normal_text.h"
#include "load/problem.h"
#include "load/record_reader.h"
#include "load/source_text.h"

namespace ruikei::load {

namespace {

constexpr std::size_t kRowsBeforeHeader = 10;
constexpr std::size_t kWidestList = 120;  // columns of a list of headers in a message
constexpr std::size_t kToldEach = 5;  // mistakes told one by one in a column; then they are counted

using Headers = std::vector<std::string>;  // comparable()

/// A map laid on a header: for every rule the columns it reads.
struct Fit {
  const ColumnMap* map = nullptr;
  std::size_t header_row = 0;
  std::size_t matched = 0;
  std::vector<std::vector<std::size_t>> columns = {};  ///< by rule; empty: not there

  bool better_than(const Fit& other) const {
    if (!other.map) return true;
    if (matched != other.matched) return matched > other.matched;
    return matched * other.map->columns.size() > other.matched * map->columns.size();
  }
};

std::optional<std::size_t> find_header(const Headers& headers, const std::string& wanted) {
  const auto found = std::find(headers.begin(), headers.end(), wanted);
  if (found == headers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - headers.begin());
}

std::vector<std::size_t> columns_of(const ColumnRule& rule, const Headers& headers) {
  std::vector<std::size_t> out;
  for (const std::string& header : rule.headers) {
    const auto column = find_header(headers, header);
    if (column) out.push_back(*column);
    if (column && !rule.sum) break;
  }
  if (rule.sum && out.size() != rule.headers.size()) out.clear();
  return out;
}

Fit fit(const ColumnMap& map, const Headers& headers, std::size_t row) {
  Fit out{&map, row, 0, {}};
  const std::size_t id = map.kind->find("id").value_or(0);
  bool has_id = false;
  for (const ColumnRule& rule : map.columns) {
    out.columns.push_back(columns_of(rule, headers));
    if (out.columns.back().empty()) continue;
    ++out.matched;
    has_id |= rule.field == id ||
              std::find(map.id_from.begin(), map.id_from.end(), rule.field) != map.id_from.end();
  }
  for (const ColumnMap::Condition& condition : map.where)
    if (!find_header(headers, condition.header)) out.matched = 0;
  if (!has_id || out.matched < std::min<std::size_t>(2, map.columns.size())) out.map = nullptr;
  return out;
}

Headers headers_of(const TableRow& row) {
  Headers out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) out.push_back(comparable(row.text(i)));
  return out;
}

Fit best_fit(const Table& table, const std::vector<ColumnMap>& maps) {
  Fit best;
  for (std::size_t row = 0; row < std::min(table.rows.size(), kRowsBeforeHeader); ++row) {
    const Headers headers = headers_of(table.rows[row]);
    for (const ColumnMap& map : maps) {
      Fit candidate = fit(map, headers, row);
      if (candidate.map && candidate.better_than(best)) best = std::move(candidate);
    }
  }
  return best;
}

class TableReader {
 public:
  TableReader(const Table& table, Fit laid, ReadReport& report, Diagnostics& out)
      : table_(table),
        header_(table.rows[laid.header_row]),
        headers_(headers_of(header_)),
        fit_(std::move(laid)),
        map_(*fit_.map),
        report_(report),
        out_(out) {}

  RegisterRecords read() {
    RegisterRecords out{&map_, {}, {table_.file, header_.line}};
    report_.ignored += fit_.header_row;
    tell_unused_columns();
    for (std::size_t i = fit_.header_row + 1; i < table_.rows.size(); ++i)
      read_row(table_.rows[i], out);
    for (const auto& [column, count] : faults_)
      if (count > kToldEach)
        warn("I056", {table_.file}, {header(column), std::to_string(count - kToldEach)});
    return out;
  }

 private:
  std::string header(std::size_t column) const {
    std::string out(header_.text(column));
    return out.empty() ? std::to_string(column + 1) : out;
  }

  void warn(std::string code, Place place, std::vector<std::string> args) {
    out_.push_back(warning(std::move(code), std::move(place), std::move(args)));
  }

  bool used(std::size_t column) const {
    for (const auto& columns : fit_.columns)
      if (std::find(columns.begin(), columns.end(), column) != columns.end()) return true;
    for (const ColumnMap::Condition& condition : map_.where)
      if (headers_[column] == condition.header) return true;
    return false;
  }

  void tell_unused_columns() {
    std::string unknown, secret;
    std::size_t count = 0;
    auto add = [](std::string& list, const std::string& name) {
      list += (list.empty() ? "" : ", ") + name;
    };
    for (std::size_t i = 0; i < headers_.size(); ++i) {
      if (headers_[i].empty() || used(i)) continue;
      if (names_a_secret(header_.text(i))) {
        add(secret, header(i));
      } else if (!std::count(map_.ignore.begin(), map_.ignore.end(), headers_[i])) {
        add(unknown, header(i));
        ++count;
      }
    }
    const Place place{table_.file, header_.line};
    if (!unknown.empty())
      warn("I058", place, {shorten(unknown, kWidestList), std::to_string(count), map_.id});
    if (!secret.empty()) warn("I059", place, {secret});
  }

  bool meant(const TableRow& row) const {
    return std::all_of(map_.where.begin(), map_.where.end(), [&](const auto& condition) {
      const auto column = find_header(headers_, condition.header);
      const std::string word = comparable(row.text(column.value_or(0)));
      return std::count(condition.words.begin(), condition.words.end(), word) > 0;
    });
  }

  void read_row(const TableRow& row, RegisterRecords& out) {
    if (!meant(row)) {
      ++report_.ignored;
      return;
    }
    Record record = empty_record(*map_.kind, {table_.file, row.line});
    for (std::size_t i = 0; i < map_.columns.size(); ++i) {
      if (fit_.columns[i].empty()) continue;
      const ColumnRule& rule = map_.columns[i];
      if (rule.sum) read_sum(row, rule, fit_.columns[i], record.cells[rule.field]);
      else read_cell(row, rule, fit_.columns[i][0], record.cells[rule.field]);
    }
    for (const ColumnMap::Constant& constant : map_.constants)
      if (!record.cells[constant.field].known())
        record.cells[constant.field] = {constant.value, map_.place};
    tell_cells_beyond(row);
    if (!give_id(record)) {
      ++report_.failed;
      return warn("I052", record.place, {std::to_string(row.line)});
    }
    ++report_.understood;
    out.records.push_back(std::move(record));
  }

  void read_cell(const TableRow& row, const ColumnRule& rule, std::size_t column, Cell& cell) {
    const Field& field = map_.kind->fields[rule.field];
    FieldValue value = read_value(row.text(column), field, rule.reading);
    cell = {std::move(value.value), table_.place(row, column)};
    if (value.fault != ValueFault::none) tell(value.fault, field, row, column);
  }

  void tell(ValueFault fault, const Field& field, const TableRow& row, std::size_t column) {
    if (++faults_[column] > kToldEach) return;
    Diagnostic d = fault_diagnostic('I', fault, field, row.text(column), table_.place(row, column));
    d.severity = Severity::warning;
    d.args[0] = header(column) + " (" + d.args[0] + ")";
    d.args[1] = names_a_secret(header_.text(column)) ? "***" : d.args[1];
    out_.push_back(std::move(d));
  }

  void read_sum(const TableRow& row, const ColumnRule& rule,
                const std::vector<std::size_t>& columns, Cell& cell) {
    const Field& field = map_.kind->fields[rule.field];
    std::int64_t sum = 0;
    bool whole = true, any = false;
    for (const std::size_t column : columns) {
      const FieldValue value = read_value(row.text(column), field, rule.reading);
      if (value.fault != ValueFault::none) tell(value.fault, field, row, column);
      const auto* number = std::get_if<std::int64_t>(&value.value);
      any |= number != nullptr;
      if (number) sum += *number;
      else whole &= rule.blank_is_zero && row.text(column).empty();
    }
    cell.place = table_.place(row, columns[0]);
    if (whole && any) cell.value = sum;  // with one part unknown the sum is unknown
  }

  void tell_cells_beyond(const TableRow& row) {
    for (std::size_t i = headers_.size(); i < row.cells.size(); ++i) {
      if (row.text(i).empty()) continue;
      if (++faults_[headers_.size()] <= kToldEach)
        warn("I057", table_.place(row, i), {std::to_string(row.line)});
      return;
    }
  }

  bool give_id(Record& record) const {
    Cell& id = record.cells[map_.kind->find("id").value_or(0)];
    for (const std::size_t field : map_.id_from) {
      if (id.known()) break;
      if (!text_of(record, field).empty()) id = record.cells[field];
    }
    return id.known();
  }

  const Table& table_;
  const TableRow& header_;
  Headers headers_;
  Fit fit_;
  const ColumnMap& map_;
  ReadReport& report_;
  Diagnostics& out_;
  std::map<std::size_t, std::size_t>
      faults_;  ///< by column; behind the last: rows that are too long
};

}  // namespace

std::vector<RegisterRecords> read_register(const std::vector<Table>& tables,
                                           const std::vector<ColumnMap>& maps, ReadReport& report,
                                           Diagnostics& out) {
  std::vector<RegisterRecords> read;
  std::vector<const Table*> not_fitting;
  for (const Table& table : tables) {
    Fit best = best_fit(table, maps);
    if (best.map) {
      read.push_back(TableReader(table, std::move(best), report, out).read());
      continue;
    }
    not_fitting.push_back(&table);
  }
  for (const Table* table : not_fitting) {
    // Beside a register, other sheets of its workbook are cover pages and notes.
    (read.empty() ? report.failed : report.ignored) += table->rows.size();
    if (read.empty())
      out.push_back(warning("I051", {table->file}, {std::to_string(table->rows.size())}));
  }
  return read;
}

}  // namespace ruikei::load
