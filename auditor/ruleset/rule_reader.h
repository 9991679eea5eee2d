// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/data_file.h"
#include "auditor/law/limits.h"
#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// What rules may refer to; all outlive the rules.
struct Ground {
  const facts::Vocabulary* vocabulary = nullptr;
  const law::Register* law = nullptr;
  const law::Limits* limits = nullptr;
};

/// Reads and checks one rule file. Every mistake is told with its place; a rule with one mistake is
/// none.
Result<Rule> read_rule(const DataFile& file, const Ground& ground);

}  // namespace periksa::ruleset
