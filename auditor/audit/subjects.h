// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "auditor/base/date.h"
#include "auditor/ruleset/judge.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Offers one rule every one of its subjects in a small filing held in memory, in file order.
/// For examples and tests: everything is read on the caller's thread and kept until the end.
Result<void> for_each_subject(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                              std::string_view filing, std::optional<Date> as_of,
                              const std::function<void(const ruleset::Case&)>& each);

/// The same with each worker as the subject.
Result<void> for_each_worker(const ruleset::RuleSet& rules, std::string_view filing,
                             std::optional<Date> as_of,
                             const std::function<void(const ruleset::Case&)>& each);

}  // namespace periksa::audit
