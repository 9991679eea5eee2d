// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_tree.h"

#include <charconv>

#include "auditor/base/name_index.h"

namespace periksa::xml {
namespace {

void append_utf8(std::string& text, std::uint32_t c) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 0x3F));
  } else {
    add(0xF0 | (c >> 18));
    add(0x80 | ((c >> 12) & 0x3F));
    add(0x80 | ((c >> 6) & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

/// What stands between `&` and `;`, which the scan has found legal.
void append_reference(std::string& text, std::string_view name) {
  if (name.starts_with('#')) {
    const bool hex = name.starts_with("#x");
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t c = 0;
    std::from_chars(name.data(), name.data() + name.size(), c, hex ? 16 : 10);
    return append_utf8(text, c);
  }
  text += name == "amp"    ? '&'
          : name == "lt"   ? '<'
          : name == "gt"   ? '>'
          : name == "quot" ? '"'
                           : '\'';
}

}  // namespace

std::string decode(std::string_view raw, bool in_attribute) {
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (c == '&') {
      const std::size_t end = raw.find(';', i);
      append_reference(text, raw.substr(i + 1, end - i - 1));
      i = end;
    } else if (c == '\r') {
      if (i + 1 < raw.size() && raw[i + 1] == '\n') ++i;
      text += in_attribute ? ' ' : '\n';
    } else {
      text += in_attribute && (c == '\n' || c == '\t') ? ' ' : c;
    }
  }
  return text;
}

void Tree::clear() {
  items_.clear();
  attributes_.clear();
  decoded_.clear();
  items_.emplace_back();
  current_ = 0;
}

std::uint32_t Tree::add(const Item& item) {
  const auto index = static_cast<std::uint32_t>(items_.size());
  Item& parent = items_[current_];
  if (parent.first_child == kNone) {
    parent.first_child = index;
  } else {
    items_[parent.last_child].next = index;
  }
  parent.last_child = index;
  items_.push_back(item);
  items_.back().parent = current_;
  return index;
}

Node Tree::root() const {
  return {this, 0};
}

std::string_view Tree::decoded(std::string_view raw, bool in_attribute) {
  return decoded_.emplace_back(decode(raw, in_attribute));
}

void Tree::open(std::string_view name) {
  Item item{.raw = name, .text = {}};
  item.attributes = static_cast<std::uint32_t>(attributes_.size());
  current_ = add(item);
}

void Tree::opened() {
  Item& item = items_[current_];
  item.attribute_count = static_cast<std::uint32_t>(attributes_.size()) - item.attributes;
}

void Tree::text(std::string_view raw, bool plain) {
  Item item{.raw = raw, .text = plain ? raw : decoded(raw, false)};
  item.is_text = true;
  add(item);
}

const Attribute* Node::attribute(std::string_view name) const {
  for (const Attribute& one : attributes()) {
    if (same_name(one.name, name)) return &one;
  }
  return nullptr;
}

}  // namespace periksa::xml
