// SPDX-License-Identifier: Apache-2.0
#include "reports/supervision.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "auditor/results/verdict.h"
#include "reports/strings.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using results::AgencyRow;
using results::AuditRow;
using results::FindingRow;

/// So many agencies have a bar; all have a row.
constexpr std::size_t kMostBars = 20;

/// So many places of one number are named; what very many have is nobody's.
constexpr std::size_t kMostPlaces = 20;

/// Makes the papers of a store in one language.
class StorePapers {
 public:
  explicit StorePapers(const Strings& strings) : strings_(strings), language_(strings.language()) {}

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

  Paper history(const results::CaseHistory& of) const {
    Paper paper = begin(strings_("store_history"), name(of.agency));
    fictitious(of.agency.fictitious, paper);
    paper.add(PaperFields{{{strings_("store_agency"), name(of.agency)},
                           {"NIB", of.agency.nib.empty() ? "–" : of.agency.nib},
                           {strings_("store_unresolved"), unresolved(of.agency)},
                           {strings_("store_head"), of.head}}});
    PaperTable audits;
    audits.name = strings_("store_audits");
    audits.columns = {{strings_("number"), 3, true},
                      {strings_("store_as_of"), 8},
                      {strings_("store_saved"), 12},
                      {strings_("store_file"), 12},
                      {strings_("store_rules"), 5},
                      {strings_("store_new"), 5, true},
                      {strings_("store_persisting"), 6, true},
                      {strings_("store_returned"), 7, true},
                      {strings_("store_resolved"), 6, true}};
    for (const AuditRow& row : of.audits)
      audits.rows.push_back({id(row.id), format_date(row.as_of, language_), saved(row), row.file,
                             row.rules_version, number(row.fresh), number(row.persisting),
                             number(row.reopened), number(row.resolved)});
    paper.add(PaperBreak{true});
    paper.add(PaperHeading{1, strings_("store_audits")});
    paper.add(std::move(audits));
    paper.add(PaperHeading{1, strings_("store_findings")});
    if (of.findings.empty()) {
      paper.add(PaperText{strings_("store_no_findings"), PaperText::Kind::plain});
    } else {
      paper.add(findings(of.findings));
    }
    if (!of.packs.empty()) {
      paper.add(PaperHeading{1, strings_("store_packs")});
      paper.add(packs(of.packs));
    }
    return paper;
  }

  Paper audit(const results::SavedAudit& of) const {
    const AuditRow& row = of.audit;
    Paper paper =
        begin(strings_.fill("store_audit_title", {{"audit", std::to_string(row.id)}}), row.agency);
    paper.add(PaperFields{{{strings_("store_agency"), row.agency},
                           {strings_("store_file"), row.file},
                           {"SHA-256", row.sha256},
                           {strings_("store_as_of"), format_date(row.as_of, language_)},
                           {strings_("store_saved"), saved(row)},
                           {strings_("store_rules"), row.rules_version},
                           {strings_("store_manifest"), row.manifest},
                           {strings_("store_engine"), row.engine},
                           {strings_("store_workers"), count(row.workers)},
                           {strings_("store_kept"), strings_(row.kept ? "store_yes" : "store_no")},
                           {strings_("store_entry"), std::to_string(row.log)}}});
    if (!of.verdicts.empty()) paper.add(PaperFields{verdicts(of.verdicts)});
    if (!of.document_sha256.empty())
      paper.add(PaperFields{{{strings_("store_results"), of.document_sha256}}});
    if (!row.complete) paper.notices.push_back({"open", "!", strings_("headline_unfinished")});
    if (!row.official) paper.notices.push_back({"open", "!", strings_("store_changed_rules")});
    paper.add(PaperBreak{true});
    if (of.findings.empty()) {
      paper.add(PaperText{strings_("store_no_findings"), PaperText::Kind::plain});
    } else {
      paper.add(findings(of.findings));
    }
    if (!of.waivers.empty()) {
      paper.add(PaperHeading{1, strings_("waivers")});
      paper.add(waivers(of.waivers));
    }
    return paper;
  }

  Paper life(const results::FindingLife& of) const {
    const FindingRow& row = of.finding;
    Paper paper =
        begin(strings_.fill("store_steps_title", {{"finding", std::to_string(row.id)}}), of.agency);
    std::vector<std::pair<std::string, std::string>> fields{
        {strings_("store_agency"), with_nib(of.agency, of.nib)},
        {strings_("store_found"), row.title.in(language_)},
        {strings_("store_article"), row.cite},
        {strings_("store_rule"), row.rule},
        {strings_("store_whose"), whose(row)},
        {strings_("store_verdict"), verdict(row.verdict)},
        {strings_("store_state"), strings_.term("store_state", row.state)}};
    if (!row.due.empty())
      fields.emplace_back(strings_("store_due"), format_date(row.due, language_));
    paper.add(PaperFields{std::move(fields)});
    PaperTable table;
    table.name = strings_("store_steps");
    table.columns = {{strings_("store_entry"), 5, true}, {strings_("store_saved"), 14},
                     {strings_("store_what"), 12},       {strings_("store_day"), 9},
                     {strings_("store_verdict"), 12},    {strings_("store_detail"), 16}};
    for (const auto& step : of.steps)
      table.rows.push_back(
          {id(step.log), at(step.at, step.actor), strings_.term("store_step", step.what),
           format_date(step.as_of, language_), verdict(step.verdict), detail(step)});
    paper.add(std::move(table));
    return paper;
  }

  Paper overdue(const std::vector<results::OverdueRow>& of, const std::string& as_of) const {
    Paper paper =
        begin(strings_.fill("store_overdue_title", {{"day", format_date(as_of, language_)}}), {});
    if (of.empty()) {
      paper.add(PaperText{strings_("store_overdue_none"), PaperText::Kind::plain});
      return paper;
    }
    PaperTable table;
    table.name = strings_("store_overdue");
    table.columns = {{strings_("number"), 5, true}, {strings_("store_agency"), 14},
                     {strings_("store_fact"), 22},  {strings_("store_verdict"), 11},
                     {strings_("store_whose"), 11}, {strings_("store_state"), 9},
                     {strings_("store_due"), 10},   {strings_("store_days"), 6, true}};
    for (const auto& [agency, nib, row, days] : of)
      table.rows.push_back({id(row.id), with_nib(agency, nib), told(row), verdict(row.verdict),
                            whose(row), strings_.term("store_state", row.state),
                            format_date(row.due, language_), number(days)});
    paper.add(std::move(table));
    return paper;
  }

  Paper retention(const results::Retention& of) const {
    Paper paper = begin(strings_("store_retention"), {});
    paper.add(PaperText{strings_("store_retention_about"), PaperText::Kind::quiet});
    PaperTable table;
    table.name = strings_("store_retention_people");
    table.columns = {{strings_("number"), 4, true},         {strings_("store_agency"), 14},
                     {strings_("store_saved"), 12},         {strings_("store_workers"), 8, true},
                     {strings_("store_numbers"), 8, true},  {strings_("store_facts"), 8},
                     {strings_("store_forgotten"), 8, true}};
    for (const auto& row : of.audits)
      table.rows.push_back({id(row.audit), row.agency, at(row.at, {}), number(row.workers),
                            number(row.numbers), strings_(row.facts ? "store_yes" : "store_no"),
                            number(row.forgotten)});
    paper.add(std::move(table));
    if (!of.notes.empty()) {
      paper.add(PaperHeading{1, strings_("store_notes")});
      paper.add(PaperText{strings_("store_notes_about"), PaperText::Kind::quiet});
      paper.add(notes(of.notes));
    }
    if (of.backups.empty()) return paper;
    paper.add(PaperHeading{1, strings_("store_backups")});
    PaperTable backups;
    backups.name = strings_("store_backups");
    backups.columns = {{strings_("store_backup_file"), 20},
                       {strings_("store_saved"), 10},
                       {strings_("store_still_there"), 12, true}};
    for (const auto& row : of.backups)
      backups.rows.push_back({row.file, at(row.at, {}), number(row.forgotten_since)});
    paper.add(std::move(backups));
    return paper;
  }

 private:
  Paper begin(const std::string& title, const std::string& subtitle) const {
    Paper paper;
    paper.language = language_;
    paper.kicker = strings_("store_kicker");
    paper.title = title;
    paper.subtitle = subtitle;
    paper.foot = title + (subtitle.empty() ? "" : " – " + subtitle);
    paper.made_by = strings_("store_made_by");
    return paper;
  }

  void fictitious(bool is, Paper& paper) const {
    if (is) paper.notices.push_back({"fictitious", "◇", strings_("store_fictitious")});
  }

  std::string count(std::uint64_t of) const { return format_count(of, language_); }
  std::string count(std::int64_t of) const { return format_integer(of, language_); }

  PaperCell number(std::uint64_t of) const { return {count(of), std::to_string(of)}; }
  PaperCell number(std::int64_t of) const { return {count(of), std::to_string(of)}; }
  /// As the verbs read it: without separators.
  static PaperCell id(std::int64_t of) { return {std::to_string(of), std::to_string(of)}; }

  /// "2026-03-12T08:15:30Z" as a day and a time.
  std::string at(const std::string& stamp, const std::string& actor) const {
    const std::string when = stamp.size() < 16 ? stamp
                                               : format_date(stamp.substr(0, 10), language_) + ' ' +
                                                     stamp.substr(11, 5) + " UTC";
    return actor.empty() ? when : when + '\n' + actor;
  }
  std::string saved(const AuditRow& row) const { return at(row.at, row.actor); }

  std::string detail(const results::StepRow& row) const {
    std::string text;
    const auto add = [&](const std::string& line) {
      if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
    };
    add(row.reference);
    if (!row.due.empty())
      add(strings_.fill("store_by_day", {{"day", format_date(row.due, language_)}}));
    add(row.document);
    add(row.note);
    return text;
  }

  /// The gravest first.
  std::vector<std::pair<std::string, std::string>> verdicts(
      const std::vector<std::pair<std::string, std::uint64_t>>& of) const {
    std::map<results::Verdict, std::uint64_t, std::greater<>> sorted;
    for (const auto& [word, subjects] : of) {
      if (const auto known = results::parse_verdict(word)) sorted[*known] = subjects;
    }
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& [known, subjects] : sorted)
      rows.emplace_back(wording(known).in(language_), count(subjects));
    return rows;
  }

  std::string verdict(const std::string& word) const {
    const auto known = results::parse_verdict(word);
    return known ? wording(*known).in(language_) : word;
  }

  static std::string name(const AgencyRow& row) { return row.name.empty() ? row.nib : row.name; }

  std::string with_nib(const std::string& agency, const std::string& nib) const {
    if (agency.empty()) return "NIB " + nib;
    return agency + (nib.empty() || nib == agency ? "" : "\nNIB " + nib);
  }

  /// What was found, by which article and rule.
  std::string told(const FindingRow& row) const {
    return row.title.in(language_) + (row.cite.empty() ? "" : "\n" + row.cite) + "\n" + row.rule;
  }

  /// The record it is about names its worker too: "W020/contract-1".
  std::string whose(const FindingRow& row) const {
    if (row.worker.empty()) {
      const bool tells = !row.subject.empty() && row.subject != "agency";
      return strings_("paper_agency") + (tells ? "\n" + row.subject : "");
    }
    return row.subject.empty() ? row.worker : row.subject;
  }

  std::string amounts(const std::vector<results::Amount>& of) const {
    std::string text;
    for (const auto& amount : of)
      text += (text.empty() ? "" : "\n") + amount_words(amount, strings_);
    return text;
  }

  std::string unresolved(const AgencyRow& row) const {
    return strings_.fill("store_unresolved_words",
                         {{"breaches", strings_.count("n_store_breaches", row.breaches)},
                          {"suspected", count(row.suspected)},
                          {"open", count(row.open)},
                          {"overdue", count(row.overdue)}});
  }

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

  PaperTable packs(const std::vector<results::PackRow>& rows) const {
    PaperTable table;
    table.name = strings_("store_packs");
    table.columns = {{strings_("store_entry"), 5, true},
                     {strings_("store_saved"), 14},
                     {strings_("store_whose"), 9},
                     {strings_("store_edition"), 12},
                     {strings_("store_content"), 30}};
    for (const auto& row : rows)
      table.rows.push_back({id(row.log), at(row.at, row.actor),
                            row.worker.empty() ? strings_("store_whole_case") : row.worker,
                            strings_.term("store_edition", row.edition), row.content});
    return table;
  }

  PaperTable waivers(const std::vector<results::SavedWaiver>& rows) const {
    PaperTable table;
    table.name = strings_("waivers");
    table.columns = {{strings_("waiver"), 8},           {strings_("store_rule"), 14},
                     {strings_("store_authority"), 14}, {strings_("store_reason"), 20},
                     {strings_("store_until"), 9},      {strings_("waiver_outcome"), 14}};
    for (const auto& row : rows)
      table.rows.push_back({row.id, row.rule, row.authority, row.reason,
                            format_date(row.expires, language_),
                            strings_.term("waiver_state", row.state)});
    return table;
  }

  PaperTable notes(const std::vector<results::NoteRow>& rows) const {
    PaperTable table;
    table.name = strings_("store_notes");
    table.columns = {{strings_("store_entry"), 5, true},
                     {strings_("store_saved"), 14},
                     {strings_("store_what"), 12},
                     {strings_("store_agency"), 14}};
    for (const auto& row : rows)
      table.rows.push_back(
          {id(row.log), at(row.at, row.actor), strings_.term("store_step", row.what), row.agency});
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

  PaperTable findings(const std::vector<FindingRow>& rows) const {
    PaperTable table;
    table.name = strings_("store_findings");
    table.columns = {{strings_("number"), 4, true},   {strings_("store_state"), 9},
                     {strings_("store_verdict"), 10}, {strings_("store_fact"), 22},
                     {strings_("store_whose"), 9},    {strings_("store_became"), 9},
                     {strings_("store_due"), 10},     {strings_("store_refund"), 13, true}};
    for (const FindingRow& row : rows)
      table.rows.push_back({id(row.id), strings_.term("store_state", row.state),
                            verdict(row.verdict), told(row), whose(row),
                            strings_.term("store_step", row.shift), format_date(row.due, language_),
                            row.refund ? amount_words(*row.refund, strings_) : std::string()});
    return table;
  }

  const Strings& strings_;
  Language language_;
};

template <class Make>
Result<Paper> with_strings(const ReportOptions& options, const Make& make) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  return make(StorePapers(*strings));
}

}  // namespace

Result<Paper> make_supervision(const results::Supervision& of, const ReportOptions& options) {
  return with_strings(options, [&](const StorePapers& papers) { return papers.supervision(of); });
}

Result<Paper> make_history(const results::CaseHistory& of, const ReportOptions& options) {
  return with_strings(options, [&](const StorePapers& papers) { return papers.history(of); });
}

Result<Paper> make_saved_audit(const results::SavedAudit& of, const ReportOptions& options) {
  return with_strings(options, [&](const StorePapers& papers) { return papers.audit(of); });
}

Result<Paper> make_life(const results::FindingLife& of, const ReportOptions& options) {
  return with_strings(options, [&](const StorePapers& papers) { return papers.life(of); });
}

Result<Paper> make_overdue(const std::vector<results::OverdueRow>& of, const std::string& as_of,
                           const ReportOptions& options) {
  return with_strings(options,
                      [&](const StorePapers& papers) { return papers.overdue(of, as_of); });
}

Result<Paper> make_retention(const results::Retention& of, const ReportOptions& options) {
  return with_strings(options, [&](const StorePapers& papers) { return papers.retention(of); });
}

}  // namespace periksa::reports
