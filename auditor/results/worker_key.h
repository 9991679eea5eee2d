// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "auditor/base/sha256.h"

namespace periksa::results {

/// What a worker is called outside the private section: "W001", by place in the filing from 0.
std::string pseudonym(std::uint32_t ordinal);

/// Whose pseudonym the word is, as its place; nothing where `pseudonym` writes it of nobody: "W7",
/// "W0007".
std::optional<std::uint32_t> ordinal_of(std::string_view word);

/// What stands for a worker across audits: a hash of the agency's NIB and the id the filing gives,
/// twelve hexadecimal digits. The pseudonym changes when a worker is filed above; this does not.
/// One object for many, as making the hash ready takes longer than hashing; not for two threads.
class WorkerKeys {
 public:
  explicit WorkerKeys(std::string_view nib) : nib_(nib) {}
  std::string of(std::string_view id);

 private:
  std::string nib_;
  Sha256 hash_;
};

/// The same of one.
std::string worker_key(std::string_view nib, std::string_view id);

}  // namespace periksa::results
