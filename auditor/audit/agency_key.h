// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/base/identity_number.h"
#include "auditor/base/normalised.h"
#include "auditor/results/batch.h"

namespace periksa::audit {

/// What tells the agencies of two filings apart: the NIB; the name where one of them has none.
/// Where neither tells, they are not taken for different.
struct AgencyKey {
  std::string nib;
  std::string name;

  static AgencyKey of(const results::BatchEntry& filing) {
    const bool stands_in = is_stand_in(filing.agency_nib);
    return {stands_in ? "" : normalised(filing.agency_nib), normalised(filing.agency)};
  }
  bool differs_from(const AgencyKey& other) const {
    if (!nib.empty() && !other.nib.empty()) return nib != other.nib;
    return !name.empty() && !other.name.empty() && name != other.name;
  }
};

}  // namespace periksa::audit
