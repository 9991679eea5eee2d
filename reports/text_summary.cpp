// SPDX-License-Identifier: Apache-2.0
#include "reports/text_summary.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/headline.h"
#include "reports/law_wording.h"
#include "reports/measure_wording.h"
#include "reports/paper_parts.h"
#include "reports/text_lines.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Verdict;

constexpr std::size_t kForemost = 10;
constexpr std::size_t kSummaryLabel = 34;

void add_summary_head(const TextLines& out, const Wording& wording) {
  const results::Header& header = wording.results().header;
  const Strings& strings = wording.strings();
  const std::string day = format_date(header.as_of, wording.language());
  out.line(
      0, (header.agency.empty() ? "" : header.agency + " · ") + strings("meta_as_of") + " " + day);
  for (const std::string& text : extract_lines(wording)) out.line(0, text);
  out.blank();
  const Headline line = headline(wording);
  out.line(0, line.sentence);
  for (const std::string& text : line.beside) out.line(0, text);
  out.line(0, rule_set_line(wording));
  for (const std::string& text : narrowing(wording)) out.line(0, text);
  out.blank();
}

void add_counts(const TextLines& out, const Wording& wording) {
  const results::Summary& sum = wording.results().summary;
  const Strings& strings = wording.strings();
  for (std::size_t i = results::kVerdicts; i-- > 0;) {
    const auto verdict = static_cast<Verdict>(i);
    const auto at = sum.verdicts.find(std::string(to_string(verdict)));
    if (at == sum.verdicts.end() || at->second == 0) continue;
    out.item(kSummaryLabel, wording.verdict(verdict), format_count(at->second, wording.language()));
  }
  out.item(kSummaryLabel, strings("total"), format_count(sum.evaluations, wording.language()));
  out.blank();
  out.line(0, strings("refund") + ": " +
                  (sum.refund.empty() ? strings("text_none") : amounts(sum.refund, wording)));
  if (!sum.claimed.empty()) out.line(0, strings("claimed") + ": " + amounts(sum.claimed, wording));
  out.line(0, strings("workers_affected") + ": " +
                  format_count(sum.workers_affected, wording.language()) + "; " +
                  strings("workers_open") + ": " +
                  format_count(sum.workers_open, wording.language()));
}

void add_measures(const TextLines& out, const Wording& wording) {
  for (const results::Measure& measure : wording.results().measures) {
    const std::string line = measure_line(measure, wording);
    if (!line.empty()) out.line(0, line);
  }
}

std::vector<std::size_t> foremost(const std::vector<Finding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
    return std::tuple(!findings[i].readiness, findings[i].verdict, findings[i].severity);
  });
  order.resize(std::min(order.size(), kForemost));
  return order;
}

std::string article(const Finding& finding, const Wording& wording) {
  if (finding.citations.empty()) return wording.strings()("without_citation");
  const auto* const provision = wording.provision(finding.citations.front().provision);
  return provision == nullptr ? finding.citations.front().provision
                              : law_words(*provision, wording).cite;
}

void add_foremost(const TextLines& out, const Wording& wording) {
  const auto& findings = wording.results().findings;
  if (findings.empty()) return;
  out.blank();
  out.line(0, wording.strings()("text_first"));
  for (const std::size_t i : foremost(findings)) {
    const Finding& x = findings[i];
    out.item(8, "  " + x.id, wording.verdict(x.verdict) + ": " + wording.title(x));
    std::string place = article(x, wording) + " · " + wording.subject(x);
    if (!x.evidence.empty()) place += " · " + wording.fact(x.evidence.front()).place;
    out.line(8, place);
  }
  if (findings.size() <= kForemost) return;
  out.line(
      2, wording.strings().fill(
             "text_more", {{"n", format_count(findings.size() - kForemost, wording.language())}}));
}

void add_waivers(const TextLines& out, const Wording& wording) {
  const auto& waivers = wording.results().waivers;
  if (waivers.empty()) return;
  out.blank();
  out.line(0, wording.strings()("waivers"));
  for (const results::Waiver& x : waivers) {
    out.item(8, "  " + x.id,
             wording.strings().term("waiver_state", x.state) + " · " + x.rule + " · " +
                 wording.waiver_subject(x));
    out.line(8, x.authority + ": " + x.reason + " " + wording.waiver_window(x));
    for (const Finding& finding : wording.results().findings) {
      if (std::ranges::find(x.findings, finding.id) == x.findings.end()) continue;
      out.line(8, finding.id + " · " + wording.verdict(finding.original));
    }
  }
}

/// Screens, one line each, with the workers and how many signs.
void add_screens(const TextLines& out, const Wording& wording) {
  bool first = true;
  std::size_t told = 0;
  std::size_t more = 0;
  for (const results::Notice& x : wording.results().notices) {
    if (!x.screen) continue;
    if (told == kForemost) {
      ++more;
      continue;
    }
    if (first) {
      out.blank();
      out.line(0, wording.strings()("text_screens"));
      first = false;
    }
    ++told;
    std::vector<std::string> signs;
    for (const results::Sign& sign : x.signs) {
      if (sign.truth == results::Truth::yes) signs.push_back(wording.text(sign.title));
    }
    const std::vector<std::string> shown(
        x.workers.begin(),
        x.workers.begin() + static_cast<std::ptrdiff_t>(std::min(x.workers.size(), kForemost)));
    const std::string rest = shown.size() < x.workers.size() ? " …" : "";
    out.item(8, "  " + x.id, wording.text(x.title) + ": " + wording.people(shown) + rest);
    if (x.referral) out.line(8, wording.join(signs, "; "));
  }
  if (more == 0) return;
  out.line(2, wording.strings().fill("text_more_screens",
                                     {{"n", format_count(more, wording.language())}}));
}

}  // namespace

Result<void> write_summary(const results::Results& results, const ReportOptions& options,
                           const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const Wording wording(results, *strings, options.unmask, options.store);
  const TextLines out(sink);
  add_summary_head(out, wording);
  add_counts(out, wording);
  add_measures(out, wording);
  add_foremost(out, wording);
  add_waivers(out, wording);
  add_screens(out, wording);
  return {};
}

}  // namespace periksa::reports
