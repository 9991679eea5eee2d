// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/redaction.h"

#include <algorithm>
#include <set>
#include <utility>

#include "auditor/base/mask.h"
#include "auditor/packs/aliases.h"
#include "auditor/results/redact.h"
#include "auditor/results/summary.h"
#include "auditor/results/trim.h"

namespace periksa::packs {
namespace {

using results::Fact;
using results::Finding;
using results::Notice;
using results::Results;
using results::Rule;
using results::Verdict;

constexpr std::string_view kViolence = "gbv_case";

bool is_sensitive(const Fact& fact) {
  return fact.privacy == "sensitive" || fact.entity == kViolence;
}

/// What was never written tells nothing of anybody; but that there is a record of violence does.
bool tells(const Fact& fact) {
  if (fact.entity == kViolence && fact.record.find('/') != std::string::npos) return true;
  return is_sensitive(fact) && fact.state != "not-supplied" && fact.state != "absent";
}

bool names_violence(const results::Trace& trace) {
  return trace.text.id.find(kViolence) != std::string::npos ||
         std::ranges::any_of(trace.parts, names_violence);
}

class Redaction {
 public:
  explicit Redaction(Results& results) : all_(results) {}

  void drop_sensitive() {
    std::set<std::string> sensitive;
    std::set<std::string> others;
    for (const Fact& fact : all_.facts) {
      (is_sensitive(fact) ? sensitive : others).insert(fact.source);
      if (tells(fact) && !fact.secret.empty()) told_.insert(fact.secret);
    }
    drop_findings();
    drop_notices();
    results::drop_untold(all_);
    count("facts", keep([](const Fact& fact) { return !is_sensitive(fact); }));
    results::keep_sources(
        all_, [&](const std::string& id) { return !sensitive.contains(id) || others.contains(id); },
        [](const std::string& record) { return record.find(kViolence) == std::string::npos; });
  }

  void drop_texts() {
    count("facts", keep([](const Fact& fact) { return fact.privacy != "free"; }));
    for (Fact& fact : all_.facts) fact.raw.clear();
    // Authority and reason are texts of a person; the day stays.
    for (Finding& x : all_.findings) {
      for (std::size_t i = 0; i < std::min<std::size_t>(x.waiver.size(), 2); ++i)
        x.waiver[i] = kMask;
    }
    for (results::Waiver& x : all_.waivers) x.authority = x.reason = kMask;
  }

 private:
  bool is_told(std::size_t fact) const { return tells(all_.facts[fact]); }
  bool rests_on_sensitive(const Finding& x) const {
    if (x.entity == kViolence || std::ranges::any_of(x.reasoning, names_violence)) return true;
    const auto named = [&](const auto& entry) { return told_.contains(entry.second); };
    const auto told = [&](std::size_t fact) { return is_told(fact); };
    return std::ranges::any_of(results::facts_read(x), told) ||
           std::ranges::any_of(x.argument_secrets, named);
  }
  bool rests_on_sensitive(const Notice& x) const {
    const auto told = [&](std::size_t fact) { return is_told(fact); };
    return std::ranges::any_of(x.facts, told) ||
           std::ranges::any_of(x.signs, [&](const results::Sign& sign) {
             return sign.confidential || std::ranges::any_of(sign.facts, told);
           });
  }

  void drop_findings() {
    std::set<std::string> gone;
    for (const Finding& x : all_.findings) {
      if (!rests_on_sensitive(x)) continue;
      gone.insert(x.id);
      for (Rule& rule : all_.rules) {
        if (rule.id == x.rule) forget(rule, x);
      }
    }
    std::erase_if(all_.rules, [](const Rule& rule) { return rule.entity == kViolence; });
    results::keep_findings(all_, [&](const Finding& x) { return !gone.contains(x.id); });
    count("findings", gone.size());
  }

  /// One verdict less. The order of the others would tell whose it was.
  static void forget(Rule& rule, const Finding& x) {
    std::sort(rule.runs.begin(), rule.runs.end(), [](const auto& a, const auto& b) {
      return std::pair(a.verdict, a.reason) < std::pair(b.verdict, b.reason);
    });
    // Nor does the finding say with what reason it was counted: where several are, none stays.
    const auto same = std::ranges::equal_range(rule.runs, x.verdict, {}, &Rule::Run::verdict);
    const bool mixed = !x.readiness && !same.empty() && same.front().reason != same.back().reason;
    std::vector<Rule::Run> joined;
    for (Rule::Run& run : rule.runs) {
      if (mixed && run.verdict == x.verdict) run.reason.clear();
      results::append_run(joined, std::move(run));
    }
    // A finding on a planned day stands beside its rule's verdict, which tells nothing.
    const auto at =
        x.readiness ? joined.end() : std::ranges::find(joined, x.verdict, &Rule::Run::verdict);
    if (at != joined.end() && --at->count == 0) joined.erase(at);
    rule.runs = std::move(joined);
  }

  void drop_notices() {
    count("notices",
          std::erase_if(all_.notices, [&](const Notice& x) { return rests_on_sensitive(x); }));
  }

  template <class Wanted>
  std::size_t keep(const Wanted& wanted) {
    const std::size_t before = all_.facts.size();
    results::keep_facts(all_, wanted);
    return before - all_.facts.size();
  }
  void count(const char* what, std::size_t number) {
    if (number > 0) all_.header.left_out[what] += number;
  }

  Results& all_;
  std::set<std::string> told_;  // keys of the private values of sensitive facts
};

}  // namespace

Results for_passing_on(Results results, bool with_sensitive) {
  const Labels labels = labels_of(results);
  Redaction redaction(results);
  if (!with_sensitive) redaction.drop_sensitive();
  redaction.drop_texts();
  results::redact(results);
  results::drop_unreferenced(results);
  use_aliases(results, labels);
  results.summary = results::summarise(results);
  return results;
}

}  // namespace periksa::packs
