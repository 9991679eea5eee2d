// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/row_scanner.h"

#include <algorithm>
#include <array>

namespace periksa::sheets {
namespace {

constexpr std::size_t kNames = 12;  // attributes of one element with names longer than a letter

enum Class : std::uint8_t {
  letter = 1,
  name = 2,       ///< may stand in the name of an attribute
  quoted = 4,     ///< may stand in its value
  character = 8,  ///< may stand in text
};

constexpr std::array<std::uint8_t, 256> classes() {
  std::array<std::uint8_t, 256> all{};
  for (std::size_t c = ' '; c < 0x7F; ++c) all[c] = quoted | character;
  for (const char c : {'<', '&'}) all[static_cast<std::size_t>(c)] = 0;
  all['"'] = character;
  all['>'] = 0;  // "]]>" may not stand in text
  all['\t'] = all['\n'] = character;
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    all[c] |= letter | name;
    all[c - 'a' + 'A'] |= letter | name;
  }
  for (std::size_t c = '0'; c <= '9'; ++c) all[c] |= name;
  all[':'] |= name;
  return all;
}

constexpr auto kClasses = classes();

bool is(char c, Class of) {
  return (kClasses[static_cast<unsigned char>(c)] & of) != 0;
}

}  // namespace

struct RowScanner::Attributes {
  XlsxRows::Attribute r;
  XlsxRows::Attribute s;
  XlsxRows::Attribute t;
  std::array<std::string_view, kNames> names{};
  std::size_t count = 0;
};

RowScanner::Scan RowScanner::scan(std::string_view bytes) {
  at_ = bytes.data();
  end_ = at_ + bytes.size();
  outcome_ = Outcome::taken;
  const auto mark = rows_.mark();
  if (row()) return {Outcome::taken, static_cast<std::size_t>(at_ - bytes.data())};
  if (outcome_ != Outcome::refused) rows_.back_to(mark);
  return {outcome_};
}

/// Not what is understood here, or the end of the bytes.
bool RowScanner::stop() {
  outcome_ = at_ == end_ ? Outcome::incomplete : Outcome::declined;
  return false;
}

bool RowScanner::decline() {
  outcome_ = Outcome::declined;
  return false;
}

bool RowScanner::fine() {
  if (!rows_.problem()) return true;
  outcome_ = Outcome::refused;
  return false;
}

bool RowScanner::literal(const char* text) {
  for (; *text != '\0'; ++text, ++at_) {
    if (*at_ != *text) return stop();
  }
  return true;
}

void RowScanner::skip_blanks() {
  while (*at_ == ' ' || *at_ == '\n' || *at_ == '\t' || *at_ == '\r') ++at_;
}

bool RowScanner::row() {
  Attributes all;
  if (!literal("<row") || !attributes(all)) return false;
  const bool empty = *at_ == '/';
  if (!literal(empty ? "/>" : ">")) return false;
  rows_.begin_row(all.r);
  if (!fine()) return false;
  if (!empty) {
    for (skip_blanks(); at_[0] == '<' && at_[1] == 'c'; skip_blanks()) {
      at_ += 2;
      if (!cell()) return false;
    }
    if (!literal("</row>")) return false;
  }
  rows_.end_row();
  return fine();
}

/// Behind "<c".
bool RowScanner::cell() {
  Attributes all;
  if (!attributes(all)) return false;
  const bool empty = *at_ == '/';
  if (!literal(empty ? "/>" : ">")) return false;
  rows_.begin_cell(all.r, all.s, all.t);
  if (!fine()) return false;
  std::string_view text;
  if (!empty) {
    skip_blanks();
    if (at_[0] == '<' && at_[1] == 'f' && !formula()) return false;
    if (at_[0] == '<' && at_[1] == 'v' && !value(text)) return false;
    if (at_[0] == '<' && at_[1] == 'i' && text.empty() && !inline_string(text)) return false;
    if (!literal("</c>")) return false;
  }
  rows_.end_cell(text);
  return fine();
}

bool RowScanner::formula() {
  Attributes all;
  std::string_view text;
  if (!literal("<f") || !attributes(all)) return false;
  rows_.formula();
  const bool empty = *at_ == '/';
  if (empty ? !literal("/>") : !literal(">") || !characters(text) || !literal("</f>")) return false;
  skip_blanks();
  return true;
}

bool RowScanner::value(std::string_view& text) {
  if (!literal("<v")) return false;
  rows_.value();
  const bool empty = *at_ == '/';
  if (empty ? !literal("/>") : !literal(">") || !characters(text) || !literal("</v>")) return false;
  skip_blanks();
  return true;
}

bool RowScanner::inline_string(std::string_view& text) {
  Attributes all;
  if (!literal("<is><t") || !attributes(all)) return false;
  rows_.value();
  if (!literal(">") || !characters(text) || !literal("</t></is>")) return false;
  skip_blanks();
  return true;
}

bool RowScanner::characters(std::string_view& text) {
  const char* const from = at_;
  while (is(*at_, character)) ++at_;
  if (*at_ != '<') return stop();
  text = {from, static_cast<std::size_t>(at_ - from)};
  return true;
}

/// Up to the ">" or "/>" of the tag.
bool RowScanner::attributes(Attributes& all) {
  while (*at_ == ' ') {
    while (*at_ == ' ') ++at_;
    if (*at_ == '>' || *at_ == '/') return true;
    if (!attribute(all)) return false;
  }
  return *at_ == '>' || *at_ == '/' || stop();
}

bool RowScanner::attribute(Attributes& all) {
  const char* const from = at_;
  if (!is(*at_, letter)) return stop();
  while (is(*at_, Class::name)) ++at_;
  const std::string_view called(from, static_cast<std::size_t>(at_ - from));
  if (!literal("=\"")) return false;
  const char* const begin = at_;
  while (is(*at_, quoted)) ++at_;
  if (*at_ != '"') return stop();
  const std::string_view value(begin, static_cast<std::size_t>(at_ - begin));
  ++at_;
  if (called.size() == 1) {
    XlsxRows::Attribute* const known = called == "r"   ? &all.r
                                       : called == "s" ? &all.s
                                       : called == "t" ? &all.t
                                                       : nullptr;
    if (known == nullptr || *known) return decline();
    *known = value;
    return true;
  }
  if (called.starts_with("xmlns") || all.count == kNames) return decline();
  const auto names = std::span(all.names).first(all.count);
  if (std::ranges::find(names, called) != names.end()) return decline();
  all.names[all.count++] = called;
  return true;
}

}  // namespace periksa::sheets
