// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/refunds.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace periksa::results {
namespace {

/// What findings say of one record.
struct Worth {
  const std::string* worker = nullptr;
  Amount amount;
};
using ByRecord = std::map<std::string_view, Worth>;

/// Of several rules' amounts the greatest.
void add_once(ByRecord& all, const Finding& finding) {
  auto [at, fresh] = all.emplace(finding.subject, Worth{&finding.worker, *finding.amount});
  if (fresh) return;
  Amount& known = at->second.amount;
  known.low = std::max(known.low, finding.amount->low);
  if (known.high && finding.amount->high) {
    known.high = std::max(*known.high, *finding.amount->high);
  } else {
    known.high.reset();
  }
}

void add(Amount& sum, const Amount& amount) {
  sum.low += amount.low;
  if (sum.high && amount.high) {
    *sum.high += *amount.high;
  } else {
    sum.high.reset();
  }
}

void append(std::vector<Refund>& out, const ByRecord& all, bool claimed,
            const std::map<std::string_view, std::size_t>& order) {
  std::map<std::tuple<std::size_t, std::string>, Refund> sums;
  for (const auto& [record, worth] : all) {
    const Amount none{worth.amount.currency, 0, 0};
    auto [at, fresh] = sums.emplace(std::tuple(order.at(*worth.worker), worth.amount.currency),
                                    Refund{*worth.worker, none, claimed});
    add(at->second.amount, worth.amount);
  }
  for (auto& [key, refund] : sums) out.push_back(std::move(refund));
}

}  // namespace

std::vector<Refund> refunds_of(const Results& results) {
  ByRecord found;
  ByRecord claimed;
  std::map<std::string_view, std::size_t> order;
  for (const Finding& x : results.findings) {
    if (!x.amount || x.verdict == Verdict::waived) continue;
    order.emplace(x.worker, order.size());
    add_once(x.amount_kind == "claimed" ? claimed : found, x);
  }
  std::erase_if(claimed, [&](const auto& one) { return found.contains(one.first); });
  std::vector<Refund> out;
  append(out, found, false, order);
  append(out, claimed, true, order);
  return out;
}

std::vector<Amount> totals_of(const std::vector<Refund>& refunds, bool claimed) {
  std::map<std::string, Amount> sums;
  for (const Refund& x : refunds) {
    if (x.claimed != claimed) continue;
    auto [at, fresh] = sums.emplace(x.amount.currency, Amount{x.amount.currency, 0, 0});
    add(at->second, x.amount);
  }
  std::vector<Amount> amounts;
  for (auto& [currency, amount] : sums) amounts.push_back(std::move(amount));
  return amounts;
}

}  // namespace periksa::results
