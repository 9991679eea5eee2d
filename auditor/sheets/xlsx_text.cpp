// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx_text.h"

#include <array>
#include <charconv>

#include "auditor/sheets/letters.h"
#include "auditor/sheets/messages.h"

namespace periksa::sheets {
namespace {

constexpr std::size_t kEscape = 7;  // _xHHHH_

enum TextElement : std::uint8_t { document, table, item, run, characters };

constexpr std::array kTextSteps{
    Step{document, Space::sheet, "sst", table}, Step{table, Space::sheet, "si", item},
    Step{item, Space::sheet, "t", characters},  Step{item, Space::sheet, "r", run},
    Step{run, Space::sheet, "t", characters},
};

/// The character of an escape at the beginning, or 0.
std::uint32_t escaped(std::string_view text) {
  if (text.size() < kEscape || !text.starts_with("_x") || text[kEscape - 1] != '_') return 0;
  std::uint32_t character = 0;
  const char* const end = text.data() + kEscape - 1;
  const auto read = std::from_chars(text.data() + 2, end, character, 16);
  if (read.ec != std::errc() || read.ptr != end) return 0;
  const bool control =
      character < 0x20 && character != '\t' && character != '\n' && character != '\r';
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  return control || surrogate || character >= 0xFFFE ? 0 : character;
}

void append_utf8(std::uint32_t character, std::string& out) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | (character >> 6));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xE0 | (character >> 12));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

}  // namespace

void undo_escapes(std::string& text) {
  auto at = text.find("_x");
  if (at == std::string::npos) return;
  std::string out = text.substr(0, at);
  while (at < text.size()) {
    const auto character = escaped(std::string_view(text).substr(at));
    if (character != 0) {
      append_utf8(character, out);
      at += kEscape;
    } else {
      out += text[at++];
    }
  }
  text = std::move(out);
}

std::string_view SharedStrings::operator[](std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(text_).substr(begin, ends_[index] - begin);
}

void SharedStrings::add(std::string_view text) {
  text_ += text;
  ends_.push_back(text_.size());
}

StringsReader::StringsReader(SharedStrings& strings, const Caps& caps)
    : PartReader(kTextSteps), strings_(strings), caps_(caps) {}

void StringsReader::start(std::uint8_t element, const Attributes& /*attributes*/) {
  if (element == item) item_.clear();
}

void StringsReader::end(std::uint8_t element) {
  if (element != item) return;
  undo_escapes(item_);
  if (strings_.size() >= caps_.strings) return refuse(say::too_many_strings(caps_.strings));
  if (strings_.bytes() + item_.size() > caps_.string_bytes)
    return refuse(say::strings_too_large(caps_.string_bytes));
  strings_.add(blank(item_) ? std::string_view() : item_);  // a cell with it has no content
}

void StringsReader::text(std::uint8_t element, std::string_view piece) {
  if (element != characters) return;
  item_ += piece;
  if (item_.size() > caps_.cell) refuse(say::string_too_long(strings_.size() + 1, caps_.cell));
}

}  // namespace periksa::sheets
