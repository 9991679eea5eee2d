// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "auditor/ruleset/indicator.h"
#include "auditor/ruleset/manifest.h"
#include "auditor/ruleset/measure.h"
#include "auditor/ruleset/papers.h"
#include "auditor/ruleset/pattern.h"
#include "auditor/ruleset/rule.h"
#include "auditor/ruleset/rule_reader.h"

namespace periksa::ruleset {

/// Everything in a rules folder: vocabulary, law, limits, duties, patterns, indicators, measures.
/// Loaded whole or not at all; immutable; shared by all threads. Not movable, as its parts point at
/// each other.
class RuleSet {
 public:
  static Result<std::unique_ptr<RuleSet>> load(const std::filesystem::path& folder);

  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  const facts::Vocabulary& vocabulary() const { return *vocabulary_; }
  const law::Register& law() const { return *law_; }
  const law::Limits& limits() const { return *limits_; }
  std::span<const Rule> rules() const { return rules_; }
  std::span<const Pattern> patterns() const { return patterns_; }
  std::span<const Indicator> indicators() const { return indicators_; }
  std::span<const Screen> screens() const { return screens_; }
  std::span<const Measure> measures() const { return measures_; }
  const Papers& papers() const { return papers_; }
  const Rule* find(std::string_view id) const;
  /// Every id that results may name: of rules, patterns, indicators, screens and measures.
  std::vector<std::string> ids() const;
  const Indicator* find_indicator(std::string_view id) const;
  /// The shipped manifest against the files as they are.
  const ManifestState& manifest() const { return manifest_; }
  /// The fields of workers and their records that rules on the whole filing read.
  const facts::Columns& retained() const { return *retained_; }

 private:
  RuleSet() = default;
  void load_duties(Diagnostics& problems);
  void check_accounts(const std::vector<std::string>& accounts, const Position& at,
                      Diagnostics& problems) const;
  void load_indicators(Diagnostics& problems);
  void link_indicators(Diagnostics& problems);
  void load_patterns(Diagnostics& problems);
  void load_measures(Diagnostics& problems);
  void load_papers(Diagnostics& problems);
  void link_exceptions(Diagnostics& problems);
  void find_retained();

  std::filesystem::path folder_;
  std::optional<facts::Vocabulary> vocabulary_;
  std::optional<law::Register> law_;
  std::optional<law::Limits> limits_;
  std::vector<Rule> rules_;  // ascending by id
  std::vector<Pattern> patterns_;
  std::vector<Indicator> indicators_;  // ascending by id
  std::vector<Screen> screens_;        // ascending by id
  std::vector<Measure> measures_;      // ascending by id
  Papers papers_;                      // empty where the folder declares none
  ManifestState manifest_;
  std::optional<facts::Columns> retained_;
};

}  // namespace periksa::ruleset
