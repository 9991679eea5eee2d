// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/utf8.h"

#include <algorithm>

namespace periksa::sheets {
namespace {

/// What may stand behind a first byte: how many bytes, and the bounds of the second.
struct Sequence {
  std::size_t length = 0;  ///< 0: no first byte
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Sequence sequence(unsigned char first) {
  if (first < 0x80) return {1};
  if (first < 0xC2) return {};
  if (first < 0xE0) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

/// Whether as many bytes of the character as there are, are right.
bool fits(const Sequence& sequence, std::string_view text) {
  const auto present = std::min(sequence.length, text.size());
  for (std::size_t i = 1; i < present; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < (i == 1 ? sequence.low : 0x80) || byte > (i == 1 ? sequence.high : 0xBF))
      return false;
  }
  return sequence.length > 0;
}

}  // namespace

std::size_t utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto next = sequence(static_cast<unsigned char>(text[at]));
    if (next.length > text.size() - at || !fits(next, text.substr(at))) break;
    at += next.length;
  }
  return at;
}

bool utf8_may_go_on(std::string_view tail) {
  if (tail.empty()) return true;
  const auto next = sequence(static_cast<unsigned char>(tail.front()));
  return next.length > tail.size() && fits(next, tail);
}

}  // namespace periksa::sheets
