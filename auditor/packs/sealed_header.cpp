// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/sealed_header.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace periksa::packs {
namespace {

// Where each value stands, in bytes; numbers are little-endian.
constexpr std::size_t kKdf = 16;         // 4 bytes: 1 = Argon2id, version 1.3
constexpr std::size_t kChunkSize = 20;   // 4 bytes
constexpr std::size_t kOperations = 24;  // 8 bytes
constexpr std::size_t kMemory = 32;      // 8 bytes
constexpr std::size_t kTotal = 40;       // 8 bytes
constexpr std::size_t kSalt = 48;        // 16 bytes
constexpr std::size_t kStream = 64;      // 24 bytes
constexpr std::uint32_t kArgon2id = 1;

static_assert(kSealedMagic.size() == kKdf);
static_assert(kStream + crypto_secretstream_xchacha20poly1305_HEADERBYTES == kSealedHeader);

template <class Number>
void put(SealedHeaderBytes& bytes, std::size_t at, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    bytes[at + i] = static_cast<unsigned char>(value >> (8 * i) & 0xFF);
}

template <class Number>
Number get(const SealedHeaderBytes& bytes, std::size_t at) {
  Number value = 0;
  for (std::size_t i = sizeof(Number); i-- > 0;)
    value = static_cast<Number>(value << 8 | bytes[at + i]);
  return value;
}

}  // namespace

SealedHeaderBytes SealedHeader::bytes() const {
  SealedHeaderBytes out{};
  std::copy(kSealedMagic.begin(), kSealedMagic.end(), out.begin());
  put(out, kKdf, kArgon2id);
  put(out, kChunkSize, static_cast<std::uint32_t>(kChunk));
  put(out, kOperations, cost.operations);
  put(out, kMemory, cost.memory);
  put(out, kTotal, total);
  std::copy(salt.begin(), salt.end(), out.begin() + kSalt);
  std::copy(stream.begin(), stream.end(), out.begin() + kStream);
  return out;
}

Unsealed<SealedHeader> SealedHeader::read(const SealedHeaderBytes& bytes) {
  if (std::memcmp(bytes.data(), kSealedMagic.data(), kSealedMagic.size()) != 0) {
    return std::unexpected(SealedFault{
        true,
        {"ini bukan edisi tertutup Periksa, atau awal berkasnya rusak",
         "this is no sealed edition of Periksa, or the beginning of the file is damaged"}});
  }
  SealedHeader x;
  x.cost = {get<std::uint64_t>(bytes, kOperations), get<std::uint64_t>(bytes, kMemory)};
  x.total = get<std::uint64_t>(bytes, kTotal);
  std::copy_n(bytes.begin() + kSalt, x.salt.size(), x.salt.begin());
  std::copy_n(bytes.begin() + kStream, x.stream.size(), x.stream.begin());
  const bool known = get<std::uint32_t>(bytes, kKdf) == kArgon2id &&
                     get<std::uint32_t>(bytes, kChunkSize) == kChunk && is_reasonable(x.cost) &&
                     x.total > 0 && x.total < std::numeric_limits<std::uint64_t>::max() / 2;
  if (known) return x;
  return std::unexpected(SealedFault{
      true,
      {"kepala berkas edisi tertutup ini meminta hal yang tidak dikenal versi ini; berkas ini "
       "dibuat versi lain atau awalnya rusak",
       "the header of this sealed edition asks for what this version does not know; it was "
       "made by another version, or its beginning is damaged"}});
}

std::uint64_t SealedHeader::file_size() const {
  const std::uint64_t chunks = (total + kChunk - 1) / kChunk;
  return kSealedHeader + total + chunks * kTagBytes;
}

}  // namespace periksa::packs
