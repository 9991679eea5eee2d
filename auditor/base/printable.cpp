// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/printable.h"

#include <fmt/format.h>

#include <cstdint>

namespace periksa {
namespace {

constexpr std::uint32_t kBad = 0xFFFFFFFF;

/// Length of the sequence a first byte announces; 0 if it cannot be a first byte.
std::size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

/// The code point at the start of `text`, shortest form only, or kBad with a length of one byte.
std::uint32_t decode(std::string_view text, std::size_t& length) {
  const auto first = static_cast<unsigned char>(text[0]);
  length = length_of(first);
  if (length == 1) return first;
  if (length == 0 || length > text.size()) return length = 1, kBad;
  std::uint32_t point = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0U) != 0x80) return length = 1, kBad;
    point = point << 6U | (next & 0x3FU);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (overlong || surrogate || point > 0x10FFFF) return length = 1, kBad;
  return point;
}

/// Not UTF-8, a control character of the second set, or no character at all.
bool unprintable(std::uint32_t point) {
  return point == kBad || (point >= 0x80 && point < 0xA0) || (point & 0xFFFEU) == 0xFFFE;
}

bool turns_direction(std::uint32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

std::string picture(std::uint32_t control) {
  const std::uint32_t point = control == 0x7F ? 0x2421 : 0x2400 + control;
  return {static_cast<char>(0xE2), static_cast<char>(0x80 | (point >> 6U & 0x3FU)),
          static_cast<char>(0x80 | (point & 0x3FU))};
}

void append(std::string& out, std::uint32_t point, std::string_view bytes) {
  if (point == '\n' || point == '\t' || point == '\r') {
    out += ' ';
  } else if (point < 0x20 || point == 0x7F) {
    out += picture(point);
  } else if (turns_direction(point)) {
    out += fmt::format("[U+{:04X}]", point);
  } else if (unprintable(point)) {
    out += "\uFFFD";
  } else {
    out += bytes;
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t length = 1;
    const std::uint32_t point = decode(text, length);
    append(out, point, text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace periksa
