// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/audit.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "auditor/audit/papers.h"
#include "auditor/audit/run.h"
#include "auditor/documents/ties.h"
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
    intake::OnShared on_shared = [&](const intake::Filing& shared) {
      run.shared(shared);
      if (observer.begin) observer.begin(shared);
    };
    intake::OnWorker on_worker = [&](unsigned lane, std::uint32_t ordinal, facts::Facts& worker) {
      run.worker(lane, ordinal, worker);
      if (observer.worker) observer.worker(lane, ordinal, worker);
    };
    std::unique_ptr<documents::Ties> ties;
    if (options.documents != nullptr) {
      ties = std::make_unique<documents::Ties>(*options.documents, rules.vocabulary());
      ties->join(reading, on_shared, on_worker);
    }
    auto filing = read(reading, on_shared, on_worker);
    if (!filing) return std::unexpected(std::move(filing.error()));
    if (ties) {
      if (auto wrong = ties->finish(); !wrong.empty()) return std::unexpected(std::move(wrong));
    }
    if (!filing->doubted.empty() && reading.doubted.empty()) {
      reading.doubted = filing->doubted;
      continue;
    }
    Audited audited{run.finish(*filing), std::move(filing->warnings)};
    std::ranges::move(run.waiver_warnings(), std::back_inserter(audited.warnings));
    if (ties) {
      add_papers(*ties, rules.vocabulary(), audited.results);
      std::ranges::copy(ties->warnings(), std::back_inserter(audited.warnings));
    }
    return audited;
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
