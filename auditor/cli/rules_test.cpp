// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/rules_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "auditor/audit/boundaries.h"
#include "auditor/audit/examples.h"
#include "auditor/audit/leaf_report.h"
#include "auditor/audit/measure_examples.h"
#include "auditor/cli/exit_code.h"

namespace periksa::cli {
namespace {

/// "benar, salah, tidak diketahui": the outcomes of a leaf that no example shows.
std::string missing_of(const Context& context, const audit::SeenLeaf& leaf) {
  std::string words;
  const auto add = [&](bool seen, const char* word) {
    if (!seen) words += (words.empty() ? "" : ", ") + std::string(word);
  };
  add(leaf.yes, context.say("benar", "true"));
  add(leaf.no, context.say("salah", "false"));
  add(leaf.unknown || !leaf.open, context.say("tidak diketahui", "unknown"));
  return words;
}

class RulesTest {
 public:
  RulesTest(const Context& context, const ruleset::RuleSet& rules, bool leaves)
      : context_(context), rules_(rules), bases_(rules.folder()), list_(leaves) {}

  void run(const ruleset::Rule& rule) {
    auto problems = audit::test_rule(rules_, rule, bases_);
    auto boundaries = audit::test_boundaries(rules_, rule, bases_);
    // What the examples themselves tell is enough where they do not even agree.
    if (problems.empty()) problems = boundaries.problems;
    add(problems);
    look_at_leaves(rule);
    if (list_) list_unmade(boundaries);
    boundaries_.join(std::move(boundaries));
  }

  void run(const ruleset::Indicator& indicator) {
    add(audit::test_indicator(rules_, indicator, bases_));
  }
  void run(const ruleset::Measure& measure) { add(audit::test_measure(rules_, measure, bases_)); }

  int finish() {
    using fmt::runtime;
    std::cout << fmt::format(
        runtime(context_.say("{} aturan, penanda dan ukuran diuji, {} tidak sesuai contohnya\n",
                             "{} rules, indicators and measures tested, {} disagree with their "
                             "examples\n")),
        count_, failed_);
    std::cout << fmt::format(
        runtime(context_.say(
            "{} contoh batas dibuat dan terpenuhi, {} perbandingan tidak dapat dibuatkan\n",
            "{} boundary examples made and held, {} comparisons where none could be made\n")),
        boundaries_.held, boundaries_.unmade.size());
    std::cout << fmt::format(
        runtime(context_.say(
            "{} syarat terkecil: {} terlihat benar, salah dan tidak diketahui, {} belum\n",
            "{} smallest conditions: {} seen true, false and unknown, {} not yet\n")),
        leaves_, leaves_ - open_, open_);
    if (!std::cout.flush()) return kOutputFailed;
    return failed_ == 0 && count_ > 0 ? kFine : kFoundSomething;
  }

 private:
  void add(const Diagnostics& problems) {
    ++count_;
    context_.print(problems);
    if (!problems.empty()) ++failed_;
  }

  void look_at_leaves(const ruleset::Rule& rule) {
    const auto leaves = audit::seen_leaves(rules_, rule, bases_);
    std::size_t open = 0;
    for (const auto& leaf : leaves) open += leaf.all() ? 0U : 1U;
    leaves_ += leaves.size();
    open_ += open;
    if (!list_) return;
    std::cout << fmt::format("{:<30} {:>4} / {}\n", rule.id, leaves.size() - open, leaves.size());
    for (const auto& leaf : leaves) {
      if (!leaf.by_facts) {
        std::cout << fmt::format("  {}: \"{}\": {}\n", to_string(leaf.at), leaf.text,
                                 context_.say("diputuskan hukum saja", "decided by law alone"));
      } else if (!leaf.all()) {
        std::cout << fmt::format("  {}: \"{}\": {} {}\n", to_string(leaf.at), leaf.text,
                                 context_.say("belum terlihat:", "not seen:"),
                                 missing_of(context_, leaf));
      }
    }
  }

  void list_unmade(const audit::Boundaries& boundaries) const {
    for (const auto& one : boundaries.unmade) {
      std::cout << fmt::format(
          "  {}: \"{}\": {}\n", to_string(one.at), one.text,
          context_.say("tidak dapat dibuatkan contoh batas", "no boundary example could be made"));
    }
  }

  const Context& context_;
  const ruleset::RuleSet& rules_;
  audit::ExampleBases bases_;
  bool list_;
  audit::Boundaries boundaries_;
  std::size_t count_ = 0;
  std::size_t failed_ = 0;
  std::size_t leaves_ = 0;
  std::size_t open_ = 0;
};

}  // namespace

int test_rules(const Context& context, const std::vector<std::string>& only, bool leaves) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  if (!known_rules(context, *rules, only, Among::tested)) return kUsage;
  RulesTest test(context, *rules, leaves);
  const auto run = [&](const auto& list) {
    for (const auto& one : list) {
      if (only.empty() || std::ranges::find(only, one.id) != only.end()) test.run(one);
    }
  };
  run(rules->rules());
  run(rules->indicators());
  run(rules->measures());
  return test.finish();
}

}  // namespace periksa::cli
