// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/language/ast.h"

namespace periksa::language {

/// A text that says something else than the expression it was made from, in one place.
struct Mutant {
  std::string text;
  std::string was;      // the piece replaced, as written
  std::string becomes;  // what stands there instead
};

/// Every small mistake an author could have made in a checked expression: another relation or
/// quantifier, `and` for `or`, a part left out, a limit or date off by one, a negation too many or
/// too few. Some may not pass the checker any more. What stands in a let is not touched: its own
/// text is.
std::vector<Mutant> mutants(const Expression& checked);

}  // namespace periksa::language
