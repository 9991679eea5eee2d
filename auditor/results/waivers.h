// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"

/// Decisions of an authority to set findings aside for a time (docs/waivers.md).
namespace periksa::results {

/// One decision as it was given. `waiver.subject` is as written; `state` is not yet told.
struct GivenWaiver {
  Waiver waiver;
  Position at;
};

struct WaiverFile {
  std::string file;  // base name
  std::string sha256;
  std::vector<GivenWaiver> waivers;
};

/// Reads the file strictly; every rule named must be one of `rules`.
Result<WaiverFile> read_waivers(const std::filesystem::path& path,
                                std::span<const std::string_view> rules);

/// Sets findings aside whose waiver is in force on the as-of day, and the verdicts of their rules
/// with them; says of every waiver in Results::waivers what became of it. Warns of each that
/// lapsed. Counts and sums made before are no longer right: to be called before they are made.
/// Precondition: findings have their ids, rules their runs, both in the order of the filing.
Diagnostics apply_waivers(const WaiverFile& given, Results& results);

}  // namespace periksa::results
