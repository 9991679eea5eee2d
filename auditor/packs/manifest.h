// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"

namespace periksa::packs {

inline constexpr std::string_view kPackFormat = "periksa-pack/1";
inline constexpr const char* kManifest = "manifest.json";
inline constexpr const char* kSignature = "manifest.sig";

/// One file of an edition. Names are of our making: never a path out of the pack.
struct PackFile {
  std::string name;  // "results.json", "documents/D001.pdf"
  std::uint64_t bytes = 0;
  std::string sha256;
  bool operator==(const PackFile&) const = default;
};

/// What an edition holds and what it was made from (docs/packs.md). Its bytes are a function of its
/// values, so that any other bytes are a change.
struct Manifest {
  std::string edition;  // "redacted" · "sealed"
  std::string scope;    // "case", or the worker's pseudonym
  std::string language;
  bool with_sensitive = false;
  std::string engine_version;
  std::string rule_set;
  std::string rule_set_version;
  std::string manifest_sha256;  // of the rule set
  std::string as_of;
  std::vector<PackFile> files;  // by name
  std::string content_sha256;
  std::string other_edition;  // content_sha256 of the other edition; empty where there is none
  bool operator==(const Manifest&) const = default;
};

/// The hash of the list of files, a line `SHA-256, two blanks, size, two blanks, name` for each, by
/// name: what two editions know each other by, since no file can hold its own hash.
std::string content_sha256(std::vector<PackFile> files);

/// The bytes of `manifest.json`. The last member, `check`, is the SHA-256 of all before its line.
std::string render_manifest(const Manifest& manifest);

/// Reads what can be read of a manifest; whether its bytes are the ones it should have is told by
/// rendering it again. `name` stands for the file in messages.
Result<Manifest> read_manifest(std::string_view text, const std::string& name);

/// The manifest of an edition of a document, without its files.
Manifest manifest_of(const results::Results& results, std::string edition, Language language);

/// A name that may stand in a pack: letters, digits, `-` and `_` with one ending, at most one
/// folder deep and only in `documents/`.
bool is_pack_name(std::string_view name);

}  // namespace periksa::packs
