// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace periksa::results {

/// What a worker is called outside the private section: "W001", by place in the filing from 0.
std::string pseudonym(std::uint32_t ordinal);

/// What stands for a worker across audits: of the id the filing gives, keyed by the agency's NIB,
/// twelve hexadecimal digits. The pseudonym changes when a worker is filed above; this does not.
std::string worker_key(std::string_view nib, std::string_view id);

}  // namespace periksa::results
