// SPDX-License-Identifier: Apache-2.0
// Texts of law, remedies, sanctions and questions, on a card or once for several cards.
#include <algorithm>
#include <optional>

#include "reports/html_parts.h"
#include "reports/law_wording.h"

namespace periksa::reports::html {
namespace {

using results::Citation;
using results::Finding;
using results::Provision;
using results::Sanction;

bool contains(const std::vector<std::string>& list, const std::string& id) {
  return std::ranges::find(list, id) != list.end();
}

/// Anchors of the text or sanction at the head of an article.
std::string head_anchor(std::size_t article, std::string_view kind, std::size_t index) {
  return "a-" + std::to_string(article) + "-" + std::string(kind) + std::to_string(index + 1);
}

std::size_t index_of(const Provision& of, const Wording& wording) {
  return static_cast<std::size_t>(&of - wording.results().provisions.data());
}

std::size_t index_of(const Sanction& of, const Wording& wording) {
  return static_cast<std::size_t>(&of - wording.results().sanctions.data());
}

/// The head of the article has the same provision in another version as well.
bool in_versions(const Provision& of, const Place& place, const Wording& wording) {
  return std::ranges::any_of(place.group.provisions, [&](const std::string& id) {
    const Provision& other = *wording.provision(id);
    return other.id != of.id && other.instrument == of.instrument && other.cite == of.cite;
  });
}

Page add_citation(const Page& law, const LawWords& words, const std::string& anchor) {
  Page citation = law.include("citation", "citation.html");
  citation.set("anchor", anchor);
  citation.set("cite", words.cite);
  return citation;
}

void set_window(const Page& citation, const LawWords& words) {
  const Page window = citation.section("window");
  window.set("words", words.window);
  add_text(window, "sure", "words", words.uncertain);
}

void set_text(const Page& citation, const LawWords& words) {
  set_window(citation, words);
  const Page text = citation.section("text");
  text.set("paraphrase", words.paraphrase);
  text.set("mark", words.mark);
}

void set_sanction(const Page& page, const Sanction& of, const Wording& wording) {
  const SanctionWords words = sanction_words(of, wording);
  page.set("kind", words.kind);
  page.set("text", words.text);
  page.set("source", words.cite);
  page.set("grade", words.grade);
  add_text(page, "authority", "who", words.authority);
}

void add_sanctions(const Page& way, const Finding& x, const Place& place, const Wording& wording) {
  if (x.sanctions.empty()) return;
  const Page sanctioning = way.section("sanctioning");
  std::optional<Page> above;
  for (const std::string& id : x.sanctions) {
    const Sanction* const of = wording.sanction(id);
    if (of == nullptr) continue;
    const bool shared = contains(place.group.sanctions, id);
    if (shared && !above) above = sanctioning.section("above");
    const Page sanction = shared ? above->section("sanction") : sanctioning.section("sanction");
    set_sanction(sanction, *of, wording);
    if (shared) sanction.set("anchor", head_anchor(place.article, "s", index_of(*of, wording)));
  }
}

void add_remedies(const Page& way, const Finding& x, const Wording& wording) {
  if (x.remedies.empty()) return;
  const Page remedying = way.section("remedying");
  for (const results::Remedy& of : x.remedies) {
    const Page remedy = remedying.section("remedy");
    remedy.set("who", of.who);
    remedy.set("text", wording.text(of.text));
  }
}

}  // namespace

void add_laws(const Page& card, const Finding& x, const Place& place, const Wording& wording) {
  const Page laws = card.include("laws", "laws.html");
  if (x.citations.empty()) laws.show("no_law");
  std::optional<Page> above;
  std::optional<Page> own;
  for (const Citation& citation : x.citations) {
    const Provision* const of = wording.provision(citation.provision);
    if (of == nullptr) continue;
    const LawWords words = law_words(*of, wording);
    const std::size_t index = index_of(*of, wording);
    const bool shared = contains(place.group.provisions, citation.provision);
    std::optional<Page>& list = shared ? above : own;
    if (!list) list = laws.section(shared ? "above" : "own");
    const Page cited =
        add_citation(list->section("law"), words,
                     shared ? head_anchor(place.article, "l", index) : provision_anchor(index));
    if (citation.alternative) cited.show("alternative");
    if (!shared) {
      set_text(cited, words);
    } else if (citation.alternative || in_versions(*of, place, wording)) {
      set_window(cited, words);
    }
  }
  const bool act =
      std::ranges::any_of(x.citations, [](const Citation& of) { return of.proves == "act"; });
  if (act && !place.group.act) laws.show("act");
}

void add_way_out(const Page& page, const Finding& x, const Place& place, const Wording& wording) {
  const Page way = page.include("way_out", "way_out.html");
  add_remedies(way, x, wording);
  add_sanctions(way, x, place, wording);
  add_text(way, "asking", "question", wording.text(x.question));
}

void add_shared_laws(const Page& common, const Place& place, const Wording& wording) {
  if (place.group.provisions.empty() && !place.group.act) return;
  const Page laws = common.include("laws", "laws.html");
  if (place.group.act) laws.show("act");
  if (place.group.provisions.empty()) return;
  const Page own = laws.section("own");
  for (const std::string& id : place.group.provisions) {
    const Provision& of = *wording.provision(id);
    const LawWords words = law_words(of, wording);
    const std::size_t index = index_of(of, wording);
    const Page law = own.section("law");
    law.section("id").set("anchor", head_anchor(place.article, "l", index));
    set_text(add_citation(law, words, provision_anchor(index)), words);
  }
}

void add_shared_way_out(const Page& common, const Place& place, const Finding* same,
                        const Wording& wording) {
  const Page way = common.include("way_out", "way_out.html");
  if (same != nullptr) {
    add_remedies(way, *same, wording);
    add_text(way, "asking", "question", wording.text(same->question));
  }
  if (place.group.sanctions.empty()) return;
  const Page sanctioning = way.section("sanctioning");
  for (const std::string& id : place.group.sanctions) {
    const Sanction& of = *wording.sanction(id);
    const Page sanction = sanctioning.section("sanction");
    sanction.section("id").set("anchor", head_anchor(place.article, "s", index_of(of, wording)));
    set_sanction(sanction, of, wording);
  }
}

}  // namespace periksa::reports::html
