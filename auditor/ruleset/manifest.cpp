// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/manifest.h"

#include <fmt/format.h>

#include <sstream>

#include "auditor/base/data_file.h"
#include "auditor/base/file.h"
#include "auditor/base/sha256.h"

namespace periksa::ruleset {
namespace {

constexpr const char* kManifestFile = "manifest.txt";

struct Manifest {
  std::string name;
  std::string version;
  std::string engine;
  std::map<std::string, std::string> files;
};

/// Lines `rule-set NAME VERSION`, `engine VERSION`, then `SHA256  PATH`.
Manifest parse(const std::string& text) {
  Manifest manifest;
  std::istringstream lines(text);
  std::string first;
  while (lines >> first) {
    if (first == "rule-set") {
      lines >> manifest.name >> manifest.version;
    } else if (first == "engine") {
      lines >> manifest.engine;
    } else {
      std::string path;
      lines >> path;
      manifest.files[path] = first;
    }
  }
  return manifest;
}

std::string listing(const std::map<std::string, std::string>& files) {
  std::string text;
  for (const auto& [path, hash] : files) text += fmt::format("{}  {}\n", hash, path);
  return text;
}

}  // namespace

std::string_view engine_version() {
  return PERIKSA_VERSION;
}

Result<std::map<std::string, std::string>> hash_files(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& path : xml_files_below(folder)) {
    auto text = read_file(path, kLongestFile);
    if (!text) return std::unexpected(std::move(text.error()));
    files.emplace(path.lexically_relative(folder).generic_string(), sha256_hex(*text));
  }
  return files;
}

Result<ManifestState> compare_manifest(const std::filesystem::path& folder) {
  auto files = hash_files(folder);
  if (!files) return std::unexpected(std::move(files.error()));
  ManifestState state;
  state.sha256 = sha256_hex(listing(*files));
  auto text = read_file(folder / kManifestFile, kLongestFile);
  if (!text) {
    state.changed.push_back(kManifestFile);
    return state;
  }
  const Manifest manifest = parse(*text);
  state.name = manifest.name;
  state.version = manifest.version;
  for (const auto& [path, hash] : *files) {
    const auto known = manifest.files.find(path);
    if (known == manifest.files.end() || known->second != hash) state.changed.push_back(path);
  }
  for (const auto& [path, hash] : manifest.files) {
    if (!files->contains(path)) state.changed.push_back(path);
  }
  state.official = state.changed.empty() && manifest.engine == engine_version();
  return state;
}

Result<std::string> make_manifest(const std::filesystem::path& folder, const std::string& name,
                                  const std::string& version) {
  auto files = hash_files(folder);
  if (!files) return std::unexpected(std::move(files.error()));
  return fmt::format("rule-set {} {}\nengine {}\n{}", name, version, engine_version(),
                     listing(*files));
}

}  // namespace periksa::ruleset
