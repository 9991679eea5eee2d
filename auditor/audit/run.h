// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "auditor/audit/finder.h"
#include "auditor/audit/fragment.h"
#include "auditor/audit/measures.h"
#include "auditor/audit/mentions.h"
#include "auditor/audit/options.h"
#include "auditor/audit/patterns.h"
#include "auditor/audit/readings_cache.h"
#include "auditor/audit/screens.h"
#include "auditor/intake/filing_reader.h"
#include "auditor/results/worker_key.h"

namespace periksa::audit {

/// What one thread of a run sees and finds.
struct Lane {
  Lane(const ruleset::RuleSet& rules, const facts::FilingHeader& header)
      : readings(rules),
        patterns(rules, header),
        screens(rules),
        measures(rules),
        tallies(rules.rules().size()) {}

  ruleset::Judge judge;
  ReadingsCache readings;
  language::LoopIndexes indexes;
  Patterns patterns;
  Screens screens;
  Measures measures;
  std::vector<Tally> tallies;  // one per rule
  std::vector<Fragment> fragments;
  std::unique_ptr<facts::Facts> retained;  // of this lane's workers, for rules on the whole filing
  std::vector<std::uint32_t> ordinals;     // of the retained workers
  std::optional<results::WorkerKeys> worker_keys;
  std::vector<std::pair<std::uint32_t, std::string>> keys;  // of workers, by ordinal
};

/// One audit under way: takes the shared records, then workers from several threads, then makes the
/// results.
class Run {
 public:
  Run(const ruleset::RuleSet& rules, const Options& options);

  void shared(const intake::Filing& filing);
  void worker(unsigned lane, std::uint32_t ordinal, facts::Facts& worker);
  results::Results finish(const intake::Filing& filing);
  /// What there is to say of the waivers given, once finished.
  Diagnostics waiver_warnings() { return std::move(waiver_warnings_); }

 private:
  bool wanted(const ruleset::Rule& rule) const;
  bool is_told_twice(const facts::Facts& worker) const;
  void judge_rule(Lane& lane, std::size_t rule, const ruleset::Case& on, std::uint32_t ordinal,
                  Finder& finder, FactBook& book, Fragment& fragment);
  std::unique_ptr<facts::Facts> kept_columns() const;
  std::unique_ptr<facts::Facts> all_workers(const intake::Filing& filing) const;
  void judge_safely(Lane& lane, std::size_t rule, const ruleset::Case& on, std::uint32_t ordinal,
                    Finder& finder, FactBook& book, Fragment& fragment);
  results::Finding broken(const ruleset::Rule& rule, const ruleset::Case& on, const Names& names,
                          const std::string& what) const;
  void judge_agency(const intake::Filing& filing);
  void keep(Lane& lane, FactBook& book, Fragment&& fragment,
            std::vector<results::Notice> screened = {});
  results::Header header(const intake::Filing& filing) const;
  std::vector<Fragment> find_patterns(const intake::Filing& filing);
  std::vector<results::Measure> measure();
  std::vector<results::Rule::Run> runs_of(std::size_t rule);
  std::vector<std::string> worker_keys();
  void collect(std::vector<Fragment> notices, results::Results& results);

  const ruleset::RuleSet& rules_;
  const Options& options_;
  std::vector<std::size_t> worker_rules_;
  std::vector<std::size_t> agency_rules_;
  const intake::Filing* filing_ = nullptr;
  Date as_of_;
  Mentions mentions_;
  std::vector<facts::Standing> standings_;
  bool several_sides_ = false;
  std::vector<std::unique_ptr<Lane>> lanes_;
  bool retains_ = false;
  Diagnostics waiver_warnings_;
};

}  // namespace periksa::audit
