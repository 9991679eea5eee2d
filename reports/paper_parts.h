// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/results/charges.h"
#include "reports/paper.h"
#include "reports/wording.h"

/// Pieces that the papers for a reader share.
namespace periksa::reports {

/// Title, what the reader has to know of the document itself, and its foot.
Paper begin_paper(const Wording& wording, const std::string& title);

/// What a paper rests on, each with its text in our words; and who may act.
std::vector<std::string> basis_lines(const Wording& wording, std::string_view id);
std::string authority(const Wording& wording, std::string_view id);

/// "UU 18/2017 Pasal 30 ayat (1)" of all it cites, each once.
std::vector<std::string> citations(const results::Finding& finding, const Wording& wording);
/// Indexes of the facts that decided, or where nothing did by itself, of all that were read.
std::vector<std::size_t> deciding(const results::Finding& finding);
/// Of the findings that are told of: which a fact decided, as indexes, by index of the fact.
std::map<std::size_t, std::vector<std::size_t>> decided_by(
    const Wording& wording, const std::function<bool(const results::Finding&)>& is_told);
/// On which papers it was decided and where each was read, a line a paper: "kuitansi, dari
/// perusahaan: berkas.xml:41:15; …"; of each at most so many places.
std::string evidence(const results::Finding& finding, std::size_t most, const Wording& wording);
/// The papers alone on which some findings were decided, each once.
std::string papers_of(const std::vector<std::size_t>& findings, const Wording& wording);
/// As many people are named in one row of a table.
inline constexpr std::size_t kPeopleNamed = 12;

/// The first few of a list, and how many more there are.
std::string few(const std::vector<std::string>& items, std::size_t most, std::string_view separator,
                const Wording& wording);

/// The days by which instructions want these findings put right, a line each; empty where the case
/// store knows of none.
std::string due_days(const std::vector<std::size_t>& findings, const Wording& wording);

/// A breach or suspicion of law or decree that has happened and is not waived.
bool is_indication(const results::Finding& finding, const Wording& wording);

/// "Rp5.000.000; USD 100", or the word for nothing.
std::string amounts(const std::vector<results::Amount>& amounts, const Wording& wording);

/// In words, and as a number where it is one and of rupiah, which a sheet needs no column for.
PaperCell amount_cell(const results::Amount& amount, const Wording& wording);

/// What was paid, when and to whom, and what of it is to be given back or is only claimed; with the
/// sums, each payment counted once.
PaperTable charges_table(const Wording& wording, bool claimed);

}  // namespace periksa::reports
