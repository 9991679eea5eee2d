// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>

#include "auditor/packs/sealed_stream.h"

namespace periksa::packs {

inline constexpr std::size_t kTagBytes = crypto_secretstream_xchacha20poly1305_ABYTES;

using SealedHeaderBytes = std::array<unsigned char, kSealedHeader>;

/// The 88 bytes as values.
struct SealedHeader {
  KdfCost cost;
  std::array<unsigned char, kSaltBytes> salt{};
  std::uint64_t total = 0;  // bytes that are sealed
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};

  SealedHeaderBytes bytes() const;
  /// Refuses what this version does not write, and costs beyond what it will spend.
  static Unsealed<SealedHeader> read(const SealedHeaderBytes& bytes);
  /// How long the whole file has to be.
  std::uint64_t file_size() const;
};

}  // namespace periksa::packs
