// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_cursor.h"

namespace periksa::xml {
namespace {

/// Length of the well-formed UTF-8 sequence at the front: 0 = fault, -1 = cut off by the end of the
/// bytes.
int utf8_length(std::string_view s) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned lead = at(0);
  const int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0) return 0;
  for (int i = 1; i < length; ++i) {
    const auto index = static_cast<std::size_t>(i);
    if (index >= s.size()) return -1;
    if ((at(index) & 0xC0U) != 0x80U) return 0;
  }
  if (length == 3) {
    if (lead == 0xE0 && at(1) < 0xA0) return 0;
    if (lead == 0xED && at(1) > 0x9F) return 0;                    // surrogates
    if (lead == 0xEF && at(1) == 0xBF && at(2) >= 0xBE) return 0;  // U+FFFE, U+FFFF
  }
  if (length == 4) {
    if (lead == 0xF0 && at(1) < 0x90) return 0;
    if (lead == 0xF4 && at(1) > 0x8F) return 0;
  }
  return length;
}

bool legal_character(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// 99 for what is no digit.
unsigned digit_of(char c, bool hex) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (hex && c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (hex && c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return 99;
}

bool is_entity(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

}  // namespace

Scan Cursor::result() const {
  Scan scan;
  scan.outcome = outcome_;
  scan.length = at_;
  scan.fault = fault_;
  return scan;
}

bool Cursor::stop(Fault fault) {
  outcome_ = Scan::Outcome::fault;
  fault_ = fault;
  return false;
}

bool Cursor::stop_at(std::size_t position, Fault fault) {
  at_ = position;
  return stop(fault);
}

bool Cursor::more() {
  outcome_ = Scan::Outcome::incomplete;
  return false;
}

bool Cursor::starts_with(std::string_view word) {
  const std::string_view rest = bytes_.substr(at_, word.size());
  if (rest.size() < word.size() && word.starts_with(rest)) more();
  return rest == word;
}

bool Cursor::name(std::string_view& name, std::size_t cap) {
  char c = 0;
  if (!peek(c)) return false;
  if (!is(c, kNameStart)) return stop(c == ':' ? Fault::prefix : Fault::bad_name);
  const std::size_t start = at_;
  skip(kName);
  if (at_end()) return more();
  if (bytes_[at_] == ':') return stop(Fault::prefix);
  if (static_cast<unsigned char>(bytes_[at_]) >= 0x80) return stop(Fault::bad_name);
  if (at_ - start > cap) return stop_at(start, Fault::name_too_long);
  name = bytes_.substr(start, at_ - start);
  return true;
}

bool Cursor::strange() {
  const auto c = static_cast<unsigned char>(bytes_[at_]);
  if (c < 0x20) return stop(Fault::control_character);
  if (c == 0x7F) {  // legal in XML 1.0, if odd
    ++at_;
    return true;
  }
  const int length = utf8_length(bytes_.substr(at_));
  if (length < 0) return more();
  if (length == 0) return stop(Fault::bad_utf8);
  at_ += static_cast<std::size_t>(length);
  return true;
}

bool Cursor::reference() {
  const std::size_t start = at_;
  ++at_;
  char c = 0;
  if (!peek(c)) return false;
  if (c == '#') return character_reference(start);
  if (!is(c, kNameStart)) return stop_at(start, Fault::bare_ampersand);
  const std::size_t word = at_;
  skip(kName);
  if (at_end()) return more();
  if (bytes_[at_] != ';') return stop_at(start, Fault::bare_ampersand);
  if (!is_entity(bytes_.substr(word, at_ - word))) return stop_at(start, Fault::unknown_entity);
  ++at_;
  return true;
}

bool Cursor::character_reference(std::size_t start) {
  ++at_;
  char c = 0;
  if (!peek(c)) return false;
  const bool hex = c == 'x';
  if (hex) ++at_;
  std::uint32_t value = 0;
  std::size_t count = 0;
  for (;; ++at_, ++count) {
    if (!peek(c)) return false;
    const unsigned digit = digit_of(c, hex);
    if (digit == 99) break;
    if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + digit;
  }
  if (c != ';' || count == 0 || !legal_character(value)) {
    return stop_at(start, Fault::bad_character_reference);
  }
  ++at_;
  return true;
}

bool Cursor::comment() {
  at_ += 4;
  for (;;) {
    char c = 0;
    if (!peek(c)) return false;
    if (c == '-' && starts_with("--")) {
      if (starts_with("-->")) {
        at_ += 3;
        return true;
      }
      return failed() ? false : stop(Fault::bad_comment);
    }
    if (failed()) return false;
    const bool plain = static_cast<unsigned char>(c) < 0x80 && (is(c, kBlank) || c >= 0x20);
    if (plain) {
      ++at_;
    } else if (!strange()) {
      return false;
    }
  }
}

}  // namespace periksa::xml
