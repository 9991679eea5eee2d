// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/overview.h"
#include "reports/strings.h"

namespace periksa::reports {

/// Numbers of values by state, in the order in which they are told.
struct StateCount {
  std::string state;  // word of the results document
  std::string label;
  std::uint64_t count = 0;
};
std::vector<StateCount> states(const results::Overview::Field& field, const Strings& strings);

/// "lengkap", "tidak dinyatakan lengkap (3 daftar)": one line for each thing said of such lists.
std::vector<std::string> completeness(const results::Overview::Entity& entity,
                                      const Strings& strings);

/// What is written there: in quotes, masked, or that there is none; with the days it may be.
std::string written(const results::Overview::Doubtful& value, const Strings& strings);

/// Of so many answers asked, how many cannot be given.
std::string unjudged(const results::Overview& overview, const Strings& strings);

}  // namespace periksa::reports
