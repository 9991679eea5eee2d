// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "auditor/results/charges.h"
#include "reports/wording.h"

namespace periksa::reports {

/// Payments for one component by one party, as far as the results hold them.
struct CostLine {
  std::string component;  // in words
  std::string payer;
  bool by_worker = false;  // the worker, their family, or a loan of theirs
  std::uint64_t count = 0;
  std::uint64_t unknown = 0;                 // whose amount is not known
  std::map<std::string, std::int64_t> paid;  // by currency, minor units
  std::vector<results::Charge> charges;
  /// The gravest of: "unquestioned" · "claimed" · "suspected" · "capped" (a part is found) ·
  /// "forbidden" (all of it is found).
  std::string state = "unquestioned";
};

/// By component and payer, in words.
std::vector<CostLine> cost_lines(const Wording& wording);

}  // namespace periksa::reports
