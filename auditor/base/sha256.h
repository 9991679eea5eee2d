// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace periksa {

/// SHA-256 (FIPS 180-4) of bytes fed in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);

  /// 64 lower-case hexadecimal digits of all that was added; the object then starts anew.
  std::string hex();

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

std::string sha256_hex(std::string_view bytes);

/// The same digest in base64, with its padding, as a Content-Security-Policy names a script.
std::string sha256_base64(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104) with one key for many texts. Copies share the key's state; that is
/// wiped with the last of them.
class HmacSha256 {
 public:
  explicit HmacSha256(std::string_view key);

  /// 32 bytes, of the parts as one text.
  std::string of(std::initializer_list<std::string_view> parts) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

/// The same of one, as hexadecimal digits.
std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

}  // namespace periksa
