// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "auditor/audit/names.h"
#include "auditor/language/operand.h"
#include "auditor/results/results.h"

namespace periksa::audit {

/// A single value of a type in its canonical text, with the code's label. `text` is used for texts.
results::Value to_value(const facts::Vocabulary& vocabulary, const language::ValueType& type,
                        const language::Atom& atom, const Names& names);

/// A cell's own value; empty text where it has none.
results::Value to_value(const facts::Facts& facts, const facts::Field& field,
                        const facts::Cell& cell, const Names& names);

/// What an operand may be: one value, several, or a range as two values of type "range:TYPE" whose
/// second may be empty (no upper end). Nothing where it may be anything.
std::vector<results::Value> to_values(const facts::Vocabulary& vocabulary,
                                      const language::ValueType& type,
                                      const language::Operand& operand, const Names& names);

}  // namespace periksa::audit
