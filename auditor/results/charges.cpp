// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/charges.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace periksa::results {
namespace {

/// Amounts of two currencies are not comparable; the first stands.
void take_greater(Amount& known, const Amount& other) {
  if (known.currency != other.currency) return;
  known.low = std::max(known.low, other.low);
  if (!known.high || !other.high) {
    known.high.reset();
  } else {
    known.high = std::max(*known.high, *other.high);
  }
}

}  // namespace

std::vector<Charge> charges(const std::vector<Finding>& findings) {
  std::map<std::tuple<std::string, std::string, std::string>, Charge> once;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& x = findings[i];
    if (!x.amount || x.verdict == Verdict::waived) continue;
    const bool claimed = x.amount_kind == "claimed";
    auto [at, fresh] = once.try_emplace({x.worker, x.entity, x.subject});
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
      for (Amount& sum : total(own, claimed)) out.push_back({worker, std::move(sum), claimed});
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
