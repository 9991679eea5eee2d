// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/rules_lint.h"

#include <fmt/format.h>

#include <iostream>
#include <iterator>

#include "auditor/audit/lint.h"
#include "auditor/cli/exit_code.h"
#include "auditor/law/lint.h"

namespace periksa::cli {
namespace {

Diagnostics warnings_of(const ruleset::RuleSet& rules) {
  Diagnostics all = law::lint(rules.law());
  const auto limits = law::lint(rules.limits(), rules.law());
  all.insert(all.end(), limits.begin(), limits.end());
  audit::ExampleBases bases(rules.folder());
  for (const auto& rule : rules.rules()) {
    for (auto& warning : audit::lint(rules, rule, bases)) {
      const auto told = [&](const std::string& text) {
        return fmt::format("{}: {} [{}]", rule.id, text, warning.lint);
      };
      all.push_back({Diagnostic::Kind::warning,
                     std::move(warning.at),
                     {told(warning.text.id), told(warning.text.en)}});
    }
  }
  return all;
}

}  // namespace

int lint_rules(const Context& context, bool strict) {
  const auto rules = ruleset::RuleSet::load(context.rules());
  if (!rules) {
    context.print(rules.error());
    return kFoundSomething;
  }
  const auto warnings = warnings_of(**rules);
  context.print(warnings);
  for (const auto& note : ruleset::freshness_notes(**rules))
    std::cout << note.in(context.language) << '\n';
  std::cout << fmt::format(
      fmt::runtime(context.say("{} aturan, {} pola, {} penanda, dan {} ukuran terbaca tanpa "
                               "kesalahan, {} peringatan\n",
                               "{} rules, {} patterns, {} indicators and {} measures read without "
                               "a mistake, {} warnings\n")),
      (*rules)->rules().size(), (*rules)->patterns().size(), (*rules)->indicators().size(),
      (*rules)->measures().size(), warnings.size());
  if (!std::cout.flush()) return kOutputFailed;
  return strict && !warnings.empty() ? kFoundSomething : kFine;
}

}  // namespace periksa::cli
