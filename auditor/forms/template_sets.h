// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "auditor/facts/vocabulary.h"

namespace periksa::forms {

/// Whom a template is for: few sheets are filled in sooner than many.
enum class Purpose : std::uint8_t {
  agency,  ///< an ordinary placement agency
  union_,  ///< a trade union, of the worker's own papers and statement
  crew,    ///< an agency that places ship crews
  all      ///< whatever can be filed
};

/// `agency`, `union`, `crew`, `all`.
std::optional<Purpose> parse_purpose(std::string_view name);

/// The entities that have a sheet, in the vocabulary's order.
std::vector<facts::EntityId> sheets_for(const facts::Vocabulary& vocabulary, Purpose purpose);

/// The names that a purpose leaves out or takes, to be held against the vocabulary.
std::vector<std::string_view> names_in(Purpose purpose);

}  // namespace periksa::forms
