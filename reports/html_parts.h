// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reports/html_filter.h"
#include "reports/law_groups.h"
#include "reports/page_template.h"
#include "reports/wording.h"

/// The sections of the HTML report: each fills the template of the same name and knows no other.
namespace periksa::reports::html {

/// What every page has around its sections: words, language, stylesheet, title, and `foot` on each
/// printed sheet. Gives the head, which may include further styles.
Page add_frame(const PageRoot& page, const Strings& strings, const std::string& title,
               const std::string& foot);
/// The same of findings, with the line at the end: by what program and rule set.
Page add_frame(const PageRoot& page, const Wording& wording, const std::string& title);
Page add_head(const PageRoot& page, const Wording& wording);
/// All sections but what grows with the findings: amounts, screens, cards, indexes, appendix.
void add_overview(const Page& page, const Wording& wording);
void add_summary(const Page& page, const Wording& wording);
void add_numbers(const Page& page, const Wording& wording);
void add_people(const Page& page, const Wording& wording);
/// Findings that tell of money, with their amounts.
std::vector<std::size_t> with_amounts(const Wording& wording);
void add_amounts(const Page& page, std::span<const std::size_t> findings, const Wording& wording);
void add_patterns(const Page& page, const Wording& wording);
/// What screens show of single workers: the notices of it, by screen, and the section of some.
std::vector<const results::Notice*> screened(const Wording& wording);
void add_screens(const Page& page, std::span<const results::Notice* const> notices,
                 const Wording& wording);
void add_measures(const Page& page, const Wording& wording);
/// All cards, with the bar that filters them.
void add_findings(const Page& page, const Wording& wording);
void add_indexes(const Page& page, const Wording& wording);
void add_requests(const Page& page, const Wording& wording);
void add_settled(const Page& page, const Wording& wording);
void add_coverage(const Page& page, const Wording& wording);
void add_appendix(const Page& page, const Wording& wording);

/// Where a card stands: under which article, counted from 1, and where the remedy, sanctions and
/// question it shares with other cards are told; empty if it tells its own.
struct Place {
  const LawGroup& group;
  std::size_t article = 0;
  std::string common;
};

/// Some findings of an article, by case: all of them, or those of one page where they fill several.
struct ArticlePart {
  struct Shown {
    const Case* of = nullptr;
    std::vector<std::size_t> findings;  // some of the case's, in its order
  };
  const LawGroup& group;
  std::size_t article = 0;  // counted from 1
  std::vector<Shown> cases;
  bool head = true;  // what they share stands here, not on an earlier page
};
/// The texts of one instrument, in place of which articles stand; it is the `number`th on the page.
Page add_instrument(const Page& findings, const LawGroup& first, std::size_t number,
                    const Wording& wording);
void add_article(const Page& instrument, const ArticlePart& part, const CardKeys& keys,
                 const Wording& wording);
/// The gravest first.
inline constexpr std::array kSeverities{results::Severity::critical, results::Severity::major,
                                        results::Severity::minor};

/// The findings of each worker, and of a severity; and a part of the index of them.
using ByWorker = std::map<std::string, std::vector<std::size_t>>;
ByWorker by_worker(const Wording& wording);
std::vector<std::size_t> of_severity(const Wording& wording, results::Severity severity);
void add_worker_links(const Page& indexes, std::span<const ByWorker::value_type* const> workers,
                      const Wording& wording);
void add_severity_links(const Page& section, results::Severity severity,
                        std::span<const std::size_t> findings, const Wording& wording);

/// One card; `index` is that of the finding. Gives it for what stands around the card to add to.
Page add_card(const Page& page, std::size_t index, const Place& place, const Wording& wording);
/// The texts a finding cites; those told at the head of the article by their name only.
void add_laws(const Page& card, const results::Finding& x, const Place& place,
              const Wording& wording);
/// Remedies, sanctions and question of a finding.
void add_way_out(const Page& page, const results::Finding& x, const Place& place,
                 const Wording& wording);
/// The texts and sanctions that several findings of an article share; with the remedies and the
/// question as well where all findings ask the same as `same`.
void add_shared_laws(const Page& common, const Place& place, const Wording& wording);
void add_shared_way_out(const Page& common, const Place& place, const results::Finding* same,
                        const Wording& wording);
/// The facts a finding read, those that decide first.
void add_facts(const Page& card, const results::Finding& x, const Wording& wording);
/// A file that was read, or that a source names.
struct FileLine {
  std::string name;
  std::string detail;
  std::string asserter;
  std::string hash;
};
std::vector<FileLine> files_of(const Wording& wording);
/// The folder of papers in the order it is told in; empty where there is none.
std::vector<const results::PaperRow*> papers_of(const Wording& wording);
/// Some files, and some of the folder of papers, for the appendix.
void add_files(const Page& appendix, std::span<const FileLine> files);
void add_papers(const Page& appendix, std::span<const results::PaperRow* const> rows,
                const Wording& wording);
/// Some facts, for the appendix, by their index and in the order of rows.
void add_rows(const Page& appendix, std::span<const std::size_t> facts, const Wording& wording);
/// The table of all texts of the law; with the code of the list each was read from.
void add_provisions(const Page& page, bool sources, const Wording& wording);
/// Texts of the law and the hash of the rule set, for the appendix.
void add_texts(const Page& appendix, const Wording& wording);
/// A whole reasoning, in place of `{{>trace}}`.
void add_trace(const Page& page, const results::Trace& trace, const Wording& wording);

// Pieces that several sections share.

/// How many of a list of this size stand on a page (kMostListed), after having told of the others
/// in the section "more".
std::size_t listed(const Page& page, std::size_t size, const Wording& wording);

/// Where a finding's or a provision's element is on the page. Ids come from positions, never from
/// the document's own texts.
std::string finding_anchor(std::size_t index);
std::string provision_anchor(std::size_t index);

/// What stands above everything: of what kind the page is, its title, the agency if it is of one.
class Masthead {
 public:
  Masthead(const Page& page, const std::string& kicker, const std::string& title,
           const std::string& agency = {});
  /// A line below the title, left out if it says nothing: "NIB", "9120…".
  void add_meta(const std::string& name, const std::string& value);
  /// What the reader has to know of the page itself, such as that names are masked.
  void add_edition(std::string_view kind, std::string_view symbol, const std::string& line) const;

 private:
  Page masthead_;
  std::optional<Page> facts_;
};
/// What every reader of findings has to know: made-up filings, names masked or shown.
void add_editions(const Masthead& head, const Wording& wording);
/// A paper's own head tells editions in the same way.
void add_edition(const Page& page, std::string_view kind, std::string_view symbol,
                 const std::string& line);
/// The counts by verdict with their total, in the template of the numbers.
void add_counts(const Page& numbers, const Wording& wording);
void add_badge(const Page& page, results::Verdict verdict, const Wording& wording);
/// The sign of a verdict, so that colour is never alone in telling it.
std::string symbol(results::Verdict verdict);

/// A list of links to cards.
void add_links(const Page& page, std::span<const std::size_t> findings, const Wording& wording);
/// The value of a fact, in place of `{{>value}}`.
void add_value(const Page& row, const FactWords& words);
/// A section with one text in it, only if there is a text.
void add_text(const Page& page, std::string_view section, std::string_view name,
              const std::string& text);
/// "menurut pernyataan pengisi: 2", or nothing for a reason we do not know with a count of zero.
std::string reason_text(const std::string& reason, std::uint64_t count, const Wording& wording);

}  // namespace periksa::reports::html
