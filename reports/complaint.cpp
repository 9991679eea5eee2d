// SPDX-License-Identifier: Apache-2.0
// A trade union's complaint, with what it still lacks told before it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "auditor/base/add_once.h"
#include "auditor/base/date_format.h"
#include "reports/complaint_checks.h"
#include "reports/law_groups.h"
#include "reports/paper_maker.h"
#include "reports/papers.h"
#include "reports/quoted_table.h"

namespace periksa::reports {
namespace {

using results::Finding;

constexpr std::size_t kComplaintPlaces = 2;  // told of one paper

bool is_complained_of(const Finding& x, const Wording& wording) {
  return is_indication(x, wording) || x.amount_kind == "claimed";
}

class Complaint : PaperMaker {
 public:
  explicit Complaint(const Wording& wording)
      : PaperMaker(wording, wording.strings()("plaint_title")),
        agency_(wording, "agency"),
        payments_(wording, "payments"),
        people_(wording, "workers") {}

  Paper make() {
    paper_.kicker = strings_("plaint_kicker");
    find_workers();
    checks();
    paper_.add(PaperBreak{false});
    head();
    parties();
    workers();
    course();
    facts();
    money();
    provisions();
    remedies();
    closing();
    return std::move(paper_);
  }

 private:
  /// A numbered part of the letter.
  void part(std::string_view key) {
    paper_.add(PaperHeading{1, fmt::format("{}. {}", ++parts_, strings_(key))});
  }

  bool is_told(const Finding& x) const { return is_complained_of(x, wording_); }

  /// Those of whom something is told, and those who gave a statement.
  void find_workers() {
    std::set<std::string> all_of_them;
    for (const auto& x : all().findings) {
      if (is_told(x) && !x.worker.empty()) all_of_them.insert(x.worker);
    }
    const QuotedTable statements(wording_, "statements");
    for (const auto& row : statements.rows()) all_of_them.insert(row.worker);
    workers_.assign(all_of_them.begin(), all_of_them.end());
  }

  void checks() {
    heading("plaint_checks");
    text(strings_("plaint_checks_about"));
    PaperChecks out = complaint_checks(wording_, matter_, workers_);
    const auto lacking = std::ranges::count(out.checks, false, &PaperChecks::Check::there);
    const auto n = static_cast<std::uint64_t>(lacking);
    paper_.add(std::move(out));
    const bool cut = matter_.left_out();
    if (cut) text(strings_("plaint_matter_left"), Kind::note);
    if (lacking > 0) {
      text(strings_.count("n_plaint_lacking", n), Kind::strong);
    } else if (!cut) {
      text(strings_("plaint_complete"), Kind::strong);
    }
  }

  // -- the letter ------------------------------------------------------------------------------

  void head() {
    paper_.add(PaperFields{{{strings_("paper_number"), matter_.text("number")},
                            {strings_("paper_subject"), subject()}}});
    text(strings_("plaint_to"));
    auto to = matter_.texts("to");
    if (to.empty()) to.push_back(strings_("paper_blank"));
    paper_.add(PaperList{std::move(to), false});
  }

  std::string subject() const {
    const std::string given = matter_.text("subject");
    if (!given.empty()) return given;
    return strings_.fill(
        "plaint_subject",
        {{"agency", all().header.agency.empty() ? strings_("paper_blank") : all().header.agency}});
  }

  void parties() {
    part("plaint_complainant");
    paper_.add(
        PaperFields{{{strings_("paper_name_column"), matter_.private_text("complainant/name")},
                     {strings_("plaint_capacity"),
                      strings_.term("capacity", matter_.text("complainant/capacity"))},
                     {strings_("plaint_organisation"), matter_.text("complainant/organisation")},
                     {strings_("plaint_address"), matter_.private_text("complainant/address")},
                     {strings_("plaint_contact"), matter_.private_text("complainant/contact")},
                     {strings_("plaint_mandate"), mandate()}}});
    part("plaint_respondent");
    if (agency_.rows().empty()) text(strings_("plaint_no_respondent"), Kind::note);
    for (const auto& row : agency_.rows()) paper_.add(agency_.fields(row));
    const QuotedTable licences(wording_, "licences");
    std::vector<std::string> numbers;
    for (const auto& row : licences.rows()) {
      const std::string licence = licences.cell(&row, "number");
      if (!licence.empty()) numbers.push_back(licence);
    }
    if (!numbers.empty())
      paper_.add(PaperFields{{{strings_("plaint_licence"), wording_.join(numbers, "; ")}}});
  }

  std::string mandate() const {
    const std::string of = matter_.text("mandate/number");
    const std::string on = matter_.day("mandate/on");
    if (of.empty()) return {};
    return on.empty() ? of : strings_.fill("plaint_mandate_of", {{"number", of}, {"day", on}});
  }

  void workers() {
    part("plaint_workers");
    if (!wording_.unmasked()) text(strings_("plaint_workers_sealed"), Kind::quiet);
    PaperTable out;
    out.name = strings_("paper_sheet_workers");
    out.columns = {{strings_("number"), 2, true},
                   {strings_("paper_worker"), 7},
                   {strings_("plaint_country"), 5},
                   {strings_("plaint_job"), 6},
                   {strings_("plaint_left"), 5}};
    for (const auto& worker : workers_) {
      const auto* row = people_.of_record(worker);
      out.rows.push_back({next_number(out), wording_.person(worker), people_.cell(row, "country"),
                          people_.cell(row, "job"), people_.cell(row, "departed_on")});
    }
    paper_.add(std::move(out));
  }

  void course() {
    const QuotedTable steps(wording_, "steps");
    if (steps.rows().empty()) return;
    const auto marks = decided_by(wording_, [this](const Finding& x) { return is_told(x); });
    part("plaint_course");
    text(strings_("plaint_course_about"), Kind::quiet);
    for (const auto& worker : workers_) {
      PaperTable out;
      out.name = worker;
      out.caption = wording_.person(worker);
      out.columns = {{strings_("paper_paid_on"), 5},
                     {strings_("plaint_event"), 9},
                     {strings_("plaint_source"), 9},
                     {strings_("paper_findings"), 4}};
      for (const auto* row : steps.of_worker(worker)) {
        const std::size_t fact = row->facts.front();
        const FactWords words = wording_.fact(fact);
        const auto mark = marks.find(fact);
        out.rows.push_back({words.value, event(*row, words),
                            words.source.empty() ? words.basis : words.source,
                            mark == marks.end() ? "" : ids(mark->second)});
      }
      table(std::move(out));
    }
  }

  /// "tanggal bayar – Rp5.000.000, biaya pelatihan" where the record is a payment.
  std::string event(const QuotedTable::Row& row, const FactWords& words) const {
    const auto* payment = payments_.of_record(row.record);
    std::vector<std::string> parts;
    for (const std::string_view field : {"amount", "component"}) {
      const std::string value = payments_.cell(payment, field);
      if (!value.empty()) parts.push_back(value);
    }
    return parts.empty() ? words.what : words.what + ": " + wording_.join(parts, ", ");
  }

  std::string ids(const std::vector<std::size_t>& findings) const {
    std::vector<std::string> list;
    for (const std::size_t i : findings) list.push_back(finding(i).id);
    return wording_.join(list, ", ");
  }

  void facts() {
    part("plaint_facts");
    PaperTable out;
    out.name = strings_("paper_sheet_findings");
    out.columns = {{strings_("number"), 2, true},
                   {strings_("paper_finding"), 3},
                   {strings_("paper_worker"), 4},
                   {strings_("note_fact"), 12},
                   {strings_("note_evidence"), 9}};
    for (const auto& x : all().findings) {
      if (!is_told(x)) continue;
      out.rows.push_back({next_number(out), x.id,
                          x.worker.empty() ? strings_("paper_agency") : wording_.person(x.worker),
                          joined(wording_.sentence(x)), evidence(x, kComplaintPlaces, wording_)});
    }
    if (out.rows.empty()) return text(strings_("plaint_no_facts"), Kind::note);
    paper_.add(std::move(out));
  }

  void money() {
    for (const bool claimed : {false, true}) {
      PaperTable sums = charges_table(wording_, claimed);
      if (sums.rows.empty()) continue;
      part(claimed ? "plaint_claimed" : "plaint_money");
      if (claimed) text(strings_("plaint_claimed_about"), Kind::quiet);
      paper_.add(std::move(sums));
    }
  }

  /// Rules on the same act stand together: the first as primary, the others as alternatives.
  void provisions() {
    part("plaint_provisions");
    text(strings_("plaint_provisions_about"), Kind::quiet);
    std::vector<std::vector<const Finding*>> acts;
    std::set<std::string> seen;
    for (const LawGroup& group : by_law(wording_)) {
      for (const Case& one : group.cases) {
        const auto at = std::ranges::find_if(
            one.findings, [&](std::size_t i) { return is_indication(finding(i), wording_); });
        if (at == one.findings.end()) continue;
        const Finding& x = finding(*at);
        if (!seen.insert(x.rule).second) continue;
        const auto act = std::ranges::find_if(acts, [&](const auto& of) {
          return std::ranges::any_of(of, [&](const Finding* other) { return are_one(*other, x); });
        });
        if (act == acts.end()) {
          acts.push_back({&x});
        } else {
          act->push_back(&x);
        }
      }
    }
    if (acts.empty()) text(strings_("plaint_no_provisions"));
    PaperTable out;
    out.name = strings_("paper_sheet_texts");
    out.columns = {{strings_("number"), 2, true},
                   {strings_("plaint_primary"), 8},
                   {strings_("plaint_alternative"), 8},
                   {strings_("plaint_act"), 10}};
    for (const auto& act : acts) {
      std::vector<std::string> others;
      for (std::size_t i = 1; i < act.size(); ++i)
        others.push_back(few(citations(*act[i], wording_), 3, "; ", wording_));
      out.rows.push_back({next_number(out),
                          few(citations(*act.front(), wording_), 3, ";\n", wording_),
                          wording_.join(others, ";\n"), wording_.title(*act.front())});
    }
    table(std::move(out));
    auto bases = basis_lines(wording_, "complaint");
    for (auto& line : basis_lines(wording_, "dispute")) bases.push_back(std::move(line));
    if (bases.empty()) return;
    part("plaint_basis");
    paper_.add(PaperList{std::move(bases), true});
    text(strings_("note_copy"), Kind::quiet);
  }

  static bool are_one(const Finding& a, const Finding& b) {
    return std::ranges::find(a.with, b.rule) != a.with.end() ||
           std::ranges::find(b.with, a.rule) != b.with.end();
  }

  void remedies() {
    part("plaint_remedies");
    auto asked = matter_.texts("remedy");
    if (asked.empty()) text(strings_("plaint_remedies_suggested"), Kind::note);
    const bool suggested = asked.empty();
    const auto& refund = all().summary.refund;
    if (!refund.empty())
      asked.push_back(strings_.fill("plaint_refund", {{"sum", amounts(refund, wording_)}}));
    if (suggested) {
      for (const auto& x : all().findings) {
        if (!is_indication(x, wording_)) continue;
        for (const auto& remedy : x.remedies) {
          const std::string& line = wording_.text(remedy.text);
          add_once(asked, line);
        }
      }
    }
    paper_.add(PaperList{std::move(asked), true});
  }

  void closing() {
    part("plaint_attachments");
    std::vector<std::string> items;
    for (const auto& input : all().header.inputs) {
      for (const auto& source : input.sources) {
        if (source.id.empty()) continue;
        std::string label = wording_.text(source.document_label);
        if (label.empty()) label = strings_.term("asserter", source.asserter);
        const std::string dated = format_date(source.dated, wording_.language());
        items.push_back(
            fmt::format("{}: {}{}", source.id, label, dated.empty() ? "" : ", " + dated));
      }
    }
    if (items.empty()) text(strings_("plaint_no_attachments"), Kind::note);
    paper_.add(PaperList{std::move(items), true});
    heading("note_closing");
    text(strings_("plaint_closing"));
    text(strings_("plaint_stamp"), Kind::note);
    paper_.add(PaperFields{{{strings_("plaint_place"), matter_.text("place")},
                            {strings_("note_day"), matter_.day("on")}}});
    paper_.add(
        PaperSignatures{{{strings_("plaint_signer"), matter_.private_text("complainant/name"),
                          matter_.text("complainant/organisation")}}});
    const auto copies = matter_.texts("copy");
    if (copies.empty()) return;
    heading("paper_copies");
    paper_.add(PaperList{copies, true});
  }

  QuotedTable agency_;
  QuotedTable payments_;
  QuotedTable people_;
  std::vector<std::string> workers_;  // the letter is about
  std::size_t parts_ = 0;
};

}  // namespace

Paper complaint(const Wording& wording) {
  return Complaint(wording).make();
}

bool has_complaint(const Wording& wording) {
  const auto& findings = wording.results().findings;
  return std::ranges::any_of(findings,
                             [&](const Finding& x) { return is_complained_of(x, wording); }) ||
         !QuotedTable(wording, "statements").rows().empty();
}

}  // namespace periksa::reports
