// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "bench/random.h"

namespace periksa::bench {

/// One `<worker>` with all papers, of the group whose shared records end in `group` + 1. A defect
/// is one of several breaches, chosen by `random`.
std::string made_worker(std::uint32_t ordinal, std::uint32_t group, bool defect, Random& random);

}  // namespace periksa::bench
