// SPDX-License-Identifier: Apache-2.0
// Who first: several agencies on one sheet.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "auditor/base/number_format.h"
#include "reports/batch_wording.h"
#include "reports/paper_parts.h"
#include "reports/papers.h"

namespace periksa::reports {
namespace {

using results::BatchEntry;

std::uint64_t count_of(const BatchEntry& filing, results::Verdict verdict) {
  const auto at = filing.findings.find(std::string(to_string(verdict)));
  return at == filing.findings.end() ? 0 : at->second;
}

/// Breaches, then people, then what is to be confirmed or to be referred, then what is open. Sums
/// of two currencies are not compared, so money decides nothing.
auto urgency(const BatchEntry& x) {
  return std::tuple(count_of(x, results::Verdict::breach), x.workers_affected,
                    count_of(x, results::Verdict::suspected) + x.referrals, x.workers_open,
                    count_of(x, results::Verdict::insufficient));
}

std::string why(const BatchEntry& filing, const BatchWording& wording) {
  std::vector<std::string> lines;
  for (const auto& lead : filing.leads) {
    const std::string title = lead.title.in(wording.language());
    lines.push_back(fmt::format("{}{}: {}", title, lead.cite.empty() ? "" : " – " + lead.cite,
                                wording.strings().count("n_finding", lead.findings)));
  }
  const auto counts = wording.counts(filing);
  lines.push_back(wording.totals().join(counts, "; "));
  return wording.totals().join(lines, "\n");
}

std::string people(const BatchEntry& filing, const BatchWording& wording) {
  const Language language = wording.language();
  return wording.strings().fill("triage_people",
                                {{"affected", format_count(filing.workers_affected, language)},
                                 {"all", format_count(filing.workers, language)}});
}

/// A number too where it is one sum, so that a sheet can be put in order by it.
PaperCell money(const BatchEntry& filing, const BatchWording& wording) {
  if (filing.refund.size() == 1) return amount_cell(filing.refund.front(), wording.totals());
  return wording.refund(filing);
}

std::string lacks(const BatchEntry& filing, const BatchWording& wording) {
  if (filing.requests == 0) return {};
  std::vector<std::string> labels;
  for (const auto& label : filing.asked) labels.push_back(label.in(wording.language()));
  const std::string papers = wording.strings().count("n_paper_asked", filing.requests);
  return labels.empty() ? papers : papers + ": " + wording.totals().join(labels, ", ");
}

}  // namespace

Paper triage(const BatchWording& wording) {
  const Strings& strings = wording.strings();
  const auto& batch = wording.batch();
  Paper paper = begin_paper(wording.totals(), strings("triage_title"));
  paper.kicker = strings("kicker");
  const auto fictitious = std::ranges::count(batch.filings, true, &BatchEntry::fictitious);
  if (fictitious > 0)
    paper.notices.insert(
        paper.notices.begin(),
        {"fictitious", "◇", strings.count("n_fictitious", static_cast<std::uint64_t>(fictitious))});
  paper.add(PaperText{wording.sentence(), PaperText::Kind::strong});
  paper.add(PaperText{strings("triage_about"), PaperText::Kind::quiet});
  std::vector<const BatchEntry*> order;
  PaperTable refused;  // a table, so that a workbook leaves no filing out
  refused.name = strings("batch_refusals");
  refused.columns = {{strings("file"), 9}, {strings("batch_reason"), 17}};
  for (const auto& filing : batch.filings) {
    if (filing.refused) {
      refused.rows.push_back(
          {filing.file, wording.reason(*filing.refused) + "\n" + wording.refusal(*filing.refused)});
    } else {
      order.push_back(&filing);
    }
  }
  std::ranges::stable_sort(order, std::greater{}, [](const auto* x) { return urgency(*x); });
  PaperTable out;
  out.name = strings("triage_sheet");
  out.columns = {{strings("number"), 3, true},       {strings("triage_agency"), 9},
                 {strings("triage_why"), 13},        {strings("triage_people_column"), 8},
                 {strings("triage_money"), 9, true}, {strings("triage_lacks"), 10}};
  for (const auto* filing : order) {
    const std::string name = filing->agency.empty() ? filing->file : filing->agency;
    out.rows.push_back({std::to_string(out.rows.size() + 1), name + "\n" + filing->file,
                        why(*filing, wording), people(*filing, wording), money(*filing, wording),
                        lacks(*filing, wording)});
  }
  if (!out.rows.empty()) paper.add(std::move(out));
  if (!refused.rows.empty()) {
    paper.add(PaperHeading{2, strings("batch_refusals")});
    paper.add(std::move(refused));
  }
  if (!batch.notices.empty())
    paper.add(
        PaperText{strings.count("n_triage_lead", batch.notices.size()), PaperText::Kind::plain});
  return paper;
}

Result<Paper> make_triage(const results::Batch& batch, const ReportOptions& options) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  return triage(BatchWording(batch, *strings, options.unmask));
}

}  // namespace periksa::reports
