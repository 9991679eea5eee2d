// SPDX-License-Identifier: Apache-2.0
// What an agency puts right before somebody else looks.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "auditor/base/add_once.h"
#include "auditor/base/date.h"
#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/cost_lines.h"
#include "reports/headline.h"
#include "reports/law_groups.h"
#include "reports/measure_wording.h"
#include "reports/paper_maker.h"
#include "reports/papers.h"
#include "reports/quoted_table.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Verdict;

constexpr std::size_t kPeopleOfStep = 8;  // named in one row
constexpr std::size_t kDocuments = 14;    // with a column of their own in the matrix

/// What leaving a gap open may lead to, the gravest first.
enum class Effect : std::uint8_t { licence, stop, criminal, none, standard };
constexpr std::array<std::string_view, 5> kEffects{"licence", "stop", "criminal", "none",
                                                   "standard"};

/// Keys of the words that stand for verdicts, the gravest first.
constexpr std::array<std::string_view, 4> kColumns{"ready_fix", "ready_confirm", "ready_complete",
                                                   "ready_advised"};

class Readiness : PaperMaker {
 public:
  Readiness(const Wording& wording, const results::Diff* since)
      : PaperMaker(wording, wording.strings()("ready_title")),
        workers_(wording, "workers"),
        since_(since) {}

  Paper make() {
    paper_.kicker = strings_("ready_kicker");
    paper_.subtitle = all().header.agency;
    sort_gaps();
    summary();
    if (since_ != nullptr) closed();
    paper_.add(PaperBreak{true});
    plan();
    matrix();
    costs();
    paper_.add(PaperBreak{false});
    cohort();
    declaration();
    return std::move(paper_);
  }

 private:
  struct Gap {
    Effect effect = Effect::none;
    std::vector<std::size_t> findings;
  };

  std::string number(std::uint64_t n) const { return format_count(n, wording_.language()); }

  static bool is_gap(const Finding& x) {
    return x.verdict == Verdict::breach || x.verdict == Verdict::suspected ||
           x.verdict == Verdict::insufficient || x.verdict == Verdict::observation;
  }

  Effect effect_of(const Finding& x) const {
    const auto* rule = wording_.rule(x.rule);
    if (rule != nullptr && rule->tier == results::Tier::standard) return Effect::standard;
    Effect gravest = Effect::none;
    for (const auto& id : x.sanctions) {
      const auto* sanction = wording_.sanction(id);
      if (sanction == nullptr) continue;
      const Effect one = sanction->kind == "refusal" || sanction->kind == "revocation"
                             ? Effect::licence
                         : sanction->kind == "administrative" ? Effect::stop
                                                              : Effect::criminal;
      gravest = std::min(gravest, one);
    }
    return gravest;
  }

  void sort_gaps() {
    for (const LawGroup& group : by_law(wording_)) {
      for (const Case& one : group.cases) {
        Gap gap;
        for (const std::size_t i : one.findings) {
          if (is_gap(finding(i))) gap.findings.push_back(i);
        }
        if (gap.findings.empty()) continue;
        gap.effect = effect_of(finding(gap.findings.front()));
        gaps_.push_back(std::move(gap));
      }
    }
    std::ranges::stable_sort(gaps_, {}, &Gap::effect);
  }

  void summary() {
    heading("ready_summary");
    text(strings_.fill("ready_about",
                       {{"day", format_date(all().header.as_of, wording_.language())}}));
    PaperTable out;
    out.name = strings_("ready_sheet_summary");
    out.columns = {{strings_("ready_effect"), 8}};
    for (const auto key : kColumns) out.columns.push_back({strings_(key), 3, true});
    std::array<std::array<std::uint64_t, 4>, kEffects.size()> counts{};
    for (const Gap& gap : gaps_) {
      for (const std::size_t i : gap.findings)
        ++counts.at(static_cast<std::size_t>(gap.effect)).at(column_of(finding(i)));
    }
    for (std::size_t i = 0; i < kEffects.size(); ++i) {
      PaperRow row{strings_.term("effect", kEffects.at(i))};
      for (const auto count : counts.at(i)) row.emplace_back(number(count), std::to_string(count));
      out.rows.push_back(std::move(row));
    }
    paper_.add(std::move(out));
    paper_.add(PaperList{narrowing(wording_), false});
    text(strings_("ready_missing_means"), Kind::quiet);
  }

  /// Which of kColumns.
  static std::size_t column_of(const Finding& x) {
    return x.verdict == Verdict::breach         ? 0U
           : x.verdict == Verdict::suspected    ? 1U
           : x.verdict == Verdict::insufficient ? 2U
                                                : 3U;
  }

  // -- since an earlier audit ------------------------------------------------------------------

  void closed() {
    heading("ready_since");
    text(strings_.fill("ready_since_about",
                       {{"day", format_date(since_->before->header.as_of, wording_.language())}}));
    PaperTable out;
    out.name = out.caption = strings_("ready_sheet_closed");
    out.columns = {{strings_("number"), 2, true},
                   {strings_("ready_duty"), 12},
                   {strings_("note_about_whom"), 8},
                   {strings_("ready_was"), 5}};
    // Codes of workers are those of the document they stand in.
    const Wording before(*since_->before, strings_, wording_.unmasked());
    std::array<std::size_t, results::kShifts> counts{};
    for (const auto& x : since_->findings) {
      if (!is_gap(x.shown())) continue;
      ++counts.at(static_cast<std::size_t>(x.shift));
      if (x.shift != results::Shift::resolved) continue;
      const auto* rule = before.rule(x.before->rule);
      out.rows.push_back({next_number(out),
                          rule == nullptr ? x.before->rule : before.text(rule->met),
                          about(*x.before, before), strings_(kColumns.at(column_of(*x.before)))});
    }
    const auto count = [&](results::Shift shift) {
      return counts.at(static_cast<std::size_t>(shift));
    };
    using results::Shift;
    std::vector<std::string> lines{
        strings_.count("n_closed", count(Shift::resolved)),
        strings_.count("n_still_open", count(Shift::persisting) + count(Shift::evidence)),
        strings_.count("n_newly_open", count(Shift::fresh))};
    if (count(Shift::law) > 0) lines.push_back(strings_.count("n_other_law", count(Shift::law)));
    if (count(Shift::incomparable) > 0)
      lines.push_back(strings_.count("n_not_compared", count(Shift::incomparable)));
    paper_.add(PaperList{std::move(lines), false});
    for (const auto& note : since_->notes) text(wording_.text(note), Kind::quiet);
    table(std::move(out));
  }

  // -- the plan --------------------------------------------------------------------------------

  void plan() {
    heading("ready_plan");
    if (gaps_.empty()) return text(strings_("ready_nothing"));
    text(strings_("ready_plan_about"), Kind::quiet);
    for (std::size_t i = 0; i < kEffects.size(); ++i) {
      PaperTable out;
      out.name = strings_.term("effect_short", kEffects.at(i));
      out.caption = strings_.term("effect", kEffects.at(i));
      out.columns = {{strings_("number"), 2, true}, {strings_("ready_duty"), 9},
                     {strings_("note_norm"), 6},    {strings_("ready_state"), 8},
                     {strings_("ready_step"), 10},  {strings_("ready_owner"), 6},
                     {strings_("ready_date"), 5},   {strings_("ready_closed"), 4}};
      for (const Gap& gap : gaps_) {
        if (static_cast<std::size_t>(gap.effect) == i) add_gap(gap, out);
      }
      table(std::move(out));
    }
  }

  void add_gap(const Gap& gap, PaperTable& out) {
    const Finding& first = finding(gap.findings.front());
    const auto* rule = wording_.rule(first.rule);
    out.rows.push_back({number(++rows_), rule == nullptr ? first.rule : wording_.text(rule->met),
                        few(citations(first, wording_), 2, ";\n", wording_), state(gap), steps(gap),
                        "", due_days(gap.findings, wording_), supervised(gap)});
  }

  /// Where the findings stand in supervision, each state once.
  std::string supervised(const Gap& gap) const {
    std::vector<std::string> states;
    for (const std::size_t i : gap.findings) {
      const auto* const known = wording_.case_of(finding(i));
      if (known != nullptr && known->state != "open")
        add_once(states, strings_.term("store_state", known->state));
    }
    return wording_.join(states, "\n");
  }

  std::string about(const Finding& x, const Wording& of) const {
    if (x.worker.empty()) return strings_("paper_agency");
    return x.worker == x.subject ? of.person(x.worker) : of.record(x.subject);
  }

  std::string state(const Gap& gap) const {
    std::array<std::vector<std::string>, 4> by;
    for (const std::size_t i : gap.findings) {
      const Finding& x = finding(i);
      by.at(column_of(x)).push_back(about(x, wording_));
    }
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < by.size(); ++i) {
      if (!by.at(i).empty())
        lines.push_back(fmt::format("{}: {}", strings_(kColumns.at(i)),
                                    few(by.at(i), kPeopleOfStep, ", ", wording_)));
    }
    return wording_.join(lines, "\n");
  }

  /// What to do: the remedy, or what to ask for where papers are lacking.
  std::string steps(const Gap& gap) const {
    std::vector<std::string> lines;
    const auto add = [&](const std::string& line) { add_once(lines, line); };
    for (const std::size_t i : gap.findings) {
      const Finding& x = finding(i);
      if (x.verdict == Verdict::insufficient) {
        const std::size_t asked = lines.size();
        for (const auto& missing : x.missing) add(wording_.text(missing.ask));
        // Where a text of the law is what is lacking, no paper is asked for.
        if (lines.size() == asked) add(wording_.text(x.question));
      } else {
        for (const auto& remedy : x.remedies) add(wording_.text(remedy.text));
      }
    }
    return few(lines, 3, "\n", wording_);
  }

  // -- papers that are lacking -----------------------------------------------------------------

  void matrix() {
    std::map<std::string, std::vector<const results::Request*>> of_worker;
    std::map<std::string, std::size_t> uses;
    for (const auto& request : all().requests) {
      if (request.document.empty()) continue;
      for (const auto& worker : request.workers) of_worker[worker].push_back(&request);
      if (!request.workers.empty()) uses[request.document] += request.workers.size();
    }
    if (of_worker.empty()) return;
    std::vector<std::string> documents;
    for (const auto& [document, count] : uses) documents.push_back(document);
    std::ranges::stable_sort(documents, std::greater{},
                             [&](const std::string& document) { return uses.at(document); });
    const std::size_t columns = std::min(documents.size(), kDocuments);
    heading("ready_matrix");
    text(strings_("ready_matrix_about"), Kind::quiet);
    std::vector<std::string> legend;
    for (const auto& document : documents) legend.push_back(wording_.document(document));
    paper_.add(PaperList{std::move(legend), true});
    PaperTable out;
    out.name = strings_("ready_sheet_matrix");
    out.columns = {{strings_("paper_worker"), 6},
                   {strings_("ready_departure"), 7},
                   {strings_("ready_days"), 3, true}};
    for (std::size_t i = 0; i < columns; ++i) out.columns.push_back({number(i + 1), 2});
    if (documents.size() > columns) out.columns.push_back({strings_("ready_others"), 4});
    for (const auto& [worker, requests] : of_worker)
      out.rows.push_back(lacking(worker, requests, documents, columns));
    paper_.add(std::move(out));
  }

  PaperRow lacking(const std::string& worker, const std::vector<const results::Request*>& requests,
                   const std::vector<std::string>& documents, std::size_t columns) const {
    const auto [departure, days] = departure_of(worker);
    PaperRow row{wording_.person(worker), departure, days};
    std::vector<std::string> others;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const bool lacks = std::ranges::any_of(
          requests, [&](const auto* request) { return request->document == documents[i]; });
      if (i < columns) row.emplace_back(lacks ? "●" : "");
      if (i >= columns && lacks) others.push_back(number(i + 1));
    }
    if (documents.size() > columns) row.emplace_back(wording_.join(others, ", "));
    return row;
  }

  /// The day in words, and how many days it is away from the as-of day; none once they left.
  std::pair<std::string, std::string> departure_of(const std::string& worker) const {
    const auto* row = workers_.of_record(worker);
    const std::string left = workers_.cell(row, "departed_on");
    if (!left.empty()) return {strings_.fill("ready_left", {{"day", left}}), ""};
    if (!workers_.knows(row, "departure_planned_on")) return {};
    const auto planned = parse_iso_date(workers_.fact(row, "departure_planned_on")->shown.text);
    const auto today = parse_iso_date(all().header.as_of);
    if (!planned || !today) return {};
    return {workers_.cell(row, "departure_planned_on"),
            format_integer(planned->days() - today->days(), wording_.language())};
  }

  // -- money -----------------------------------------------------------------------------------

  void costs() {
    const auto lines = cost_lines(wording_);
    if (lines.empty()) return;
    heading("ready_costs");
    text(strings_("ready_costs_about"), Kind::quiet);
    PaperTable out;
    out.name = strings_("ready_sheet_costs");
    out.columns = {{strings_("ready_component"), 8},       {strings_("ready_payer"), 5},
                   {strings_("count"), 3, true},           {strings_("paper_paid"), 6, true},
                   {strings_("paper_to_refund"), 6, true}, {strings_("ready_state"), 9}};
    for (const CostLine& line : lines) {
      std::vector<std::string> sums;
      for (const auto& [currency, sum] : line.paid)
        sums.push_back(format_money(sum, currency, wording_.language()));
      if (line.unknown > 0) sums.push_back(strings_.count("n_amount_unknown", line.unknown));
      std::vector<std::string> refund;
      for (const auto& sum : results::total(line.charges, false))
        refund.push_back(wording_.amount(sum));
      out.rows.push_back({line.component,
                          line.payer,
                          {number(line.count), std::to_string(line.count)},
                          wording_.join(sums, "; "),
                          wording_.join(refund, "; "),
                          strings_.term("cost", line.state)});
    }
    paper_.add(std::move(out));
  }

  void cohort() {
    std::vector<std::string> lines;
    for (const auto& measure : all().measures) {
      std::string line = measure_line(measure, wording_);
      if (!line.empty()) lines.push_back(std::move(line));
    }
    if (lines.empty()) return;
    heading("ready_cohort");
    paper_.add(PaperList{std::move(lines), false});
  }

  void declaration() {
    heading("ready_declaration");
    text(strings_("ready_declared"));
    text(strings_("ready_stays"), Kind::quiet);
    paper_.add(PaperSignatures{{{strings_("ready_management"), "", ""}}});
  }

  QuotedTable workers_;
  const results::Diff* since_;
  std::vector<Gap> gaps_;
  std::size_t rows_ = 0;
};

}  // namespace

Paper readiness(const Wording& wording, const results::Diff* since) {
  return Readiness(wording, since).make();
}

}  // namespace periksa::reports
