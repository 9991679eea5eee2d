// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "auditor/audit/audit.h"
#include "auditor/results/results_json.h"
#include "auditor/ruleset/rule_set.h"

/// audit_many RULES FILING…: audits every filing in one process and writes each one's results as
/// JSON into nothing. The rules are taken as sealed: their examples are not run.
int main(int argc, char** argv) {
  using namespace periksa;
  if (argc < 3) return 64;
  const auto rules = ruleset::RuleSet::load(argv[1]);
  if (!rules) return 4;
  std::size_t written = 0;
  std::size_t findings = 0;
  for (int i = 2; i < argc; ++i) {
    const auto audited = audit::audit_filing(**rules, argv[i], {});
    if (!audited) {
      std::fprintf(stderr, "%s\n", render(audited.error().front(), Language::en).c_str());
      return 5;
    }
    findings += audited->results.findings.size();
    results::write_json(audited->results, [&](std::string_view text) { written += text.size(); });
  }
  std::printf("%d filings, %zu findings, %zu bytes of results\n", argc - 2, findings, written);
  return 0;
}
