// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "auditor/ruleset/rule.h"

/// What it is to lose a fact in an example.
namespace periksa::audit {

/// The example with one more fact dropped: "payment.amount"; changes that concern it go as well.
ruleset::Example without_fact(const ruleset::Example& example, const std::string& target);

/// Adds what an example drops, `payment[b2].amount` as `payment.amount`.
void note_drops(const ruleset::Example& example, std::set<std::string>& dropped);

}  // namespace periksa::audit
