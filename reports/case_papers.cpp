// SPDX-License-Identifier: Apache-2.0
#include "reports/case_papers.h"

#include <functional>
#include <map>

#include "auditor/base/date_format.h"
#include "auditor/results/verdict.h"
#include "reports/store_words.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using results::AgencyRow;
using results::AuditRow;
using results::FindingRow;

/// Of agencies, audits and findings by themselves.
class CasePapers : private StoreWords {
 public:
  using StoreWords::StoreWords;

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

  std::string unresolved(const AgencyRow& row) const {
    return strings_.fill("store_unresolved_words",
                         {{"breaches", strings_.count("n_store_breaches", row.breaches)},
                          {"suspected", count(row.suspected)},
                          {"open", count(row.open)},
                          {"overdue", count(row.overdue)}});
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
};

}  // namespace

Result<Paper> make_history(const results::CaseHistory& of, const ReportOptions& options) {
  return paper_of<CasePapers>(options,
                              [&](const CasePapers& papers) { return papers.history(of); });
}

Result<Paper> make_saved_audit(const results::SavedAudit& of, const ReportOptions& options) {
  return paper_of<CasePapers>(options, [&](const CasePapers& papers) { return papers.audit(of); });
}

Result<Paper> make_life(const results::FindingLife& of, const ReportOptions& options) {
  return paper_of<CasePapers>(options, [&](const CasePapers& papers) { return papers.life(of); });
}

Result<Paper> make_overdue(const std::vector<results::OverdueRow>& of, const std::string& as_of,
                           const ReportOptions& options) {
  return paper_of<CasePapers>(options,
                              [&](const CasePapers& papers) { return papers.overdue(of, as_of); });
}

Result<Paper> make_retention(const results::Retention& of, const ReportOptions& options) {
  return paper_of<CasePapers>(options,
                              [&](const CasePapers& papers) { return papers.retention(of); });
}

}  // namespace periksa::reports
