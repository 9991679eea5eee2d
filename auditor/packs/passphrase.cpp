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

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

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

std::string to_hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

bool from_hex(std::string_view text, std::span<unsigned char> out) {
  if (text.size() != out.size() * 2) return false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = digit(text[2 * i]);
    const int low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<unsigned char>(high << 4 | low);
  }
  return true;
}

}  // namespace periksa::packs
