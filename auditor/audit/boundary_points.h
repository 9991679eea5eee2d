// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "auditor/audit/leaf_sights.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// The filing of an example of the author's.
struct MadeExample {
  const ruleset::Example* example = nullptr;
  std::string filing;
  std::optional<Date> as_of;
};

/// The two sides of a comparison that are one value each.
struct Sides {
  std::int64_t left = 0;
  std::int64_t right = 0;
  int sign() const { return left < right ? -1 : left > right ? 1 : 0; }
};

/// Nothing for other leaves, sides in doubt, and amounts that no rate makes comparable.
std::optional<Sides> sides_of(const LeafSight& sight);

/// Which evaluation of which leaf: of the subject with this number, inside these records.
struct Sighting {
  std::size_t subject = 0;
  LeafPlace place;
  std::vector<std::uint32_t> records;
};

/// A comparison in a filing made for it.
struct Point {
  Sides sides;
  language::Truth truth = language::Truth::unknown;     // as the engine has it
  language::Truth expected = language::Truth::unknown;  // as its words say of the two values
  results::Verdict verdict = results::Verdict::insufficient;
  bool agrees = false;  // the verdict follows from the leaves
};

struct Judged {
  const ruleset::Case& on;
  const ruleset::Judgement& judgement;
  const ruleset::Recording& recording;
};

constexpr bool accuses(results::Verdict verdict) {
  return verdict == results::Verdict::breach || verdict == results::Verdict::suspected;
}

/// Judges one rule on made filings, with everything recorded.
class Points {
 public:
  Points(const ruleset::RuleSet& rules, const ruleset::Rule& rule) : rules_(rules), rule_(rule) {}

  /// Offers every subject; false for a filing that is refused.
  bool judge_all(const std::string& filing, std::optional<Date> as_of,
                 const std::function<void(std::size_t subject, const Judged&)>& each);

  /// Nothing where the filing is refused or the comparison is not made of two known values.
  std::optional<Point> look(const std::string& filing, std::optional<Date> as_of,
                            const Sighting& sighting);

  std::optional<results::Verdict> verdict(const std::string& filing, std::optional<Date> as_of,
                                          std::size_t subject);

 private:
  const ruleset::RuleSet& rules_;
  const ruleset::Rule& rule_;
  ruleset::Judge judge_;
};

}  // namespace periksa::audit
