// SPDX-License-Identifier: Apache-2.0
// The flat form of an expression: instructions over registers. Inputs are read once for all rows;
// constants are shared by all runs. A comprehension holds a program of its own, run with one row
// for each element; what it needs from outside is captured into its inputs.
#pragma once

#include <string>
#include <vector>

#include "cel/columns.h"
#include "cel/syntax.h"

namespace ruikei::cel {

struct Operand {
  enum class Kind : std::uint8_t { none, constant, input, temporary };
  Kind kind = Kind::none;
  std::uint32_t index = 0;
};

struct Instruction {
  Function function = Function::none;
  std::uint32_t out = 0;    ///< temporary
  std::uint32_t first = 0;  ///< of its operands in Program::operands
  std::uint32_t count = 0;
  std::uint32_t body = 0;  ///< of a comprehension: number in Program::bodies
};

/// A variable, or what a chain of fields and constant keys reaches from it.
struct Path {
  struct Step {
    std::string name;
    Function function;  ///< select, index, or has as the last one
    bool operator==(const Step&) const = default;
  };
  std::string variable;
  std::vector<Step> steps;
  std::string column;  ///< `facility.beds`, `met.ID-04`
  bool operator==(const Path&) const = default;
};

/// What the text of a compiled expression needs to say where its parts stand.
struct SourceText {
  std::string text;
  Place place;
};

struct Body;

class Program {
 public:
  std::vector<Path> paths;  ///< inputs of the outermost program, in order
  std::vector<Register> constants;
  std::vector<Operand> operands;
  std::vector<Instruction> code;
  std::vector<Body> bodies;
  std::uint32_t temporaries = 0;
  Operand result;
  Operand filter;  ///< of a comprehension with a filter
  SourceText source;
};

/// The inside of a comprehension. Its inputs are the loop variables, then the captures.
struct Body {
  Macro macro = Macro::all;
  std::uint32_t variables = 1;
  std::vector<Operand> captures = {};  ///< operands of the program around it
  Program program = {};
};

}  // namespace ruikei::cel
