// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/charges.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace periksa::results {
namespace {

/// Of one currency.
void take_greater(Amount& known, const Amount& other) {
  known.low = std::max(known.low, other.low);
  if (!known.high || !other.high) {
    known.high.reset();
  } else {
    known.high = std::max(*known.high, *other.high);
  }
}

}  // namespace

std::vector<Charge> charges(const std::vector<Finding>& findings) {
  std::map<std::array<std::string, 4>, Charge> once;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& x = findings[i];
    if (!x.amount || x.verdict == Verdict::waived) continue;
    const bool claimed = x.amount_kind == "claimed";
    auto [at, fresh] = once.try_emplace({x.worker, x.entity, x.subject, x.amount->currency});
    Charge& charge = at->second;
    if (fresh || (charge.claimed && !claimed)) {
      charge = {x.subject, x.worker, *x.amount, claimed, {}};
    } else if (charge.claimed == claimed) {
      take_greater(charge.amount, *x.amount);
    } else {
      continue;
    }
    charge.findings.push_back(i);
  }
  std::vector<Charge> list;
  list.reserve(once.size());
  for (auto& [key, charge] : once) list.push_back(std::move(charge));
  return list;
}

std::vector<Refund> by_worker(const std::vector<Charge>& charges) {
  std::vector<Refund> out;
  for (const bool claimed : {false, true}) {
    std::map<std::string, std::vector<Charge>> workers;
    for (const Charge& charge : charges) {
      if (charge.claimed == claimed) workers[charge.worker].push_back(charge);
    }
    for (const auto& [worker, own] : workers) {
      for (Amount& sum : total(own, claimed)) {
        std::set<std::size_t> findings;
        for (const Charge& charge : own) {
          if (charge.amount.currency == sum.currency)
            findings.insert(charge.findings.begin(), charge.findings.end());
        }
        out.push_back({worker, std::move(sum), claimed, {findings.begin(), findings.end()}});
      }
    }
  }
  return out;
}

std::vector<Amount> total(const std::vector<Charge>& charges, bool claimed) {
  std::map<std::string, Amount> sums;
  for (const Charge& charge : charges) {
    if (charge.claimed != claimed) continue;
    const Amount& one = charge.amount;
    Amount& sum = sums.try_emplace(one.currency, Amount{one.currency, 0, 0}).first->second;
    sum.low += one.low;
    if (!one.high) sum.high.reset();
    if (sum.high) *sum.high += *one.high;
  }
  std::vector<Amount> list;
  for (auto& [currency, sum] : sums) list.push_back(std::move(sum));
  return list;
}

}  // namespace periksa::results
