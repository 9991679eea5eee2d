// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace periksa::intake {

/// The length of the `<worker>` at the front, found by looking at its tags only, or nothing if its
/// end is not among the bytes. Right for every well-formed document of our subset, in which a `<`
/// can only begin a tag or a comment; for others it does not matter, as the scan of the slice or of
/// what follows tells the fault.
std::optional<std::size_t> worker_length(std::string_view bytes);

}  // namespace periksa::intake
