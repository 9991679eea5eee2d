// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Texts as the bytes that libsodium takes, and numbers as they stand in files: little-endian.
namespace periksa::packs {

inline std::span<unsigned char> bytes(std::string& text) {
  return {reinterpret_cast<unsigned char*>(text.data()), text.size()};
}
inline std::span<const unsigned char> bytes(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

inline void put_number(std::span<unsigned char> into, std::uint64_t value) {
  for (unsigned char& byte : into) {
    byte = static_cast<unsigned char>(value & 0xFF);
    value >>= 8;
  }
}
inline std::uint64_t get_number(std::span<const unsigned char> from) {
  std::uint64_t value = 0;
  for (std::size_t i = from.size(); i-- > 0;) value = value << 8 | from[i];
  return value;
}

}  // namespace periksa::packs
