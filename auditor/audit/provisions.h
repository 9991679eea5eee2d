// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/results/results.h"
#include "auditor/ruleset/judge.h"

namespace periksa::audit {

/// The texts of a cited provision that an event may fall under.
std::vector<const law::ProvisionVersion*> texts_of(const ruleset::Cite& cite,
                                                   const ruleset::Judgement& judgement);

/// "uu-18-2017#66@2017-11-22".
std::string provision_id(const law::Provision& provision, const law::ProvisionVersion& text);

/// Adds to the results every provision and sanction that findings, rules and bases cite, sorted;
/// sanctions by the event's day, authorities by the as-of date.
void add_law(const law::Register& law, Date as_of, results::Results& results);

}  // namespace periksa::audit
