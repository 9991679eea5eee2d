// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/worker_key.h"

#include <charconv>

namespace periksa::results {

std::string pseudonym(std::uint32_t ordinal) {
  std::string digits = std::to_string(ordinal + 1);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return 'W' + digits;
}

std::optional<std::uint32_t> ordinal_of(std::string_view word) {
  std::uint32_t number = 0;
  if (!word.starts_with('W')) return std::nullopt;
  std::from_chars(word.data() + 1, word.data() + word.size(), number);
  if (number == 0 || pseudonym(number - 1) != word) return std::nullopt;
  return number - 1;
}

std::string WorkerKeys::of(std::string_view id) {
  constexpr std::size_t kDigits = 12;
  hash_.add("periksa worker ");
  hash_.add(nib_);
  hash_.add("|");
  hash_.add(id);
  return hash_.hex().substr(0, kDigits);
}

std::string worker_key(std::string_view nib, std::string_view id) {
  return WorkerKeys(nib).of(id);
}

}  // namespace periksa::results
