// SPDX-License-Identifier: Apache-2.0
// The fields that files may give and rules may name: one table from which the YAML and register
// readers, the type check of expressions, the JSON Schemas and the documentation all follow.
// Adding a field is adding one line to schema.cc (and its two names to text/fields.yaml).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace ruikei {

enum class FieldType { boolean, integer, text, text_list, date };

struct Field {
  std::string_view id;
  FieldType type;
  std::span<const std::string_view> choices = {};  ///< the only texts allowed; empty: any text
  bool required = false;
  std::string_view refers_to = {};  ///< kind whose `id` this names, checked after reading
};

/// A kind of record. `section` is its key in inventory.yaml and its name as a list in
/// expressions (`lines`); `one` the name of a single record (`line`).
struct Kind {
  std::string_view section;
  std::string_view one;
  std::span<const Field> fields;

  /// Number of the field called `id`, or nothing.
  std::optional<std::size_t> find(std::string_view id) const;
};

/// The kinds of the inventory, in reading order: zones, segments, devices, services, lines, rules,
/// accounts, backups, log_sources, ai_services.
std::span<const Kind> inventory_kinds();
std::optional<std::size_t> find_kind(std::string_view section);

/// The profile of a facility (facility.yaml, profile columns of a survey).
const Kind& facility_kind();

/// Bed class of the ministry's hospital surveys, or "0-19" below them; "" if beds < 0.
std::string_view bed_class(std::int64_t beds);
std::span<const std::string_view> bed_classes();

/// Days since 1970-01-01 of `YYYY-MM-DD`, or nothing if it is no date of the calendar.
std::optional<std::int64_t> parse_iso_date(std::string_view text);
std::string iso_date(std::int64_t days);

}  // namespace ruikei
