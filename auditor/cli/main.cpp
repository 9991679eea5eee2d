// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "auditor/audit/audit.h"
#include "auditor/results/results_json.h"

int main(int argc, char** argv) {
  if (argc < 3) return 64;
  auto rules = periksa::ruleset::RuleSet::load(argv[1]);
  if (!rules) {
    for (const auto& d : rules.error()) std::puts(render(d, periksa::Language::en).c_str());
    return 4;
  }
  auto audited = periksa::audit::audit_filing(**rules, argv[2], {});
  if (!audited) {
    for (const auto& d : audited.error()) std::puts(render(d, periksa::Language::en).c_str());
    return 5;
  }
  periksa::results::write_json(audited->results, [](std::string_view t) { std::fwrite(t.data(), 1, t.size(), stdout); });
  return periksa::results::exit_code(audited->results);
}
