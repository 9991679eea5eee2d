// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/results.h"

namespace periksa::results {

/// What findings say of one payment (or other record worth something), however many rules it
/// breaches: the greatest of their amounts.
struct Charge {
  std::string record;  // "W001/payment-2"
  std::string worker;  // pseudonym; empty for the agency's own
  Amount amount;
  bool claimed = false;               // one party's word alone: not found, only claimed
  std::vector<std::size_t> findings;  // indexes, in the order of the document
};

/// Every record that findings put an amount to, each once a currency, by worker and record; what
/// one finding finds is no mere claim of another. Waived findings count nothing.
std::vector<Charge> charges(const std::vector<Finding>& findings);

/// What one worker is to get back, or says to have paid, in one currency.
struct Refund {
  std::string worker;  // pseudonym; empty for what concerns no single worker
  Amount amount;
  bool claimed = false;
  std::vector<std::size_t> findings{};  // indexes, in the order of the document
  bool operator==(const Refund&) const = default;
};

/// The sums of charges by worker and currency; what is found stands before what is only claimed.
std::vector<Refund> by_worker(const std::vector<Charge>& charges);

/// Their sum per currency, of what is found or of what is only claimed.
std::vector<Amount> total(const std::vector<Charge>& charges, bool claimed);

}  // namespace periksa::results
