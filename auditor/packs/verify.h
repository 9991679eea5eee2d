// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/packs/manifest.h"
#include "auditor/packs/passphrase.h"
#include "auditor/packs/signing.h"

namespace periksa::packs {

/// One thing that can be said of a pack.
struct Remark {
  enum class Kind : unsigned char { fine, wrong, note };
  Kind kind = Kind::note;
  Bilingual text;
};

/// What a look at an edition came to.
struct Verification {
  enum class Ended : unsigned char {
    judged,
    unreadable,  ///< nothing can be said of it; a remark says why
    output,      ///< what is in it could not be written; a remark says why
  };
  Ended ended = Ended::judged;
  std::vector<Remark> remarks;
  std::optional<Manifest> manifest;

  bool intact() const;
  void fine(Bilingual text) { remarks.push_back({Remark::Kind::fine, std::move(text)}); }
  void wrong(Bilingual text) { remarks.push_back({Remark::Kind::wrong, std::move(text)}); }
  void note(Bilingual text) { remarks.push_back({Remark::Kind::note, std::move(text)}); }
  void stop(Ended how, Bilingual text);
  void unreadable(Bilingual text) { stop(Ended::unreadable, std::move(text)); }
};

/// Looks at an edition that is a folder: the redacted one, or a sealed one that was opened. `key`
/// is the one its signature is expected to be of.
Verification verify_folder(const std::filesystem::path& folder,
                           const std::optional<PublicKey>& key);

/// Looks at a sealed edition; with `open_into`, a folder that must not exist, also leaves there
/// what is in it, if nothing whatever is wrong. Nothing is written before the manifest and its
/// signature, which stand first, are judged.
Verification verify_sealed(const std::filesystem::path& file, const SecretBytes& passphrase,
                           const std::optional<PublicKey>& key,
                           const std::optional<std::filesystem::path>& open_into = {});

/// Without its passphrase: only that it is a sealed edition and whole in length.
Verification verify_sealed_shape(const std::filesystem::path& file);

/// Whether two editions were made together.
void compare_editions(const Manifest& one, const Manifest& other, Verification& into);

}  // namespace periksa::packs
