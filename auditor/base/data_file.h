// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/base/lines.h"

namespace periksa {

/// One of our own XML data files (vocabulary, law, rules): scanned strictly, then held as a tree
/// with positions. Nodes and the views into them live as long as the object.
class DataFile {
 public:
  static Result<DataFile> load(const std::filesystem::path& path);
  static Result<DataFile> parse(std::string text, std::string name);

  const std::string& name() const { return name_; }
  pugi::xml_node root() const;

  Position at(pugi::xml_node node) const;
  Position at(pugi::xml_attribute attribute) const;
  /// Position of a byte inside the text of a node's first text child.
  Position inside(pugi::xml_node text_node, std::size_t offset) const;
  /// The same inside an attribute's value.
  Position inside(pugi::xml_attribute attribute, std::size_t offset) const;

  /// Unknown attributes are mistakes: one diagnostic for each, naming the nearest of the allowed.
  void allow_attributes(pugi::xml_node node, std::initializer_list<std::string_view> allowed,
                        Diagnostics& out) const;
  void allow_children(pugi::xml_node node, std::initializer_list<std::string_view> allowed,
                      Diagnostics& out) const;
  /// The attribute's text; a diagnostic and "" when it is missing.
  std::string_view required(pugi::xml_node node, const char* attribute, Diagnostics& out) const;

 private:
  std::string name_;
  std::unique_ptr<Lines> lines_;         // of the text as read, for positions
  std::unique_ptr<std::string> buffer_;  // parsed in place: the tree's strings
  std::unique_ptr<pugi::xml_document> tree_;
};

/// All `*.xml` files below a folder, in byte order of their relative paths, so that every machine
/// loads alike.
std::vector<std::filesystem::path> xml_files_below(const std::filesystem::path& folder);

}  // namespace periksa
