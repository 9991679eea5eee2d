// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/language/checker.h"
#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// Reads a `<let>` (docs/writing-rules.md) and lets what follows it see it: appended to `lets` and
/// to the names of `scope`. Nothing is appended if it has a mistake.
void read_let(const DataFile& file, pugi::xml_node node, language::Scope& scope,
              std::vector<language::Let>& lets, Diagnostics& out);

/// A let that nothing uses is a slip of the author's; two of one name are one too many. `users` are
/// the expressions beside the lets of `parent`; null ones are skipped.
void check_lets(const DataFile& file, pugi::xml_node parent,
                const std::vector<language::Variable>& variables,
                const std::vector<const Checked*>& users, Diagnostics& out);

}  // namespace periksa::ruleset
