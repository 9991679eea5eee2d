// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>

#include "auditor/store/connection.h"
#include "auditor/store/standing.h"

namespace periksa::store {

/// Every step of every finding as the ledger has it: those of one finding in the order of the log.
void each_step(Connection& connection,
               const std::function<void(std::int64_t finding, const Step&)>& step);

/// Where every finding stands when all its steps are gone through anew.
std::map<std::int64_t, Standing> standings_by_steps(Connection& connection);

/// Where every finding is said to stand.
void each_standing(Connection& connection,
                   const std::function<void(std::int64_t finding, const Standing&)>& standing);

}  // namespace periksa::store
