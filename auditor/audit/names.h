// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "auditor/facts/facts.h"

namespace periksa::audit {

/// What records are called outside the private section: workers W001 in file order, their records
/// by kind and place
/// ("W001/payment-2"), shared records by the id the filing gives them.
class Names {
 public:
  /// `first_worker`: the ordinal of the first row of the worker table of `workers`.
  Names(const facts::Facts& filing, const facts::Facts& workers, std::uint32_t first_worker)
      : filing_(&filing), workers_(&workers), first_worker_(first_worker) {}

  std::string worker(std::uint32_t row) const { return pseudonym(first_worker_ + row); }
  std::string record(facts::EntityId entity, std::uint32_t row) const;
  /// The pseudonym of the worker a record belongs to; empty for shared records.
  std::string worker_of(facts::EntityId entity, std::uint32_t row) const;

  static std::string pseudonym(std::uint32_t ordinal);

 private:
  const facts::Facts* filing_;
  const facts::Facts* workers_;
  std::uint32_t first_worker_;
};

}  // namespace periksa::audit
