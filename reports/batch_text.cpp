// SPDX-License-Identifier: Apache-2.0
// The summary of several filings for a terminal.
#include <algorithm>

#include "auditor/base/number_format.h"
#include "reports/batch_report.h"
#include "reports/batch_wording.h"
#include "reports/headline.h"
#include "reports/text_lines.h"

namespace periksa::reports {
namespace {

using results::Verdict;

constexpr std::size_t kBatchLabel = 58;
constexpr std::size_t kBatchIndent = 4;

void add_batch_head(const TextLines& out, const BatchWording& wording) {
  out.line(0, wording.strings()("batch_title"));
  out.blank();
  out.line(0, wording.sentence());
  for (const std::string& text : wording.beside()) out.line(0, text);
  out.line(0, rule_set_line(wording.totals()));
  for (const std::string& text : narrowing(wording.totals())) out.line(0, text);
  if (wording.unmasked()) out.line(0, wording.strings()("edition_open"));
  out.blank();
}

void add_totals(const TextLines& out, const BatchWording& wording) {
  const results::BatchTotals& totals = wording.batch().totals;
  const Strings& strings = wording.strings();
  const auto count = [&](std::uint64_t n) { return format_count(n, wording.language()); };
  out.line(0, strings("outcomes") + ":");
  for (const std::string& code : outcome_codes()) {
    const auto at = totals.exit_codes.find(code);
    if (at != totals.exit_codes.end())
      out.item(kBatchLabel, "  " + wording.outcome(code), count(at->second));
  }
  out.item(kBatchLabel, "  " + strings("total"), count(totals.filings));
  out.line(0, strings("numbers") + ":");
  for (std::size_t i = results::kVerdicts; i-- > 0;) {
    const auto verdict = static_cast<Verdict>(i);
    const auto at = totals.verdicts.find(std::string(to_string(verdict)));
    if (at != totals.verdicts.end())
      out.item(kBatchLabel, "  " + wording.totals().verdict(verdict), count(at->second));
  }
  out.item(kBatchLabel, "  " + strings("total"), count(totals.evaluations));
  std::vector<std::string> refund;
  for (const auto& amount : totals.refund) refund.push_back(amount_words(amount, strings));
  out.line(0, strings("refund") + ": " +
                  (refund.empty() ? strings("text_none") : wording.totals().join(refund, "; ")));
  out.line(0, strings("workers_affected") + ": " + count(totals.workers_affected) + "; " +
                  strings("workers_open") + ": " + count(totals.workers_open));
}

void add_filings(const TextLines& out, const BatchWording& wording) {
  const Strings& strings = wording.strings();
  out.blank();
  out.line(0, strings("batch_filings") + ":");
  for (const results::BatchEntry& filing : wording.batch().filings) {
    if (filing.refused) {
      out.line(2, filing.file + ": " + wording.outcome(std::to_string(filing.exit_code)));
      out.line(kBatchIndent,
               wording.refusal(*filing.refused) + ": " + wording.reason(*filing.refused));
      continue;
    }
    out.line(2, filing.file + ": " + wording.outcome(std::to_string(filing.exit_code)));
    std::vector<std::string> who;
    if (!filing.agency.empty()) who.push_back(filing.agency);
    if (!filing.agency_nib.empty()) who.push_back(strings("meta_nib") + " " + filing.agency_nib);
    who.push_back(strings.count("n_worker", filing.workers));
    out.line(kBatchIndent, wording.totals().join(who, " · "));
    const std::string counts = wording.totals().join(wording.counts(filing), "; ");
    if (!counts.empty()) out.line(kBatchIndent, counts);
    const std::string refund = wording.refund(filing);
    if (!refund.empty()) out.line(kBatchIndent, strings("refund") + ": " + refund);
    out.line(kBatchIndent, "SHA-256 " + filing.sha256);
  }
}

void add_across(const TextLines& out, const BatchWording& wording) {
  if (wording.batch().notices.empty()) return;
  out.blank();
  out.line(0, wording.strings()("across") + ":");
  for (const results::CrossNotice& notice : wording.batch().notices) {
    out.item(8, "  " + notice.id, notice.title.in(wording.language()));
    out.line(8, wording.numbers(notice));
    for (const results::CrossSight& sight : notice.sights) {
      const SightWords words = wording.sight(sight);
      const std::string agency = words.agency.empty() ? "" : " (" + words.agency + ")";
      out.line(8, "- " + words.worker + " · " + words.filing + agency + " · " +
                      wording.totals().join(words.places, "; ") + " · " + words.dates);
    }
    out.line(8, notice.text.in(wording.language()));
  }
}

}  // namespace

Result<void> write_batch_text(const results::Batch& batch, const BatchOptions& options,
                              const Sink& sink) {
  const auto strings = Strings::load(options.report.templates, options.report.language);
  if (!strings) return std::unexpected(strings.error());
  const BatchWording wording(batch, *strings, options.report.unmask);
  const TextLines out(sink);
  add_batch_head(out, wording);
  add_totals(out, wording);
  add_across(out, wording);
  add_filings(out, wording);
  return {};
}

}  // namespace periksa::reports
