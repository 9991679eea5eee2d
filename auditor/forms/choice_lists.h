// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "auditor/books/xlsx_book.h"

namespace periksa::forms {

/// What may be chosen in the cells of a template: each list is a column of one hidden sheet, as the
/// texts of a longer list do not fit into a cell's own rule.
class ChoiceLists {
 public:
  explicit ChoiceLists(std::string title) : title_(std::move(title)) {}

  /// The cells that hold the list (`='Daftar'!$A$2:$A$9`); a name stands for one list.
  std::string cells(const std::string& name, const std::vector<std::string>& choices);
  /// The sheet itself, behind all others.
  void write(books::XlsxBook& book) const;

 private:
  struct List {
    std::string name;
    std::vector<std::string> choices;
  };

  std::string title_;
  std::vector<List> lists_;
  std::map<std::string, std::size_t> columns_;
};

}  // namespace periksa::forms
