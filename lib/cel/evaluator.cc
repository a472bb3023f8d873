// SPDX-License-Identifier: Apache-2.0
// Runs a Program over a chunk of rows. One row is a chunk whose inputs are single values; a survey
// is many chunks of columns; the inside of a comprehension is a chunk with a row for each element.
#include <algorithm>
#include <optional>

#include "cel/program.h"

namespace ruikei::cel {

namespace {

constexpr std::size_t kChunk = 1024;     // rows at once: a few columns stay in the nearest cache
constexpr std::size_t kElementCost = 8;  // of work, for each instruction
constexpr std::size_t kSetUp = 4;        // elements that starting a loop is worth

/// One run: the registers of a program for some rows.
class Run {
 public:
  Run(const Program& program, Work& work)
      : program_(program), work_(work), temporaries_(program.temporaries) {}

  std::vector<Register> inputs;

  void execute(std::size_t rows) {
    for (const Instruction& instruction : program_.code) step(instruction, rows);
  }

  const Register& at(Operand operand) const {
    if (operand.kind == Operand::Kind::constant) return program_.constants[operand.index];
    if (operand.kind == Operand::Kind::input) return inputs[operand.index];
    return temporaries_[operand.index];
  }

 private:
  void step(const Instruction& instruction, std::size_t rows);
  Value at_row(const Instruction& instruction, std::size_t row);
  Value comprehend(const Body& body, std::span<const Value* const> args);

  const Program& program_;
  Work& work_;
  std::vector<Register> temporaries_;
  std::vector<const Register*> args_;
  std::vector<Value> scratch_;
  std::vector<const Value*> values_;
};

void Run::step(const Instruction& instruction, std::size_t rows) {
  args_.clear();
  bool single = true;
  for (std::uint32_t i = 0; i < instruction.count; ++i) {
    args_.push_back(&at(program_.operands[instruction.first + i]));
    single &= args_.back()->form == Register::Form::one;
  }
  Register& out = temporaries_[instruction.out];
  scratch_.resize(std::max(scratch_.size(), args_.size()));
  values_.resize(args_.size());
  if (single) return out.set_one(at_row(instruction, 0));
  if (instruction.function != Function::comprehension &&
      run_columns(instruction.function, args_, rows, out, work_))
    return;
  Value* results = out.make_values(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    results[row] = at_row(instruction, row);
    const auto* text = results[row].get<std::string>();
    if (text && !work_.spend(text->size())) results[row] = too_much_work();
  }
}

Value Run::at_row(const Instruction& instruction, std::size_t row) {
  for (std::size_t i = 0; i < args_.size(); ++i) values_[i] = &args_[i]->at(row, scratch_[i]);
  if (instruction.function == Function::comprehension)
    return comprehend(program_.bodies[instruction.body], values_);
  return apply(instruction.function, values_, work_);
}

/// Brings the verdicts of the elements together.
class Gatherer {
 public:
  Gatherer(const Run& run, const Program& program, std::size_t rows, Work& work)
      : work_(work),
        result_(run.at(program.result)),
        filter_(program.filter.kind == Operand::Kind::none ? nullptr : &run.at(program.filter)),
        rows_(rows) {}

  /// all, exists: a deciding truth wins over unknown, unknown over an error.
  Value any(bool deciding) const {
    Value error, scratch;
    bool failed = false, unknown = false;
    for (std::size_t i = 0; i < rows_; ++i) {
      switch (result_.truth_at(i)) {
        case kUnknown:
          unknown = true;
          break;
        case kError:
          if (!failed) error = as_error(result_.at(i, scratch));
          failed = true;
          break;
        case kTrue:
          if (deciding) return Value(true);
          break;
        case kFalse:
          if (!deciding) return Value(false);
          break;
      }
    }
    if (unknown) return Value();
    return failed ? error : Value(!deciding);
  }

  /// Passes the rows that the filter (or, for `filter`, the result) lets through to `take`, whose
  /// answer may be unknown or an error too. Gives what spoils the whole, if anything does.
  template <class Take>
  std::optional<Value> each(const Register* filter, Take take) const {
    std::optional<Value> error;
    bool unknown = false;
    Value scratch;
    for (std::size_t i = 0; i < rows_; ++i) {
      const TruthCode passes = filter ? filter->truth_at(i) : kTrue;
      if (passes == kFalse) continue;
      const Value& value = passes == kTrue ? take(i, scratch) : filter->at(i, scratch);
      if (!work_.spend(copy_cost(value))) return too_much_work();
      if (passes == kTrue && !value.is_unknown() && !value.is_error()) continue;
      unknown |= value.is_unknown();
      if (!value.is_unknown() && !error) error = as_error(value);
    }
    return unknown ? std::optional(Value()) : error;
  }

  const Register& result() const { return result_; }
  const Register* filter() const { return filter_; }

 private:
  static Value as_error(const Value& value) { return value.is_error() ? value : no_overload(); }

  Work& work_;
  const Register& result_;
  const Register* filter_;
  std::size_t rows_;
};

/// The elements of a range as the first inputs of a body.
class Elements {
 public:
  Elements(const Value& range, std::uint32_t variables) : two_(variables == 2) {
    if (const auto* list = range.get<std::shared_ptr<const List>>()) {
      rows_ = (*list)->size();
      second_at_ = (*list)->data();
      for (std::size_t i = 0; two_ && i < rows_; ++i) first_.emplace_back(std::int64_t(i));
      if (!two_) first_at_ = second_at_;
    } else if (const auto* map = range.get<std::shared_ptr<const MapEntries>>()) {
      rows_ = (*map)->size();
      for (const auto& [key, value] : **map) {
        first_.push_back(key);
        if (two_) second_.push_back(value);
      }
      second_at_ = second_.data();
    } else {
      fits_ = false;
    }
    if (!first_at_) first_at_ = first_.data();
  }

  bool fits() const { return fits_; }
  std::size_t rows() const { return rows_; }
  const Value& first(std::size_t row) const { return first_at_[row]; }
  void fill(std::vector<Register>& inputs) const {
    inputs[0].point_to(first_at_);
    if (two_) inputs[1].point_to(second_at_);
  }

 private:
  bool two_, fits_ = true;
  std::size_t rows_ = 0;
  List first_, second_;
  const Value* first_at_ = nullptr;
  const Value* second_at_ = nullptr;
};

Value gather_list(const Gatherer& gatherer, const Elements* elements) {
  List out;
  const Register* filter = elements ? &gatherer.result() : gatherer.filter();
  auto spoiled = gatherer.each(filter, [&](std::size_t i, Value& scratch) -> const Value& {
    const Value& value = elements ? elements->first(i) : gatherer.result().at(i, scratch);
    out.push_back(value);
    return value;
  });
  return spoiled ? *spoiled : Value::list(std::move(out));
}

Value gather_map(const Gatherer& gatherer, const Elements& elements) {
  MapEntries out;
  auto take = [&](std::size_t i, Value& scratch) -> const Value& {
    const Value& value = gatherer.result().at(i, scratch);
    out.emplace_back(elements.first(i), value);
    return value;
  };
  auto spoiled = gatherer.each(gatherer.filter(), take);
  return spoiled ? *spoiled : Value::map(std::move(out));
}

Value gather_one(const Gatherer& gatherer) {
  std::size_t count = 0;
  auto spoiled =
      gatherer.each(&gatherer.result(), [&](std::size_t i, Value& scratch) -> const Value& {
        ++count;
        return gatherer.result().at(i, scratch);
      });
  return spoiled ? *spoiled : Value(count == 1);
}

Value Run::comprehend(const Body& body, std::span<const Value* const> args) {
  const Value& range = *args[0];
  if (range.is_unknown() || range.is_error()) return range;
  const Elements elements(range, body.variables);
  if (!elements.fits()) return no_overload();
  const std::size_t rows = elements.rows();
  if (!work_.spend(kElementCost * (rows + kSetUp) * (1 + body.program.code.size())))
    return too_much_work();
  Run inside(body.program, work_);
  inside.inputs.resize(body.variables + body.captures.size());
  elements.fill(inside.inputs);
  for (std::size_t i = 0; i < body.captures.size(); ++i)
    inside.inputs[body.variables + i].point_to(*args[1 + i]);
  inside.execute(rows);
  const Gatherer gatherer(inside, body.program, rows, work_);
  switch (body.macro) {
    case Macro::all:
      return gatherer.any(false);
    case Macro::exists:
      return gatherer.any(true);
    case Macro::exists_one:
      return gather_one(gatherer);
    case Macro::map:
      return gather_list(gatherer, nullptr);
    case Macro::filter:
      return gather_list(gatherer, &elements);
    case Macro::transform_map:
      return gather_map(gatherer, elements);
  }
  return no_overload();
}

/// The value that `path` reaches, pointed to where it stands whole in the bindings.
void bind(const Path& path, const Bindings& bindings, Work& work, Register& out) {
  const auto found = bindings.find(path.variable);
  if (found == bindings.end()) return out.set_one(Value());
  if (path.steps.empty()) return out.point_to(found->second);
  Value value = found->second;
  for (const Path::Step& step : path.steps) {
    const Value key(step.name);
    const Value* args[] = {&value, &key};
    value = apply(step.function, args, work);
  }
  out.set_one(std::move(value));
}

/// One input as a column, cut to the rows of a chunk.
class ColumnInput {
 public:
  ColumnInput(const Path& path, const Columns& columns) {
    const bool has = !path.steps.empty() && path.steps.back().function == Function::has;
    const auto found = columns.find(path.column);
    if (found == columns.end()) return;
    column_ = &found->second;
    presence_ = has;
  }

  void fill(std::size_t start, std::size_t rows, Register& out) {
    if (!column_) return out.set_one(Value());
    const auto cut = column_->values.subspan(std::min(start, column_->values.size()));
    const std::int32_t* lanes = cut.data();
    if (cut.size() < rows) {
      // A short column: what lies behind its end is not known.
      padded_.assign(rows, kMissing);
      std::copy(cut.begin(), cut.end(), padded_.begin());
      lanes = padded_.data();
    }
    if (presence_ || column_->boolean) {
      std::uint8_t* truths = out.make_truths(rows);
      if (presence_) present(lanes, rows, truths);
      else boolean(lanes, rows, truths);
    } else if (column_->choices.data()) {
      out.point_to(lanes, column_->choices);
    } else {
      out.point_to_integers(lanes);
    }
  }

 private:
  static void present(const std::int32_t* lanes, std::size_t rows, std::uint8_t* out) {
    for (std::size_t i = 0; i < rows; ++i)
      out[i] = lanes[i] == kMissing ? std::uint8_t{kUnknown} : std::uint8_t{kTrue};
  }
  static void boolean(const std::int32_t* lanes, std::size_t rows, std::uint8_t* out) {
    for (std::size_t i = 0; i < rows; ++i)
      out[i] = lanes[i] == 0   ? std::uint8_t{kFalse}
               : lanes[i] == 1 ? std::uint8_t{kTrue}
                               : std::uint8_t{kUnknown};
  }

  const Column* column_ = nullptr;
  bool presence_ = false;
  std::vector<std::int32_t> padded_;
};

void write_truths(const Register& result, std::span<Truth> out) {
  if (result.form == Register::Form::truths) {
    const std::uint8_t* codes = result.truths();
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = static_cast<Truth>(codes[i] < kUnknown ? codes[i] : std::uint8_t{kUnknown});
    return;
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const TruthCode code = result.truth_at(i);
    out[i] = code == kTrue ? Truth::yes : code == kFalse ? Truth::no : Truth::unknown;
  }
}

}  // namespace

Value evaluate(const Compiled& expression, const Bindings& bindings) {
  const Program& program = *expression.program;
  Work work;
  Run run(program, work);
  run.inputs.resize(program.paths.size());
  for (std::size_t i = 0; i < program.paths.size(); ++i)
    bind(program.paths[i], bindings, work, run.inputs[i]);
  run.execute(1);
  return run.at(program.result).one();
}

void evaluate_rows(const Compiled& expression, const Columns& columns, std::span<Truth> out) {
  const Program& program = *expression.program;
  std::vector<ColumnInput> sources;
  sources.reserve(program.paths.size());
  for (const Path& path : program.paths) sources.emplace_back(path, columns);
  Work work;
  Run run(program, work);
  run.inputs.resize(program.paths.size());
  for (std::size_t start = 0; start < out.size(); start += kChunk) {
    const std::size_t rows = std::min(kChunk, out.size() - start);
    work = Work();
    for (std::size_t i = 0; i < sources.size(); ++i) sources[i].fill(start, rows, run.inputs[i]);
    run.execute(rows);
    write_truths(run.at(program.result), out.subspan(start, rows));
  }
}

}  // namespace ruikei::cel
