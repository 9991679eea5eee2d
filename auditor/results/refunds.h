// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/results.h"

namespace periksa::results {

/// What one worker is to get back, or says to have paid, in one currency.
struct Refund {
  std::string worker;  // pseudonym; empty for what concerns no single worker
  Amount amount;
  bool claimed = false;  // one party's word alone: not found
  bool operator==(const Refund&) const = default;
};

/// By worker and currency, in the order of the document; what is found stands before what is only
/// claimed. Each payment counts once, with the greatest amount any finding gives it, and what one
/// finding finds is no mere claim of another. What is waived counts nowhere.
std::vector<Refund> refunds_of(const Results& results);

/// The same over all workers, by currency.
std::vector<Amount> totals_of(const std::vector<Refund>& refunds, bool claimed);

}  // namespace periksa::results
