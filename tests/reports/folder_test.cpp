// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "reports/html_folder.h"
#include "reports/page_links.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/reports/spoiler.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using namespace periksa::reports;
using results::Results;

BOOST_AUTO_TEST_SUITE(folder)
namespace {

class Shelf : public PageStore {
 public:
  Result<void> put(const std::string& name, std::string_view html) override {
    pages[name] = html;
    return {};
  }
  Result<std::string> get(const std::string& name) override { return pages.at(name); }

  std::map<std::string, std::string> pages;
};

std::map<std::string, std::string> folder_of(const Results& results,
                                             Language language = Language::id) {
  Shelf shelf;
  const auto written = write_html_folder(results, {language, false, kTemplates}, shelf);
  BOOST_REQUIRE(written.has_value());
  return shelf.pages;
}

struct Ids {
  std::map<std::string, std::size_t> all;                  // in how many elements
  std::map<std::string, std::set<std::string>> of_page{};  // by name
};

Ids ids_of(const std::map<std::string, std::string>& pages) {
  Ids ids;
  for (const auto& [name, html] : pages) {
    const ParsedPage page(html);
    BOOST_TEST(page.fault() == "", name);
    for (const auto& id : page.attributes("id")) {
      ++ids.all[id];
      ids.of_page[name].insert(id);
    }
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_report_is_a_folder_above_two_thousand_findings) {
  BOOST_TEST(!needs_folder(2000));
  BOOST_TEST(needs_folder(2001));
}

BOOST_AUTO_TEST_CASE(every_card_and_every_row_stands_once_and_every_link_leads_to_something) {
  const Results results = sample::many(900);
  const auto pages = folder_of(results);
  const Ids ids = ids_of(pages);
  for (std::size_t i = 1; i <= results.findings.size(); ++i)
    BOOST_TEST(ids.all.at("f-" + std::to_string(i)) == 1U);
  for (std::size_t i = 1; i <= results.facts.size(); ++i)
    BOOST_TEST(ids.all.at("row-" + std::to_string(i)) == 1U);
  std::size_t across = 0;
  for (const auto& [name, html] : pages) {
    BOOST_TEST(is_page_name(name), name);
    for (const auto& link : ParsedPage(html).attributes("href")) {
      const auto sign = link.find('#');
      const std::string page = sign == 0 ? name : link.substr(0, sign);
      BOOST_TEST_CONTEXT(name << ": " << link) {
        BOOST_REQUIRE(pages.contains(page));
        if (sign != std::string::npos)
          BOOST_TEST(ids.of_page.at(page).contains(link.substr(sign + 1)));
        if (page != name && sign != std::string::npos) ++across;
      }
    }
  }
  BOOST_TEST(across > results.findings.size());
}

BOOST_AUTO_TEST_CASE(the_index_leads_to_every_article_with_its_counts) {
  const Results results = sample::many(500);
  for (const Language language : {Language::id, Language::en}) {
    const auto pages = folder_of(results, language);
    const ParsedPage index(pages.at("index.html"));
    std::size_t counted = 0;
    for (const auto& row : index.tree().select_nodes("//table[@class='articles']/tbody/tr")) {
      for (const auto& tally : row.node().select_nodes("td/span[@class='tally']"))
        counted += tally.node().last_child().text().as_uint();
    }
    BOOST_TEST(counted == results.findings.size());
    BOOST_TEST(index.count("//article[@class='card']") == 0U);
    BOOST_TEST(index.count("//script") == 0U);
  }
}

BOOST_AUTO_TEST_CASE(an_article_goes_on_where_its_page_is_full_and_tells_what_is_shared_once) {
  const auto pages = folder_of(sample::many(450));
  std::size_t full = 0;
  std::size_t heads = 0;
  for (const auto& [name, html] : pages) {
    if (!name.starts_with("article")) continue;
    const ParsedPage page(html);
    const auto cards = page.count("//article[@class='card']");
    BOOST_TEST(cards > 0U, name);
    BOOST_TEST(cards <= 200U, name);
    if (cards == 200) ++full;
    heads += page.count(
        "//div[@class='common'][starts-with(@id,'c-') or starts-with(@id,'a-')]"
        "[following::article or ..//article]");
    BOOST_TEST(page.count("//form[@id='filter']") == 1U, name);
    BOOST_TEST(page.count("//meta[contains(@content,'sha256-')]") == 1U, name);
  }
  BOOST_TEST(full == 2U);
  BOOST_TEST(heads > 0U);
}

BOOST_AUTO_TEST_CASE(a_page_never_outgrows_its_limit) {
  // Each card and each row is tens of thousands of bytes.
  const auto pages = folder_of(sample::many(220, std::string(40'000, 'w')));
  std::size_t articles = 0;
  for (const auto& [name, html] : pages) {
    BOOST_TEST(html.size() <= kMostBytesOfPage, name << " has " << html.size());
    if (name.starts_with("article")) ++articles;
  }
  BOOST_TEST(articles > 3U);
}

BOOST_AUTO_TEST_CASE(what_is_larger_than_a_page_by_itself_has_one_whatever_its_size) {
  Results results = sample::many(1, std::string(kMostBytesOfPage, 'w'));
  results::SourceRow source;
  source.id = "s";
  source.file = std::string(400, 'f');
  results.header.inputs.front().sources.assign(9000, source);
  const auto pages = folder_of(results);
  const Ids ids = ids_of(pages);
  for (std::size_t i = 1; i <= results.findings.size(); ++i)
    BOOST_TEST(ids.all.at("f-" + std::to_string(i)) == 1U);
  for (std::size_t i = 1; i <= results.facts.size(); ++i)
    BOOST_TEST(ids.all.at("row-" + std::to_string(i)) == 1U);
  std::size_t files = 0;
  for (const auto& [name, html] : pages)
    files += ParsedPage(html).count("//table[@class='files']/tbody/tr");
  BOOST_TEST(files > 9000U);
}

BOOST_AUTO_TEST_CASE(the_index_does_not_grow_with_what_is_listed) {
  const auto size_of = [](std::size_t n) {
    Results results = sample::many(n);
    results::Notice& pattern = results.notices.front();
    results::Request& request = results.requests.front();
    pattern.screen = false;
    for (const auto& x : results.findings) {
      pattern.workers.push_back(x.worker);
      if (!x.evidence.empty()) pattern.facts.push_back(x.evidence.front());
      request.workers.push_back(x.worker);
      request.findings.push_back(x.id);
    }
    for (std::size_t i = 0; i < n; ++i) {
      results::Finding& x = results.findings[i];
      x.verdict = i % 2 == 0 ? results::Verdict::waived : results::Verdict::insufficient;
      x.missing = {{0, "law", {}, {}}};
    }
    return folder_of(results).at("index.html").size();
  };
  const auto some = size_of(2400);
  const auto more = size_of(4800);
  BOOST_TEST(more < some + 2000, some << " and " << more);
}

BOOST_AUTO_TEST_CASE(screens_stand_on_pages_of_their_own) {
  Results results = sample::rich();
  const auto one = std::ranges::find(results.notices, true, &results::Notice::screen);
  BOOST_REQUIRE(one != results.notices.end());
  const results::Notice screen = *one;
  const std::size_t before = ParsedPage(page_of(results)).count("//section[@id='screens']//h4");
  results.notices.insert(results.notices.end(), 2500, screen);
  const auto pages = folder_of(results);
  std::size_t cases = 0;
  for (const auto& [name, html] : pages) {
    const std::size_t here = ParsedPage(html).count("//section[@id='screens']/div/div");
    cases += here;
    if (here > 0) BOOST_TEST(name.starts_with("screens"), name);
  }
  BOOST_TEST(cases >= 2500U + before);
  BOOST_TEST(pages.contains("screens-2.html"));
  BOOST_TEST(folder_of(sample::quiet()).contains("screens.html"));
}

BOOST_AUTO_TEST_CASE(no_value_breaks_a_page_or_a_link) {
  for (const std::string text :
       {" id=\"f-1\" href=\"#row-1\"", "\" href=\"#row-1\" x=\"", "<a href=\"#row-1\">",
        "</style><script>", "javascript:alert(1)", "{{>texts}}", "index.html#f-1", "\xff\x01"}) {
    const auto pages = folder_of(spoilt(text));
    for (const auto& [name, html] : pages) {
      const ParsedPage page(html);
      BOOST_TEST_CONTEXT(text << " in " << name) {
        BOOST_TEST(page.fault() == "");
        for (const auto& link : page.attributes("href"))
          BOOST_TEST(is_page_name(link.substr(0, link.find('#'))) != link.starts_with("#"), link);
        for (const auto& attribute : page.attribute_names())
          BOOST_TEST(!attribute.starts_with("on"));
        BOOST_TEST(page.count("//script") <= 1U);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_store_that_fails_ends_it) {
  struct Full : Shelf {
    Result<void> put(const std::string& name, std::string_view html) override {
      if (pages.size() == 3) return fail({"disk"}, {"penuh", "full"});
      return Shelf::put(name, html);
    }
  } full;
  const auto written = write_html_folder(sample::many(1), {Language::en, false, kTemplates}, full);
  BOOST_REQUIRE(!written.has_value());
  BOOST_TEST(written.error().front().text.en == "full");
}

BOOST_AUTO_TEST_CASE(a_link_to_an_id_of_its_own_page_or_of_none_stays) {
  PageLinks links;
  links.add("a.html", R"(<p id="x"/><p id="both"/>)");
  links.add("b.html", R"(<p id="y"/><p id="both"/>)");
  BOOST_TEST(links.resolved(R"(<a href="#x"/><a href="#y"/><p id="y"/><a href="#z"/>)") ==
             R"(<a href="a.html#x"/><a href="#y"/><p id="y"/><a href="#z"/>)");
  BOOST_TEST(links.resolved(R"(<a href="#both"/>)") == R"(<a href="a.html#both"/>)");
}

BOOST_AUTO_TEST_CASE(only_names_it_makes_are_pages) {
  for (const auto* name : {"index.html", "article-001-2.html", "rows-3.html", "critical.html"})
    BOOST_TEST(is_page_name(name), name);
  for (const auto* name : {"notes.html", "index.htm", "article", "my-index.html", "index.html.txt"})
    BOOST_TEST(!is_page_name(name), name);
}

BOOST_AUTO_TEST_SUITE_END()
