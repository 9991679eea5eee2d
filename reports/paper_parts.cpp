// SPDX-License-Identifier: Apache-2.0
#include "reports/paper_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/add_once.h"
#include "auditor/base/date_format.h"
#include "auditor/base/mask.h"
#include "auditor/base/money.h"
#include "auditor/results/exit_code.h"
#include "auditor/results/redact.h"
#include "reports/headline.h"
#include "reports/law_wording.h"
#include "reports/quoted_table.h"
#include "reports/trace_wording.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Verdict;

constexpr std::size_t kMostPapers = 4;  // told of one finding

std::string paper_of(const FactWords& fact) {
  return fact.source.empty() ? fact.basis : fact.source;
}

/// What a payment or deduction was for.
struct Paid {
  std::string on;
  std::string component;
  std::string payee;
  std::string amount;
};

class PaidTables {
 public:
  explicit PaidTables(const Wording& wording)
      : payments_(wording, "payments"), deductions_(wording, "deductions") {}

  Paid of(const std::string& record) const {
    if (const auto* row = payments_.of_record(record)) {
      const std::string name = payments_.cell(row, "payee_name");
      const std::string payee = payments_.cell(row, "payee");
      return {payments_.cell(row, "paid_on"), payments_.cell(row, "component"),
              name.empty() ? payee : payee + " (" + name + ")", payments_.cell(row, "amount")};
    }
    const auto* row = deductions_.of_record(record);
    return {deductions_.cell(row, "deducted_on"), deductions_.cell(row, "component"),
            deductions_.cell(row, "payee"), deductions_.cell(row, "amount")};
  }

 private:
  QuotedTable payments_;
  QuotedTable deductions_;
};

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

std::map<std::size_t, std::vector<std::size_t>> decided_by(
    const Wording& wording, const std::function<bool(const Finding&)>& is_told) {
  std::map<std::size_t, std::vector<std::size_t>> findings;
  const auto& all = wording.results().findings;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_told(all[i])) continue;
    for (const std::size_t fact : deciding(all[i])) findings[fact].push_back(i);
  }
  return findings;
}

std::string evidence(const Finding& finding, std::size_t most, const Wording& wording) {
  std::vector<std::pair<std::string, std::vector<std::string>>> papers;
  for (const std::size_t index : deciding(finding)) {
    const FactWords fact = wording.fact(index);
    if (!fact.known) continue;
    const std::string paper = paper_of(fact);
    auto at = std::ranges::find(papers, paper, [](const auto& one) { return one.first; });
    if (at == papers.end()) at = papers.insert(papers.end(), {paper, {}});
    add_once(at->second, fact.place);
  }
  std::vector<std::string> lines;
  for (const auto& [paper, places] : papers)
    lines.push_back(fmt::format("{}: {}", paper, few(places, most, "; ", wording)));
  return few(lines, kMostPapers, "\n", wording);
}

std::string papers_of(const std::vector<std::size_t>& findings, const Wording& wording) {
  std::vector<std::string> papers;
  const auto add = [&](const std::vector<std::size_t>& facts) {
    for (const std::size_t index : facts) {
      const FactWords fact = wording.fact(index);
      if (fact.known) add_once(papers, paper_of(fact));
    }
  };
  for (const std::size_t i : findings) add(deciding(wording.results().findings[i]));
  // Where something that is not there decided, what else was read shows the rest.
  for (const std::size_t i : findings) {
    if (papers.empty()) add(wording.results().findings[i].evidence);
  }
  return few(papers, kMostPapers, ";\n", wording);
}

std::string few(const std::vector<std::string>& items, std::size_t most, std::string_view separator,
                const Wording& wording) {
  if (items.size() <= most + 1) return wording.join(items, separator);
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(most);
  return wording.join({items.begin(), end}, separator) + std::string(separator) +
         wording.strings().count("n_more", items.size() - most);
}

std::string due_days(const std::vector<std::size_t>& findings, const Wording& wording) {
  std::vector<std::string> days;
  for (const std::size_t i : findings) {
    const auto* const known = wording.case_of(wording.results().findings[i]);
    if (known != nullptr && !known->due.empty()) add_once(days, known->due);
  }
  std::ranges::sort(days);
  for (std::string& day : days) day = format_date(day, wording.language());
  return wording.join(days, "\n");
}

bool is_indication(const Finding& finding, const Wording& wording) {
  const bool accuses = finding.verdict == Verdict::breach || finding.verdict == Verdict::suspected;
  return accuses && results::can_be_breached(finding, wording.rule(finding.rule));
}

std::string amounts(const std::vector<results::Amount>& amounts, const Wording& wording) {
  std::vector<std::string> words;
  for (const auto& amount : amounts) words.push_back(wording.amount(amount));
  return words.empty() ? wording.strings()("paper_no_amount") : wording.join(words, "; ");
}

PaperCell amount_cell(const results::Amount& amount, const Wording& wording) {
  const bool plain = amount.high == amount.low && amount.currency == "IDR";
  return {wording.amount(amount), plain ? to_string(Money{amount.low, Currency{}}).substr(4) : ""};
}

PaperTable charges_table(const Wording& wording, bool claimed) {
  const Strings& strings = wording.strings();
  std::size_t lines = 0;
  const PaidTables papers(wording);
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
    const Paid of = papers.of(charge.record);
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
