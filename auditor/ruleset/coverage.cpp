// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/coverage.h"

#include <algorithm>
#include <array>
#include <map>

namespace periksa::ruleset {
namespace {

using State = Covered::State;
using Rows = std::map<std::string_view, Covered*, std::less<>>;

template <class Thing>
void account(const Rows& rows, const std::vector<std::string>& names, const Thing* thing,
             std::vector<const Thing*> Covered::* list) {
  for (const auto& name : names) {
    if (const auto at = rows.find(name); at != rows.end()) (at->second->*list).push_back(thing);
  }
}

State state_of(const Covered& row) {
  const auto says = [&](std::string_view kind) {
    return std::ranges::any_of(row.left, [&](const auto* left) { return left->kind == kind; });
  };
  if (!row.rules.empty() || !row.indicators.empty() || !row.measures.empty())
    return row.left.empty() ? State::checked : State::checked_in_part;
  if (says("question")) return State::question;
  if (says("not-coded")) return State::not_coded;
  return says("not-the-agency") ? State::not_the_agency : State::to_do;
}

}  // namespace

std::string_view to_string(State state) {
  static constexpr std::array<std::string_view, 6> kWords{
      "checked", "checked-in-part", "question", "not-the-agency", "not-coded", "to-do"};
  return kWords[static_cast<std::size_t>(state)];
}

std::vector<CoveredPart> coverage(const RuleSet& rules) {
  std::vector<CoveredPart> parts;
  for (const auto& part : rules.law().row_parts()) {
    auto& covered = parts.emplace_back();
    covered.part = &part;
    for (const auto& row : part.rows) covered.rows.emplace_back().row = row;
  }
  Rows rows;
  for (auto& part : parts) {
    for (auto& row : part.rows) rows.emplace(row.row, &row);
  }
  for (const auto& rule : rules.rules()) account(rows, rule.accounts, &rule, &Covered::rules);
  for (const auto& indicator : rules.indicators())
    account(rows, indicator.accounts, &indicator, &Covered::indicators);
  for (const auto& measure : rules.measures())
    account(rows, measure.accounts, &measure, &Covered::measures);
  for (const auto& unruled : rules.law().unruled())
    account(rows, unruled.rows, &unruled, &Covered::left);
  for (const auto& provision : rules.law().provisions())
    account(rows, provision.rows, &provision, &Covered::stands);
  for (auto& [name, row] : rows) row->state = state_of(*row);
  return parts;
}

}  // namespace periksa::ruleset
