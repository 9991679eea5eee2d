// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa::ruleset {

/// Bytes; no file of a folder of rules is longer.
inline constexpr std::size_t kLongestFile = 16U << 20;

/// What `rules/manifest.txt` says and how the folder compares: the manifest names the rule set and
/// its version, the engine that checked it, and the SHA-256 of every file. A set whose manifest
/// fits has had its examples run.
struct ManifestState {
  std::string name = "periksa";
  std::string version = "0";
  std::string sha256;                ///< of the folder's files as they are
  std::vector<std::string> changed;  ///< files added, changed or missing against the manifest
  bool official = false;             ///< nothing changed and the same engine
};

/// The engine's version, written into manifests and results.
std::string_view engine_version();

/// Every `*.xml` below the folder by its relative path.
Result<std::map<std::string, std::string>> hash_files(const std::filesystem::path& folder);

Result<ManifestState> compare_manifest(const std::filesystem::path& folder);

/// The text of the manifest of the folder as it is.
Result<std::string> make_manifest(const std::filesystem::path& folder, const std::string& name,
                                  const std::string& version);

}  // namespace periksa::ruleset
