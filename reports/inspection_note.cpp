// SPDX-License-Identifier: Apache-2.0
// The draft inspection note (nota pemeriksaan).
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "reports/date_format.h"
#include "reports/headline.h"
#include "reports/law_groups.h"
#include "reports/law_wording.h"
#include "reports/number_format.h"
#include "reports/paper_parts.h"
#include "reports/papers.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Verdict;
using Kind = PaperText::Kind;

constexpr std::size_t kPlaces = 3;  // told of one finding before the annex is pointed to
constexpr std::size_t kCitations = 5;
constexpr std::size_t kPeople = 12;  // named in one row

class Note {
 public:
  explicit Note(const Wording& wording)
      : wording_(wording),
        strings_(wording.strings()),
        matter_(wording),
        paper_(begin_paper(wording, strings_("note_title"))) {}

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
  const results::Results& all() const { return wording_.results(); }
  void heading(std::string_view key) { paper_.add(PaperHeading{1, strings_(key)}); }
  void text(std::string words, Kind kind = Kind::plain) {
    paper_.add(PaperText{std::move(words), kind});
  }

  void head() {
    paper_.kicker = strings_("note_kicker");
    paper_.notices.insert(paper_.notices.begin(), {"draft", "✎", strings_("note_draft")});
    paper_.add(PaperFields{{{strings_("paper_number"), matter_.text("number")},
                            {strings_("paper_subject"), matter_.text("subject")},
                            {strings_("note_place"), matter_.text("place")},
                            {strings_("note_day"), matter_.text("on")}}});
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
                            {strings_("note_assignment_day"), matter_.text("assignment/on")},
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
    const auto& agencies = table(wording_, "agency");
    for (const auto& row : agencies.rows) paper_.add(fields(agencies, row, wording_));
    const auto& licences = table(wording_, "licences");
    if (licences.rows.empty()) return;
    PaperTable out;
    out.name = out.caption = wording_.text(licences.title);
    for (const auto& column : licences.columns) out.columns.push_back({wording_.text(column), 1});
    for (const auto& row : licences.rows) {
      PaperRow cells;
      for (std::size_t i = 0; i < licences.columns.size(); ++i)
        cells.emplace_back(cell(row, i, wording_));
      out.rows.push_back(std::move(cells));
    }
    paper_.add(std::move(out));
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
    PaperTable out;
    out.name = strings_("paper_sheet_findings");
    out.columns = {{strings_("number"), 2, true},  {strings_("note_fact"), 11},
                   {strings_("note_evidence"), 9}, {strings_("note_norm"), 7},
                   {strings_("note_opinion"), 7},  {strings_("note_instruction"), 10},
                   {strings_("note_deadline"), 4}, {strings_("note_answer"), 7}};
    // What is indicated stands before what is only to be confirmed, each by its article.
    const auto groups = by_law(wording_);
    for (const Verdict gravest : {Verdict::breach, Verdict::suspected}) {
      for (const LawGroup& group : groups) {
        for (const Case& one : group.cases) add_case(one, gravest, out);
      }
    }
    if (out.rows.empty()) {
      text(strings_("note_no_finding"));
      return;
    }
    text(strings_("note_findings_about"), Kind::quiet);
    paper_.add(std::move(out));
    const auto& summary = all().summary;
    if (!summary.refund.empty())
      text(strings_.fill("note_refund", {{"sum", amounts(summary.refund, wording_)}}),
           Kind::strong);
    if (!summary.claimed.empty())
      text(strings_.fill("note_claimed", {{"sum", amounts(summary.claimed, wording_)}}));
  }

  void add_case(const Case& one, Verdict gravest, PaperTable& out) {
    std::vector<std::size_t> indications;
    for (const std::size_t i : one.findings) {
      if (is_indication(all().findings[i], wording_)) indications.push_back(i);
    }
    const bool meant =
        !indications.empty() && all().findings[indications.front()].verdict == gravest;
    if (!meant) return;
    const Finding& first = all().findings[indications.front()];
    out.rows.push_back({std::to_string(out.rows.size() + 1), fact(indications),
                        evidence(first, kPlaces, wording_), norm(first), opinion(indications),
                        instruction(first), "", answers(indications)});
  }

  std::string fact(const std::vector<std::size_t>& indexes) const {
    const Finding& first = all().findings[indexes.front()];
    if (indexes.size() == 1)
      return fmt::format("{}, {}\n{}", first.id, wording_.subject(first),
                         joined(wording_.sentence(first)));
    std::vector<std::string> people;
    for (const std::size_t i : indexes) {
      const Finding& x = all().findings[i];
      const std::string who = x.worker.empty() ? x.subject : wording_.person(x.worker);
      if (std::ranges::find(people, who) == people.end()) people.push_back(who);
    }
    return fmt::format(
        "{}.\n{}\n{}", wording_.title(first),
        strings_.count("n_finding", indexes.size()) + ": " + few(people, kPeople, ", ", wording_),
        strings_("note_see_annex"));
  }

  /// Articles and sanctions by their names; Annex 4 has their texts.
  std::string norm(const Finding& x) {
    std::vector<std::string> lines;
    const bool alternative =
        std::ranges::any_of(x.citations, [](const auto& cite) { return cite.alternative; });
    const auto cites = citations(x, wording_);
    lines.push_back(
        few(cites, kCitations, alternative ? " " + strings_("note_or") + "\n" : ";\n", wording_));
    std::vector<std::string> letters;
    for (const auto& id : x.sanctions) {
      if (wording_.sanction(id) == nullptr) continue;
      letters.push_back(fmt::format("S{}", place_in(sanctions_, id)));
    }
    if (!letters.empty())
      lines.push_back(strings_.fill("note_sanctions", {{"letters", wording_.join(letters, ", ")}}));
    for (const auto& cite : x.citations) place_in(provisions_, cite.provision);
    return wording_.join(lines, "\n");
  }

  /// Its number in the list, counted from 1; new ones come last.
  static std::size_t place_in(std::vector<std::string>& list, const std::string& item) {
    const auto at = std::ranges::find(list, item);
    const auto place = static_cast<std::size_t>(at - list.begin()) + 1;
    if (at == list.end()) list.push_back(item);
    return place;
  }

  std::string opinion(const std::vector<std::size_t>& indexes) const {
    std::set<Verdict, std::greater<>> verdicts;
    for (const std::size_t i : indexes) verdicts.insert(all().findings[i].verdict);
    std::vector<std::string> words;
    for (const Verdict verdict : verdicts) words.push_back(wording_.verdict(verdict));
    const Finding& first = all().findings[indexes.front()];
    std::vector<std::string> lines{wording_.join(words, "; ")};
    std::vector<std::string> bases;
    for (const auto& basis : first.told_by) bases.push_back(strings_.term("basis", basis));
    if (!bases.empty())
      lines.push_back(strings_.fill("note_rests_on", {{"bases", wording_.join(bases, ", ")}}));
    const bool act =
        std::ranges::any_of(first.citations, [](const auto& cite) { return cite.proves == "act"; });
    if (act) lines.push_back(strings_("note_act_only"));
    for (const auto& note : first.notes) lines.push_back(wording_.text(note));
    return wording_.join(lines, "\n");
  }

  std::string instruction(const Finding& x) const {
    std::vector<std::string> lines;
    for (const auto& remedy : x.remedies) {
      lines.push_back(remedy.who.empty() || remedy.who == "P3MI"
                          ? wording_.text(remedy.text)
                          : fmt::format("{}: {}", remedy.who, wording_.text(remedy.text)));
    }
    return wording_.join(lines, "\n");
  }

  std::string answer(std::size_t n, std::string_view name) const {
    return matter_.text(Matter::path("answer", n, name));
  }
  std::string answer_words(std::size_t n) const {
    return fmt::format("{} ({}): {}", strings_.term("asserter", answer(n, "by")), answer(n, "on"),
                       answer(n, "text"));
  }

  /// What was answered to one of these findings, or to the rule as a whole.
  std::string answers(const std::vector<std::size_t>& indexes) {
    std::vector<std::string> lines;
    for (std::size_t i = 1; i <= matter_.how_many("answer"); ++i) {
      const std::string subject = answer(i, "subject");
      const bool meant = std::ranges::any_of(indexes, [&](std::size_t index) {
        const Finding& x = all().findings[index];
        return answer(i, "rule") == x.rule &&
               (subject.empty() || subject == x.subject || subject == x.worker);
      });
      if (!meant) continue;
      answered_.insert(i);
      lines.push_back(answer_words(i));
    }
    return wording_.join(lines, "\n");
  }

  /// Answers to what is no finding of the note.
  void other_answers() {
    std::vector<std::string> lines;
    for (std::size_t i = 1; i <= matter_.how_many("answer"); ++i) {
      if (answered_.contains(i)) continue;
      const auto* rule = wording_.rule(answer(i, "rule"));
      const std::string subject = answer(i, "subject");
      lines.push_back(
          fmt::format("{}{}. {}", rule == nullptr ? answer(i, "rule") : wording_.text(rule->met),
                      subject.empty() ? "" : " – " + wording_.record(subject), answer_words(i)));
    }
    if (lines.empty()) return;
    heading("note_other_answers");
    paper_.add(PaperList{std::move(lines), false});
  }

  // -- what is not a finding -----------------------------------------------------------------

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
          {std::to_string(out.rows.size() + 1), label.empty() ? request.document : label,
           people.empty() ? strings_("paper_agency") : few(people, kPeople, ", ", wording_),
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
    const auto& agencies = table(wording_, "agency");
    if (agencies.rows.empty() || !wording_.unmasked()) return {};
    return cell(agencies.rows.front(), agencies.columns.size() - 1, wording_);
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
      out.rows.push_back({std::to_string(out.rows.size() + 1),
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
    if (provisions_.empty()) return text(strings_("note_none"));
    text(strings_("note_copy"), Kind::quiet);
    PaperTable laws;
    laws.name = strings_("paper_sheet_texts");
    laws.columns = {{strings_("provision"), 6},
                    {strings_("note_text"), 14},
                    {strings_("in_force"), 6},
                    {strings_("note_reading"), 5}};
    for (const auto& id : provisions_) {
      const auto* provision = wording_.provision(id);
      if (provision == nullptr) continue;
      const LawWords law = law_words(*provision, wording_);
      laws.rows.push_back({law.cite, law.paraphrase, law.window, law.mark});
    }
    paper_.add(std::move(laws));
    if (sanctions_.empty()) return;
    PaperTable list;
    list.name = strings_("paper_sheet_sanctions");
    list.columns = {{strings_("number"), 2},
                    {strings_("note_sanction"), 17},
                    {strings_("note_authority_column"), 8},
                    {strings_("note_reading"), 4}};
    for (std::size_t i = 0; i < sanctions_.size(); ++i) {
      const SanctionWords words = sanction_words(*wording_.sanction(sanctions_[i]), wording_);
      list.rows.push_back({fmt::format("S{}", i + 1), words.kind + ": " + words.text,
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
      out.rows.push_back({std::to_string(out.rows.size() + 1),
                          strings_.term("uncovered", entry.kind), wording_.text(entry.why)});
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

  const Wording& wording_;
  const Strings& strings_;
  Matter matter_;
  Paper paper_;
  std::vector<std::string> provisions_;  // ids that findings of the note cite, in their order
  std::vector<std::string> sanctions_;
  std::set<std::size_t> answered_;  // answers that stand beside a finding
};

}  // namespace

Paper inspection_note(const Wording& wording) {
  return Note(wording).make();
}

}  // namespace periksa::reports
