// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "auditor/packs/passphrase.h"
#include "auditor/packs/signing.h"
#include "auditor/results/results.h"
#include "reports/template_folders.h"

/// Evidence packs: one edition to pass on, and one that only a passphrase opens (docs/packs.md).
namespace periksa::packs {

struct Sealing {
  const SecretBytes* passphrase = nullptr;
  KdfCost cost{};
  std::optional<std::filesystem::path> documents{};  // the folder of papers
};

struct Order {
  const results::Results* results = nullptr;  // of a whole audit
  std::string worker{};                       // a pseudonym; empty: the whole case
  std::filesystem::path out{};                // the folder that the pack is put into
  Language language = Language::id;
  reports::TemplateFolders templates{};
  bool with_sensitive = false;
  std::optional<Sealing> sealing{};
  const SigningKey* key = nullptr;
};

struct Made {
  std::filesystem::path redacted;
  std::string redacted_content;  // its content_sha256
  std::filesystem::path sealed;  // empty where none was asked for
  std::string sealed_content;
  std::size_t papers = 0;
};

/// Why there is no pack.
struct PackFault {
  bool output = false;  // it could not be written; otherwise what was given is refused
  Diagnostics why;
};

/// Makes a pack: both editions or nothing. Same order, same bytes of the redacted edition, and of
/// what is inside the sealed one.
std::expected<Made, PackFault> make_pack(const Order& order);

}  // namespace periksa::packs
