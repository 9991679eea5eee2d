// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/xml_scan.h"

namespace periksa::xml {

/// `raw` is what stands between the quotes; `value` is the same bytes where nothing had to be
/// decoded.
struct Attribute {
  std::string_view name;
  std::string_view raw;
  std::string_view value;
};

/// Scanned elements with all they hold, below a nameless root. Names and values are views of the
/// scanned bytes (which must outlive it) or of decoded copies in the tree.
class Tree {
 public:
  Tree() { clear(); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// Keeps its memory.
  void clear();
  class Node root() const;

  // For the scanner: `open`, the tag's attributes, `opened`, what is inside, `close`.
  void open(std::string_view name);
  void attribute(std::string_view name, std::string_view raw, bool plain) {
    attributes_.push_back({name, raw, plain ? raw : decoded(raw, true)});
  }
  void opened();
  void text(std::string_view raw, bool plain);
  void close() { current_ = items_[current_].parent; }

 private:
  friend class Node;
  static constexpr std::uint32_t kNone = 0;  // the root is nobody's child

  struct Item {
    std::string_view raw;
    std::string_view text;
    std::uint32_t attributes = 0;
    std::uint32_t attribute_count = 0;
    std::uint32_t parent = kNone;
    std::uint32_t first_child = kNone;
    std::uint32_t last_child = kNone;
    std::uint32_t next = kNone;
    bool is_text = false;
  };

  std::uint32_t add(const Item& item);
  std::string_view decoded(std::string_view raw, bool in_attribute);

  std::vector<Item> items_;
  std::vector<Attribute> attributes_;
  std::deque<std::string> decoded_;
  std::uint32_t current_ = 0;
};

/// An element, or a run of text that is not blank. Two runs with a comment between them are two.
/// Cheap to copy; valid as long as the tree is not changed.
class Node {
 public:
  Node() = default;

  explicit operator bool() const { return tree_ != nullptr; }
  bool is_text() const { return item().is_text; }
  /// An element's name; a text's bytes as they stand in the file.
  std::string_view raw() const { return item().raw; }
  std::string_view name() const { return item().raw; }
  /// A text with its references and line ends decoded.
  std::string_view text() const { return item().text; }
  /// Where it begins: an element's `<`, a text's first byte (blank or not).
  const char* begin() const { return raw().data() - (is_text() ? 0 : 1); }

  std::span<const Attribute> attributes() const {
    return {tree_->attributes_.data() + item().attributes, item().attribute_count};
  }
  /// Null if there is none of this name.
  const Attribute* attribute(std::string_view name) const;

  Node first_child() const { return at(item().first_child); }
  Node next() const { return at(item().next); }

 private:
  friend class Tree;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  const Tree::Item& item() const { return tree_->items_[index_]; }
  Node at(std::uint32_t index) const { return index == Tree::kNone ? Node() : Node(tree_, index); }

  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// As `scan_element` and `scan_start_tag`; what was scanned is added below the tree's root. Unless
/// the outcome is `done`, the tree holds a part.
Scan scan_element(std::string_view bytes, const Caps& caps, Tree& tree);
Scan scan_start_tag(std::string_view bytes, const Caps& caps, Tree& tree);

/// References resolved, line ends made one `\n`; in an attribute every blank becomes a space.
std::string decode(std::string_view raw, bool in_attribute);

}  // namespace periksa::xml
