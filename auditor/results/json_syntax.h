// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"

namespace periksa::results {

/// What a tree of the text would no longer show: the first place where it is not JSON, names a key
/// twice, nests deeper than a reasoning can, or holds a null or a number that is no whole number.
std::optional<Diagnostic> json_fault(std::string_view text, const std::string& name);

/// A key or index as a step of a JSON pointer (RFC 6901).
std::string pointer_step(std::string_view key);

}  // namespace periksa::results
