// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/cli/context.h"

namespace periksa::cli {

/// `rules test`: the author's examples of rules, indicators and measures; of rules also the
/// examples made at boundaries and what the author's have seen of each leaf; with `leaves` the
/// leaves are listed. Gives the exit code.
int test_rules(const Context& context, const std::vector<std::string>& only, bool leaves);

}  // namespace periksa::cli
