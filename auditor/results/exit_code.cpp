// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/exit_code.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace periksa::results {
namespace {

bool engine_failed(const Results& results) {
  return !results.header.complete || std::ranges::any_of(results.findings, [](const Finding& x) {
    return x.verdict == Verdict::engine_error;
  });
}

bool breached(const Results& results) {
  std::map<std::string_view, const Rule*> rules;
  for (const Rule& rule : results.rules) rules[rule.id] = &rule;
  return std::ranges::any_of(results.findings, [&](const Finding& x) {
    const auto rule = rules.find(x.rule);
    return x.verdict == Verdict::breach &&
           can_be_breached(x, rule == rules.end() ? nullptr : rule->second);
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

bool can_be_breached(const Finding& finding, const Rule* rule) {
  return !finding.readiness && (rule == nullptr || rule->tier != Tier::standard);
}

int exit_code(const Results& results) {
  if (engine_failed(results)) return 70;
  if (breached(results)) return 1;
  if (open(results)) return 2;
  return evaluated(results) ? 0 : 3;
}

}  // namespace periksa::results
