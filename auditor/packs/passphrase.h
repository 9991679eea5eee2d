// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "auditor/base/diagnostic.h"

namespace periksa::packs {

/// Bytes that are wiped when they are done with.
class SecretBytes {
 public:
  SecretBytes() = default;
  explicit SecretBytes(std::size_t size) : bytes_(size, '\0') {}
  explicit SecretBytes(std::string&& bytes);
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  ~SecretBytes();

  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }
  const char* chars() const { return bytes_.data(); }
  const unsigned char* data() const;
  unsigned char* data();
  bool operator==(const SecretBytes& other) const { return bytes_ == other.bytes_; }

 private:
  void wipe();
  std::string bytes_;
};

/// What Argon2id is asked to spend on a passphrase; written beside what it protects.
struct KdfCost {
  std::uint64_t operations = 3;
  std::uint64_t memory = std::uint64_t{256} << 20;  // bytes
  bool operator==(const KdfCost&) const = default;
};

inline constexpr std::size_t kSaltBytes = 16;
inline constexpr std::size_t kKeyBytes = 32;

/// Within what this program will spend on a file that somebody sent.
bool is_reasonable(const KdfCost& cost);

/// The key of a passphrase; empty when the memory is not to be had.
SecretBytes derive_key(const SecretBytes& passphrase, std::span<const unsigned char> salt,
                       const KdfCost& cost);

/// The first line of a file, without its end. An empty one is refused.
Result<SecretBytes> read_passphrase(const std::filesystem::path& file);

/// Must have been called before any other function of libsodium; throws if it cannot start.
void start_sodium();

}  // namespace periksa::packs
