// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "auditor/base/name_index.h"
#include "auditor/base/xml_scan.h"

/// The scanner's inside: classes of bytes, and a cursor that reads the small parts of XML.
namespace periksa::xml {

enum ByteClass : std::uint8_t {
  kNameStart = 1,
  kName = 2,
  kBlank = 4,
  kTextStop = 8,   // in text: no plain character, or ends it, or must be decoded
  kValueStop = 16  // the same in an attribute's value
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool strange = (c < 0x20 && !blank) || c >= 0x7F;
    const bool markup = c == '<' || c == '&';
    unsigned bits = 0;
    if (letter) bits |= kNameStart | kName;
    if (digit || c == '-' || c == '.') bits |= kName;
    if (blank) bits |= kBlank;
    if (strange || markup || c == ']' || c == '\r') bits |= kTextStop;
    if (strange || markup || c == '"' || c == '\'' || (blank && c != ' ')) bits |= kValueStop;
    classes[c] = static_cast<std::uint8_t>(bits);
  }
  return classes;
}

inline constexpr auto kClasses = make_classes();

constexpr bool is(char c, ByteClass bits) {
  return (kClasses[static_cast<unsigned char>(c)] & bits) != 0;
}

/// The first byte of [at, end) that is a kValueStop, or the end. Eight bytes are looked at
/// together: each test leaves a byte's highest bit set where it holds, and wrong bits only above a
/// right one.
inline const char* find_value_stop(const char* at, const char* end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighs = 0x80 * kOnes;
  const auto equals = [](std::uint64_t word, char c) {
    return (word ^ (static_cast<unsigned char>(c) * kOnes)) - kOnes;
  };
  while (end - at >= 8) {
    const auto word = load_word<std::uint64_t>(at);
    const std::uint64_t low = word - 0x20 * kOnes;
    const std::uint64_t high = word | (word + kOnes);
    const std::uint64_t hits = (low | high | equals(word, '"') | equals(word, '\'') |
                                equals(word, '<') | equals(word, '&')) &
                               kHighs;
    if (hits != 0) {
      if constexpr (std::endian::native == std::endian::little)
        return at + std::countr_zero(hits) / 8;
      break;
    }
    at += 8;
  }
  while (at != end && !is(*at, kValueStop)) ++at;
  return at;
}

/// Walks over bytes; every step either moves on, or ends the scan as incomplete or at fault and
/// says false.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  bool failed() const { return outcome_ != Scan::Outcome::done; }
  bool wants_more() const { return outcome_ == Scan::Outcome::incomplete; }
  std::size_t position() const { return at_; }
  bool at_end() const { return at_ >= bytes_.size(); }
  Scan result() const;

  void rewind(std::size_t position) { at_ = position; }
  void advance(std::size_t n = 1) { at_ += n; }

  bool stop(Fault fault);
  bool stop_at(std::size_t position, Fault fault);
  bool more();

  /// The next byte; incomplete at the end.
  bool peek(char& c) {
    if (at_end()) return more();
    c = bytes_[at_];
    return true;
  }
  /// True if there were any.
  bool skip_blanks() { return skip(kBlank); }
  /// Whether the bytes here start with `word`; incomplete if the end cuts the answer short.
  bool starts_with(std::string_view word);

  bool name(std::string_view& name, std::size_t cap);
  /// At a byte that is not plain: a control character or the start of a multi-byte sequence.
  bool strange();
  /// At "&".
  bool reference();
  /// At "<!--".
  bool comment();

 private:
  /// Moves behind the bytes of a class; true if there were any.
  bool skip(ByteClass bits) {
    const char* const start = bytes_.data() + at_;
    const char* const end = bytes_.data() + bytes_.size();
    const char* at = start;
    while (at != end && is(*at, bits)) ++at;
    at_ += static_cast<std::size_t>(at - start);
    return at != start;
  }
  bool character_reference(std::size_t start);

  std::string_view bytes_;
  std::size_t at_ = 0;
  Scan::Outcome outcome_ = Scan::Outcome::done;
  Fault fault_ = Fault::none;
};

}  // namespace periksa::xml
