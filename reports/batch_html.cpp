// SPDX-License-Identifier: Apache-2.0
// The page of several filings.
#include <algorithm>
#include <array>
#include <tuple>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/batch_report.h"
#include "reports/batch_wording.h"
#include "reports/charts.h"
#include "reports/headline.h"
#include "reports/html_folder.h"
#include "reports/html_parts.h"

namespace periksa::reports {
namespace {

using results::BatchEntry;

/// A name as a relative address: every byte that could mean something else is written as %XX.
std::string address(const std::string& name) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out = "./";
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      out += c;
    } else {
      out += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    }
  }
  return out;
}

void add_editions(const html::Masthead& head, const BatchWording& wording) {
  const Strings& strings = wording.strings();
  std::uint64_t fictitious = 0;
  for (const BatchEntry& filing : wording.batch().filings) fictitious += filing.fictitious ? 1 : 0;
  if (fictitious > 0)
    head.add_edition("fictitious", "◇", strings.count("n_fictitious", fictitious));
  if (wording.unmasked()) {
    head.add_edition("open", "!", strings("edition_open"));
  } else if (!wording.batch().secrets.empty()) {
    head.add_edition("masked", "▒", strings("edition_masked"));
  }
}

void add_summary(const Page& page, const BatchWording& wording) {
  const Page summary = page.include("summary", "summary.html");
  summary.set("kind", wording.kind());
  summary.set("sentence", wording.sentence());
  for (const std::string& text : wording.beside()) summary.section("beside").set("line", text);
  summary.set("rule_set", rule_set_line(wording.totals()));
  summary.set("rule_set_kind", wording.batch().header.official ? "official" : "changed");
  for (const std::string& text : narrowing(wording.totals()))
    summary.section("narrowing").set("line", text);
}

void add_outcomes(const Page& page, const BatchWording& wording) {
  const auto& codes = wording.batch().totals.exit_codes;
  for (const std::string& code : outcome_codes()) {
    const auto at = codes.find(code);
    if (at == codes.end()) continue;
    const Page row = page.section("outcome");
    row.set("label", wording.outcome(code));
    row.set("count", format_count(at->second, wording.language()));
  }
  page.set("filings_total", format_count(wording.batch().totals.filings, wording.language()));
}

/// The agencies beside each other, those with most breaches first.
void add_comparison(const Page& page, const BatchWording& wording) {
  constexpr std::array kShown{results::Verdict::breach, results::Verdict::suspected,
                              results::Verdict::insufficient};
  constexpr std::size_t kMost = 30;
  std::vector<Bar> bars;
  for (const BatchEntry& filing : wording.batch().filings) {
    if (filing.refused) continue;
    Bar bar{filing.agency.empty() ? filing.file : filing.agency, {}};
    for (const auto verdict : kShown) {
      const auto at = filing.findings.find(std::string(to_string(verdict)));
      bar.parts.push_back({to_string(verdict), wording.totals().verdict(verdict),
                           at == filing.findings.end() ? 0 : at->second, ""});
    }
    bars.push_back(std::move(bar));
  }
  std::ranges::stable_sort(bars, std::greater{}, [](const Bar& bar) {
    return std::tuple(bar.parts[0].size, bar.parts[1].size, bar.parts[2].size);
  });
  if (bars.size() > kMost) bars.resize(kMost);
  if (bars.size() > 1)
    add_bars(page, "comparison", "chart-agencies", wording.strings()("chart_agencies"), bars,
             wording.totals());
}

void add_numbers(const Page& page, const BatchWording& wording) {
  const Strings& strings = wording.strings();
  const results::BatchTotals& totals = wording.batch().totals;
  const Page numbers = page.include("numbers", "numbers.html");
  numbers.set("how_many",
              strings.fill("batch_numbers",
                           {{"evaluations", strings.count("n_evaluation", totals.evaluations)},
                            {"filings", strings.count("n_filing", totals.assessed)}}));
  html::add_counts(numbers, wording.totals());
}

void add_across(const Page& page, const BatchWording& wording) {
  const auto& notices = wording.batch().notices;
  const bool compared = wording.batch().totals.compared > 0;
  page.show(!notices.empty() ? "across_some" : compared ? "across_none" : "across_not");
  for (const results::CrossNotice& notice : notices) {
    const Page lead = page.section("lead");
    lead.set("id", notice.id);
    lead.set("title", notice.title.in(wording.language()));
    lead.set("text", notice.text.in(wording.language()));
    lead.set("numbers", wording.numbers(notice));
    for (const results::CrossSight& sight : notice.sights) {
      const SightWords words = wording.sight(sight);
      const Page row = lead.section("sight");
      row.set("worker", words.worker);
      row.set("filing", words.filing);
      html::add_text(row, "agency", "name", words.agency);
      for (const std::string& place : words.places) row.section("place").set("text", place);
      row.set("dates", words.dates);
    }
  }
}

using Linked = BatchOptions::Linked;

/// Where the document of a filing stands beside the summary.
std::string address_of(const BatchEntry& filing, Linked linked) {
  std::uint64_t findings = 0;
  for (const auto& [verdict, count] : filing.findings) findings += count;
  const bool folder = linked == Linked::reports && needs_folder(findings);
  return address(filing.document) + (folder ? "/index.html" : ".html");
}

void add_file(const Page& row, const BatchEntry& filing, Linked linked) {
  const Page file = row.section(linked == Linked::none ? "plain" : "linked");
  file.set("name", filing.file);
  if (linked != Linked::none) file.set("address", address_of(filing, linked));
}

void add_assessed(const Page& page, const BatchEntry& filing, const BatchWording& wording,
                  Linked linked) {
  const Strings& strings = wording.strings();
  const Page row = page.section("filing");
  add_file(row, filing, linked);
  html::add_text(row, "agency", "name", filing.agency);
  html::add_text(row, "nib", "number", filing.agency_nib);
  row.set("as_of", format_date(filing.as_of, wording.language()));
  row.set("sha256", filing.sha256);
  row.set("outcome", wording.outcome(std::to_string(filing.exit_code)));
  for (const std::string& line : wording.counts(filing)) row.section("count").set("text", line);
  row.set("workers", strings.count("n_worker", filing.workers));
  const auto people = [&](const char* key, std::uint64_t n) {
    if (n > 0)
      row.section("people").set("text", strings(key) + ": " + format_count(n, wording.language()));
  };
  people("workers_affected", filing.workers_affected);
  people("workers_open", filing.workers_open);
  html::add_text(row, "refund", "amount", wording.refund(filing));
}

void add_filings(const Page& page, const BatchWording& wording, Linked linked) {
  const auto& totals = wording.batch().totals;
  const Page assessed = totals.assessed > 0 ? page.section("assessed") : page;
  const Page refused = totals.refused > 0 ? page.section("refused") : page;
  for (const BatchEntry& filing : wording.batch().filings) {
    if (!filing.refused) {
      add_assessed(assessed, filing, wording, linked);
      continue;
    }
    const Page row = refused.section("filing");
    row.set("name", filing.file);
    row.set("how_many", wording.refusal(*filing.refused));
    row.set("first", wording.reason(*filing.refused));
  }
  if (totals.assessed == 0) page.show("none_assessed");
  if (totals.refused > 0) page.show("has_refused");
}

}  // namespace

Result<void> write_batch_html(const results::Batch& batch, const BatchOptions& options,
                              const Sink& sink) {
  const auto strings = Strings::load(options.report.templates, options.report.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.report.templates);
  if (!templates) return std::unexpected(templates.error());
  const BatchWording wording(batch, *strings, options.report.unmask);
  const PageRoot page;
  html::add_frame(page, wording.totals(), (*strings)("batch_title"));
  html::Masthead masthead(page, (*strings)("kicker"), (*strings)("batch_title"));
  if (!batch.header.as_of.empty())
    masthead.add_meta((*strings)("meta_as_of"),
                      format_date(batch.header.as_of, wording.language()));
  masthead.add_meta((*strings)("manifest"), batch.header.manifest_sha256);
  add_editions(masthead, wording);
  add_summary(page, wording);
  add_outcomes(page, wording);
  add_comparison(page, wording);
  add_numbers(page, wording);
  html::add_people(page, wording.totals());
  add_across(page, wording);
  add_filings(page, wording, options.linked);
  templates->expand("batch.html", page, sink);
  return {};
}

}  // namespace periksa::reports
