// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/choice_lists.h"

#include <algorithm>

namespace periksa::forms {

std::string ChoiceLists::cells(const std::string& name, const std::vector<std::string>& choices) {
  const auto [at, fresh] = columns_.emplace(name, lists_.size());
  if (fresh) lists_.push_back({name, choices});
  const auto& list = lists_[at->second];
  return books::cells_of(title_, at->second, 1, static_cast<std::uint32_t>(list.choices.size()));
}

void ChoiceLists::write(books::XlsxBook& book) const {
  const auto sheet = book.add_sheet(title_);
  for (std::size_t column = 0; column < lists_.size(); ++column)
    book.text(sheet, 0, column, lists_[column].name, books::Look::heading);
  std::size_t longest = 0;
  for (const auto& list : lists_) longest = std::max(longest, list.choices.size());
  for (std::size_t row = 0; row < longest; ++row) {
    for (std::size_t column = 0; column < lists_.size(); ++column) {
      const auto& choices = lists_[column].choices;
      if (row < choices.size())
        book.text(sheet, static_cast<std::uint32_t>(row + 1), column, choices[row]);
    }
  }
  book.hide(sheet);
}

}  // namespace periksa::forms
