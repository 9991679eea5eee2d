// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/data_file.h"
#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// Where an expression stands in its file, to tell the place of a mistake inside it.
struct Written {
  const DataFile* file = nullptr;
  pugi::xml_node node;            // its text, or the owner of `attribute`
  pugi::xml_attribute attribute;  // empty: the node's text
  std::string text() const;
  Position at(std::size_t offset) const;
};

/// Parse, check, lower. On a mistake: a diagnostic at its line and column, and null.
CheckedPtr compile_condition(const Written& written, const language::Scope& scope,
                             Diagnostics& out);
CheckedPtr compile_operand(const Written& written, const language::Scope& scope, Diagnostics& out);

/// The same for a text that stands nowhere by itself, such as a placeholder; `at` is the place
/// told.
CheckedPtr compile_operand(std::string text, Position at, const language::Scope& scope,
                           Diagnostics& out);

}  // namespace periksa::ruleset
