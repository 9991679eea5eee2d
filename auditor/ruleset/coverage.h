// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/ruleset/rule_set.h"

namespace periksa::ruleset {

/// How one row of the legal reference is dealt with: by rules or indicators, by a reason why not,
/// or by both.
struct Covered {
  enum class State : std::uint8_t {
    checked,          ///< by rules, indicators or a measure
    checked_in_part,  ///< by them, and the register says what is left
    question,         ///< put to a person in the report
    not_the_agency,   ///< the duty of somebody else
    not_coded,        ///< the text has not been read, conflicts or is repealed
    to_do             ///< nothing says anything of it yet
  };

  std::string row;
  State state = State::to_do;
  std::vector<const Rule*> rules;             // that account for it
  std::vector<const Indicator*> indicators;   // that account for it
  std::vector<const Measure*> measures;       // that account for it
  std::vector<const law::Unruled*> left;      // why not, or why not all of it
  std::vector<const law::Provision*> stands;  // the provisions it is made from
};

struct CoveredPart {
  const law::RowPart* part = nullptr;
  std::vector<Covered> rows;  // in the reference's order
};

/// Every row of the reference, in its order. Pointers into `rules`.
std::vector<CoveredPart> coverage(const RuleSet& rules);

/// "checked-in-part" …
std::string_view to_string(Covered::State state);

}  // namespace periksa::ruleset
