// SPDX-License-Identifier: Apache-2.0
#include "reports/cost_lines.h"

#include <algorithm>
#include <array>
#include <optional>

#include "auditor/base/money.h"
#include "reports/quoted_table.h"

namespace periksa::reports {
namespace {

using results::Verdict;

/// What a payment amounts to; nothing where that is not known.
std::optional<Money> paid_amount(const results::Fact* fact) {
  return fact != nullptr && fact->state == "known" ? parse_money(fact->shown.text) : std::nullopt;
}

std::string state_of(const results::Charge& charge, const std::optional<Money>& paid,
                     const Wording& wording) {
  if (charge.claimed) return "claimed";
  const bool sure = std::ranges::any_of(charge.findings, [&](std::size_t i) {
    return wording.results().findings[i].verdict == Verdict::breach;
  });
  if (!sure) return "suspected";
  return paid && charge.amount.low < paid->minor ? "capped" : "forbidden";
}

const std::string& worse(const std::string& a, const std::string& b) {
  constexpr std::array<std::string_view, 5> kOrder{"unquestioned", "claimed", "suspected", "capped",
                                                   "forbidden"};
  return std::ranges::find(kOrder, a) < std::ranges::find(kOrder, b) ? b : a;
}

bool is_workers(const results::Fact* payer) {
  constexpr std::array<std::string_view, 3> kWorkers{"worker", "family", "lender"};
  return payer != nullptr && std::ranges::find(kWorkers, payer->shown.text) != kWorkers.end();
}

}  // namespace

std::vector<CostLine> cost_lines(const Wording& wording) {
  const auto charges = results::charges(wording.results().findings);
  std::map<std::string_view, const results::Charge*> of_record;
  for (const auto& charge : charges) of_record.emplace(charge.record, &charge);
  const QuotedTable payments(wording, "payments");
  std::map<std::pair<std::string, std::string>, CostLine> lines;
  for (const auto& row : payments.rows()) {
    const std::string component = payments.cell(&row, "component");
    const std::string payer = payments.cell(&row, "payer");
    CostLine& line = lines[{component, payer}];
    line.component = component.empty() ? wording.strings()("not_known") : component;
    line.payer = payer.empty() ? wording.strings()("not_known") : payer;
    line.by_worker = line.by_worker || is_workers(payments.fact(&row, "payer"));
    ++line.count;
    const auto paid = paid_amount(payments.fact(&row, "amount"));
    if (paid) line.paid[std::string(paid->currency.view())] += paid->minor;
    if (!paid) ++line.unknown;
    const auto charge = of_record.find(row.record);
    if (charge == of_record.end()) continue;
    line.charges.push_back(*charge->second);
    line.state = worse(line.state, state_of(*charge->second, paid, wording));
  }
  std::vector<CostLine> list;
  for (auto& [key, line] : lines) list.push_back(std::move(line));
  return list;
}

}  // namespace periksa::reports
