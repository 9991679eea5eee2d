// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <fstream>

#include "auditor/base/file.h"
#include "auditor/base/sha256.h"
#include "auditor/base/shown.h"
#include "auditor/packs/verify_parts.h"

namespace periksa::packs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestManifest = std::size_t{64} << 20;
constexpr std::size_t kLongestSignature = 4096;
constexpr std::size_t kHashedAtOnce = std::size_t{1} << 16;

std::optional<PackFile> look_at(const fs::path& path, std::string name) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  PackFile out{std::move(name), 0, {}};
  Sha256 sha;
  std::string block(kHashedAtOnce, '\0');
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
    const auto size = static_cast<std::size_t>(file.gcount());
    sha.add(std::string_view(block).substr(0, size));
    out.bytes += size;
  }
  out.sha256 = sha.hex();
  return out;
}

/// All that lies in the folder beside manifest and signature. Links are not followed.
std::vector<PackFile> list(const fs::path& folder, Verification& into) {
  std::vector<PackFile> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    std::string name = at->path().lexically_relative(folder).generic_string();
    const auto type = at->symlink_status(error).type();
    const bool head = name == kManifest || name == kSignature;
    if (type == fs::file_type::directory) {
      if (fs::is_empty(at->path(), error) || name != "documents")
        into.wrong({fmt::format("folder \"{}\" ditambahkan", shown(name)),
                    fmt::format("the folder \"{}\" was added", shown(name))});
    } else if (type != fs::file_type::regular) {
      into.wrong({fmt::format("\"{}\" bukan berkas biasa dan tidak dibaca", shown(name)),
                  fmt::format("\"{}\" is no ordinary file and was not read", shown(name))});
    } else if (!head) {
      auto file = look_at(at->path(), name);
      if (file) {
        files.push_back(std::move(*file));
      } else {
        into.wrong({fmt::format("\"{}\" tidak dapat dibaca", shown(name)),
                    fmt::format("\"{}\" cannot be read", shown(name))});
      }
    }
  }
  if (error)
    into.wrong(
        {"isi folder tidak dapat didaftar sampai habis", "the folder cannot be listed to its end"});
  return files;
}

}  // namespace

Verification verify_folder(const fs::path& folder, const std::optional<PublicKey>& key) {
  Verification out;
  const auto manifest = read_file(folder / kManifest, kLongestManifest);
  if (!manifest) {
    out.unreadable(
        {"manifest.json tidak ada atau tidak dapat dibaca; tanpa itu tidak ada yang "
         "dapat dinilai",
         "manifest.json is not there or cannot be read; without it nothing can be "
         "judged"});
    return out;
  }
  if (!take_manifest(*manifest, out)) return out;
  std::error_code error;
  std::optional<std::string> signature;
  if (fs::exists(folder / kSignature, error)) {
    const auto text = read_file(folder / kSignature, kLongestSignature);
    signature = text ? *text : std::string();
  }
  compare_files(list(folder, out), out);
  const auto results = read_file(folder / kResults, kLongestResults);
  if (results) compare_results(*results, out);  // otherwise it is told as missing
  judge_signature(*manifest, signature, key, out);
  return out;
}

}  // namespace periksa::packs
