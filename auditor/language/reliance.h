// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "auditor/facts/cell.h"
#include "auditor/law/grade.h"

namespace periksa::language {

/// What an evaluation rested on, apart from its truth: the weakest of what it read.
struct Reliance {
  facts::Basis basis = facts::Basis::registry;
  law::Grade grade = law::Grade::verified;
  bool uncertain = false;  ///< a limit inside its uncertain window
  bool stale = false;      ///< a limit after its checked-until
  bool months = false;     ///< the reading of a month mattered

  void join(const Reliance& other) {
    basis = std::max(basis, other.basis);
    grade = std::max(grade, other.grade);
    uncertain = uncertain || other.uncertain;
    stale = stale || other.stale;
    months = months || other.months;
  }
};

}  // namespace periksa::language
