// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string_view>

#include "auditor/results/results.h"

namespace periksa::results {
namespace {

bool engine_failed(const Results& results) {
  return !results.header.complete || std::ranges::any_of(results.findings, [](const Finding& x) {
    return x.verdict == Verdict::engine_error;
  });
}

/// A duty whose day has not come (`readiness`) cannot have been breached yet.
bool breached(const Results& results) {
  std::map<std::string_view, Tier> tiers;
  for (const Rule& rule : results.rules) tiers[rule.id] = rule.tier;
  return std::ranges::any_of(results.findings, [&](const Finding& x) {
    const auto tier = tiers.find(x.rule);
    const bool standard = tier != tiers.end() && tier->second == Tier::standard;
    return x.verdict == Verdict::breach && !x.readiness && !standard;
  });
}

bool open(const Results& results) {
  return std::ranges::any_of(results.findings,
                             [](const Finding& x) {
                               return x.verdict == Verdict::suspected ||
                                      x.verdict == Verdict::insufficient ||
                                      (x.verdict == Verdict::breach && x.readiness);
                             }) ||
         std::ranges::any_of(results.notices, [](const Notice& x) { return x.referral; });
}

bool evaluated(const Results& results) {
  return std::ranges::any_of(results.summary.verdicts, [](const auto& entry) {
    return entry.second > 0 && entry.first != to_string(Verdict::not_applicable) &&
           entry.first != to_string(Verdict::not_in_force);
  });
}

}  // namespace

int exit_code(const Results& results) {
  if (engine_failed(results)) return 70;
  if (breached(results)) return 1;
  if (open(results)) return 2;
  return evaluated(results) ? 0 : 3;
}

}  // namespace periksa::results
