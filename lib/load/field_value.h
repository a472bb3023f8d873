// SPDX-License-Identifier: Apache-2.0
// A text as the value of a field, by the field's type. Words for "nobody knows" give an empty
// cell; a text that does not fit gives a fault and an empty cell, never a guess.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "load/date_text.h"
#include "model/record.h"
#include "model/schema.h"

namespace ruikei::load {

enum class ValueFault : std::uint8_t {
  none,
  not_boolean,
  not_integer,
  out_of_range,
  not_a_date,
  ambiguous_date,
  not_a_choice,
};

struct FieldValue {
  CellValue value = {};
  ValueFault fault = ValueFault::none;
};

/// How a register writes its values, if it has ways of its own.
struct ValueReading {
  DateOrder dates = DateOrder::unstated;
  std::string split = {};  ///< separator in a list of texts; "": any of 、 , ; and line ends
  std::map<std::string, std::string> words = {};  ///< comparable() word -> what it means here
  bool one_text = false;                          ///< a list's text is one item as it stands
};

FieldValue read_value(std::string_view text, const Field& field, const ValueReading& reading = {});

/// Whether the word says that nobody knows (不明, わからない, unknown, - …); blank texts do.
bool says_unknown(std::string_view text);

/// はい, 有, ○, yes … as true, いいえ, 無, ×, no … as false.
std::optional<bool> parse_yes_no(std::string_view text);

/// The diagnostic of a fault: `family` is 'F' or 'I'; args are the field, the text as it may
/// be shown and the choices.
Diagnostic fault_diagnostic(char family, ValueFault fault, const Field& field,
                            std::string_view text, Place place);

/// `text`, or `***` if the field's or column's name says that it may hold a secret.
std::string shown_value(std::string_view name, std::string_view text);

}  // namespace ruikei::load
