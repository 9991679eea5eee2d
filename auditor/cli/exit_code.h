// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace periksa::cli {

/// Exit codes that do not come from a results document (docs/verdicts.md).
inline constexpr int kFine = 0;
inline constexpr int kFoundSomething = 1;  ///< lint, test …
inline constexpr int kRulesRefused = 4;
inline constexpr int kInputRefused = 5;
inline constexpr int kUsage = 64;
inline constexpr int kEngineError = 70;
inline constexpr int kOutputFailed = 74;

}  // namespace periksa::cli
