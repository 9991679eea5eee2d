// SPDX-License-Identifier: Apache-2.0
// What screens show of single workers: whom to turn to, once a screen, then worker by worker the
// signs with their facts.
#include <algorithm>
#include <optional>
#include <utility>

#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

using results::Notice;
using results::Sign;

void add_facts_of(const Page& page, const std::vector<std::size_t>& facts, const Notice& notice,
                  const Wording& wording) {
  if (facts.empty()) return;
  const Page list = page.section("facts");
  for (const std::size_t fact : facts) {
    const FactWords words = wording.fact(fact);
    const Page item = list.section("fact");
    item.set("what", words.what);
    const bool alone = notice.workers.size() == 1 &&
                       wording.results().facts[fact].record == notice.workers.front();
    if (!alone) add_text(item, "of", "whose", words.whose);
    add_value(item, words);
    item.set("row", std::to_string(words.row));
  }
}

void add_sign(const Page& page, const Sign& x, const Notice& notice, const Wording& wording) {
  const Page sign = page.section("sign");
  sign.set("title", wording.text(x.title));
  if (x.strong) sign.show("strong");
  if (x.confidential) sign.show("confidential");
  // Where each indicator is told by itself, its facts are the notice's.
  add_facts_of(sign, x.facts.empty() ? notice.facts : x.facts, notice, wording);
  add_text(sign, "question", "text", wording.text(x.question));
}

void add_case(const Page& screen, const Notice& notice, const Wording& wording) {
  const Page page = screen.section("case");
  const bool by_worker = !notice.bodies.empty() || notice.referral;
  if (by_worker) {
    page.section("of").set("name", wording.named(notice));
  } else {
    page.section("many").set("names", wording.named(notice));
  }
  page.set("text", wording.text(notice.text));
  std::vector<std::string> open;
  for (const Sign& x : notice.signs) {
    if (x.truth == results::Truth::yes) {
      add_sign(page, x, notice, wording);
    } else {
      open.push_back(wording.text(x.title));
    }
  }
  add_text(page, "open", "titles", wording.join(open, "; "));
}

Page add_screen(const Page& page, const Notice& notice, const Wording& wording) {
  Page screen = page.section("screen");
  const bool lead = !notice.referral && !notice.signs.empty();
  screen.set("title", lead ? wording.strings()("screen_leads") : wording.text(notice.title));
  if (!notice.referral) return screen;
  const Page referral = screen.section("referral");
  for (const results::Body& body : notice.bodies) {
    const Page item = referral.section("body");
    item.set("name", wording.text(body.label));
    add_text(item, "when", "text", wording.text(body.when));
  }
  return screen;
}

}  // namespace

std::vector<const Notice*> screened(const Wording& wording) {
  std::vector<const Notice*> notices;
  for (const Notice& notice : wording.results().notices) {
    if (notice.screen) notices.push_back(&notice);
  }
  // Referrals by screen, then the leads of all.
  std::ranges::stable_sort(notices, {}, [](const Notice* x) {
    return std::pair(!x->referral, x->referral ? std::string_view(x->pattern) : "");
  });
  return notices;
}

void add_screens(const Page& page, std::span<const Notice* const> notices, const Wording& wording) {
  const Page section = page.include("screens", "screens.html");
  section.show(notices.empty() ? "none" : "some");
  std::optional<Page> screen;
  const Notice* before = nullptr;
  for (const Notice* notice : notices) {
    const bool same = before != nullptr && before->referral == notice->referral &&
                      (!notice->referral || before->pattern == notice->pattern);
    if (!same) screen = add_screen(section, *notice, wording);
    add_case(*screen, *notice, wording);
    before = notice;
  }
}

}  // namespace periksa::reports::html
