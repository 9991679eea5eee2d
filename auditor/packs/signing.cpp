// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/signing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <vector>

#include "auditor/base/file.h"
#include "auditor/base/hex.h"
#include "auditor/base/sha256.h"
#include "auditor/packs/bytes.h"

namespace periksa::packs {
namespace {

constexpr std::string_view kKeyFormat = "periksa-secret-key/1";
constexpr std::string_view kSignatureFormat = "periksa-signature/1";
constexpr std::size_t kLongestKeyFile = 4096;
constexpr std::size_t kFingerprint = 32;

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;
using Salt = std::array<unsigned char, kSaltBytes>;
using Nonce = std::array<unsigned char, crypto_secretbox_NONCEBYTES>;
using Box = std::array<unsigned char, crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

static_assert(PublicKey().size() == crypto_sign_PUBLICKEYBYTES);

/// A key file, as its lines say.
struct Stored {
  PublicKey shown{};
  bool locked = false;
  KdfCost cost;
  Salt salt{};
  Nonce nonce{};
  Box box{};
  SecretBytes seed;
};

std::vector<std::vector<std::string_view>> words_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    auto& words = lines.emplace_back();
    while (!line.empty()) {
      const auto blank = std::min(line.find(' '), line.size());
      words.push_back(line.substr(0, blank));
      line.remove_prefix(std::min(blank + 1, line.size()));
    }
  }
  return lines;
}

bool read_number(std::string_view text, std::uint64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

std::unexpected<Diagnostics> no_key(const std::filesystem::path& file) {
  return fail({file.string()},
              {"ini bukan berkas kunci Periksa, atau isinya rusak; buat yang baru dengan `periksa "
               "key new BERKAS`",
               "this is no key file of Periksa, or it is damaged; make a new one with `periksa key "
               "new FILE`"});
}

std::optional<Stored> parse_key(std::string_view text) {
  const auto lines = words_of(text);
  if (lines.size() != 4 || lines[0].size() != 1 || lines[0][0] != kKeyFormat) return std::nullopt;
  Stored out;
  if (lines[1].size() != 2 || lines[1][0] != "public" || !from_hex(lines[1][1], out.shown))
    return std::nullopt;
  const auto& kdf = lines[2];
  const auto& secret = lines[3];
  if (kdf.size() < 2 || kdf[0] != "kdf" || secret.empty() || secret[0] != "secret")
    return std::nullopt;
  if (kdf.size() == 2 && kdf[1] == "none") {
    out.seed = SecretBytes(Seed().size());
    const bool good = secret.size() == 2 && from_hex(secret[1], {out.seed.data(), out.seed.size()});
    return good ? std::optional(std::move(out)) : std::nullopt;
  }
  out.locked = true;
  const bool good = kdf.size() == 5 && kdf[1] == "argon2id" &&
                    read_number(kdf[2], out.cost.operations) &&
                    read_number(kdf[3], out.cost.memory) && is_reasonable(out.cost) &&
                    from_hex(kdf[4], out.salt) && secret.size() == 3 &&
                    from_hex(secret[1], out.nonce) && from_hex(secret[2], out.box);
  return good ? std::optional(std::move(out)) : std::nullopt;
}

Result<Stored> read_key(const std::filesystem::path& file) {
  auto text = read_file(file, kLongestKeyFile);
  if (!text) return std::unexpected(text.error());
  const SecretBytes kept(std::move(*text));
  auto stored = parse_key({kept.chars(), kept.size()});
  if (!stored) return no_key(file);
  return std::move(*stored);
}

/// Only its owner may read it, from its first byte on.
Result<void> write_private(const std::filesystem::path& file, const std::string& text) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0 && errno == EEXIST) {
    return fail({file.string()},
                {"berkas ini sudah ada dan tidak akan ditimpa; beri nama lain",
                 "this file is there already and is not overwritten; give another name"});
  }
  const bool written =
      descriptor >= 0 &&
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (written) return {};
  if (descriptor >= 0) ::unlink(file.c_str());
  const char* why = std::strerror(error);
  return fail({file.string()}, {fmt::format("berkas kunci tidak dapat ditulis ({})", why),
                                fmt::format("the key file cannot be written ({})", why)});
}

std::string locked_lines(const SecretBytes& seed, const SecretBytes& passphrase,
                         const KdfCost& cost) {
  Salt salt;
  Nonce nonce;
  Box box;
  randombytes_buf(salt.data(), salt.size());
  randombytes_buf(nonce.data(), nonce.size());
  const SecretBytes key = derive_key(passphrase, salt, cost);
  if (key.empty()) return {};
  crypto_secretbox_easy(box.data(), seed.data(), seed.size(), nonce.data(), key.data());
  return fmt::format("kdf argon2id {} {} {}\nsecret {} {}\n", cost.operations, cost.memory,
                     to_hex(salt), to_hex(nonce), to_hex(box));
}

std::string text_of(const PublicKey& key, const Signature& signature) {
  return fmt::format("{}\nkey {}\nfingerprint {}\nsignature {}\n", kSignatureFormat, to_hex(key),
                     fingerprint(key), to_hex(signature));
}

}  // namespace

std::string fingerprint(const PublicKey& key) {
  const std::string_view text(reinterpret_cast<const char*>(key.data()), key.size());
  return sha256_hex(text).substr(0, kFingerprint);
}

std::optional<PublicKey> parse_public_key(std::string_view hex) {
  PublicKey key;
  return from_hex(hex, key) ? std::optional(key) : std::nullopt;
}

Result<PublicKey> make_key_file(const std::filesystem::path& file, const SecretBytes* passphrase,
                                const KdfCost& cost) {
  start_sodium();
  SecretBytes seed(crypto_sign_SEEDBYTES);
  SecretBytes secret(crypto_sign_SECRETKEYBYTES);
  PublicKey shown;
  randombytes_buf(seed.data(), seed.size());
  crypto_sign_seed_keypair(shown.data(), secret.data(), seed.data());
  const std::string rest = passphrase == nullptr
                               ? "kdf none\nsecret " + to_hex({seed.data(), seed.size()}) + "\n"
                               : locked_lines(seed, *passphrase, cost);
  if (rest.empty()) {
    return fail({file.string()}, {"memori tidak cukup untuk melindungi kunci dengan frasa sandi",
                                  "there is not enough memory to protect the key by a passphrase"});
  }
  const SecretBytes text(fmt::format("{}\npublic {}\n{}", kKeyFormat, to_hex(shown), rest));
  if (auto written = write_private(file, {text.chars(), text.size()}); !written)
    return std::unexpected(written.error());
  return shown;
}

Result<KeyFile> look_at_key_file(const std::filesystem::path& file) {
  const auto stored = read_key(file);
  if (!stored) return std::unexpected(stored.error());
  return KeyFile{stored->shown, stored->locked};
}

Result<SigningKey> unlock_key_file(const std::filesystem::path& file,
                                   const SecretBytes& passphrase) {
  start_sodium();
  auto stored = read_key(file);
  if (!stored) return std::unexpected(stored.error());
  if (stored->locked) {
    stored->seed = SecretBytes(Seed().size());
    const SecretBytes key = derive_key(passphrase, stored->salt, stored->cost);
    if (key.empty() ||
        crypto_secretbox_open_easy(stored->seed.data(), stored->box.data(), stored->box.size(),
                                   stored->nonce.data(), key.data()) != 0) {
      return fail({file.string()},
                  {"frasa sandi tidak cocok dengan berkas kunci ini, atau berkasnya diubah",
                   "the passphrase does not fit this key file, or the file was changed"});
    }
  }
  SigningKey out;
  out.secret = SecretBytes(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(out.shown.data(), out.secret.data(), stored->seed.data());
  if (out.shown != stored->shown) return no_key(file);
  return out;
}

std::string sign_manifest(std::string_view manifest, const SigningKey& key) {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, bytes(manifest).data(), manifest.size(),
                       key.secret.data());
  return text_of(key.shown, signature);
}

SignatureCheck check_signature(std::string_view manifest, std::string_view signature) {
  start_sodium();
  SignatureCheck check;
  const auto lines = words_of(signature);
  Signature read;
  const bool shaped = lines.size() == 4 && lines[1].size() == 2 && lines[3].size() == 2 &&
                      from_hex(lines[1][1], check.key) && from_hex(lines[3][1], read);
  check.readable = shaped && text_of(check.key, read) == signature;
  check.valid =
      check.readable && crypto_sign_verify_detached(read.data(), bytes(manifest).data(),
                                                    manifest.size(), check.key.data()) == 0;
  return check;
}

}  // namespace periksa::packs
