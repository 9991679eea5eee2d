// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_scan.h"

#include <array>
#include <string>

namespace periksa::xml {
namespace {

enum : std::uint8_t {
  kNameStart = 1,
  kName = 2,
  kBlank = 4,
  kTextStop = 8,   // needs a look inside text
  kValueStop = 16  // needs a look inside an attribute value
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool strange = (c < 0x20 && !blank) || c >= 0x7F;
    unsigned bits = 0;
    if (letter) bits |= kNameStart | kName;
    if (digit || c == '-' || c == '.') bits |= kName;
    if (blank) bits |= kBlank;
    if (strange || c == '<' || c == '&' || c == ']') bits |= kTextStop;
    if (strange || c == '<' || c == '&' || c == '"' || c == '\'') bits |= kValueStop;
    classes[c] = static_cast<std::uint8_t>(bits);
  }
  return classes;
}

constexpr auto kClasses = make_classes();

constexpr bool is(char c, std::uint8_t bits) {
  return (kClasses[static_cast<unsigned char>(c)] & bits) != 0;
}

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

/// Walks over bytes; every step either moves on or ends the scan as incomplete or at fault.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  bool wants_more() const { return outcome_ == Scan::Outcome::incomplete; }
  void rewind(std::size_t position) { at_ = position; }
  bool failed() const { return outcome_ != Scan::Outcome::done; }
  std::size_t position() const { return at_; }
  bool at_end() const { return at_ >= bytes_.size(); }

  Scan result() const {
    Scan scan;
    scan.outcome = outcome_;
    scan.length = at_;
    scan.fault = fault_;
    return scan;
  }

  bool stop(Fault fault) {
    outcome_ = Scan::Outcome::fault;
    fault_ = fault;
    return false;
  }
  bool stop_at(std::size_t position, Fault fault) {
    at_ = position;
    return stop(fault);
  }
  bool more() {
    outcome_ = Scan::Outcome::incomplete;
    return false;
  }

  /// The next byte, or false (incomplete) at the end.
  bool peek(char& c) {
    if (at_end()) return more();
    c = bytes_[at_];
    return true;
  }
  void advance(std::size_t n = 1) { at_ += n; }

  bool skip_blanks() {
    const std::size_t before = at_;
    while (!at_end() && is(bytes_[at_], kBlank)) ++at_;
    return at_ != before;
  }

  /// Whether the bytes here start with `word`; incomplete if the end cuts the answer short.
  bool starts_with(std::string_view word) {
    const std::string_view rest = bytes_.substr(at_, word.size());
    if (rest.size() < word.size() && word.starts_with(rest)) more();
    return rest == word;
  }

  bool name(std::string_view& name, std::size_t cap) {
    char c = 0;
    if (!peek(c)) return false;
    if (!is(c, kNameStart)) return stop(c == ':' ? Fault::prefix : Fault::bad_name);
    const std::size_t start = at_;
    while (!at_end() && is(bytes_[at_], kName)) ++at_;
    if (at_end()) return more();
    if (bytes_[at_] == ':') return stop(Fault::prefix);
    if (static_cast<unsigned char>(bytes_[at_]) >= 0x80) return stop(Fault::bad_name);
    if (at_ - start > cap) return stop_at(start, Fault::name_too_long);
    name = bytes_.substr(start, at_ - start);
    return true;
  }

  /// At a byte that is not plain: a control character or the start of a multi-byte sequence.
  bool strange() {
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

  bool reference() {
    const std::size_t start = at_;
    ++at_;
    char c = 0;
    if (!peek(c)) return false;
    if (c == '#') return character_reference(start);
    if (!is(c, kNameStart)) return stop_at(start, Fault::bare_ampersand);
    const std::size_t word = at_;
    while (!at_end() && is(bytes_[at_], kName)) ++at_;
    if (at_end()) return more();
    if (bytes_[at_] != ';') return stop_at(start, Fault::bare_ampersand);
    const std::string_view entity = bytes_.substr(word, at_ - word);
    ++at_;
    if (entity == "amp" || entity == "lt" || entity == "gt" || entity == "quot" ||
        entity == "apos") {
      return true;
    }
    return stop_at(start, Fault::unknown_entity);
  }

  bool comment() {  // at "<!--"
    at_ += 4;
    for (;;) {
      if (at_end()) return more();
      const char c = bytes_[at_];
      if (c == '-') {
        if (starts_with("--")) {
          if (failed()) return false;
          if (starts_with("-->")) {
            at_ += 3;
            return true;
          }
          return failed() ? false : stop(Fault::bad_comment);
        }
        if (failed()) return false;
        ++at_;
      } else if (static_cast<unsigned char>(c) < 0x80 && (is(c, kBlank) || c >= 0x20)) {
        ++at_;
      } else if (!strange()) {
        return false;
      }
    }
  }

 private:
  bool character_reference(std::size_t start) {
    ++at_;
    char c = 0;
    if (!peek(c)) return false;
    const bool hex = c == 'x';
    if (hex) ++at_;
    std::uint32_t value = 0;
    std::size_t count = 0;
    for (;; ++at_, ++count) {
      if (!peek(c)) return false;
      unsigned digit = 99;
      if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
      if (hex && c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a') + 10;
      if (hex && c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A') + 10;
      if (digit == 99) break;
      if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + digit;
    }
    if (c != ';' || count == 0 || !legal_character(value)) {
      return stop_at(start, Fault::bad_character_reference);
    }
    ++at_;
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Scan::Outcome outcome_ = Scan::Outcome::done;
  Fault fault_ = Fault::none;
};

/// Reads tags and text of elements; keeps the names seen in one tag to refuse a second of the same.
class ElementScanner {
 public:
  ElementScanner(std::string_view bytes, const Caps& caps)
      : bytes_(bytes), cursor_(bytes), caps_(caps) {}

  Scan start_tag_only() {
    Scan scan;
    const bool ok = start_tag();
    scan = cursor_.result();
    if (ok) {
      scan.name = name_;
      scan.closed = closed_;
    }
    return scan;
  }

  Scan whole_element() {
    std::array<std::string_view, kDepth> open{};
    std::size_t depth = 0;
    const std::size_t limit = caps_.depth < kDepth ? caps_.depth : kDepth;
    do {
      char c = 0;
      if (depth > 0 && !text()) break;
      if (!cursor_.peek(c)) break;
      if (cursor_.starts_with("</")) {
        if (depth == 0) {
          cursor_.stop(Fault::mismatched_tag);
          break;
        }
        if (!end_tag(open[depth - 1])) break;
        --depth;
        continue;
      }
      if (cursor_.failed()) break;
      if (cursor_.starts_with("<!") || cursor_.starts_with("<?")) {
        if (!special()) break;
        continue;
      }
      if (cursor_.failed() || !start_tag()) break;
      if (closed_) continue;
      if (depth == limit) {
        cursor_.stop(Fault::too_deep);
        break;
      }
      open[depth++] = name_;
    } while (depth > 0);
    return cursor_.result();
  }

 private:
  static constexpr std::size_t kDepth = 32;

  bool special() {
    if (cursor_.starts_with("<!--")) return cursor_.comment();
    if (cursor_.failed()) return false;
    if (cursor_.starts_with("<?")) return cursor_.stop(Fault::processing_instruction);
    if (cursor_.starts_with("<![CDATA[")) return cursor_.stop(Fault::cdata);
    if (cursor_.failed()) return false;
    return cursor_.stop(Fault::doctype);
  }

  bool text() {
    const char* const data = bytes_.data();
    const std::size_t size = bytes_.size();
    const std::size_t start = cursor_.position();
    for (;;) {
      std::size_t at = cursor_.position();
      while (at < size && !is(data[at], kTextStop)) ++at;
      cursor_.advance(at - cursor_.position());
      if (at - start > caps_.value) return cursor_.stop_at(start, Fault::value_too_long);
      char c = 0;
      if (!cursor_.peek(c)) return false;
      if (c == '<') return true;
      if (c == '&') {
        if (!cursor_.reference()) return false;
      } else if (c == ']') {
        if (cursor_.starts_with("]]>")) return cursor_.stop(Fault::end_of_cdata_in_text);
        if (cursor_.failed()) return false;
        cursor_.advance();
      } else if (!cursor_.strange()) {
        return false;
      }
    }
  }

  bool value(char quote) {
    const char* const data = bytes_.data();
    const std::size_t size = bytes_.size();
    const std::size_t start = cursor_.position();
    for (;;) {
      std::size_t at = cursor_.position();
      while (at < size && !is(data[at], kValueStop)) ++at;
      cursor_.advance(at - cursor_.position());
      if (at - start > caps_.value) return cursor_.stop_at(start, Fault::value_too_long);
      char c = 0;
      if (!cursor_.peek(c)) return false;
      if (c == quote) {
        cursor_.advance();
        return true;
      }
      if (c == '<') return cursor_.stop(Fault::less_than_in_value);
      if (c == '&') {
        if (!cursor_.reference()) return false;
      } else if (c == '"' || c == '\'') {
        cursor_.advance();
      } else if (!cursor_.strange()) {
        return false;
      }
    }
  }

  bool attribute() {
    std::string_view name;
    const std::size_t start = cursor_.position();
    if (!cursor_.name(name, caps_.name)) return false;
    for (std::size_t i = 0; i < seen_; ++i) {
      if (names_[i] == name) return cursor_.stop_at(start, Fault::duplicate_attribute);
    }
    if (seen_ == caps_.attributes || seen_ == names_.size()) {
      return cursor_.stop_at(start, Fault::too_many_attributes);
    }
    names_[seen_++] = name;
    char c = 0;
    cursor_.skip_blanks();
    if (!cursor_.peek(c)) return false;
    if (c != '=') return cursor_.stop(Fault::missing_equals);
    cursor_.advance();
    cursor_.skip_blanks();
    if (!cursor_.peek(c)) return false;
    if (c != '"' && c != '\'') return cursor_.stop(Fault::missing_quote);
    cursor_.advance();
    return value(c);
  }

  bool start_tag() {  // at '<'
    cursor_.advance();
    seen_ = 0;
    if (!cursor_.name(name_, caps_.name)) return false;
    for (;;) {
      const bool blank = cursor_.skip_blanks();
      char c = 0;
      if (!cursor_.peek(c)) return false;
      if (c == '>') {
        cursor_.advance();
        closed_ = false;
        return true;
      }
      if (c == '/') {
        cursor_.advance();
        if (!cursor_.peek(c)) return false;
        if (c != '>') return cursor_.stop(Fault::bad_tag);
        cursor_.advance();
        closed_ = true;
        return true;
      }
      if (!blank) return cursor_.stop(is(c, kNameStart) ? Fault::missing_blank : Fault::bad_tag);
      if (!attribute()) return false;
    }
  }

  bool end_tag(std::string_view expected) {
    const std::size_t start = cursor_.position();
    cursor_.advance(2);
    std::string_view name;
    if (!cursor_.name(name, caps_.name)) return false;
    if (name != expected) return cursor_.stop_at(start, Fault::mismatched_tag);
    cursor_.skip_blanks();
    char c = 0;
    if (!cursor_.peek(c)) return false;
    if (c != '>') return cursor_.stop(Fault::bad_tag);
    cursor_.advance();
    return true;
  }

  friend Scan periksa::xml::scan_end_tag(std::string_view bytes, std::string_view name);

  std::string_view bytes_;
  Cursor cursor_;
  const Caps& caps_;
  std::array<std::string_view, 256> names_{};
  std::size_t seen_ = 0;
  std::string_view name_;
  bool closed_ = false;
};

/// `<?xml version="1.0" encoding="UTF-8"?>` with an optional standalone="yes"; nothing else is a
/// declaration of ours.
bool declaration(Cursor& cursor, std::string_view bytes) {
  const std::size_t start = cursor.position();
  const auto end = bytes.find("?>", start);
  if (end == std::string_view::npos)
    return bytes.size() - start > 200 ? cursor.stop(Fault::bad_declaration) : cursor.more();
  std::string text;
  for (const char c : bytes.substr(start, end - start)) text += c == '\'' ? '"' : c;
  const std::string version = "<?xml version=\"1.0\"";
  if (!text.starts_with(version)) return cursor.stop(Fault::bad_declaration);
  text.erase(0, version.size());
  while (text.ends_with(' ')) text.pop_back();
  if (text.starts_with(" encoding=\"")) {
    const auto close = text.find('"', 11);
    if (close == std::string::npos) return cursor.stop(Fault::bad_declaration);
    std::string encoding = text.substr(11, close - 11);
    for (char& c : encoding) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if (encoding != "UTF-8") return cursor.stop(Fault::encoding);
    text.erase(0, close + 1);
  }
  if (!text.empty() && text != " standalone=\"yes\"") return cursor.stop(Fault::bad_declaration);
  cursor.advance(end + 2 - start);
  return true;
}

bool between(Cursor& cursor) {
  for (;;) {
    cursor.skip_blanks();
    if (cursor.at_end()) return true;
    const std::size_t start = cursor.position();
    if (!cursor.starts_with("<!--")) return !cursor.failed();
    if (cursor.comment()) continue;
    if (cursor.wants_more()) cursor.rewind(start);
    return false;
  }
}

}  // namespace

Scan scan_prolog(std::string_view bytes) {
  Cursor cursor(bytes);
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) {
    cursor.stop(Fault::encoding);
    return cursor.result();
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) cursor.advance(3);
  if (bytes.substr(cursor.position()).starts_with("<?xml") && !declaration(cursor, bytes)) {
    return cursor.result();
  }
  if (!between(cursor)) return cursor.result();
  char c = 0;
  if (!cursor.peek(c)) return cursor.result();
  if (c != '<') {
    cursor.stop(static_cast<unsigned char>(c) < 0x20 ? Fault::control_character
                                                     : Fault::text_outside);
  } else if (cursor.starts_with("<?")) {
    cursor.stop(Fault::processing_instruction);
  } else if (cursor.starts_with("<!")) {
    cursor.stop(Fault::doctype);
  }
  return cursor.result();
}

Scan scan_between(std::string_view bytes) {
  Cursor cursor(bytes);
  if (!between(cursor) || cursor.at_end()) return cursor.result();
  char c = 0;
  cursor.peek(c);
  if (c != '<') {
    if (is(c, kTextStop) && c != '&' && c != ']') {
      if (cursor.strange()) cursor.stop(Fault::text_outside);
    } else {
      cursor.stop(Fault::text_outside);
    }
  } else if (cursor.starts_with("<?")) {
    cursor.stop(Fault::processing_instruction);
  } else if (cursor.starts_with("<![CDATA[")) {
    cursor.stop(Fault::cdata);
  } else if (!cursor.failed() && cursor.starts_with("<!")) {
    cursor.stop(Fault::doctype);
  }
  return cursor.result();
}

Scan scan_start_tag(std::string_view bytes, const Caps& caps) {
  return ElementScanner(bytes, caps).start_tag_only();
}

Scan scan_element(std::string_view bytes, const Caps& caps) {
  return ElementScanner(bytes, caps).whole_element();
}

Scan scan_end_tag(std::string_view bytes, std::string_view name) {
  const Caps caps;
  ElementScanner scanner(bytes, caps);
  scanner.end_tag(name);
  return scanner.cursor_.result();
}

Scan scan_document(std::string_view bytes, const Caps& caps) {
  std::size_t at = 0;
  const auto ended = [&](Scan scan) {
    scan.length += at;
    if (scan.outcome == Scan::Outcome::incomplete) {
      scan.outcome = Scan::Outcome::fault;
      scan.fault = Fault::ends_early;
      scan.length = bytes.size();
    }
    return scan;
  };
  Scan scan = scan_prolog(bytes);
  if (scan.outcome == Scan::Outcome::incomplete) {
    scan.outcome = Scan::Outcome::fault;
    scan.fault = Fault::no_root;
  }
  if (scan.outcome != Scan::Outcome::done) return scan;
  at = scan.length;
  scan = scan_element(bytes.substr(at), caps);
  if (scan.outcome != Scan::Outcome::done) return ended(scan);
  at += scan.length;
  scan = scan_between(bytes.substr(at));
  if (scan.outcome != Scan::Outcome::done) return ended(scan);
  at += scan.length;
  scan.length = at;
  if (at != bytes.size()) {
    scan.outcome = Scan::Outcome::fault;
    scan.fault = Fault::second_root;
  }
  return scan;
}

}  // namespace periksa::xml
