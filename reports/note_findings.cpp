// SPDX-License-Identifier: Apache-2.0
#include "reports/note_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "auditor/base/add_once.h"
#include "reports/law_groups.h"
#include "reports/paper_parts.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Verdict;

constexpr std::size_t kCitations = 5;

class Maker {
 public:
  Maker(const Wording& wording, const Matter& matter)
      : wording_(wording), strings_(wording.strings()), matter_(matter) {}

  NoteFindings make() {
    PaperTable& out = out_.table;
    out.name = strings_("paper_sheet_findings");
    out.columns = {{strings_("number"), 2, true},  {strings_("note_fact"), 11},
                   {strings_("note_evidence"), 8}, {strings_("note_norm"), 8},
                   {strings_("note_opinion"), 7},  {strings_("note_instruction"), 10},
                   {strings_("note_deadline"), 4}, {strings_("note_answer"), 7}};
    // What is indicated stands before what is only to be confirmed, each by its article.
    const auto groups = by_law(wording_);
    for (const Verdict gravest : {Verdict::breach, Verdict::suspected}) {
      for (const LawGroup& group : groups) {
        for (const Case& one : group.cases) add_case(one, gravest);
      }
    }
    add_other_answers();
    return std::move(out_);
  }

 private:
  const Finding& finding(std::size_t i) const { return wording_.results().findings[i]; }

  void add_case(const Case& one, Verdict gravest) {
    std::vector<std::size_t> indications;
    for (const std::size_t i : one.findings) {
      if (is_indication(finding(i), wording_)) indications.push_back(i);
    }
    const bool meant = !indications.empty() && finding(indications.front()).verdict == gravest;
    if (!meant) return;
    const Finding& first = finding(indications.front());
    std::vector<PaperRow>& rows = out_.table.rows;
    rows.push_back({std::to_string(rows.size() + 1), fact(indications),
                    papers_of(indications, wording_), norm(first), opinion(indications),
                    instruction(first), due_days(indications, wording_), answers(indications)});
  }

  std::string fact(const std::vector<std::size_t>& indexes) const {
    const Finding& first = finding(indexes.front());
    if (indexes.size() == 1)
      return fmt::format("{}, {}\n{}", first.id, wording_.subject(first),
                         joined(wording_.sentence(first)));
    std::vector<std::string> people;
    for (const std::size_t i : indexes) {
      const Finding& x = finding(i);
      const std::string who = x.worker.empty() ? x.subject : wording_.person(x.worker);
      add_once(people, who);
    }
    return fmt::format("{}.\n{}\n{}", wording_.title(first),
                       strings_.count("n_finding", indexes.size()) + ": " +
                           few(people, kPeopleNamed, ", ", wording_),
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
      letters.push_back(fmt::format("S{}", place_in(out_.sanctions, id)));
    }
    if (!letters.empty())
      lines.push_back(strings_.fill("note_sanctions", {{"letters", wording_.join(letters, ", ")}}));
    for (const auto& cite : x.citations) place_in(out_.provisions, cite.provision);
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
    for (const std::size_t i : indexes) verdicts.insert(finding(i).verdict);
    std::vector<std::string> words;
    for (const Verdict verdict : verdicts) words.push_back(wording_.verdict(verdict));
    const Finding& first = finding(indexes.front());
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
    return fmt::format("{} ({}): {}", strings_.term("asserter", answer(n, "by")),
                       matter_.day(Matter::path("answer", n, "on")), answer(n, "text"));
  }

  /// What was answered to one of these findings, or to the rule as a whole.
  std::string answers(const std::vector<std::size_t>& indexes) {
    std::vector<std::string> lines;
    for (std::size_t i = 1; i <= matter_.how_many("answer"); ++i) {
      const std::string subject = answer(i, "subject");
      const bool meant = std::ranges::any_of(indexes, [&](std::size_t index) {
        const Finding& x = finding(index);
        return answer(i, "rule") == x.rule &&
               (subject.empty() || subject == x.subject || subject == x.worker);
      });
      if (!meant) continue;
      answered_.insert(i);
      lines.push_back(answer_words(i));
    }
    return wording_.join(lines, "\n");
  }

  void add_other_answers() {
    for (std::size_t i = 1; i <= matter_.how_many("answer"); ++i) {
      if (answered_.contains(i)) continue;
      const auto* rule = wording_.rule(answer(i, "rule"));
      const std::string subject = answer(i, "subject");
      out_.other_answers.push_back(fmt::format(
          "{}{}. {}", rule == nullptr ? answer(i, "rule") : wording_.text(rule->met),
          subject.empty() ? "" : " – " + wording_.whole_record(subject), answer_words(i)));
    }
  }

  const Wording& wording_;
  const Strings& strings_;
  const Matter& matter_;
  NoteFindings out_;
  std::set<std::size_t> answered_;  // answers that stand in a row
};

}  // namespace

NoteFindings note_findings(const Wording& wording, const Matter& matter) {
  return Maker(wording, matter).make();
}

}  // namespace periksa::reports
