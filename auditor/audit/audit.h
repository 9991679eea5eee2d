// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "auditor/audit/options.h"
#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// A finished audit: the results, and what the reader wants to say about the input.
struct Audited {
  results::Results results;
  Diagnostics warnings;
};

/// Applies a rule set to one filing. Errors mean that there is no result at all; a filing that
/// breaks off at its end has none. Same filing, rule set and options: same results, whatever the
/// number of threads.
Result<Audited> audit_filing(const ruleset::RuleSet& rules, const std::filesystem::path& path,
                             const Options& options);
Result<Audited> audit_text(const ruleset::RuleSet& rules, std::string_view text, std::string name,
                           const Options& options);

}  // namespace periksa::audit
