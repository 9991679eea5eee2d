// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/cli/context.h"

namespace periksa::cli {

/// `rules lint`: what keeps the set from loading, then warnings. 1 if it does not load, with
/// `strict` also if there is a warning.
int lint_rules(const Context& context, bool strict);

}  // namespace periksa::cli
