// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "auditor/audit/cohort.h"
#include "auditor/audit/months_of_pay.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Takes every worker's figures while workers pass by, and makes the measures of the results when
/// all have. Keeps a few numbers a worker. One per thread.
class Measures {
 public:
  explicit Measures(const ruleset::RuleSet& rules) : rules_(&rules) {}

  /// When the shared records are read; `filing` and `standings` outlive the looking.
  void begin(const facts::Facts& filing, Date as_of, std::span<const facts::Standing> standings);
  void look(std::uint32_t ordinal, const facts::Facts& worker);
  void absorb(Measures&& other);
  /// To be called once, after everything was absorbed.
  std::vector<results::Measure> finish();

 private:
  /// What the table of workers shows beside the figure.
  struct Detail {
    std::size_t first_part = 0;  // in parts_
    std::uint32_t parts = 0;
    std::uint16_t unit = 0;
    std::int64_t least_income = 0;
    std::int64_t greatest_income = 0;  // 0: not known
    facts::Basis basis = facts::Basis::registry;
    bool cost_open = false;
    bool rated = false;
    bool refunds_open = false;
  };
  struct Seen {
    std::vector<Placed> placed;
    std::vector<Detail> details;  // one per entry of `placed`
    std::vector<CostPart> parts;
    std::uint64_t placement_unknown = 0;
  };

  static void keep(Seen& seen, std::uint32_t ordinal, const WorkerMonths& worker);
  results::Measure make(const ruleset::Measure& measure, Seen& seen) const;
  void add_workers(const ruleset::Measure& measure, const Seen& seen, results::Measure& out) const;
  void add_labels(const ruleset::Measure& measure, results::Measure& out) const;
  std::string code(const ruleset::Measure& measure, std::size_t grouping, std::int32_t value) const;

  const ruleset::RuleSet* rules_;
  std::vector<MonthsOfPay> work_;  // one per measure
  std::vector<Seen> seen_;
};

}  // namespace periksa::audit
