// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/json_record.h"

namespace periksa::forms {

/// What the members of one reading of a field say, `{"value": "2001-04-06", "source": "s2"}`.
struct JsonReading {
  std::optional<std::string> value;  ///< `null` is blank
  std::optional<std::string> source;
  std::optional<std::string> state;
  std::optional<std::string> raw;
  std::optional<std::string> from;
  std::optional<std::string> to;

  /// Where a member's text goes; null for one that is only checked.
  std::optional<std::string>* member(std::string_view name);
};

/// The reading as an element writes it, or why it says nothing clear.
std::expected<JsonRecord::Reading, Bilingual> read_reading(const facts::Field& field,
                                                           const JsonReading& said);

}  // namespace periksa::forms
