// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/sha256.h"

#include <Poco/Base64Encoder.h>
#include <Poco/Crypto/DigestEngine.h>
#include <sodium.h>

#include <array>
#include <sstream>

#include "auditor/base/hex.h"

namespace periksa {
namespace {

/// Making an engine ready takes longer than hashing something short, so each thread keeps one.
std::string raw_sha256(std::string_view bytes) {
  thread_local Poco::Crypto::DigestEngine engine("SHA256");
  engine.reset();
  engine.update(bytes.data(), bytes.size());
  const auto& digest = engine.digest();
  return {digest.begin(), digest.end()};
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string as_hex(const std::string& digest) {
  return to_hex({bytes_of(digest), digest.size()});
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
  return as_hex(raw_sha256(bytes));
}

std::string sha256_base64(std::string_view bytes) {
  std::ostringstream text;
  Poco::Base64Encoder encoder(text);
  encoder << raw_sha256(bytes);
  encoder.close();
  return text.str();
}

struct HmacSha256::State {
  explicit State(std::string_view key) {
    crypto_auth_hmacsha256_init(&start, bytes_of(key), key.size());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { sodium_memzero(&start, sizeof start); }

  crypto_auth_hmacsha256_state start;  // the key is in it already
};

HmacSha256::HmacSha256(std::string_view key) : state_(std::make_shared<const State>(key)) {}

std::string HmacSha256::of(std::initializer_list<std::string_view> parts) const {
  crypto_auth_hmacsha256_state state = state_->start;
  for (const std::string_view part : parts)
    crypto_auth_hmacsha256_update(&state, bytes_of(part), part.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256_final(&state, mac.data());
  sodium_memzero(&state, sizeof state);
  return {mac.begin(), mac.end()};
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
  return as_hex(HmacSha256(key).of({bytes}));
}

}  // namespace periksa
