// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/element_writer.h"

#include <utility>

namespace periksa::forms {

void ElementWriter::open(std::string_view element, facts::Spot spot) {
  if (in_tag_) body();
  made_->map.add(made_->text.size(), spot, {});
  made_->text += '<';
  made_->text += element;
  in_tag_ = true;
}

void ElementWriter::attribute(std::string_view name, std::string_view value, const Origin& origin) {
  made_->map.add(made_->text.size(), origin.spot, origin.raw);
  made_->text += ' ';
  made_->text += name;
  made_->text += "=\"";
  escape(value);
  made_->text += '"';
}

void ElementWriter::body() {
  made_->text += '>';
  in_tag_ = false;
}

void ElementWriter::field(std::string_view name, std::string_view source, const Written& written,
                          const Origin& origin) {
  using Kind = Written::Kind;
  if (in_tag_) body();
  std::string& text = made_->text;
  made_->map.add(text.size(), origin.spot, origin.raw);
  const auto attribute = [&](std::string_view key, std::string_view value) {
    text += ' ';
    text += key;
    text += "=\"";
    escape(value);
    text += '"';
  };
  text += '<';
  text += name;
  if (!source.empty()) attribute("source", source);
  if (written.kind == Kind::none) attribute("state", "none");
  if (written.kind == Kind::absent) attribute("state", "absent");
  if (written.kind == Kind::not_supplied) attribute("state", "not-supplied");
  if (written.kind == Kind::unreadable) attribute("state", "unreadable");
  if (written.readings) {
    attribute("from", to_iso(written.readings->first));
    attribute("to", to_iso(written.readings->last));
  }
  text += '>';
  if (written.kind == Kind::value) escape(written.text);
  if (written.kind == Kind::unreadable) escape(origin.raw);
  text += "</";
  text += name;
  text += '>';
}

void ElementWriter::close(std::string_view element) {
  if (std::exchange(in_tag_, false)) {
    made_->text += "/>";
    return;
  }
  made_->text += "</";
  made_->text += element;
  made_->text += '>';
}

intake::Slice ElementWriter::slice(std::size_t from, std::size_t to) const {
  return {std::string_view(made_->text).substr(from, to - from), {}, {&made_->map, from}};
}

std::shared_ptr<const char[]> ElementWriter::take() {
  const auto made = std::exchange(made_, std::make_shared<Made>());
  return {made, made->text.data()};
}

void ElementWriter::escape(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        made_->text += "&amp;";
        break;
      case '<':
        made_->text += "&lt;";
        break;
      case '>':
        made_->text += "&gt;";
        break;
      case '"':
        made_->text += "&quot;";
        break;
      case '\t':
        made_->text += "&#9;";
        break;
      case '\n':
        made_->text += "&#10;";
        break;
      case '\r':
        made_->text += "&#13;";
        break;
      default:
        made_->text += c;
    }
  }
}

bool is_legal_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return false;
    const auto rest = text.substr(i);
    if (byte == 0xEF && (rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF"))) return false;
  }
  return true;
}

std::size_t written_size(std::string_view text) {
  std::size_t size = text.size();
  for (const char c : text) {
    if (c == '&' || c == '\n' || c == '\r' || c == '\t') size += 4;
    if (c == '<' || c == '>') size += 3;
    if (c == '"') size += 5;
  }
  return size;
}

}  // namespace periksa::forms
