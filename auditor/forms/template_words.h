// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auditor/books/xlsx_book.h"
#include "auditor/forms/table_export.h"

namespace periksa::forms {

/// The id of the records in the template's example rows; marked with a `#` in front where it is a
/// row's own.
std::string example_id(Language language);

/// Words of the template that come from the vocabulary: notes on headings, values of example rows.
class TemplateWords {
 public:
  TemplateWords(const facts::Vocabulary& vocabulary, const TableNames& names, Language language)
      : vocabulary_(vocabulary), names_(names), reader_(vocabulary), language_(language) {}

  /// What the field is, its type and unit, how it is written, what proves it, what "none" means.
  std::string note(const facts::Field& field) const;
  /// Of the columns that every sheet has: id, worker, source, page.
  std::string note(ColumnMeaning::Kind reserved) const;
  /// Of a column of the tables of sources and completeness, or a row of the filing's own sheet.
  std::string note(SheetMeaning::Kind table, std::string_view key) const;

  /// An invented value that reads as known; which it is follows from type and name alone.
  OutCell example(const facts::Field& field) const;
  /// Of a column of the tables of sources and completeness.
  std::string example(SheetMeaning::Kind table, std::string_view key) const;

  /// A code as it may be chosen: its label where that reads back as the code, else its name.
  std::string code(facts::ListId list, std::size_t index) const;
  const char* say(const char* id, const char* en) const {
    return language_ == Language::id ? id : en;
  }

 private:
  std::string how_written(const facts::Field& field) const;
  std::string bounds(const facts::Field& field) const;
  std::string proof(const facts::Field& field) const;
  std::string none(const facts::Field& field) const;
  std::string example_text(const facts::Field& field) const;
  std::string example_number(const facts::Field& field) const;

  const facts::Vocabulary& vocabulary_;
  const TableNames& names_;
  WrittenReader reader_;
  Language language_;
};

/// A line of the sheet that explains how the template is filled in.
struct GuideLine {
  books::Look look = books::Look::plain;
  Bilingual left;
  Bilingual right{};  ///< what the left word means
};

const std::vector<GuideLine>& guide_lines();

}  // namespace periksa::forms
