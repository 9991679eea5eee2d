// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "auditor/base/file.h"
#include "auditor/intake/facts_text.h"
#include "tests/forms/seen_json.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(json_doc)
namespace {

/// The first block of a language in a page of the docs.
std::string example(const std::string& page, const std::string& language) {
  const auto text = read_file(PERIKSA_SOURCE_DIR "/docs/" + page, 1U << 20);
  BOOST_REQUIRE(text);
  const std::string begin = "```" + language + '\n';
  const auto start = text->find(begin);
  BOOST_REQUIRE(start != std::string::npos);
  const auto rest = text->substr(start + begin.size());
  return rest.substr(0, rest.find("```"));
}

const facts::Vocabulary& shipped() {
  static const auto vocabulary = facts::Vocabulary::load(PERIKSA_SOURCE_DIR "/rules");
  BOOST_REQUIRE(vocabulary);
  return *vocabulary;
}

std::string xml_facts(const std::string& text) {
  std::ostringstream out;
  intake::FactsText facts(out, shipped(), {.language = Language::en, .unmask = true});
  const auto filing = intake::read_filing_text(
      text, "f.xml", shipped(), {.threads = 1},
      [&](const intake::Filing& shared) { facts.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { facts.worker(worker); });
  BOOST_REQUIRE(filing);
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_example_of_the_page_says_what_the_one_in_xml_says) {
  const auto seen = test::see_json(example("json.md", "json"), {.threads = 1}, shipped());
  BOOST_REQUIRE_MESSAGE(seen.ok, seen.told);
  BOOST_TEST(seen.told == "");
  BOOST_TEST(test::without_places(seen.facts) ==
             test::without_places(xml_facts(example("filing-format.md", "xml"))));
}

BOOST_AUTO_TEST_CASE(the_example_keeps_its_places_as_pointers) {
  const auto seen = test::see_json(example("json.md", "json"), {.threads = 1}, shipped());
  for (const std::string place :
       {"/agency/name", "/permits/0/quota/0", "/permits/0/none", "/workers/0/born_on/1",
        "/workers/0/payments/1/amount", "/workers/0/collections/0/completeness"})
    BOOST_TEST(seen.facts.contains("f.json " + place + "  "), place << '\n' << seen.facts);
}

BOOST_AUTO_TEST_SUITE_END()
