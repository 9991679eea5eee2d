// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/html_parts.h"
#include "reports/law_wording.h"

namespace periksa::reports::html {
namespace {

using results::Citation;
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
    amount.set("kind", wording.strings().term("amount_kind", x.amount_kind));
    amount.set("sum", wording.amount(*x.amount));
  }
  for (const Bilingual& note : x.notes) card.section("note").set("text", wording.text(note));
}

void add_citation(const Page& card, const Citation& citation, const Wording& wording) {
  const results::Provision* const provision = wording.provision(citation.provision);
  if (provision == nullptr) return;
  const LawWords words = law_words(*provision, wording);
  const Page law = card.section("law").include("citation", "citation.html");
  law.set("anchor", provision_anchor(
                        static_cast<std::size_t>(provision - wording.results().provisions.data())));
  law.set("cite", words.cite);
  law.set("window", words.window);
  if (citation.alternative) law.show("alternative");
  law.set("paraphrase", words.paraphrase);
  law.set("grade", words.grade);
  add_text(law, "copy", "words", words.copy);
  add_text(law, "sure", "words", words.uncertain);
}

void add_law(const Page& card, const Finding& x, const Wording& wording) {
  if (x.citations.empty()) card.show("no_law");
  for (const Citation& citation : x.citations) add_citation(card, citation, wording);
  const bool act = std::ranges::any_of(
      x.citations, [](const Citation& citation) { return citation.proves == "act"; });
  if (act) card.show("act");
}

void add_facts(const Page& card, const Finding& x, const Wording& wording) {
  if (x.evidence.empty()) return card.show("no_facts");
  const Page table = card.include("facts", "facts_table.html");
  for (const std::size_t fact : x.evidence) set_fact(table.section("fact"), fact, wording);
}

void add_reasoning(const Page& card, const Finding& x, const Wording& wording) {
  if (x.reasoning.empty()) return;
  const Page reasoned = card.section("reasoned");
  const bool unfold = x.verdict == Verdict::breach || x.verdict == Verdict::suspected;
  if (unfold) reasoned.show("open");
  for (const results::Trace& trace : x.reasoning) add_trace(reasoned, trace, wording);
}

void add_missing(const Page& card, const Finding& x, const Wording& wording) {
  if (x.missing.empty()) return;
  const Page lacking = card.section("lacking");
  for (const results::Missing& missing : x.missing) {
    const Page item = lacking.section("item");
    item.set("cause", wording.strings().term("cause", missing.cause));
    item.set("ask", wording.text(missing.ask));
    item.set("row", std::to_string(wording.rows().number(missing.fact)));
    std::vector<std::string> papers;
    papers.reserve(missing.documents.size());
    for (const std::string& code : missing.documents) papers.push_back(wording.document(code));
    add_text(item, "papers", "names", wording.join(papers, ", "));
  }
}

void add_changes(const Page& card, const Finding& x, const Wording& wording) {
  if (x.changes.empty() && !x.changes_exhausted) return;
  const Page changing = card.section("changing");
  for (const results::Change& to : x.changes) {
    const FactWords fact = wording.fact(to.fact);
    const Page change = changing.section("change");
    change.set("fact", fact.what);
    change.set("row", std::to_string(fact.row));
    change.set("to", to.state == "known" ? wording.value(to.to)
                                         : wording.strings().term("state", to.state));
    change.set("verdict", wording.verdict(to.verdict));
  }
  if (x.changes_exhausted) changing.show("exhausted");
}

void add_sanctions(const Page& card, const Finding& x, const Wording& wording) {
  if (x.sanctions.empty()) return;
  const Page sanctioning = card.section("sanctioning");
  for (const std::string& id : x.sanctions) {
    const results::Sanction* const of = wording.sanction(id);
    if (of == nullptr) continue;
    const SanctionWords words = sanction_words(*of, wording);
    const Page sanction = sanctioning.section("sanction");
    sanction.set("kind", words.kind);
    sanction.set("text", words.text);
    sanction.set("source", id);
    sanction.set("grade", words.grade);
    add_text(sanction, "authority", "who", words.authority);
  }
}

void add_way_out(const Page& card, const Finding& x, const Wording& wording) {
  if (!x.remedies.empty()) {
    const Page remedying = card.section("remedying");
    for (const results::Remedy& of : x.remedies) {
      const Page remedy = remedying.section("remedy");
      remedy.set("who", of.who);
      remedy.set("text", wording.text(of.text));
    }
  }
  add_sanctions(card, x, wording);
  add_text(card, "asking", "question", wording.text(x.question));
  if (x.waiver.empty()) return;
  const Page waiver = card.section("waiver");
  waiver.set("terms", wording.waiver(x));
  waiver.set("original", wording.verdict(x.original));
}

void set_colophon(const Page& card, const Finding& x, const Wording& wording) {
  card.set("rule", x.rule);
  card.set("basis", wording.strings().term("basis", x.basis));
  add_text(card, "with", "rules", wording.join(x.with, ", "));
  card.set("fingerprint", x.fingerprint);
  card.set("digest", x.evidence_digest);
}

}  // namespace

void add_card(const Page& page, std::size_t index, const Wording& wording) {
  const Finding& x = wording.results().findings[index];
  const Page card = page.include("card", "finding.html");
  set_title(card, index, x, wording);
  add_sentence(card, x, wording);
  add_law(card, x, wording);
  add_facts(card, x, wording);
  add_reasoning(card, x, wording);
  add_missing(card, x, wording);
  add_changes(card, x, wording);
  add_way_out(card, x, wording);
  set_colophon(card, x, wording);
}

}  // namespace periksa::reports::html
