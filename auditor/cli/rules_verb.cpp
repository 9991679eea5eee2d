// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "auditor/audit/examples.h"
#include "auditor/audit/measure_examples.h"
#include "auditor/audit/mutate.h"
#include "auditor/cli/coverage_pages.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/verbs.h"

namespace periksa::cli {
namespace {

int list(const Context& context) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  for (const auto& rule : rules->rules()) {
    std::cout << fmt::format("{:<30} {:<9} {:<22} {}\n", rule.id, to_string(rule.tier),
                             rules->vocabulary().entity(rule.entity).name,
                             rule.met.in(context.language));
  }
  for (const auto& indicator : rules->indicators()) {
    std::cout << fmt::format("{:<30} {:<9} {:<22} {}\n", indicator.id,
                             context.say("penanda", "indicator"), "worker",
                             indicator.title.in(context.language));
  }
  for (const auto& measure : rules->measures()) {
    std::cout << fmt::format("{:<30} {:<9} {:<22} {}\n", measure.id,
                             context.say("ukuran", "measure"), "worker",
                             measure.title.in(context.language));
  }
  return std::cout.flush() ? kFine : kOutputFailed;
}

int lint(const Context& context) {
  const auto rules = ruleset::RuleSet::load(context.rules());
  if (!rules) {
    context.print(rules.error());
    return kFoundSomething;
  }
  std::cout << fmt::format(
      fmt::runtime(context.say(
          "{} aturan, {} pola, {} penanda, dan {} ukuran terbaca tanpa kesalahan\n",
          "{} rules, {} patterns, {} indicators and {} measures read without a mistake\n")),
      (*rules)->rules().size(), (*rules)->patterns().size(), (*rules)->indicators().size(),
      (*rules)->measures().size());
  return kFine;
}

bool chosen(const std::vector<std::string>& only, const std::string& id) {
  return only.empty() || std::ranges::find(only, id) != only.end();
}

/// The measures named, or all; tells how many fail their examples.
int test_measures(const Context& context, const ruleset::RuleSet& rules,
                  const std::vector<std::string>& only) {
  audit::ExampleBases bases(rules.folder());
  std::size_t failed = 0;
  std::size_t count = 0;
  for (const auto& measure : rules.measures()) {
    if (!chosen(only, measure.id)) continue;
    ++count;
    const auto problems = audit::test_measure(rules, measure, bases);
    context.print(problems);
    if (!problems.empty()) ++failed;
  }
  if (count > 0) {
    std::cout << fmt::format(
        fmt::runtime(context.say("{} ukuran diuji, {} tidak sesuai contohnya\n",
                                 "{} measures tested, {} disagree with their examples\n")),
        count, failed);
  }
  return failed == 0 ? kFine : kFoundSomething;
}

bool is_measure(const ruleset::RuleSet& rules, const std::string& id) {
  return std::ranges::find(rules.measures(), id, &ruleset::Measure::id) != rules.measures().end();
}

int test(const Context& context, std::vector<std::string> only) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  std::vector<std::string> measures;
  std::ranges::copy_if(only, std::back_inserter(measures),
                       [&](const auto& id) { return is_measure(*rules, id); });
  std::erase_if(only, [&](const auto& id) { return is_measure(*rules, id); });
  if (!known_rules(context, *rules, only, true)) return kUsage;
  if (!measures.empty() && only.empty()) return test_measures(context, *rules, measures);
  audit::ExampleBases bases(rules->folder());
  std::size_t failed = 0;
  std::size_t count = 0;
  const auto add = [&](const Diagnostics& problems) {
    ++count;
    context.print(problems);
    if (!problems.empty()) ++failed;
  };
  for (const auto& rule : rules->rules()) {
    if (chosen(only, rule.id)) add(audit::test_rule(*rules, rule, bases));
  }
  for (const auto& indicator : rules->indicators()) {
    if (chosen(only, indicator.id)) add(audit::test_indicator(*rules, indicator, bases));
  }
  std::cout << fmt::format(
      fmt::runtime(
          context.say("{} aturan dan penanda diuji, {} tidak sesuai contohnya\n",
                      "{} rules and indicators tested, {} disagree with their examples\n")),
      count, failed);
  const bool named = !only.empty() && measures.empty();
  const int measured = named ? kFine : test_measures(context, *rules, measures);
  return failed == 0 && count > 0 ? measured : kFoundSomething;
}

int mutate(const Context& context, const std::vector<std::string>& only) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  if (!known_rules(context, *rules, only, true)) return kUsage;
  audit::ExampleBases bases(rules->folder());
  audit::Mutation all;
  const auto add = [&](Result<audit::Mutation> mutation) {
    if (!mutation) {
      context.print(mutation.error());
      return false;
    }
    for (const auto& survivor : mutation->survivors) {
      std::cout << fmt::format(
          fmt::runtime(
              context.say("{}: {}: {}: \"{}\" menjadi \"{}\": tidak ada contoh yang gagal\n",
                          "{}: {}: {}: \"{}\" made \"{}\": no example fails\n")),
          to_string(survivor.at), survivor.rule, survivor.where, survivor.was, survivor.becomes);
    }
    all.join(std::move(*mutation));
    return true;
  };
  for (const auto& rule : rules->rules()) {
    if (chosen(only, rule.id) && !add(audit::mutate_rule(*rules, rule, bases)))
      return kRulesRefused;
  }
  for (const auto& indicator : rules->indicators()) {
    if (chosen(only, indicator.id) && !add(audit::mutate_indicator(*rules, indicator, bases)))
      return kRulesRefused;
  }
  std::cout << fmt::format(
      fmt::runtime(context.say("{} kesalahan buatan: {} diketahui contoh, {} lolos ({} %)\n",
                               "{} made-up mistakes: {} noticed by an example, {} not ({} %)\n")),
      all.killed + all.survivors.size(), all.killed, all.survivors.size(), all.score());
  if (!std::cout.flush()) return kOutputFailed;
  return all.survivors.empty() ? kFine : kFoundSomething;
}

int coverage(const Context& context, const std::string& format) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  const auto parts = ruleset::coverage(*rules);
  if (format == "json") {
    std::cout << coverage_json(parts);
  } else if (format == "markdown") {
    std::cout << coverage_page(parts, context.language);
  } else {
    std::cout << coverage_text(parts, context.language);
  }
  if (!std::cout.flush()) return kOutputFailed;
  return count_of(parts, ruleset::Covered::State::to_do) == 0 ? kFine : kFoundSomething;
}

}  // namespace

std::vector<Command> add_rules(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand(
      "rules", context.say("Bekerja dengan kumpulan aturan.", "Works with the rule set."));
  verb->require_subcommand(1);
  std::vector<Command> commands;
  auto* list_verb = verb->add_subcommand("list", context.say("Daftar aturan", "Lists the rules"));
  commands.push_back({list_verb, [&context] { return list(context); }});
  auto* lint_verb = verb->add_subcommand(
      "lint", context.say("Periksa penulisan aturan terhadap register hukum",
                          "Checks how rules are written against the law register"));
  commands.push_back({lint_verb, [&context] { return lint(context); }});
  auto* test_verb = verb->add_subcommand(
      "test", context.say("Jalankan contoh setiap aturan", "Runs the examples of every rule"));
  auto only = std::make_shared<std::vector<std::string>>();
  test_verb->add_option("rule", *only, context.say("Hanya aturan ini", "Only these rules"));
  commands.push_back({test_verb, [&context, only] { return test(context, *only); }});
  auto* mutate_verb = verb->add_subcommand(
      "mutate", context.say("Menanam kesalahan kecil dalam setiap aturan: contohnya harus gagal",
                            "Puts small mistakes into every rule: an example must fail"));
  auto mutated = std::make_shared<std::vector<std::string>>();
  mutate_verb->add_option("rule", *mutated, context.say("Hanya aturan ini", "Only these rules"));
  commands.push_back({mutate_verb, [&context, mutated] { return mutate(context, *mutated); }});
  auto* coverage_verb = verb->add_subcommand(
      "coverage", context.say("Apa yang dilakukan terhadap setiap baris rujukan hukum",
                              "How each row of the legal reference is dealt with"));
  auto format = std::make_shared<std::string>("text");
  coverage_verb->add_option("--format", *format, "text, json, markdown")
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  commands.push_back({coverage_verb, [&context, format] { return coverage(context, *format); }});
  auto release = add_release(*verb, context);
  std::ranges::move(release, std::back_inserter(commands));
  return commands;
}

}  // namespace periksa::cli
