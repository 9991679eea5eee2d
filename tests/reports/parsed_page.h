// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

/// A page read as XML: first by expat, which must find it well-formed, then as a tree.
class ParsedPage {
 public:
  explicit ParsedPage(const std::string& page);

  /// What expat objected to; empty for a well-formed page.
  const std::string& fault() const { return fault_; }
  const pugi::xml_document& tree() const { return tree_; }

  std::size_t count(const char* xpath) const { return tree_.select_nodes(xpath).size(); }
  /// All text that is read, element by element.
  std::string text() const;
  /// Values of an attribute, in the order of the page.
  std::vector<std::string> attributes(const std::string& name) const;
  std::set<std::string> element_names() const;
  std::set<std::string> attribute_names() const;

 private:
  pugi::xml_document tree_;
  std::string fault_;
};
