// SPDX-License-Identifier: Apache-2.0
#include "reports/overview_wording.h"

#include <array>
#include <string_view>

#include "auditor/base/date_format.h"
#include "auditor/base/mask.h"
#include "auditor/base/number_format.h"

namespace periksa::reports {
namespace {

constexpr std::array<std::string_view, 6> kStates{"known",      "stated-none",   "absent",
                                                  "unreadable", "contradictory", "not-supplied"};

}  // namespace

std::vector<StateCount> states(const results::Overview::Field& field, const Strings& strings) {
  std::vector<StateCount> all;
  for (const auto state : kStates) {
    const auto at = field.states.find(std::string(state));
    if (at != field.states.end())
      all.push_back({std::string(state), strings.term("state", state), at->second});
  }
  return all;
}

std::vector<std::string> completeness(const results::Overview::Entity& entity,
                                      const Strings& strings) {
  std::vector<std::string> lines;
  for (const auto& [word, lists] : entity.completeness) {
    std::string line = strings.term("completeness", word);
    if (lists > 1) line += " (" + strings.count("n_list", lists) + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string written(const results::Overview::Doubtful& value, const Strings& strings) {
  if (value.none) return strings.term("state", "stated-none");
  if (value.masked) return kMask;
  std::string text = "\"" + value.written + "\"";
  if (!value.from.empty()) {
    text += " (" + format_date(value.from, strings.language()) + " … " +
            format_date(value.to, strings.language()) + ")";
  }
  return text;
}

std::string unjudged(const results::Overview& overview, const Strings& strings) {
  return strings.fill("overview_unjudged",
                      {{"open", format_count(overview.unjudged, strings.language())},
                       {"evaluations", format_count(overview.evaluations, strings.language())}});
}

}  // namespace periksa::reports
