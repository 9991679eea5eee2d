// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_scan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "auditor/base/name_index.h"
#include "auditor/base/xml_cursor.h"
#include "auditor/base/xml_tree.h"

namespace periksa::xml {
namespace {

/// Reads tags and text of elements; keeps the names seen in one tag to refuse a second of the same.
class ElementScanner {
 public:
  ElementScanner(std::string_view bytes, const Caps& caps, Tree* tree = nullptr)
      : bytes_(bytes), cursor_(bytes), caps_(caps), tree_(tree) {}

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
      if (!at_start_tag() && cursor_.starts_with("</")) {
        if (depth == 0) {
          cursor_.stop(Fault::mismatched_tag);
          break;
        }
        if (!end_tag(open[depth - 1])) break;
        --depth;
        continue;
      }
      if (cursor_.failed()) break;
      if (!at_start_tag() && (cursor_.starts_with("<!") || cursor_.starts_with("<?"))) {
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

  /// Behind a `<` that text() or the caller has found.
  bool at_start_tag() const {
    const std::size_t next = cursor_.position() + 1;
    return next < bytes_.size() && is(bytes_[next], kNameStart);
  }

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
    cursor_.skip_blanks();
    if (!cursor_.at_end() && data[cursor_.position()] == '<') return true;
    cursor_.rewind(start);
    bool plain = true;
    for (;;) {
      std::size_t at = cursor_.position();
      while (at < size && !is(data[at], kTextStop)) ++at;
      cursor_.advance(at - cursor_.position());
      if (at - start > caps_.value) return cursor_.stop_at(start, Fault::value_too_long);
      char c = 0;
      if (!cursor_.peek(c)) return false;
      if (c == '<') {
        if (tree_ != nullptr) tree_->text(bytes_.substr(start, at - start), plain);
        return true;
      }
      if (c == '&' || c == '\r') plain = false;
      if (c == '\r') {
        cursor_.advance();
      } else if (c == '&') {
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

  bool value(std::string_view name, char quote) {
    const char* const data = bytes_.data();
    const std::size_t start = cursor_.position();
    bool plain = true;
    for (;;) {
      const char* const stop = find_value_stop(data + cursor_.position(), data + bytes_.size());
      const auto at = static_cast<std::size_t>(stop - data);
      cursor_.rewind(at);
      if (at - start > caps_.value) return cursor_.stop_at(start, Fault::value_too_long);
      char c = 0;
      if (!cursor_.peek(c)) return false;
      if (c == quote) {
        if (tree_ != nullptr) tree_->attribute(name, bytes_.substr(start, at - start), plain);
        cursor_.advance();
        return true;
      }
      if (c == '<') return cursor_.stop(Fault::less_than_in_value);
      if (c == '&' || is(c, kBlank)) plain = false;
      if (c == '&') {
        if (!cursor_.reference()) return false;
      } else if (c == '"' || c == '\'' || is(c, kBlank)) {
        cursor_.advance();
      } else if (!cursor_.strange()) {
        return false;
      }
    }
  }

  /// Takes ` name="value"` if that is all there is to it; whatever is else is left to the careful
  /// way, which begins at the same place.
  bool plain_attribute() {
    const char* const end = bytes_.data() + bytes_.size();
    const char* at = bytes_.data() + cursor_.position();
    if (end - at < 2 || *at != ' ' || !is(at[1], kNameStart)) return false;
    const char* const first = ++at;
    while (at != end && is(*at, kName)) ++at;
    if (end - at < 2 || at[0] != '=' || at[1] != '"') return false;
    const std::string_view name(first, static_cast<std::size_t>(at - first));
    const char* const value = at + 2;
    const char* const stop = find_value_stop(value, end);
    const auto length = static_cast<std::size_t>(stop - value);
    if (stop == end || *stop != '"' || length > caps_.value || name.size() > caps_.name)
      return false;
    if (seen_ == caps_.attributes || seen_ == names_.size() || seen_before(name)) return false;
    names_[seen_++] = name;
    if (tree_ != nullptr) tree_->attribute(name, {value, length}, true);
    cursor_.rewind(static_cast<std::size_t>(stop + 1 - bytes_.data()));
    return true;
  }

  bool attribute() {
    std::string_view name;
    const std::size_t start = cursor_.position();
    if (!cursor_.name(name, caps_.name)) return false;
    if (seen_before(name)) return cursor_.stop_at(start, Fault::duplicate_attribute);
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
    return value(name, c);
  }

  /// Whether this tag has an attribute of that name. Names are compared only if one of the same
  /// hash was marked in this tag; the marks are never cleared, as each tag has its own number.
  bool seen_before(std::string_view name) {
    std::uint32_t& mark = marks_[name_hash(name) % marks_.size()];
    if (mark != tag_) {
      mark = tag_;
      return false;
    }
    const auto end = names_.begin() + static_cast<std::ptrdiff_t>(seen_);
    return std::find(names_.begin(), end, name) != end;
  }

  bool start_tag() {  // at '<'
    cursor_.advance();
    seen_ = 0;
    ++tag_;
    if (!cursor_.name(name_, caps_.name)) return false;
    if (tree_ != nullptr) tree_->open(name_);
    for (;;) {
      while (plain_attribute()) {
      }
      const bool blank = cursor_.skip_blanks();
      char c = 0;
      if (!cursor_.peek(c)) return false;
      if (c == '>') {
        cursor_.advance();
        if (tree_ != nullptr) tree_->opened();
        closed_ = false;
        return true;
      }
      if (c == '/') {
        cursor_.advance();
        if (!cursor_.peek(c)) return false;
        if (c != '>') return cursor_.stop(Fault::bad_tag);
        cursor_.advance();
        if (tree_ != nullptr) {
          tree_->opened();
          tree_->close();
        }
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
    if (!same_name(name, expected)) return cursor_.stop_at(start, Fault::mismatched_tag);
    cursor_.skip_blanks();
    char c = 0;
    if (!cursor_.peek(c)) return false;
    if (c != '>') return cursor_.stop(Fault::bad_tag);
    cursor_.advance();
    if (tree_ != nullptr) tree_->close();
    return true;
  }

  friend Scan periksa::xml::scan_end_tag(std::string_view bytes, std::string_view name);

  std::string_view bytes_;
  Cursor cursor_;
  const Caps& caps_;
  Tree* tree_;
  std::array<std::string_view, 256> names_;
  std::size_t seen_ = 0;
  std::array<std::uint32_t, 256> marks_{};
  std::uint32_t tag_ = 0;
  std::string_view name_;
  bool closed_ = false;
};

/// Takes ` name="value"` off the front; nothing if something else stands there.
std::optional<std::string_view> take_pseudo_attribute(std::string_view& text,
                                                      std::string_view name) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == 0 || start == std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(start);
  if (!rest.starts_with(name)) return std::nullopt;
  rest.remove_prefix(name.size());
  if (rest.size() < 3 || rest[0] != '=' || (rest[1] != '"' && rest[1] != '\'')) return std::nullopt;
  const auto end = rest.find(rest[1], 2);
  if (end == std::string_view::npos) return std::nullopt;
  text = rest.substr(end + 1);
  return rest.substr(2, end - 2);
}

bool is_utf8(std::string_view encoding) {
  const auto same = [](char a, char b) { return a == b || a == b + ('a' - 'A'); };
  return std::equal(encoding.begin(), encoding.end(), std::string_view("UTF-8").begin(),
                    std::string_view("UTF-8").end(), same);
}

constexpr std::size_t kLongestDeclaration = 200;

/// `<?xml version="1.0" encoding="UTF-8"?>` with an optional standalone="yes"; nothing else is a
/// declaration of ours.
bool declaration(Cursor& cursor, std::string_view bytes) {
  const std::size_t start = cursor.position();
  const std::string_view front = bytes.substr(start, kLongestDeclaration);
  const auto end = front.find("?>");
  if (end == std::string_view::npos) {
    return front.size() == kLongestDeclaration ? cursor.stop(Fault::bad_declaration)
                                               : cursor.more();
  }
  std::string_view text = front.substr(5, end - 5);
  if (take_pseudo_attribute(text, "version") != "1.0") return cursor.stop(Fault::bad_declaration);
  const auto encoding = take_pseudo_attribute(text, "encoding");
  if (encoding && !is_utf8(*encoding)) return cursor.stop(Fault::encoding);
  const auto standalone = take_pseudo_attribute(text, "standalone");
  if (standalone.value_or("yes") != "yes" ||
      text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    return cursor.stop(Fault::bad_declaration);
  }
  cursor.advance(end + 2);
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
  if (cursor.starts_with("\xEF\xBB\xBF")) cursor.advance(3);
  if (cursor.failed()) return cursor.result();
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

Scan scan_start_tag(std::string_view bytes, const Caps& caps, Tree& tree) {
  return ElementScanner(bytes, caps, &tree).start_tag_only();
}

Scan scan_element(std::string_view bytes, const Caps& caps, Tree& tree) {
  return ElementScanner(bytes, caps, &tree).whole_element();
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
