// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/worker_key.h"

#include "auditor/base/sha256.h"

namespace periksa::results {

std::string pseudonym(std::uint32_t ordinal) {
  std::string digits = std::to_string(ordinal + 1);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return 'W' + digits;
}

std::string worker_key(std::string_view nib, std::string_view id) {
  constexpr std::size_t kDigits = 12;
  return hmac_sha256_hex("periksa worker " + std::string(nib), id).substr(0, kDigits);
}

}  // namespace periksa::results
