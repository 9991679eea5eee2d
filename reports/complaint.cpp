// SPDX-License-Identifier: Apache-2.0
// A trade union's complaint, with what it still lacks told before it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "reports/date_format.h"
#include "reports/law_groups.h"
#include "reports/number_format.h"
#include "reports/paper_parts.h"
#include "reports/papers.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Table;
using Kind = PaperText::Kind;

constexpr std::size_t kPlaces = 2;  // told of one paper

// Columns of the tables that `rules/papers.xml` declares.
constexpr std::size_t kName = 0;  // of "workers" and "agency"
constexpr std::size_t kNik = 1;
constexpr std::size_t kCountry = 6;
constexpr std::size_t kJob = 7;
constexpr std::size_t kDeparted = 10;
constexpr std::size_t kAddress = 2;   // of "agency"
constexpr std::size_t kReceipt = 6;   // of "payments"
constexpr std::size_t kPaid = 2;      // of "payments"
constexpr std::size_t kSigned = 3;    // of "statements"
constexpr std::size_t kConsents = 4;  // of "statements"

class Complaint {
 public:
  explicit Complaint(const Wording& wording)
      : wording_(wording),
        strings_(wording.strings()),
        matter_(wording),
        charges_(results::charges(wording.results().findings)),
        paper_(begin_paper(wording, strings_("plaint_title"))) {}

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
  const results::Results& all() const { return wording_.results(); }
  void heading(std::string_view key) { paper_.add(PaperHeading{1, strings_(key)}); }
  /// A numbered part of the letter.
  void part(std::string_view key) {
    paper_.add(PaperHeading{1, fmt::format("{}. {}", ++parts_, strings_(key))});
  }
  void text(std::string words, Kind kind = Kind::plain) {
    paper_.add(PaperText{std::move(words), kind});
  }
  std::string number(std::size_t n) const { return format_count(n, wording_.language()); }

  bool is_told(const Finding& x) const {
    return is_indication(x, wording_) || x.amount_kind == "claimed";
  }

  /// Those of whom something is told, and those who gave a statement.
  void find_workers() {
    std::set<std::string> all_of_them;
    for (const auto& x : all().findings) {
      if (is_told(x) && !x.worker.empty()) all_of_them.insert(x.worker);
    }
    for (const auto& row : table(wording_, "statements").rows) all_of_them.insert(row.worker);
    workers_.assign(all_of_them.begin(), all_of_them.end());
  }

  const results::Fact* fact(const Table::Row* row, std::size_t column) const {
    if (row == nullptr || column >= row->facts.size()) return nullptr;
    return &all().facts[row->facts[column]];
  }
  static bool is_known(const results::Fact* fact) {
    return fact != nullptr && fact->state == "known";
  }
  static bool is_yes(const results::Fact* fact) {
    return is_known(fact) && fact->shown.text == "yes";
  }
  const Table::Row* worker_row(std::string_view id, const std::string& worker) const {
    const auto& rows = table(wording_, id).rows;
    const auto at = std::ranges::find(rows, worker, &Table::Row::worker);
    return at == rows.end() ? nullptr : &*at;
  }

  // -- whether it can be taken up ----------------------------------------------------------------

  void checks() {
    heading("plaint_checks");
    text(strings_("plaint_checks_about"));
    PaperChecks out{strings_("plaint_there"), strings_("plaint_lacking"), {}};
    const auto add = [&](bool there, std::string_view what, std::string_view remark) {
      out.checks.push_back({there, strings_(what), there ? "" : strings_(remark)});
    };
    add(!matter_.text("complainant/name").empty(), "plaint_check_complainant",
        "plaint_add_complainant");
    const bool own = matter_.text("complainant/capacity") == "worker";
    add(own || !matter_.text("mandate/number").empty(), "plaint_check_mandate",
        "plaint_add_mandate");
    add(has_respondent(), "plaint_check_respondent", "plaint_add_respondent");
    add(!matter_.texts("remedy").empty(), "plaint_check_remedy", "plaint_add_remedy");
    add(!matter_.texts("to").empty(), "plaint_check_to", "plaint_add_to");
    add_people(out, "plaint_check_identity", "plaint_add_identity",
               [&](const std::string& w) { return has_identity(w); });
    add_people(out, "plaint_check_statement", "plaint_add_statement", [&](const std::string& w) {
      return is_yes(fact(worker_row("statements", w), kSigned));
    });
    add_people(out, "plaint_check_consent", "plaint_add_consent", [&](const std::string& w) {
      return is_yes(fact(worker_row("statements", w), kConsents));
    });
    add_receipts(out);
    const auto lacking = std::ranges::count(out.checks, false, &PaperChecks::Check::there);
    const auto n = static_cast<std::uint64_t>(lacking);
    paper_.add(std::move(out));
    text(lacking == 0 ? strings_("plaint_complete") : strings_.count("n_plaint_lacking", n),
         Kind::strong);
  }

  bool has_respondent() const {
    const auto& agencies = table(wording_, "agency").rows;
    if (agencies.empty() || !is_known(fact(&agencies.front(), kName))) return false;
    const auto& licences = table(wording_, "licences").rows;
    return is_known(fact(&agencies.front(), kAddress)) ||
           std::ranges::any_of(licences, [&](const auto& row) { return is_known(fact(&row, 0)); });
  }

  bool has_identity(const std::string& worker) const {
    return is_known(fact(worker_row("passports", worker), 0)) ||
           is_known(fact(worker_row("workers", worker), kNik));
  }

  template <class Test>
  void add_people(PaperChecks& out, std::string_view what, std::string_view remark, Test has) {
    std::vector<std::string> without;
    for (const auto& worker : workers_) {
      if (!has(worker)) without.push_back(wording_.person(worker));
    }
    out.checks.push_back({without.empty() && !workers_.empty(), strings_(what),
                          without.empty() ? ""
                                          : fmt::format("{}: {}", strings_(remark),
                                                        few(without, 12, ", ", wording_))});
  }

  /// A receipt is there where its number is known, or the amount rests on a paper.
  void add_receipts(PaperChecks& out) {
    std::vector<std::string> without;
    for (const auto& charge : charges_) {
      const auto* row = row_of(table(wording_, "payments"), charge.record);
      const auto* paid = fact(row, kPaid);
      const bool paper =
          paid != nullptr && (paid->basis == "document" || paid->basis == "registry");
      if (row != nullptr && !paper && !is_known(fact(row, kReceipt)))
        without.push_back(wording_.record(charge.record));
    }
    out.checks.push_back({without.empty(), strings_("plaint_check_receipts"),
                          without.empty() ? ""
                                          : fmt::format("{}: {}", strings_("plaint_add_receipts"),
                                                        few(without, 12, ", ", wording_))});
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
    const auto& agencies = table(wording_, "agency");
    if (agencies.rows.empty()) text(strings_("plaint_no_respondent"), Kind::note);
    for (const auto& row : agencies.rows) paper_.add(fields(agencies, row, wording_));
    std::vector<std::string> numbers;
    for (const auto& row : table(wording_, "licences").rows) {
      const std::string licence = cell(row, 0, wording_);
      if (!licence.empty()) numbers.push_back(licence);
    }
    if (!numbers.empty())
      paper_.add(PaperFields{{{strings_("plaint_licence"), wording_.join(numbers, "; ")}}});
  }

  std::string mandate() const {
    const std::string of = matter_.text("mandate/number");
    const std::string on = matter_.text("mandate/on");
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
      const auto* row = row_of(table(wording_, "workers"), worker);
      const auto value = [&](std::size_t column) {
        return row == nullptr ? std::string{} : cell(*row, column, wording_);
      };
      out.rows.push_back({number(out.rows.size() + 1), wording_.person(worker), value(kCountry),
                          value(kJob), value(kDeparted)});
    }
    paper_.add(std::move(out));
  }

  void course() {
    const auto& steps = table(wording_, "steps");
    if (steps.rows.empty()) return;
    const auto marks = findings_by_fact();
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
      for (const auto& row : steps.rows) {
        if (row.worker != worker) continue;
        const FactWords words = wording_.fact(row.facts.front());
        const auto mark = marks.find(row.facts.front());
        out.rows.push_back({words.value, event(row, words),
                            words.source.empty() ? words.basis : words.source,
                            mark == marks.end() ? "" : wording_.join(mark->second, ", ")});
      }
      if (!out.rows.empty()) paper_.add(std::move(out));
    }
  }

  /// "tanggal bayar – Rp5.000.000, biaya pelatihan" where the record is a payment.
  std::string event(const Table::Row& row, const FactWords& words) const {
    const auto* payment = row_of(table(wording_, "payments"), row.record);
    if (payment == nullptr) return words.what;
    std::vector<std::string> parts;
    for (const std::size_t column : {kPaid, std::size_t{1}}) {
      const std::string value = cell(*payment, column, wording_);
      if (!value.empty()) parts.push_back(value);
    }
    return parts.empty() ? words.what : words.what + ": " + wording_.join(parts, ", ");
  }

  /// The findings that a day decided: what is out of order.
  std::map<std::size_t, std::vector<std::string>> findings_by_fact() const {
    std::map<std::size_t, std::vector<std::string>> marks;
    for (const auto& x : all().findings) {
      if (!is_told(x)) continue;
      for (const std::size_t fact : deciding(x)) marks[fact].push_back(x.id);
    }
    return marks;
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
      out.rows.push_back({number(out.rows.size() + 1), x.id,
                          x.worker.empty() ? strings_("paper_agency") : wording_.person(x.worker),
                          joined(wording_.sentence(x)), evidence(x, kPlaces, wording_)});
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
        const auto at = std::ranges::find_if(one.findings, [&](std::size_t i) {
          return is_indication(all().findings[i], wording_);
        });
        if (at == one.findings.end()) continue;
        const Finding& x = all().findings[*at];
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
      out.rows.push_back({number(out.rows.size() + 1),
                          few(citations(*act.front(), wording_), 3, ";\n", wording_),
                          wording_.join(others, ";\n"), wording_.title(*act.front())});
    }
    if (!out.rows.empty()) paper_.add(std::move(out));
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
          if (std::ranges::find(asked, line) == asked.end()) asked.push_back(line);
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
                            {strings_("note_day"), matter_.text("on")}}});
    paper_.add(
        PaperSignatures{{{strings_("plaint_signer"), matter_.private_text("complainant/name"),
                          matter_.text("complainant/organisation")}}});
    const auto copies = matter_.texts("copy");
    if (copies.empty()) return;
    heading("paper_copies");
    paper_.add(PaperList{copies, true});
  }

  const Wording& wording_;
  const Strings& strings_;
  Matter matter_;
  std::vector<results::Charge> charges_;
  std::vector<std::string> workers_;
  std::size_t parts_ = 0;
  Paper paper_;
};

}  // namespace

Paper complaint(const Wording& wording) {
  return Complaint(wording).make();
}

}  // namespace periksa::reports
