// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample.h"

namespace periksa::sample {

results::Results many(std::size_t findings, const std::string& raw) {
  results::Results results = rich();
  const results::Finding first = results.findings.front();
  const results::Fact fact = results.facts.front();
  for (std::size_t i = 0; i < findings; ++i) {
    const std::string worker = "W" + std::to_string(1000 + i);
    results::Fact own = fact;
    own.record = worker;
    own.privacy = "business";
    own.secret.clear();
    own.raw = raw;
    own.at.line += static_cast<std::uint32_t>(i);
    results.facts.push_back(own);
    results::Finding x = first;
    x.id = "F" + std::to_string(1000 + i);
    x.worker = x.subject = worker;
    x.evidence = {results.facts.size() - 1};
    x.reasoning.clear();
    x.changes.clear();
    x.missing.clear();
    results.findings.push_back(x);
  }
  return results;
}

}  // namespace periksa::sample
