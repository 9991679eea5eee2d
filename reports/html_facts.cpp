// SPDX-License-Identifier: Apache-2.0
// Facts as table rows: on a card those that decide first, in the appendix all of them, record by
// record as they stand in the filing.
#include <map>
#include <utility>

#include "reports/html_parts.h"
#include "reports/trace_wording.h"

namespace periksa::reports::html {
namespace {

using results::Fact;
using results::Finding;

/// Fewer than this are not worth folding.
constexpr std::size_t kFewFacts = 3;
/// More than this nobody reads on a card.
constexpr std::size_t kMostRest = 120;

void add_source(const Page& page, const FactWords& words) {
  add_text(page, "source", "text", words.source);
  page.set("basis", words.basis);
  if (!words.source.empty() && !words.basis.empty()) page.show("both");
}

/// Facts of the finding's own subject need not say whose they are.
bool of_subject(const Fact& fact, const Finding& x) {
  return fact.entity == x.entity && fact.record == x.subject;
}

void add_first(const Page& card, const std::vector<std::size_t>& facts, const Finding& x,
               const Wording& wording) {
  const Page table = card.include("facts", "facts_table.html");
  for (const std::size_t fact : facts) {
    const FactWords words = wording.fact(fact);
    const Page row = table.section("fact");
    row.set("row", std::to_string(words.row));
    row.set("what", words.what);
    if (!of_subject(wording.results().facts[fact], x)) add_text(row, "of", "whose", words.whose);
    add_value(row, words);
    row.set("place", words.place);
    add_source(row, words);
  }
}

/// Record by record and without their places, which the numbered rows tell. Of very many the first:
/// all of them stand in the rows, and by finding in the results.
void add_rest(const Page& card, std::span<const std::size_t> facts, const Wording& wording) {
  const Page rest = card.section("rest");
  rest.set("how_many", wording.strings().fill("facts_rest", {{"n", std::to_string(facts.size())}}));
  if (facts.size() > kMostRest + 1) {
    add_text(rest, "more", "text", wording.strings().count("n_more", facts.size() - kMostRest));
    facts = facts.first(kMostRest);
  }
  std::map<std::pair<std::string, std::string>, Page> records;
  for (const std::size_t fact : facts) {
    const FactWords words = wording.fact(fact);
    const Fact& of = wording.results().facts[fact];
    auto at = records.find({of.entity, of.record});
    if (at == records.end()) {
      at = records.emplace(std::pair(of.entity, of.record), rest.section("record")).first;
      at->second.set("whose", words.whose);
    }
    const Page item = at->second.section("fact");
    item.set("what", words.what);
    item.set("row", std::to_string(words.row));
    add_value(item, words);
  }
}

/// One block of the appendix: rows of one record from one paper.
bool same_block(const Fact& a, const Fact& b) {
  const auto written = [](const Fact& x) {
    return x.state != "not-supplied" && x.state != "absent";
  };
  return a.entity == b.entity && a.record == b.record && a.source == b.source &&
         a.basis == b.basis && written(a) == written(b);
}

}  // namespace

void add_facts(const Page& card, const Finding& x, const Wording& wording) {
  if (x.evidence.empty()) return card.show("no_facts");
  const auto deciding = deciding_facts(x);
  std::vector<std::size_t> first;
  std::vector<std::size_t> rest;
  for (const std::size_t fact : x.evidence) {
    (deciding.contains(fact) ? first : rest).push_back(fact);
  }
  if (first.empty() || rest.size() < kFewFacts) return add_first(card, x.evidence, x, wording);
  add_first(card, first, x, wording);
  add_rest(card, rest, wording);
}

void add_rows(const Page& appendix, std::span<const std::size_t> facts, const Wording& wording) {
  const Page rows = appendix.include("rows", "rows.html");
  if (facts.empty()) return rows.show("no_rows");
  const Page table = rows.section("rows");
  Page block = table;
  const Fact* before = nullptr;
  for (const std::size_t fact : facts) {
    const FactWords words = wording.fact(fact);
    const Fact& of = wording.results().facts[fact];
    if (before == nullptr || !same_block(*before, of)) {
      block = table.section("block");
      block.set("whose", words.whose);
      add_source(block, words);
    }
    const Page row = block.section("row");
    row.set("number", std::to_string(words.row));
    row.set("place", words.place);
    row.set("what", words.what);
    add_value(row, words);
    before = &of;
  }
}

}  // namespace periksa::reports::html
