// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace periksa {

/// What stands in place of a private value that nobody asked to see.
inline constexpr const char* kMask = "•••";

}  // namespace periksa
