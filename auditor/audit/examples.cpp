// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "auditor/audit/reasoning.h"
#include "auditor/audit/subjects.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

using results::Verdict;

/// What an example came to over the rule's subjects.
struct Outcome {
  Verdict verdict = Verdict::not_in_force;
  std::string reason;
  std::set<const ruleset::Version*> versions;
  std::set<std::pair<facts::EntityId, facts::FieldId>> read;
};

class Tester {
 public:
  Tester(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases)
      : rules_(rules), rule_(rule), bases_(bases) {}

  Diagnostics run() {
    if (agree()) find_gaps();
    return std::move(problems_);
  }

  /// Whether all examples come out as they say; stops at the first that does not if nobody asks
  /// for the others.
  bool agree(bool all = true) {
    const auto base = bases_.text(rule_.example_base);
    if (!base) {
      problems_ = base.error();
      return false;
    }
    base_ = *base;
    for (const auto& example : rule_.examples) {
      check(example);
      if (!all && !problems_.empty()) break;
    }
    return problems_.empty();
  }

 private:
  void tell(const Position& at, std::string id, std::string en) {
    ruleset::complain(problems_, at, fmt::format("{}: {}", rule_.id, id),
                      fmt::format("{}: {}", rule_.id, en));
  }

  std::optional<Outcome> outcome_of(const ruleset::Example& example, bool quietly) {
    const auto text = example_filing(*base_, example, rules_.vocabulary());
    Outcome outcome;
    const auto judged = text ? for_each_subject(rules_, rule_, *text, parse_iso_date(example.as_of),
                                                [&](const ruleset::Case& on) { add(on, outcome); })
                             : Result<void>(std::unexpected(text.error()));
    if (judged) return outcome;
    if (!quietly) {
      for (const auto& problem : judged.error()) tell(example.at, problem.text.id, problem.text.en);
    }
    return std::nullopt;
  }

  void add(const ruleset::Case& on, Outcome& outcome) {
    ruleset::Recording recording;
    auto judgement = judge_.judge(rule_, rules_.rules(), on, recording);
    const bool standard = rule_.tier == results::Tier::standard;
    if (standard && judgement.verdict == Verdict::breach) judgement.verdict = Verdict::observation;
    if (judgement.verdict >= outcome.verdict) {
      outcome.verdict = judgement.verdict;
      outcome.reason = to_string(judgement.reason);
    }
    for (const auto& parts : judgement.parts) outcome.versions.insert(parts.version);
    const auto read = [&](const language::Frame& frame) {
      for (const auto& ref : Reasoning::cells(frame)) outcome.read.emplace(ref.entity, ref.field);
    };
    read(recording.event);
    for (const auto& one : recording.versions) {
      read(one.when);
      read(one.due);
      read(one.require);
    }
  }

  void check(const ruleset::Example& example) {
    const auto outcome = outcome_of(example, false);
    if (!outcome) return;
    const Verdict expected = *results::parse_verdict(example.expect);
    const bool reason_fits = example.reason.empty() || example.reason == outcome->reason;
    if (outcome->verdict != expected || !reason_fits) {
      const std::string got = fmt::format("{}{}{}", to_string(outcome->verdict),
                                          outcome->reason.empty() ? "" : "/", outcome->reason);
      tell(example.at, fmt::format("contoh mengharapkan {}, hasilnya {}", example.expect, got),
           fmt::format("the example expects {}, got {}", example.expect, got));
    }
    for (const auto* version : outcome->versions) shown_[version].insert(expected);
    if (expected == Verdict::not_in_force) not_in_force_ = true;
    if (expected == Verdict::insufficient) {
      for (const auto& part : ruleset::split(example.drop, ";")) dropped_.insert(without_id(part));
      return;
    }
    definite_.emplace_back(&example, *outcome);
  }

  /// `payment[b2].amount` as `payment.amount`.
  static std::string without_id(const std::string& target) {
    const auto open = target.find('[');
    const auto close = target.find(']');
    if (open == std::string::npos || close == std::string::npos) return target;
    return target.substr(0, open) + target.substr(close + 1);
  }

  void find_gaps() {
    for (const auto& version : rule_.versions) {
      need(version, Verdict::met, "met");
      const bool standard = rule_.tier == results::Tier::standard;
      if (!awaits_a_limit(version)) {
        need(version, standard ? Verdict::observation : Verdict::breach,
             standard ? "observation" : "breach");
      }
      if (version.when) need(version, Verdict::not_applicable, "not-applicable");
    }
    const bool dated = rule_.event || rule_.versions.front().window.from > Date{};
    if (dated && !not_in_force_)
      tell(rule_.at, "tidak ada contoh not-in-force", "no example for not-in-force");
    find_silent_losses();
  }

  /// A table without rows is not on file: nothing can be beyond it, so no example can show it.
  bool awaits_a_limit(const ruleset::Version& version) const {
    return std::ranges::any_of(version.require->expression.nodes, [&](const auto& node) {
      return node.kind == language::Kind::limit &&
             rules_.limits().all()[node.limit_index].rows.empty();
    });
  }

  void need(const ruleset::Version& version, Verdict verdict, const char* word) {
    if (shown_[&version].contains(verdict)) return;
    tell(version.at, fmt::format("versi ini tidak memiliki contoh {}", word),
         fmt::format("no example of {} for this version", word));
  }

  /// Takes each fact read out of each definite example; where that leaves the question open, an
  /// example must say so.
  void find_silent_losses() {
    std::set<std::string> missing;
    for (const auto& [example, outcome] : definite_) {
      for (const auto& [entity_id, field_id] : outcome.read) {
        const auto& entity = rules_.vocabulary().entity(entity_id);
        const std::string target = fmt::format("{}.{}", entity.name, entity.fields[field_id].name);
        if (dropped_.contains(target) || dropped_.contains(entity.name) || missing.contains(target))
          continue;
        ruleset::Example loss = *example;
        loss.set = without(loss.set, target);
        loss.none = without(loss.none, target);
        loss.drop += (loss.drop.empty() ? "" : ";") + target;
        const auto lost = outcome_of(loss, true);
        if (!lost) continue;
        if (lost->verdict == Verdict::insufficient) missing.insert(target);
        const bool flips =
            (lost->verdict == Verdict::breach) != (outcome.verdict == Verdict::breach) &&
            lost->verdict != Verdict::insufficient;
        if (flips && outcome.verdict <= Verdict::excused) {
          tell(example->at, fmt::format("tanpa {} aturan ini menuduh", target),
               fmt::format("without {} this rule accuses", target));
        }
      }
    }
    for (const auto& target : missing) {
      tell(rule_.at, fmt::format("tidak ada contoh insufficient dengan drop=\"{}\"", target),
           fmt::format("no example of insufficient with drop=\"{}\"", target));
    }
  }

  /// The changes of a list that do not concern the target.
  static std::string without(const std::string& changes, const std::string& target) {
    std::string rest;
    for (const auto& part : ruleset::split(changes, ";")) {
      if (part.starts_with(target)) continue;
      rest += (rest.empty() ? "" : ";") + part;
    }
    return rest;
  }

  const ruleset::RuleSet& rules_;
  const ruleset::Rule& rule_;
  ExampleBases& bases_;
  ruleset::Judge judge_;
  const std::string* base_ = nullptr;
  std::map<const ruleset::Version*, std::set<Verdict>> shown_;
  std::set<std::string> dropped_;
  std::vector<std::pair<const ruleset::Example*, Outcome>> definite_;
  bool not_in_force_ = false;
  Diagnostics problems_;
};

}  // namespace

Diagnostics test_rule(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                      ExampleBases& bases) {
  return Tester(rules, rule, bases).run();
}

bool examples_agree(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases) {
  return Tester(rules, rule, bases).agree(false);
}

Diagnostics test_rules(const ruleset::RuleSet& rules) {
  ExampleBases bases(rules.folder());
  Diagnostics all;
  for (const auto& rule : rules.rules()) {
    auto problems = test_rule(rules, rule, bases);
    all.insert(all.end(), std::make_move_iterator(problems.begin()),
               std::make_move_iterator(problems.end()));
  }
  return all;
}

}  // namespace periksa::audit
