// SPDX-License-Identifier: Apache-2.0
// The draft inspection note (nota pemeriksaan).
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/headline.h"
#include "reports/law_wording.h"
#include "reports/note_findings.h"
#include "reports/paper_maker.h"
#include "reports/papers.h"
#include "reports/quoted_table.h"

namespace periksa::reports {
namespace {

using results::Finding;

constexpr std::size_t kPlaces = 3;  // told of one finding before the annex is pointed to

class Note : PaperMaker {
 public:
  explicit Note(const Wording& wording)
      : PaperMaker(wording, wording.strings()("note_title")),
        agency_(wording, "agency"),
        findings_(note_findings(wording, matter_)) {}

  Paper make() {
    head();
    authority_section();
    agency();
    scope();
    findings();
    other_answers();
    open_points();
    beside();
    left_out();
    closing();
    annexes();
    return std::move(paper_);
  }

 private:
  void head() {
    paper_.kicker = strings_("note_kicker");
    paper_.notices.insert(paper_.notices.begin(), {"draft", "✎", strings_("note_draft")});
    paper_.add(PaperFields{{{strings_("paper_number"), matter_.text("number")},
                            {strings_("paper_subject"), matter_.text("subject")},
                            {strings_("note_place"), matter_.text("place")},
                            {strings_("note_day"), matter_.day("on")}}});
  }

  void authority_section() {
    heading("note_basis");
    paper_.add(PaperList{basis_lines(wording_, "inspection"), true});
    const std::string who = authority(wording_, "inspection");
    if (!who.empty())
      text(strings_.fill("note_authority", {{"day", day(all().header.as_of)}, {"who", who}}));
    text(strings_("note_copy"), Kind::quiet);
    heading("note_assignment");
    paper_.add(PaperFields{{{strings_("note_assignment_number"), matter_.text("assignment/number")},
                            {strings_("note_assignment_day"), matter_.day("assignment/on")},
                            {strings_("note_assignment_by"), matter_.text("assignment/by")}}});
    PaperTable officers;
    officers.name = strings_("note_officers");
    officers.caption = strings_("note_officers");
    officers.columns = {{strings_("number"), 2, true},
                        {strings_("paper_name_column"), 5},
                        {strings_("note_officer_number"), 4},
                        {strings_("note_rank"), 4},
                        {strings_("note_role"), 4}};
    const std::size_t count = std::max<std::size_t>(matter_.how_many("officer"), 1);
    for (std::size_t i = 1; i <= count; ++i)
      officers.rows.push_back({std::to_string(i), officer(i, "name"), officer(i, "number"),
                               officer(i, "rank"), officer(i, "role")});
    paper_.add(std::move(officers));
  }

  std::string officer(std::size_t n, std::string_view name) const {
    return matter_.text(Matter::path("officer", n, name));
  }
  std::string day(const std::string& iso) const { return format_date(iso, wording_.language()); }

  void agency() {
    heading("paper_the_agency");
    for (const auto& row : agency_.rows()) paper_.add(agency_.fields(row));
    table(QuotedTable(wording_, "licences").whole());
  }

  void scope() {
    const auto& header = all().header;
    const auto& summary = all().summary;
    const Language language = wording_.language();
    heading("note_scope");
    std::uint64_t workers = 0;
    std::vector<std::string> files;
    for (const auto& input : header.inputs) {
      workers += input.workers;
      files.push_back(strings_.fill("note_file", {{"file", input.file}, {"sha256", input.sha256}}));
    }
    text(strings_.fill("note_examined",
                       {{"rules", format_count(summary.rules, language)},
                        {"evaluations", format_count(summary.evaluations, language)},
                        {"workers", format_count(workers, language)},
                        {"day", day(header.as_of)}}));
    paper_.add(PaperList{std::move(files), false});
    paper_.add(PaperList{narrowing(wording_), false});
  }

  // -- findings ------------------------------------------------------------------------------

  void findings() {
    paper_.add(PaperBreak{true});
    heading("note_findings");
    if (findings_.table.rows.empty()) return text(strings_("note_no_finding"));
    text(strings_("note_findings_about"), Kind::quiet);
    paper_.add(findings_.table);
    const auto& summary = all().summary;
    if (!summary.refund.empty())
      text(strings_.fill("note_refund", {{"sum", amounts(summary.refund, wording_)}}),
           Kind::strong);
    if (!summary.claimed.empty())
      text(strings_.fill("note_claimed", {{"sum", amounts(summary.claimed, wording_)}}));
  }

  // -- what is not a finding -----------------------------------------------------------------

  void other_answers() {
    if (findings_.other_answers.empty()) return;
    heading("note_other_answers");
    paper_.add(PaperList{findings_.other_answers, false});
  }

  void open_points() {
    if (all().requests.empty()) return;
    heading("note_requests");
    text(strings_("note_requests_about"));
    PaperTable out;
    out.name = strings_("paper_sheet_requests");
    out.columns = {{strings_("number"), 2, true},
                   {strings_("note_paper"), 7},
                   {strings_("note_about_whom"), 7},
                   {strings_("note_ask"), 14}};
    for (const auto& request : all().requests) {
      std::vector<std::string> people;
      for (const auto& worker : request.workers) people.push_back(wording_.person(worker));
      const std::string label = wording_.text(request.label);
      out.rows.push_back(
          {next_number(out), label.empty() ? request.document : label,
           people.empty() ? strings_("paper_agency") : few(people, kPeopleNamed, ", ", wording_),
           wording_.text(request.ask)});
    }
    paper_.add(std::move(out));
  }

  void beside() {
    std::vector<std::string> lines;
    for (const auto& notice : all().notices)
      lines.push_back(
          fmt::format("{}: {}", wording_.text(notice.title), wording_.text(notice.text)));
    for (const auto& finding : all().findings) {
      if (!finding.waiver.empty())
        lines.push_back(fmt::format("{} {}: {} ({})", finding.id, wording_.title(finding),
                                    wording_.verdict(finding.verdict), wording_.waiver(finding)));
    }
    if (lines.empty()) return;
    heading("note_beside");
    text(strings_("note_beside_about"), Kind::quiet);
    paper_.add(PaperList{std::move(lines), false});
  }

  void left_out() {
    heading("note_left_out");
    text(strings_("note_left_out_about"));
    std::map<std::string, std::size_t> kinds;
    for (const auto& entry : all().coverage) ++kinds[entry.kind];
    std::vector<std::string> lines;
    for (const auto& [kind, count] : kinds)
      lines.push_back(fmt::format("{}: {}", strings_.term("uncovered", kind),
                                  format_count(count, wording_.language())));
    paper_.add(PaperList{std::move(lines), false});
    if (!all().coverage.empty()) text(strings_("note_left_out_annex"));
  }

  void closing() {
    paper_.add(PaperBreak{false});
    heading("note_closing");
    text(strings_("headline_preliminary"));
    text(strings_("note_right_to_answer"));
    PaperSignatures signers;
    const std::size_t count = std::max<std::size_t>(matter_.how_many("officer"), 1);
    for (std::size_t i = 1; i <= count; ++i)
      signers.signers.push_back({strings_("note_inspector"), officer(i, "name"),
                                 labelled("note_officer_number", officer(i, "number"))});
    signers.signers.push_back({strings_("note_responsible"), responsible(), ""});
    signers.signers.push_back({strings_("note_witness"), "", ""});
    paper_.add(std::move(signers));
    const auto copies = matter_.texts("copy");
    if (copies.empty()) return;
    heading("paper_copies");
    paper_.add(PaperList{copies, true});
  }

  std::string labelled(std::string_view key, const std::string& value) const {
    return value.empty() ? value : strings_(key) + ": " + value;
  }

  std::string responsible() const {
    if (agency_.rows().empty() || !wording_.unmasked()) return {};
    return agency_.cell(&agency_.rows().front(), "responsible_person");
  }

  // -- annexes -------------------------------------------------------------------------------

  void annexes() {
    paper_.add(PaperBreak{true});
    heading("note_annex_workers");
    text(strings_("note_annex_workers_about"), Kind::quiet);
    PaperTable out;
    out.name = strings_("paper_sheet_workers");
    out.columns = {{strings_("number"), 2, true},  {strings_("paper_worker"), 5},
                   {strings_("paper_finding"), 3}, {strings_("note_fact"), 16},
                   {strings_("note_evidence"), 8}, {strings_("note_initials"), 3}};
    for (const std::size_t i : by_worker()) {
      const Finding& x = all().findings[i];
      out.rows.push_back({next_number(out),
                          x.worker.empty() ? strings_("paper_agency") : wording_.person(x.worker),
                          x.id, joined(wording_.sentence(x)), evidence(x, kPlaces, wording_), ""});
    }
    if (out.rows.empty()) {
      text(strings_("note_no_finding"));
    } else {
      paper_.add(std::move(out));
    }
    for (const bool claimed : {false, true}) {
      PaperTable sums = charges_table(wording_, claimed);
      heading(claimed ? "note_annex_claimed" : "note_annex_sums");
      text(strings_(claimed ? "note_annex_claimed_about" : "note_annex_sums_about"), Kind::quiet);
      if (sums.rows.empty()) {
        text(strings_("note_none"));
      } else {
        paper_.add(std::move(sums));
      }
    }
    texts();
    coverage();
  }

  void texts() {
    heading("note_annex_texts");
    if (findings_.provisions.empty()) return text(strings_("note_none"));
    text(strings_("note_copy"), Kind::quiet);
    PaperTable laws;
    laws.name = strings_("paper_sheet_texts");
    laws.columns = {{strings_("provision"), 6},
                    {strings_("note_text"), 14},
                    {strings_("in_force"), 6},
                    {strings_("note_reading"), 5}};
    for (const auto& id : findings_.provisions) {
      const auto* provision = wording_.provision(id);
      if (provision == nullptr) continue;
      const LawWords law = law_words(*provision, wording_);
      laws.rows.push_back({law.cite, law.paraphrase, law.window, law.mark});
    }
    paper_.add(std::move(laws));
    if (findings_.sanctions.empty()) return;
    PaperTable list;
    list.name = strings_("paper_sheet_sanctions");
    list.columns = {{strings_("number"), 2},
                    {strings_("note_sanction"), 17},
                    {strings_("note_authority_column"), 8},
                    {strings_("note_reading"), 4}};
    for (std::size_t i = 0; i < findings_.sanctions.size(); ++i) {
      const auto& of = *wording_.sanction(findings_.sanctions[i]);
      const SanctionWords words = sanction_words(of, wording_);
      list.rows.push_back({fmt::format("S{}", i + 1),
                           fmt::format("{}: {} {}.", words.kind, words.text, words.cite),
                           words.authority, words.grade});
    }
    paper_.add(std::move(list));
  }

  void coverage() {
    heading("note_annex_left_out");
    if (all().coverage.empty()) return text(strings_("note_none"));
    PaperTable out;
    out.name = strings_("paper_sheet_left_out");
    out.columns = {
        {strings_("number"), 2, true}, {strings_("note_kind"), 5}, {strings_("note_why"), 22}};
    for (const auto& entry : all().coverage)
      out.rows.push_back(
          {next_number(out), strings_.term("uncovered", entry.kind), wording_.text(entry.why)});
    paper_.add(std::move(out));
  }

  std::vector<std::size_t> by_worker() const {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < all().findings.size(); ++i) {
      if (is_indication(all().findings[i], wording_)) list.push_back(i);
    }
    std::ranges::stable_sort(list, {}, [&](std::size_t i) { return all().findings[i].worker; });
    return list;
  }

  QuotedTable agency_;
  NoteFindings findings_;
};

}  // namespace

Paper inspection_note(const Wording& wording) {
  return Note(wording).make();
}

}  // namespace periksa::reports
