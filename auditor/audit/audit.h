// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "auditor/audit/options.h"
#include "auditor/base/diagnostic.h"
#include "auditor/intake/filing_reader.h"
#include "auditor/results/results.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// A finished audit: the results, and what the reader wants to say about the input.
struct Audited {
  results::Results results;
  Diagnostics warnings;
};

/// Looks at a filing and its workers while they are read and judged. `begin` is called before the
/// first worker, once more if the filing has to be read once more: what was seen before is then to
/// be forgotten, as it is when there is no result. `worker` is called concurrently from up to
/// Options::threads lanes, which count from 0; `ordinal` counts workers from 0 in file order.
/// Changes no result.
struct Observer {
  std::function<void(const intake::Filing& filing)> begin{};
  std::function<void(unsigned lane, std::uint32_t ordinal, const facts::Facts& worker)> worker{};
};

/// Applies a rule set to one filing. Errors mean that there is no result at all; a filing that
/// breaks off at its end has none. Same filing, rule set and options: same results, whatever the
/// number of threads.
Result<Audited> audit_filing(const ruleset::RuleSet& rules, const std::filesystem::path& path,
                             const Options& options, const Observer& observer = {});
Result<Audited> audit_text(const ruleset::RuleSet& rules, std::string_view text, std::string name,
                           const Options& options, const Observer& observer = {});

}  // namespace periksa::audit
