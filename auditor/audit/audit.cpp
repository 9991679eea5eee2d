// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/audit.h"

#include "auditor/audit/run.h"
#include "auditor/forms/any_filing.h"

namespace periksa::audit {
namespace {

/// Reads and judges; once more where workers' references showed only at the end that a shared list
/// is not complete.
template <class Read>
Result<Audited> audit(const ruleset::RuleSet& rules, const Options& options,
                      const Observer& observer, Read read) {
  intake::ReadOptions reading;
  reading.threads = options.threads;
  reading.caps = options.caps;
  for (;;) {
    Run run(rules, options);
    auto filing = read(
        reading,
        [&](const intake::Filing& shared) {
          run.shared(shared);
          if (observer.begin) observer.begin(shared);
        },
        [&](unsigned lane, std::uint32_t ordinal, facts::Facts& worker) {
          run.worker(lane, ordinal, worker);
          if (observer.worker) observer.worker(lane, ordinal, worker);
        });
    if (!filing) return std::unexpected(std::move(filing.error()));
    if (!filing->doubted.empty() && reading.doubted.empty()) {
      reading.doubted = filing->doubted;
      continue;
    }
    return Audited{run.finish(*filing), std::move(filing->warnings)};
  }
}

}  // namespace

Result<Audited> audit_filing(const ruleset::RuleSet& rules, const std::filesystem::path& path,
                             const Options& options, const Observer& observer) {
  return audit(rules, options, observer,
               [&](const auto& reading, const auto& shared, const auto& worker) {
                 return forms::read_any_filing(path, rules.vocabulary(), reading, options.sheets,
                                               shared, worker);
               });
}

Result<Audited> audit_text(const ruleset::RuleSet& rules, std::string_view text, std::string name,
                           const Options& options, const Observer& observer) {
  return audit(
      rules, options, observer, [&](const auto& reading, const auto& shared, const auto& worker) {
        return intake::read_filing_text(text, name, rules.vocabulary(), reading, shared, worker);
      });
}

}  // namespace periksa::audit
