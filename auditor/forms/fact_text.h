// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/intake/filing_reader.h"

namespace periksa::forms {

/// A known value as a filing's XML writes it (docs/filing-format.md): `yes`, `40`, `8.5`,
/// `IDR 2500000`, `2024-02-01`, `3 months`, a text, a code, the id of the record that a reference
/// names; where none was filed, that id as it is written. `facts` are those of `filing` itself or
/// of one of its workers.
std::string fact_text(const intake::Filing& filing, const facts::Facts& facts,
                      const facts::Field& field, const facts::Cell& cell);

/// What is written at a value's place, with the characters that XML's entities stand for.
std::string raw_text(const facts::Facts& facts, const facts::Cell& cell);

}  // namespace periksa::forms
