// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/packs/verify.h"

/// The questions that are asked of every edition, however it is read.
namespace periksa::packs {

/// Reads a manifest into the verification; false, and said why, when nothing can be made of it.
bool take_manifest(std::string_view text, Verification& into);

/// The files that are there against those of the manifest: changed, missing, added, renamed.
void compare_files(const std::vector<PackFile>& there, Verification& into);

/// The file of an edition that its manifest speaks of, and the longest that is read.
inline constexpr const char* kResults = "results.json";
inline constexpr std::uint64_t kLongestResults = std::uint64_t{4} << 30;

/// The results against the manifest and the edition that it says this is.
void compare_results(std::string_view text, Verification& into);

/// Whether there is a signature, by whom, and what it means that there is none.
void judge_signature(std::string_view manifest, const std::optional<std::string>& signature,
                     const std::optional<PublicKey>& expected, Verification& into);

}  // namespace periksa::packs
