// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "auditor/base/data_file.h"

namespace periksa::forms {

/// What the <matter> of a case sheet tells that no filing holds (docs/case-sheet.md): assignment
/// and officers, complainant and mandate, the remedy asked, answers. Each text by its path:
/// "number", "officer/1/name", "answer/2/text". Lists count from 1 in the order of the sheet.
using Matter = std::map<std::string, std::string>;

/// The words of `complainant capacity=`.
inline constexpr std::array<std::string_view, 4> kCapacities{"worker", "family", "union", "lawyer"};

/// Mistakes are told with their place.
Matter read_matter(const DataFile& file, pugi::xml_node node, Diagnostics& problems);

}  // namespace periksa::forms
