// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "auditor/audit/example_loss.h"
#include "auditor/audit/examples.h"
#include "auditor/audit/reasoning.h"
#include "auditor/audit/screens.h"
#include "auditor/audit/subjects.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

using language::Truth;

/// What an example came to: raised if it is for some worker, else open if it is for some.
struct IndicatorOutcome {
  std::string word = "quiet";
  std::set<std::pair<facts::EntityId, facts::FieldId>> read;
};

class IndicatorTester {
 public:
  IndicatorTester(const ruleset::RuleSet& rules, const ruleset::Indicator& indicator,
                  ExampleBases& bases)
      : rules_(rules), indicator_(indicator), bases_(bases), screens_(rules) {}

  Diagnostics run() {
    if (agree(true)) find_gaps();
    return std::move(problems_);
  }

  bool agree(bool all) {
    const auto base = bases_.text(indicator_.example_base);
    if (!base) {
      problems_ = base.error();
      return false;
    }
    base_ = *base;
    for (const auto& example : indicator_.examples) {
      check(example);
      if (!all && !problems_.empty()) break;
    }
    return problems_.empty();
  }

 private:
  void tell(const Position& at, const std::string& id, const std::string& en) {
    ruleset::complain(problems_, at, fmt::format("{}: {}", indicator_.id, id),
                      fmt::format("{}: {}", indicator_.id, en));
  }

  std::optional<IndicatorOutcome> outcome_of(const ruleset::Example& example, bool quietly) {
    const auto text = example_filing(*base_, example, rules_.vocabulary());
    IndicatorOutcome outcome;
    const auto done = text ? for_each_worker(rules_, *text, parse_iso_date(example.as_of),
                                             [&](const auto& on) { add(on, outcome); })
                           : Result<void>(std::unexpected(text.error()));
    if (done) return outcome;
    if (!quietly) {
      for (const auto& problem : done.error()) tell(example.at, problem.text.id, problem.text.en);
    }
    return std::nullopt;
  }

  void add(const ruleset::Case& on, IndicatorOutcome& outcome) {
    language::Frame frame;
    const Truth truth = screens_.ask(indicator_, on, frame);
    if (truth == Truth::yes) outcome.word = "raised";
    if (truth == Truth::unknown && outcome.word == "quiet") outcome.word = "open";
    for (const auto& ref : Reasoning::cells(frame)) outcome.read.emplace(ref.entity, ref.field);
  }

  void check(const ruleset::Example& example) {
    auto outcome = outcome_of(example, false);
    if (!outcome) return;
    if (outcome->word != example.expect) {
      tell(example.at,
           fmt::format("contoh mengharapkan {}, hasilnya {}", example.expect, outcome->word),
           fmt::format("the example expects {}, got {}", example.expect, outcome->word));
    }
    shown_.insert(example.expect);
    if (example.expect == "open") {
      note_drops(example, dropped_);
    } else {
      definite_.emplace_back(&example, std::move(*outcome));
    }
  }

  void find_gaps() {
    for (const char* word : {"raised", "quiet"}) {
      if (shown_.contains(word)) continue;
      tell(indicator_.at, fmt::format("tidak ada contoh {}", word),
           fmt::format("no example of {}", word));
    }
    std::set<std::string> missing;
    for (const auto& [example, outcome] : definite_) find_losses(*example, outcome, missing);
    for (const auto& target : missing) {
      tell(indicator_.at, fmt::format("tidak ada contoh open dengan drop=\"{}\"", target),
           fmt::format("no example of open with drop=\"{}\"", target));
    }
  }

  /// Takes each fact read out of a definite example; where that leaves the sign open, an example
  /// must say so, and where it raises it, the sign is wrong.
  void find_losses(const ruleset::Example& example, const IndicatorOutcome& outcome,
                   std::set<std::string>& missing) {
    for (const auto& [entity_id, field_id] : outcome.read) {
      const auto& entity = rules_.vocabulary().entity(entity_id);
      const std::string target = fmt::format("{}.{}", entity.name, entity.fields[field_id].name);
      if (dropped_.contains(target) || dropped_.contains(entity.name)) continue;
      const auto lost = outcome_of(without_fact(example, target), true);
      if (!lost) continue;
      if (lost->word == "open") missing.insert(target);
      if (lost->word == "raised" && outcome.word == "quiet") {
        tell(example.at, fmt::format("tanpa {} tanda ini muncul", target),
             fmt::format("without {} this sign is raised", target));
      }
    }
  }

  const ruleset::RuleSet& rules_;
  const ruleset::Indicator& indicator_;
  ExampleBases& bases_;
  Screens screens_;
  const std::string* base_ = nullptr;
  std::set<std::string> shown_;
  std::set<std::string> dropped_;
  std::vector<std::pair<const ruleset::Example*, IndicatorOutcome>> definite_;
  Diagnostics problems_;
};

}  // namespace

Diagnostics test_indicator(const ruleset::RuleSet& rules, const ruleset::Indicator& indicator,
                           ExampleBases& bases) {
  return IndicatorTester(rules, indicator, bases).run();
}

bool examples_agree(const ruleset::RuleSet& rules, const ruleset::Indicator& indicator,
                    ExampleBases& bases) {
  return IndicatorTester(rules, indicator, bases).agree(false);
}

}  // namespace periksa::audit
