// SPDX-License-Identifier: Apache-2.0
#include "reports/paper_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/mask.h"
#include "auditor/base/money.h"
#include "auditor/results/redact.h"
#include "reports/date_format.h"
#include "reports/headline.h"
#include "reports/law_wording.h"
#include "reports/trace_wording.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Table;
using results::Verdict;

constexpr std::size_t kMostPapers = 4;  // told of one finding

void add_once(std::vector<std::string>& list, std::string item) {
  if (!item.empty() && std::ranges::find(list, item) == list.end()) list.push_back(std::move(item));
}

/// Where a payment, deduction, loan or refund says what it was for.
struct Paid {
  std::string on;
  std::string component;
  std::string payee;
  std::string amount;
};

Paid paid(const std::string& record, const Wording& wording) {
  if (const auto* row = row_of(table(wording, "payments"), record)) {
    const std::string name = cell(*row, 5, wording);
    const std::string payee = cell(*row, 4, wording);
    return {cell(*row, 0, wording), cell(*row, 1, wording),
            name.empty() ? payee : payee + " (" + name + ")", cell(*row, 2, wording)};
  }
  if (const auto* row = row_of(table(wording, "deductions"), record))
    return {cell(*row, 0, wording), cell(*row, 1, wording), cell(*row, 4, wording),
            cell(*row, 2, wording)};
  return {};
}

/// In words, and as a number where it is one and of rupiah, which a sheet needs no column for.
PaperCell amount_cell(const results::Amount& amount, const Wording& wording) {
  const bool plain = amount.high == amount.low && amount.currency == "IDR";
  return {wording.amount(amount), plain ? to_string(Money{amount.low, Currency{}}).substr(4) : ""};
}

/// By which findings, and the first text each cites.
std::string basis_of(const results::Charge& charge, const Wording& wording) {
  std::vector<std::string> lines;
  for (const std::size_t i : charge.findings) {
    const Finding& x = wording.results().findings[i];
    const auto cites = citations(x, wording);
    lines.push_back(cites.empty() ? x.id : x.id + ": " + cites.front());
  }
  return wording.join(lines, "\n");
}

}  // namespace

std::string Matter::text(const std::string& path) const {
  const auto& secrets = wording_.results().secrets;
  const auto at = secrets.find("matter/" + path);
  if (at == secrets.end()) return {};
  return format_date(at->second.value, wording_.language());
}

std::string Matter::private_text(const std::string& path) const {
  std::string found = text(path);
  return found.empty() || wording_.unmasked() ? found : kMask;
}

std::string Matter::path(std::string_view list, std::size_t n, std::string_view name) {
  return fmt::format("{}/{}/{}", list, n, name);
}

std::size_t Matter::how_many(const std::string& list) const {
  const auto& secrets = wording_.results().secrets;
  std::size_t n = 0;
  for (;; ++n) {
    const std::string prefix = fmt::format("matter/{}/{}/", list, n + 1);
    const auto at = secrets.lower_bound(prefix);
    if (at == secrets.end() || !at->first.starts_with(prefix)) return n;
  }
}

std::vector<std::string> Matter::texts(const std::string& list) const {
  std::vector<std::string> all;
  for (std::size_t i = 1; i <= how_many(list); ++i) all.push_back(text(path(list, i, "text")));
  return all;
}

Paper begin_paper(const Wording& wording, const std::string& title) {
  const Strings& strings = wording.strings();
  const results::Header& header = wording.results().header;
  Paper paper;
  paper.language = wording.language();
  paper.title = title;
  paper.foot = title + (header.agency.empty() ? "" : " – " + header.agency);
  paper.made_by = strings.fill("foot_versions", {{"engine", header.engine_version},
                                                 {"name", header.rule_set},
                                                 {"version", header.rule_set_version}}) +
                  " " + rule_set_line(wording);
  for (const auto& input : header.inputs) {
    if (input.fictitious)
      paper.notices.push_back(
          {"fictitious", "◇", strings.fill("fictitious", {{"file", input.file}})});
  }
  if (!header.complete) paper.notices.push_back({"open", "!", strings("headline_unfinished")});
  if (wording.unmasked()) {
    paper.notices.push_back({"open", "!", strings("edition_open")});
  } else if (is_redacted(wording.results())) {
    paper.notices.push_back({"masked", "▒", strings("edition_redacted")});
  } else if (!wording.results().secrets.empty()) {
    paper.notices.push_back({"masked", "▒", strings("edition_masked")});
  }
  return paper;
}

const Table& table(const Wording& wording, std::string_view id) {
  static const Table kNone;
  const auto& tables = wording.results().tables;
  const auto at = std::ranges::find(tables, id, &Table::id);
  return at == tables.end() ? kNone : *at;
}

std::string cell(const Table::Row& row, std::size_t column, const Wording& wording) {
  if (column >= row.facts.size()) return {};
  const FactWords fact = wording.fact(row.facts[column]);
  return fact.known ? fact.value : std::string{};
}

const Table::Row* row_of(const Table& table, const std::string& record) {
  const auto at = std::ranges::find(table.rows, record, &Table::Row::record);
  return at == table.rows.end() ? nullptr : &*at;
}

PaperFields fields(const Table& table, const Table::Row& row, const Wording& wording) {
  PaperFields out;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out.rows.emplace_back(wording.text(table.columns[i]), cell(row, i, wording));
  return out;
}

std::vector<std::string> basis_lines(const Wording& wording, std::string_view id) {
  std::vector<std::string> lines;
  const auto& bases = wording.results().bases;
  const auto at = std::ranges::find(bases, id, &results::Basis::id);
  if (at == bases.end()) return lines;
  for (const auto& provision_id : at->provisions) {
    const auto* provision = wording.provision(provision_id);
    if (provision == nullptr) continue;
    const LawWords law = law_words(*provision, wording);
    lines.push_back(fmt::format("{}: {} [{}]", law.cite, law.paraphrase, law.mark));
  }
  return lines;
}

std::string authority(const Wording& wording, std::string_view id) {
  const auto& bases = wording.results().bases;
  const auto at = std::ranges::find(bases, id, &results::Basis::id);
  return at == bases.end() ? std::string{} : wording.text(at->authority);
}

std::vector<std::string> citations(const Finding& finding, const Wording& wording) {
  std::vector<std::string> all;
  for (const auto& citation : finding.citations) {
    if (const auto* provision = wording.provision(citation.provision))
      add_once(all, provision->instrument + " " + provision->cite);
  }
  return all;
}

std::vector<std::size_t> deciding(const Finding& finding) {
  const auto facts = deciding_facts(finding);
  if (facts.empty()) return finding.evidence;
  return {facts.begin(), facts.end()};
}

std::string evidence(const Finding& finding, std::size_t most, const Wording& wording) {
  std::vector<std::pair<std::string, std::vector<std::string>>> papers;
  for (const std::size_t index : deciding(finding)) {
    const FactWords fact = wording.fact(index);
    if (!fact.known) continue;
    const std::string paper = fact.source.empty() ? fact.basis : fact.source;
    auto at = std::ranges::find(papers, paper, [](const auto& one) { return one.first; });
    if (at == papers.end()) at = papers.insert(papers.end(), {paper, {}});
    add_once(at->second, fact.place);
  }
  std::vector<std::string> lines;
  for (const auto& [paper, places] : papers)
    lines.push_back(fmt::format("{}: {}", paper, few(places, most, "; ", wording)));
  return few(lines, kMostPapers, "\n", wording);
}

std::string few(const std::vector<std::string>& items, std::size_t most, std::string_view separator,
                const Wording& wording) {
  if (items.size() <= most + 1) return wording.join(items, separator);
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(most);
  return wording.join({items.begin(), end}, separator) + std::string(separator) +
         wording.strings().count("n_more", items.size() - most);
}

bool is_indication(const Finding& finding, const Wording& wording) {
  const results::Rule* const rule = wording.rule(finding.rule);
  const bool standard = rule != nullptr && rule->tier == results::Tier::standard;
  const bool accuses = finding.verdict == Verdict::breach || finding.verdict == Verdict::suspected;
  return accuses && !finding.readiness && !standard;
}

std::string amounts(const std::vector<results::Amount>& amounts, const Wording& wording) {
  std::vector<std::string> words;
  for (const auto& amount : amounts) words.push_back(wording.amount(amount));
  return words.empty() ? wording.strings()("paper_no_amount") : wording.join(words, "; ");
}

PaperTable charges_table(const Wording& wording, bool claimed) {
  const Strings& strings = wording.strings();
  std::size_t lines = 0;
  std::vector<results::Charge> mine;
  PaperTable out;
  out.name = strings(claimed ? "paper_sheet_claimed" : "paper_sheet_refund");
  out.caption = strings(claimed ? "paper_claimed_caption" : "paper_refund_caption");
  out.columns = {{strings("number"), 2, true},
                 {strings("paper_worker"), 4},
                 {strings("paper_paid_on"), 4},
                 {strings("paper_component"), 5},
                 {strings("paper_payee"), 4},
                 {strings("paper_paid"), 4, true},
                 {strings(claimed ? "paper_is_claimed" : "paper_to_refund"), 4, true},
                 {strings("paper_basis"), 6}};
  auto all = results::charges(wording.results().findings);
  std::erase_if(all, [&](const auto& charge) { return charge.claimed != claimed; });
  for (std::size_t i = 0; i < all.size(); ++i) {
    const results::Charge& charge = all[i];
    const std::string who =
        charge.worker.empty() ? strings("paper_agency") : wording.person(charge.worker);
    const Paid of = paid(charge.record, wording);
    out.rows.push_back({std::to_string(++lines), who, of.on, of.component, of.payee, of.amount,
                        amount_cell(charge.amount, wording), basis_of(charge, wording)});
    mine.push_back(charge);
    if (i + 1 < all.size() && all[i + 1].worker == charge.worker) continue;
    // What a worker is owed stands below their payments, where there are several.
    for (const auto& sum : results::total(mine, claimed)) {
      if (mine.size() > 1)
        out.rows.push_back({"", strings.fill("paper_sum_of", {{"who", who}}), "", "", "", "",
                            amount_cell(sum, wording), ""});
    }
    mine.clear();
  }
  for (const auto& sum : results::total(all, claimed))
    out.foot.push_back({"", strings("paper_sum"), "", "", "", "", amount_cell(sum, wording), ""});
  return out;
}

}  // namespace periksa::reports
