// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/sealed_header.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>

#include "auditor/packs/bytes.h"

namespace periksa::packs {
namespace {

// Where each value stands, in bytes.
struct Place {
  std::size_t from;
  std::size_t size;
};
constexpr Place kKdf{16, 4};  // 1 = Argon2id, version 1.3
constexpr Place kChunkSize{20, 4};
constexpr Place kOperations{24, 8};
constexpr Place kMemory{32, 8};
constexpr Place kTotal{40, 8};
constexpr std::size_t kSalt = 48;    // 16 bytes
constexpr std::size_t kStream = 64;  // 24 bytes
constexpr std::uint64_t kArgon2id = 1;

static_assert(kSealedMagic.size() == kKdf.from);
static_assert(kStream + crypto_secretstream_xchacha20poly1305_HEADERBYTES == kSealedHeader);

}  // namespace

SealedHeaderBytes SealedHeader::bytes() const {
  SealedHeaderBytes out{};
  std::copy(kSealedMagic.begin(), kSealedMagic.end(), out.begin());
  const auto put = [&](Place at, std::uint64_t value) {
    put_number(std::span(out).subspan(at.from, at.size), value);
  };
  put(kKdf, kArgon2id);
  put(kChunkSize, kChunk);
  put(kOperations, cost.operations);
  put(kMemory, cost.memory);
  put(kTotal, total);
  std::copy(salt.begin(), salt.end(), out.begin() + kSalt);
  std::copy(stream.begin(), stream.end(), out.begin() + kStream);
  return out;
}

Unsealed<SealedHeader> SealedHeader::read(const SealedHeaderBytes& bytes) {
  if (std::memcmp(bytes.data(), kSealedMagic.data(), kSealedMagic.size()) != 0) {
    return std::unexpected(SealedFault{
        FaultKind::unreadable,
        {"ini bukan edisi tertutup Periksa, atau awal berkasnya rusak",
         "this is no sealed edition of Periksa, or the beginning of the file is damaged"}});
  }
  SealedHeader x;
  const auto get = [&](Place at) { return get_number(std::span(bytes).subspan(at.from, at.size)); };
  x.cost = {get(kOperations), get(kMemory)};
  x.total = get(kTotal);
  std::copy_n(bytes.begin() + kSalt, x.salt.size(), x.salt.begin());
  std::copy_n(bytes.begin() + kStream, x.stream.size(), x.stream.begin());
  const bool known = get(kKdf) == kArgon2id && get(kChunkSize) == kChunk && is_reasonable(x.cost) &&
                     x.total > 0 && x.total < std::numeric_limits<std::uint64_t>::max() / 2;
  if (known) return x;
  return std::unexpected(SealedFault{
      FaultKind::unreadable,
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
