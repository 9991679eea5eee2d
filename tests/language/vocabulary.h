// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/facts/vocabulary.h"
#include "auditor/law/limits.h"

namespace periksa::language::test {

/// A worker with fields of every type, payments and visas of theirs, and permits of the filing.
const facts::Vocabulary& vocabulary();

/// Limits with and without keys, with an uncertain window, a gap and a table of combinations.
const law::Limits& limits();

}  // namespace periksa::language::test
