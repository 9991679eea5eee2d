// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Whether there is a signature, by whom, and what it means that there is none.
void judge_signature(std::string_view manifest, const std::optional<std::string>& signature,
                     const std::optional<PublicKey>& expected, Verification& into);

}  // namespace periksa::packs
