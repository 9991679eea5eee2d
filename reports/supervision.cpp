// SPDX-License-Identifier: Apache-2.0
#include "reports/supervision.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "auditor/base/date_format.h"
#include "reports/store_words.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using results::AgencyRow;

/// So many agencies have a bar; all have a row.
constexpr std::size_t kMostBars = 20;

/// So many places of one number are named; what very many have is nobody's.
constexpr std::size_t kMostPlaces = 20;

/// Agencies beside each other.
class SupervisionPaper : private StoreWords {
 public:
  using StoreWords::StoreWords;

  Paper supervision(const results::Supervision& of) const {
    Paper paper = begin(strings_("store_supervision"), {});
    paper.add(PaperFields{{{strings_("store_counted_to"), format_date(of.as_of, language_)},
                           {strings_("store_agencies"), count(of.agencies.size())},
                           {strings_("store_entries"), count(of.entries)},
                           {strings_("store_head"), of.head}}});
    paper.add(PaperText{strings_("store_supervision_about"), PaperText::Kind::quiet});
    paper.add(agency_bars(of.agencies));
    paper.add(PaperBreak{true});
    paper.add(agencies(of.agencies));
    paper.add(PaperBreak{false});
    paper.add(PaperHeading{1, strings_("store_trends")});
    paper.add(PaperText{strings_(of.trends.empty() ? "store_trends_none" : "store_trends_about"),
                        PaperText::Kind::quiet});
    if (!of.trends.empty()) {
      paper.add(quarter_bars(of.trends));
      paper.add(trends(of.trends));
    }
    paper.add(PaperHeading{1, strings_("store_matches")});
    paper.add(PaperText{strings_(of.matches.empty() ? "store_matches_none" : "store_matches_about"),
                        PaperText::Kind::quiet});
    if (!of.matches.empty()) paper.add(matches(of.matches));
    return paper;
  }

 private:
  PaperBars agency_bars(const std::vector<AgencyRow>& rows) const {
    PaperBars chart{"chart-store-agencies", strings_("store_chart_agencies"), {}};
    for (const AgencyRow& row : rows) {
      if (chart.bars.size() == kMostBars) break;
      if (row.breaches + row.suspected + row.open == 0) continue;
      chart.bars.push_back({name(row),
                            {{"breach", strings_("store_breaches"), row.breaches},
                             {"suspected", strings_("store_suspected"), row.suspected},
                             {"insufficient", strings_("store_open"), row.open}}});
    }
    return chart;
  }

  /// "2026-Q1" in words.
  std::string quarter_words(const std::string& quarter) const {
    if (quarter.size() != 7 || quarter[6] < '1' || quarter[6] > '4') return quarter;
    return strings_.term("store_quarter", quarter.substr(6)) + ' ' + quarter.substr(0, 4);
  }

  /// Of all articles together.
  PaperBars quarter_bars(const std::vector<results::TrendRow>& rows) const {
    std::map<std::string, results::TrendRow> quarters;
    for (const auto& row : rows) {
      auto& sum = quarters[row.quarter];
      sum.fresh += row.fresh;
      sum.reopened += row.reopened;
      sum.resolved += row.resolved;
    }
    PaperBars chart{"chart-store-quarters", strings_("store_chart_quarters"), {}};
    for (const auto& [quarter, sum] : quarters)
      chart.bars.push_back({quarter_words(quarter),
                            {{"breach", strings_("store_new"), sum.fresh},
                             {"suspected", strings_("store_returned"), sum.reopened},
                             {"allowed", strings_("store_resolved"), sum.resolved}}});
    return chart;
  }

  PaperTable agencies(const std::vector<AgencyRow>& rows) const {
    PaperTable table;
    table.name = strings_("store_agencies");
    table.columns = {{strings_("number"), 3, true},
                     {strings_("store_agency"), 14},
                     {strings_("store_latest"), 9},
                     {strings_("store_breaches"), 9, true},
                     {strings_("store_suspected"), 9, true},
                     {strings_("store_open"), 7, true},
                     {strings_("store_reopened"), 7, true},
                     {strings_("store_resolved"), 7, true},
                     {strings_("store_overdue"), 7, true},
                     {strings_("store_affected"), 9, true},
                     {strings_("store_refund_latest"), 12, true}};
    for (const AgencyRow& row : rows)
      table.rows.push_back(
          {number(table.rows.size() + 1),
           with_nib(name(row), row.nib) +
               (row.fictitious ? "\n" + strings_("store_fictitious") : ""),
           format_date(row.as_of, language_) + "\n" + strings_.count("n_audit", row.audits),
           number(row.breaches), number(row.suspected), number(row.open), number(row.reopened),
           number(row.resolved), number(row.overdue), number(row.affected), amounts(row.refund)});
    return table;
  }

  PaperTable trends(const std::vector<results::TrendRow>& rows) const {
    PaperTable table;
    table.name = strings_("store_trends_sheet");
    table.columns = {{strings_("store_article"), 20},
                     {strings_("store_quarter"), 8},
                     {strings_("store_new"), 7, true},
                     {strings_("store_returned"), 7, true},
                     {strings_("store_resolved"), 7, true}};
    for (const auto& row : rows)
      table.rows.push_back({row.cite.empty() ? strings_("store_no_article") : row.cite,
                            quarter_words(row.quarter), number(row.fresh), number(row.reopened),
                            number(row.resolved)});
    return table;
  }

  PaperTable matches(const std::vector<results::MatchRow>& rows) const {
    PaperTable table;
    table.name = strings_("store_matches_sheet");
    table.columns = {{strings_("number"), 3, true},
                     {strings_("store_match_kind"), 8},
                     {strings_("store_match_places"), 30}};
    for (const auto& row : rows) {
      std::string places;
      const std::size_t shown = std::min(row.places.size(), kMostPlaces);
      for (std::size_t i = 0; i < shown; ++i) {
        const auto& place = row.places[i];
        const std::string whose = place.worker.empty() ? strings_("paper_agency") : place.worker;
        places += fmt::format("{}{} – {}, {} ({})", i == 0 ? "" : "\n", place.agency, place.file,
                              whose, format_date(place.as_of, language_));
      }
      if (shown < row.places.size())
        places += '\n' + strings_.count("n_more_places", row.places.size() - shown);
      table.rows.push_back(
          {number(table.rows.size() + 1), strings_.term("store_match", row.kind), places});
    }
    return table;
  }
};

}  // namespace

Result<Paper> make_supervision(const results::Supervision& of, const ReportOptions& options) {
  return paper_of<SupervisionPaper>(
      options, [&](const SupervisionPaper& papers) { return papers.supervision(of); });
}

}  // namespace periksa::reports
