// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"

namespace periksa {

/// Line and column (both from 1, columns in bytes) of a byte offset in a text.
Position position_at(std::string_view text, std::size_t offset, std::string file);

}  // namespace periksa
