// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "auditor/base/sha256.h"

namespace periksa::store {

/// The key that turns private values into what the store keeps of them. It stands in FILE.key
/// beside the store and never in it: with the store alone nobody can try out numbers. Throws Fault.
class MatchKey {
 public:
  /// Makes FILE.key, which only its owner can read; one that is there already is taken.
  static MatchKey make(const std::filesystem::path& store);
  static MatchKey read(const std::filesystem::path& store);
  static std::filesystem::path file_of(const std::filesystem::path& store);

  /// Whether others than its owner may read FILE.key; false where there is none.
  static bool others_read(const std::filesystem::path& store);

  /// 16 bytes of HMAC-SHA-256; equal for equal words of one use.
  std::string mac(std::string_view use, std::string_view text) const;
  /// Tells keys apart; says nothing of the key.
  std::string check() const;

 private:
  /// Wipes `bytes`.
  explicit MatchKey(std::string& bytes);
  HmacSha256 keyed_;
};

}  // namespace periksa::store
