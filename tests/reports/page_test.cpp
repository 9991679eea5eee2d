// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "auditor/base/sha256.h"
#include "auditor/results/redact.h"
#include "reports/law_page.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::Results;

BOOST_AUTO_TEST_SUITE(page)
namespace {

std::vector<Results> samples() {
  Results redacted = sample::rich();
  redact(redacted);
  Results unfinished = sample::rich();
  unfinished.header.complete = false;
  return {sample::rich(), sample::quiet(), sample::empty(), redacted, unfinished, Results{}};
}

/// Every number of a text, without the marks that part its digits, sorted.
std::vector<std::string> numbers(const std::string& text) {
  std::vector<std::string> out;
  std::string digits;
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (digit(i)) {
      digits += text[i];
    } else if (!digits.empty() &&
               !(i < text.size() && (text[i] == '.' || text[i] == ',') && digit(i + 1))) {
      out.push_back(digits);
      digits.clear();
    }
  }
  std::ranges::sort(out);
  return out;
}

int level(const pugi::xml_node& heading) {
  return heading.name()[1] - '0';
}

bool shows(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_page_is_well_formed) {
  for (const Results& results : samples()) {
    for (const Language language : {Language::id, Language::en}) {
      BOOST_TEST(ParsedPage(page_of(results, language)).fault() == "");
      BOOST_TEST(ParsedPage(page_of(results, language, true)).fault() == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(ids_are_unique_and_every_link_leads_to_one) {
  for (const Results& results : samples()) {
    const ParsedPage page(page_of(results));
    std::set<std::string> ids;
    for (const std::string& id : page.attributes("id")) BOOST_TEST(ids.insert(id).second, id);
    for (const std::string& link : page.attributes("href")) {
      BOOST_REQUIRE(link.starts_with("#"));
      BOOST_TEST(ids.contains(link.substr(1)), link);
    }
    for (const std::string& label : page.attributes("aria-labelledby")) {
      BOOST_TEST(ids.contains(label), label);
    }
  }
}

BOOST_AUTO_TEST_CASE(nothing_outside_the_file_is_needed) {
  const std::string text = page_of(sample::rich());
  for (const char* word : {"http:", "https:", "@import", "<link", "<img", "src="}) {
    BOOST_TEST(!shows(text, word), word);
  }
  BOOST_TEST(shows(text, "default-src 'none'"));
}

BOOST_AUTO_TEST_CASE(the_one_script_is_ours_and_the_policy_names_its_bytes) {
  for (const Results& results : samples()) {
    const std::string text = page_of(results);
    const auto from = text.find("<script>") + 8;
    const std::string script = text.substr(from, text.find("</script>") - from);
    BOOST_TEST(script == filter_script());
    BOOST_TEST(ParsedPage(text).count("//script") == 1U);
    BOOST_TEST(shows(text, "; script-src 'sha256-" + sha256_base64(script) + "'; form-action"));
  }
}

BOOST_AUTO_TEST_CASE(a_page_without_a_script_allows_none) {
  std::string text;
  BOOST_REQUIRE(reports::write_law_page(sample::rich(), {Language::id, false, kTemplates},
                                        [&](std::string_view piece) { text += piece; })
                    .has_value());
  BOOST_TEST(shows(text, "content=\"default-src 'none'; style-src 'unsafe-inline'\""));
  BOOST_TEST(ParsedPage(text).count("//script") == 0U);
}

BOOST_AUTO_TEST_CASE(without_script_the_bar_is_hidden_and_nothing_else) {
  const ParsedPage page(page_of(sample::rich()));
  BOOST_TEST(page.count("//form[@hidden]") == 1U);
  const auto outside = page.count("//*[@hidden and not(ancestor-or-self::form)]");
  BOOST_TEST(outside == 1U);  // what is said of cards that were moved
  BOOST_TEST(page.count("//p[@id='filter-told' and @hidden]") == outside);
  BOOST_TEST(ParsedPage(page_of(sample::quiet())).count("//form") == 0U);
}

BOOST_AUTO_TEST_CASE(every_key_of_a_card_stands_in_a_control) {
  const ParsedPage page(page_of(sample::rich()));
  const std::vector<std::pair<const char*, const char*>> keys{
      {"data-verdict", "//input[@name='verdict' and @value='"},
      {"data-severity", "//select[@name='severity']/option[@value='"},
      {"data-worker", "//select[@name='worker']/option[@value='"},
      {"data-document", "//select[@name='document']/option[@value='"}};
  for (const auto& [name, control] : keys) {
    const auto values = page.attributes(name);
    BOOST_TEST(values.size() == page.count("//article"));
    for (const std::string& value : values) {
      std::istringstream words(value);
      for (std::string word; words >> word;)
        BOOST_TEST(page.count((control + word + "']").c_str()) == 1U, name + (" " + word));
    }
  }
}

BOOST_AUTO_TEST_CASE(headings_go_down_one_level_at_a_time) {
  for (const Results& results : samples()) {
    const ParsedPage page(page_of(results));
    int before = 0;
    for (const auto& found : page.tree().select_nodes("//h1|//h2|//h3|//h4|//h5|//h6")) {
      BOOST_TEST(level(found.node()) <= before + 1, found.node().text().get());
      before = level(found.node());
    }
    BOOST_TEST(page.count("//h1") == 1U);
  }
}

BOOST_AUTO_TEST_CASE(every_table_heading_has_a_scope_and_the_page_its_language) {
  const ParsedPage page(page_of(sample::rich(), Language::en));
  BOOST_TEST(page.count("//th[not(@scope)]") == 0U);
  BOOST_TEST(page.count("/html[@lang='en']") == 1U);
  // A picture says in words what it shows, or is there for the eye only.
  const auto told = page.count("//svg[@role='img' and count(title) = 1 and title/text()]");
  BOOST_TEST(told == 3U);
  BOOST_TEST(page.count("//svg[@aria-hidden='true']") + told == page.count("//svg"));
}

BOOST_AUTO_TEST_CASE(every_finding_has_a_card_and_every_fact_a_row) {
  const Results results = sample::rich();
  const ParsedPage page(page_of(results));
  BOOST_TEST(page.count("//article") == results.findings.size());
  BOOST_TEST(page.count("//tr[starts-with(@id,'row-')]") == results.facts.size());
  BOOST_TEST(page.count("//tr[starts-with(@id,'law-')]") == results.provisions.size());
}

BOOST_AUTO_TEST_CASE(both_languages_tell_the_same) {
  const Results results = sample::rich();
  const ParsedPage id(page_of(results, Language::id));
  const ParsedPage en(page_of(results, Language::en));
  for (const char* what : {"//article", "//tr", "//li", "//section", "//a", "//dd", "//bdi"}) {
    BOOST_TEST(id.count(what) == en.count(what), what);
  }
  BOOST_TEST(id.attributes("href") == en.attributes("href"));
  BOOST_TEST(numbers(id.text()) == numbers(en.text()));
}

BOOST_AUTO_TEST_CASE(the_counts_of_the_table_add_up) {
  const Results results = sample::rich();
  const ParsedPage page(page_of(results));
  unsigned sum = 0;
  for (const auto& found : page.tree().select_nodes("//table[@class='sums']/tbody/tr/td[1]")) {
    sum += found.node().text().as_uint();
  }
  BOOST_TEST(sum == results.summary.evaluations);
  BOOST_TEST(
      page.tree().select_node("//table[@class='sums']/tfoot//td[1]").node().text().as_uint() ==
      results.summary.evaluations);
}

BOOST_AUTO_TEST_CASE(a_masked_page_holds_no_private_value) {
  const Results results = sample::rich();
  const std::string masked = page_of(results);
  const std::string open = page_of(results, Language::id, true);
  for (const auto& [worker, key] : results.pseudonyms) {
    const std::string& name = results.secrets.at(key).value;
    BOOST_TEST(!shows(masked, name), name);
    BOOST_TEST(shows(open, name) == (worker != "W006" || shows(masked, worker)), name);
  }
  for (const char* value : {"C7654321", "02/01/2007", "Pak Joko", "2007-01-02", "2 Januari 2007"}) {
    BOOST_TEST(!shows(masked, value), value);
  }
  BOOST_TEST(shows(open, "C7654321"));
  BOOST_TEST(shows(open, "2 Januari 2007 atau 30 Juni 2007"));
  BOOST_TEST(shows(open, "EDISI TERBUKA"));
}

BOOST_AUTO_TEST_CASE(a_redacted_document_shows_nothing_more_when_unmasked) {
  Results results = sample::rich();
  redact(results);
  BOOST_TEST(page_of(results, Language::id, true) == page_of(results));
  BOOST_TEST(shows(page_of(results), "Edisi tersunting"));
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
  BOOST_TEST(page_of(sample::rich()) == page_of(sample::rich()));
}

BOOST_AUTO_TEST_CASE(empty_sections_say_so) {
  const std::string text = page_of(sample::quiet());
  for (const char* sentence :
       {"Tidak ada temuan.", "Tidak ditemukan pola", "Tidak ada dokumen yang perlu diminta.",
        "Tidak ada jumlah yang ditemukan", "Tidak ada keputusan pengesampingan yang disertakan.",
        "Tidak ada butir yang dibaca", "Tidak ada temuan yang menyangkut pekerja."}) {
    BOOST_TEST(shows(text, sentence), sentence);
  }
}

BOOST_AUTO_TEST_CASE(intent_is_said_not_to_be_shown_where_the_act_is_what_is_proved) {
  const std::string text = page_of(sample::rich(), Language::en);
  BOOST_TEST(shows(text, "Intent and harm are not shown by papers."));
  BOOST_TEST(shows(text, "an unofficial copy was read"));
}

BOOST_AUTO_TEST_CASE(a_paper_asked_for_twice_stands_in_one_row) {
  Results results = sample::rich();
  const auto rows = [](const Results& x) {
    return ParsedPage(page_of(x)).count("//section[@id='requests']//tbody/tr");
  };
  const auto before = rows(results);
  results::Request again = results.requests[0];
  again.ask = {"Hal lain.", "Another point."};
  again.findings = {"F0001"};
  results.requests.push_back(again);
  BOOST_TEST(rows(results) == before);
  BOOST_TEST(shows(page_of(results), "Hal lain."));
}

BOOST_AUTO_TEST_CASE(without_templates_nothing_is_written) {
  std::string out;
  const auto written = reports::write_html(sample::rich(), {Language::id, false, "/nowhere"},
                                           [&](std::string_view piece) { out += piece; });
  BOOST_TEST(!written.has_value());
  BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_SUITE_END()
