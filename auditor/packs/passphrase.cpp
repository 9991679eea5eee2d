// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/passphrase.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "auditor/base/file.h"

namespace periksa::packs {
namespace {

constexpr std::size_t kLongestFile = 4096;
constexpr KdfCost kMost{16, std::uint64_t{1} << 30};

}  // namespace

SecretBytes::SecretBytes(std::string&& bytes) : bytes_(bytes) {
  sodium_memzero(bytes.data(), bytes.size());
  bytes.clear();
}
SecretBytes::SecretBytes(SecretBytes&& other) noexcept : bytes_(other.bytes_) {
  other.wipe();
}
SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  bytes_ = other.bytes_;
  other.wipe();
  return *this;
}
SecretBytes::~SecretBytes() {
  wipe();
}

void SecretBytes::wipe() {
  sodium_memzero(bytes_.data(), bytes_.size());
  bytes_.clear();
}

const unsigned char* SecretBytes::data() const {
  return reinterpret_cast<const unsigned char*>(bytes_.data());
}
unsigned char* SecretBytes::data() {
  return reinterpret_cast<unsigned char*>(bytes_.data());
}

bool is_reasonable(const KdfCost& cost) {
  return cost.operations >= crypto_pwhash_OPSLIMIT_MIN && cost.operations <= kMost.operations &&
         cost.memory >= crypto_pwhash_MEMLIMIT_MIN && cost.memory <= kMost.memory;
}

SecretBytes derive_key(const SecretBytes& passphrase, std::span<const unsigned char> salt,
                       const KdfCost& cost) {
  static_assert(kSaltBytes == crypto_pwhash_SALTBYTES);
  SecretBytes key(kKeyBytes);
  const int failed =
      crypto_pwhash(key.data(), key.size(), passphrase.chars(), passphrase.size(), salt.data(),
                    cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13);
  return failed == 0 ? std::move(key) : SecretBytes();
}

Result<SecretBytes> read_passphrase(const std::filesystem::path& file) {
  auto text = read_file(file, kLongestFile);
  if (!text) return std::unexpected(text.error());
  text->resize(std::min(text->find_first_of("\r\n"), text->size()));
  if (text->empty()) {
    return fail({file.string()},
                {"baris pertama berkas ini kosong; tulislah frasa sandinya di sana",
                 "the first line of this file is empty; write the passphrase "
                 "there"});
  }
  return SecretBytes(std::move(*text));
}

void start_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

}  // namespace periksa::packs
