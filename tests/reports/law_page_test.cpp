// SPDX-License-Identifier: Apache-2.0
#include "reports/law_page.h"

#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/reports/spoiler.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(law_page)
namespace {

std::string laws_of(const results::Results& results, Language language) {
  std::string page;
  const auto written = reports::write_law_page(results, {language, true, kTemplates},
                                               [&](std::string_view piece) { page += piece; });
  if (!written) BOOST_FAIL(render(written.error().front(), Language::en));
  return page;
}

bool shows(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_provision_is_told_in_both_languages) {
  const results::Results results = sample::rich();
  for (const Language language : {Language::id, Language::en}) {
    const std::string text = laws_of(results, language);
    const ParsedPage page(text);
    BOOST_TEST(page.fault() == "");
    BOOST_TEST(page.count("//tbody/tr") == results.provisions.size());
    for (const auto& provision : results.provisions)
      BOOST_TEST(shows(text, provision.cite), provision.cite);
  }
}

BOOST_AUTO_TEST_CASE(nothing_of_a_filing_stands_on_it) {
  const results::Results results = sample::rich();
  const std::string text = laws_of(results, Language::id);
  for (const auto& [key, secret] : results.secrets) {
    if (secret.value.size() > 4) BOOST_TEST(!shows(text, secret.value), secret.value);
  }
  BOOST_TEST(!shows(text, results.header.agency));
  BOOST_TEST(!results.header.agency.empty());
}

BOOST_AUTO_TEST_CASE(hostile_texts_stay_texts_and_no_provision_is_said) {
  BOOST_TEST(ParsedPage(laws_of(spoilt("<script>&\"'"), Language::en)).fault() == "");
  BOOST_TEST(shows(laws_of(results::Results{}, Language::en), "No provision is cited"));
}

BOOST_AUTO_TEST_SUITE_END()
