// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// The one place that asks the clock: for when something was saved, and up to when is counted what
/// is overdue. Neither is part of a result.
namespace periksa::cli {

/// Now, in UTC: "2026-03-12T08:15:30Z".
std::string time_stamp();

/// Today where the law is (UTC+7), as ISO.
std::string today();

}  // namespace periksa::cli
