// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/released.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <sstream>

#include "auditor/base/file.h"
#include "auditor/ruleset/manifest.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

constexpr const char* kReleasedFile = "released.txt";
constexpr const char* kChanges = "CHANGELOG.md";

using ReleasedVersion = std::array<unsigned, 3>;

std::optional<ReleasedVersion> parse_version(std::string_view text) {
  ReleasedVersion version{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < version.size(); ++i) {
    const auto [next, error] = std::from_chars(at, end, version[i]);
    const bool last = i + 1 == version.size();
    if (error != std::errc{} || (next == end) != last || (!last && *next != '.')) return {};
    at = last ? next : next + 1;
  }
  return version;
}

/// Whether a line of the change list is the heading of the version: `## 0.2.0 – …`.
bool has_heading(const std::string& changes, const std::string& version) {
  std::istringstream lines(changes);
  for (std::string line; std::getline(lines, line);) {
    const std::string heading = "## " + version;
    if (line == heading || line.starts_with(heading + " ")) return true;
  }
  return false;
}

}  // namespace

Result<Released> Released::load(const std::filesystem::path& rules_folder) {
  Released released;
  released.folder_ = rules_folder;
  const auto path = rules_folder / kReleasedFile;
  if (!std::filesystem::exists(path)) return released;
  const auto text = read_file(path, kLongestFile);
  if (!text) return std::unexpected(text.error());
  std::istringstream lines(*text);
  Diagnostics problems;
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const auto words = split(line, " ");
    if (words.empty()) continue;
    const bool reads = words.size() == 2 && parse_version(words[0]).has_value();
    if (!reads || !released.versions_.emplace(words[1], words[0]).second) {
      complain(problems, {path.string(), number, 1, {}}, "diharapkan VERSI ID, setiap id satu kali",
               "expected VERSION ID, each id once");
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return released;
}

Diagnostics Released::vanished(std::span<const std::string> ids) const {
  Diagnostics problems;
  for (const auto& [id, version] : versions_) {
    if (std::ranges::find(ids, id) != ids.end()) continue;
    complain(problems, {(folder_ / kReleasedFile).string()},
             fmt::format("{} sudah terbit dengan versi {}; id yang terbit tidak boleh hilang", id,
                         version),
             fmt::format("{} went out with version {}; a released id never vanishes", id, version));
  }
  return problems;
}

Diagnostics Released::check_version(const std::string& version) const {
  Diagnostics problems;
  const auto wanted = parse_version(version);
  if (!wanted) {
    complain(problems, {}, fmt::format("versi \"{}\" harus ditulis seperti 1.2.0", version),
             fmt::format("a version is written like 1.2.0, not \"{}\"", version));
    return problems;
  }
  ReleasedVersion newest{};
  for (const auto& [id, text] : versions_) newest = std::max(newest, *parse_version(text));
  if (*wanted <= newest) {
    complain(problems, {(folder_ / kReleasedFile).string()},
             fmt::format("versi {}.{}.{} sudah terbit; pilih yang lebih tinggi", newest[0],
                         newest[1], newest[2]),
             fmt::format("version {}.{}.{} is out already; choose a higher one", newest[0],
                         newest[1], newest[2]));
  }
  const auto changes = read_file(folder_ / kChanges, kLongestFile);
  if (!changes || !has_heading(*changes, version)) {
    complain(problems, {(folder_ / kChanges).string()},
             fmt::format("tidak ada bab \"## {}\" yang menerangkan perubahannya", version),
             fmt::format("there is no chapter \"## {}\" that tells what changed", version));
  }
  return problems;
}

void Released::add(const std::string& version, std::span<const std::string> ids) {
  for (const auto& id : ids) versions_.emplace(id, version);
}

std::string Released::text() const {
  std::string text;
  for (const auto& [id, version] : versions_) text += fmt::format("{} {}\n", version, id);
  return text;
}

}  // namespace periksa::ruleset
