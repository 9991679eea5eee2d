// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "auditor/packs/manifest.h"
#include "auditor/results/results.h"

namespace periksa::packs {

/// A paper that goes into a sealed edition: as it is called there, and where it lies.
struct PackedPaper {
  PackFile file;
  std::filesystem::path at;
};

/// The papers of a document, found in the folder by the names its private section has. The folder
/// is listed once and a name is compared with that list: it is never made into a path, and links
/// are not followed. A paper that is not there, or no longer the one that was audited, refuses all.
Result<std::vector<PackedPaper>> find_papers(const results::Results& results,
                                             const std::filesystem::path& folder);

/// Hands a file's bytes on, piece by piece; a diagnostic when they are not those of `file`.
Result<void> read_paper(const PackedPaper& paper,
                        const std::function<void(std::string_view)>& sink);

}  // namespace periksa::packs
