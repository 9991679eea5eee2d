// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "auditor/packs/passphrase.h"

/// Ed25519 signatures over a manifest, and the files that keep the keys (docs/packs.md).
namespace periksa::packs {

using PublicKey = std::array<unsigned char, 32>;

/// What people compare over the telephone: the first 32 digits of the SHA-256 of the key.
std::string fingerprint(const PublicKey& key);

std::optional<PublicKey> parse_public_key(std::string_view hex);

/// A key that can sign.
struct SigningKey {
  PublicKey shown{};
  SecretBytes secret;
};

/// Makes a key from the system's randomness and keeps it in a new file that only its owner can
/// read; an existing file is never replaced. Without a passphrase the file alone is the key.
Result<PublicKey> make_key_file(const std::filesystem::path& file, const SecretBytes* passphrase,
                                const KdfCost& cost = {});

/// What can be read of a key file without its passphrase.
struct KeyFile {
  PublicKey shown{};
  bool locked = false;  // a passphrase is needed to sign with it
};
Result<KeyFile> look_at_key_file(const std::filesystem::path& file);

/// The key itself; `passphrase` is not looked at where the file has none.
Result<SigningKey> unlock_key_file(const std::filesystem::path& file,
                                   const SecretBytes& passphrase);

/// The text of `manifest.sig`.
std::string sign_manifest(std::string_view manifest, const SigningKey& key);

/// What a signature is worth.
struct SignatureCheck {
  bool readable = false;  // its text has the form, to the byte
  bool valid = false;     // it is of this manifest, by the key it names
  PublicKey key{};
};
SignatureCheck check_signature(std::string_view manifest, std::string_view signature);

}  // namespace periksa::packs
