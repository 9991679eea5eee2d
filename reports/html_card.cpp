// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

using results::Finding;
using results::Verdict;

void set_title(const Page& card, std::size_t index, const Finding& x, const Wording& wording) {
  const Strings& strings = wording.strings();
  const results::Rule* const rule = wording.rule(x.rule);
  add_badge(card, x.verdict, wording);
  card.set("anchor", finding_anchor(index));
  card.set("id", x.id);
  card.set("severity", strings.term("severity", to_string(x.severity)));
  card.set("tier", rule == nullptr ? "" : strings.term("tier", to_string(rule->tier)));
  if (x.readiness) card.show("readiness");
  card.set("title", wording.title(x));
  card.set("subject", wording.subject(x));
  card.set("dates", wording.dates(x.event_dates));
}

void add_sentence(const Page& card, const Finding& x, const Wording& wording) {
  const Page sentence = card.include("sentence", "sentence.html");
  for (const PhrasePart& part : wording.sentence(x)) {
    sentence.section("part").section(part.argument ? "value" : "word").set("text", part.text);
  }
  if (x.amount) {
    const Page amount = card.section("amount");
    amount.set("kind", wording.amount_kind(x));
    amount.set("sum", wording.amount(*x.amount));
  }
  for (const Bilingual& note : x.notes) card.section("note").set("text", wording.text(note));
}

void add_reasoning(const Page& card, const Finding& x, const Wording& wording) {
  if (x.reasoning.empty()) return;
  const Page reasoned = card.section("reasoned");
  for (const results::Trace& trace : x.reasoning) add_trace(reasoned, trace, wording);
}

bool same_papers(const results::Missing& a, const results::Missing& b) {
  return a.cause == b.cause && a.documents == b.documents;
}

/// What lies in the same papers for the same reason is asked for together.
void add_missing(const Page& card, const Finding& x, const Wording& wording) {
  if (x.missing.empty()) return;
  const Page lacking = card.section("lacking");
  Page item = lacking;
  for (std::size_t i = 0; i < x.missing.size(); ++i) {
    const results::Missing& missing = x.missing[i];
    if (i == 0 || !same_papers(x.missing[i - 1], missing)) {
      item = lacking.section("item");
      item.set("cause", wording.strings().term("cause", missing.cause));
      std::vector<std::string> papers;
      papers.reserve(missing.documents.size());
      for (const std::string& code : missing.documents) papers.push_back(wording.document(code));
      add_text(item, "papers", "names", wording.join(papers, ", "));
    }
    const Page point = item.section("point");
    point.set("ask", wording.text(missing.ask));
    point.set("row", std::to_string(wording.rows().number(missing.fact)));
  }
}

/// The outcomes a change may lead to: first the duty met, then the others as they first come.
std::vector<Verdict> outcomes_of(const Finding& x) {
  std::vector<Verdict> out;
  for (const results::Change& to : x.changes) {
    if (std::ranges::find(out, to.verdict) == out.end()) out.push_back(to.verdict);
  }
  std::ranges::stable_partition(out, [](Verdict verdict) { return verdict == Verdict::met; });
  return out;
}

void add_changes(const Page& card, const Finding& x, const Wording& wording) {
  if (x.changes.empty() && !x.changes_exhausted) return;
  const Page changing = card.section("changing");
  for (const Verdict verdict : outcomes_of(x)) {
    const Page outcome = changing.section("outcome");
    outcome.set("verdict", wording.verdict(verdict));
    for (const results::Change& to : x.changes) {
      if (to.verdict != verdict) continue;
      const FactWords fact = wording.fact(to.fact);
      const Page change = outcome.section("change");
      change.set("fact", fact.what);
      change.set("row", std::to_string(fact.row));
      change.set("to", to.state == "known" ? wording.value(to.to)
                                           : wording.strings().term("state", to.state));
    }
  }
  if (x.changes_exhausted) changing.show("exhausted");
}

void add_waiver(const Page& card, const Finding& x, const Wording& wording) {
  if (x.waiver.empty()) return;
  const Page waiver = card.section("waiver");
  waiver.set("terms", wording.waiver(x));
  waiver.set("original", wording.verdict(x.original));
}

/// Every basis of what was read, the strongest first; of older documents the weakest alone.
std::string rests_on(const Finding& x, const Wording& wording) {
  std::vector<std::string> all;
  for (const auto& one : x.told_by) all.push_back(wording.strings().term("basis", one));
  return all.empty() ? wording.strings().term("basis", x.basis) : wording.join(all, "; ");
}

void set_colophon(const Page& card, const Finding& x, const Wording& wording) {
  card.set("rule", x.rule);
  card.set("basis", rests_on(x, wording));
  add_text(card, "with", "rules", wording.join(x.with, ", "));
  // Against them ids and birth dates could be tried.
  if (!wording.unmasked()) return;
  const Page hashes = card.section("hashes");
  hashes.set("fingerprint", x.fingerprint);
  hashes.set("digest", x.evidence_digest);
}

}  // namespace

Page add_card(const Page& page, std::size_t index, const Place& place, const Wording& wording) {
  const Finding& x = wording.results().findings[index];
  const Page card = page.include("card", "finding.html");
  set_title(card, index, x, wording);
  add_sentence(card, x, wording);
  add_laws(card, x, place, wording);
  add_facts(card, x, wording);
  add_reasoning(card, x, wording);
  add_missing(card, x, wording);
  add_changes(card, x, wording);
  if (place.common.empty()) {
    add_way_out(card, x, place, wording);
  } else {
    card.section("common").set("anchor", place.common);
  }
  add_waiver(card, x, wording);
  set_colophon(card, x, wording);
  return card;
}

}  // namespace periksa::reports::html
