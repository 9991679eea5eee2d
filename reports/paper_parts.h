// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auditor/results/charges.h"
#include "reports/paper.h"
#include "reports/wording.h"

/// Pieces that the papers for a reader share.
namespace periksa::reports {

/// What a case sheet tells of the matter itself (docs/case-sheet.md), by path; empty where it says
/// nothing, and always in a redacted edition.
class Matter {
 public:
  explicit Matter(const Wording& wording) : wording_(wording) {}

  /// "assignment/number"; days in words.
  std::string text(const std::string& path) const;
  /// The same of what says who somebody is: masked unless names are shown.
  std::string private_text(const std::string& path) const;
  /// How many "officer/1/…", "officer/2/…" there are.
  std::size_t how_many(const std::string& list) const;
  /// "officer/2/name".
  static std::string path(std::string_view list, std::size_t n, std::string_view name);
  /// The texts of a list of elements with nothing but text.
  std::vector<std::string> texts(const std::string& list) const;

 private:
  const Wording& wording_;
};

/// Title, what the reader has to know of the document itself, and its foot.
Paper begin_paper(const Wording& wording, const std::string& title);

/// The table of this id, or one without rows.
const results::Table& table(const Wording& wording, std::string_view id);
/// A value of a row in words; empty where it is not known.
std::string cell(const results::Table::Row& row, std::size_t column, const Wording& wording);
/// The row of a table that tells of this record; null if there is none.
const results::Table::Row* row_of(const results::Table& table, const std::string& record);
/// All columns of a row, one below the other.
PaperFields fields(const results::Table& table, const results::Table::Row& row,
                   const Wording& wording);

/// What a paper rests on, each with its text in our words; and who may act.
std::vector<std::string> basis_lines(const Wording& wording, std::string_view id);
std::string authority(const Wording& wording, std::string_view id);

/// "UU 18/2017 Pasal 30 ayat (1)" of all it cites, each once.
std::vector<std::string> citations(const results::Finding& finding, const Wording& wording);
/// Indexes of the facts that decided, or where nothing did by itself, of all that were read.
std::vector<std::size_t> deciding(const results::Finding& finding);
/// On which papers it was decided and where each was read, a line a paper: "kuitansi, dari
/// perusahaan: berkas.xml:41:15; …"; of each at most so many places.
std::string evidence(const results::Finding& finding, std::size_t most, const Wording& wording);
/// The first few of a list, and how many more there are.
std::string few(const std::vector<std::string>& items, std::size_t most, std::string_view separator,
                const Wording& wording);

/// A breach or suspicion of law or decree that has happened and is not waived.
bool is_indication(const results::Finding& finding, const Wording& wording);

/// "Rp5.000.000; USD 100", or the word for nothing.
std::string amounts(const std::vector<results::Amount>& amounts, const Wording& wording);

/// What was paid, when and to whom, and what of it is to be given back or is only claimed; with the
/// sums, each payment counted once.
PaperTable charges_table(const Wording& wording, bool claimed);

}  // namespace periksa::reports
