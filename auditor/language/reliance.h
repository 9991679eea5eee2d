// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include "auditor/facts/cell.h"
#include "auditor/law/grade.h"

namespace periksa::language {

/// What an evaluation rested on, apart from its truth: the weakest of what it read.
struct Reliance {
  facts::Basis basis = facts::Basis::registry;
  std::uint8_t told_by = 0;  ///< a bit for each basis read, 1 << Basis; all of a contradiction's
  law::Grade grade = law::Grade::verified;
  bool uncertain = false;  ///< a limit inside its uncertain window
  bool stale = false;      ///< a limit after its checked-until
  bool months = false;     ///< the reading of a month mattered

  static constexpr std::uint8_t bit(facts::Basis one) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(one));
  }
  void rest_on(facts::Basis one) {
    basis = std::max(basis, one);
    told_by |= bit(one);
  }
  bool is_told_by(facts::Basis one) const { return (told_by & bit(one)) != 0; }

  void join(const Reliance& other) {
    basis = std::max(basis, other.basis);
    told_by |= other.told_by;
    grade = std::max(grade, other.grade);
    uncertain = uncertain || other.uncertain;
    stale = stale || other.stale;
    months = months || other.months;
  }
};

}  // namespace periksa::language
