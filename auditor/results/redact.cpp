// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/redact.h"

#include <algorithm>

namespace periksa::results {

void redact(Results& results) {
  results.secrets.clear();
  results.workers.clear();
  for (Finding& x : results.findings) {
    x.fingerprint.clear();
    x.evidence_digest.clear();
  }
  for (Waiver& x : results.waivers) x.fingerprint.clear();
}

bool is_redacted(const Results& results) {
  if (!results.secrets.empty()) return false;
  const auto& papers = results.header.documents;
  return !results.pseudonyms.empty() || (papers && !papers->files.empty()) ||
         std::ranges::any_of(results.facts, [](const Fact& fact) { return !fact.secret.empty(); });
}

}  // namespace periksa::results
