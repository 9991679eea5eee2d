// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/sha256.h"

#include <Poco/Base64Encoder.h>
#include <Poco/Crypto/DigestEngine.h>

#include <sstream>

#include "auditor/base/hex.h"

namespace periksa {
namespace {

constexpr std::size_t kHmacBlock = 64;

/// Making an engine ready takes longer than hashing something short, so each thread keeps one.
std::string raw_sha256(std::string_view a, std::string_view b) {
  thread_local Poco::Crypto::DigestEngine engine("SHA256");
  engine.reset();
  engine.update(a.data(), a.size());
  engine.update(b.data(), b.size());
  const auto& digest = engine.digest();
  return {digest.begin(), digest.end()};
}

}  // namespace

struct Sha256::Engine {
  Poco::Crypto::DigestEngine poco{"SHA256"};
};

Sha256::Sha256() : engine_(std::make_unique<Engine>()) {}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  engine_->poco.update(bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  std::string text = Poco::DigestEngine::digestToHex(engine_->poco.digest());
  engine_->poco.reset();
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  const std::string digest = raw_sha256(bytes, {});
  return to_hex({reinterpret_cast<const unsigned char*>(digest.data()), digest.size()});
}

std::string sha256_base64(std::string_view bytes) {
  std::ostringstream text;
  Poco::Base64Encoder encoder(text);
  encoder << raw_sha256(bytes, {});
  encoder.close();
  return text.str();
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
  std::string block = key.size() > kHmacBlock ? raw_sha256(key, {}) : std::string(key);
  block.resize(kHmacBlock, '\0');
  std::string inner = block;
  std::string outer = block;
  for (char& c : inner) c = static_cast<char>(c ^ 0x36);
  for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
  return sha256_hex(outer + raw_sha256(inner, bytes));
}

}  // namespace periksa
