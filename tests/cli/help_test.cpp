// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/cli/help/desk.h"

using namespace periksa::test;

BOOST_FIXTURE_TEST_SUITE(help, Desk)

BOOST_AUTO_TEST_CASE(help_names_every_verb_in_both_languages) {
  const auto english = periksa({"--help"});
  const auto indonesian = bare({"--help"});
  for (const auto* verb :
       {"audit", "facts", "rules", "explain", "report", "pack", "verify", "open", "key"}) {
    BOOST_TEST(says(english.out, verb));
    BOOST_TEST(says(indonesian.out, verb));
  }
  BOOST_TEST(says(english.out, "ssesses"));
  BOOST_TEST(says(indonesian.out, "menilai"));
  BOOST_TEST(english.code == 0);
  BOOST_TEST(english.err.empty());
}

BOOST_AUTO_TEST_CASE(help_of_audit_teaches_by_example_and_tells_the_exit_codes) {
  for (const auto* language : {"id", "en"}) {
    const auto ran = bare({"--lang", language, "audit", "--help"});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(says(ran.out, "periksa audit"));
    BOOST_TEST(says(ran.out, "html:"));
    for (const auto* code : {"64", "70", "74"}) BOOST_TEST(says(ran.out, code));
    for (const auto* option :
         {"--out", "--as-of", "--rule", "--skip-rule", "--cite", "--unmask", "--quiet"})
      BOOST_TEST(says(ran.out, option), option);
  }
}

BOOST_AUTO_TEST_CASE(every_verb_has_help_in_both_languages) {
  const std::vector<std::vector<std::string>> verbs{
      {"audit"},         {"facts"},         {"explain"},       {"report"},        {"rules"},
      {"rules", "list"}, {"rules", "lint"}, {"rules", "test"}, {"rules", "seal"}, {"convert"},
      {"template"},      {"map"},           {"pack"},          {"verify"},        {"open"},
      {"key"},           {"key", "new"},    {"key", "show"}};
  for (auto words : verbs) {
    words.push_back("--help");
    const auto english = periksa(words);
    const auto indonesian = bare(words);
    BOOST_TEST(english.code == 0, words[0]);
    BOOST_TEST(english.out != indonesian.out, words[0]);
    BOOST_TEST(english.err.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_verb_written_wrongly_is_answered_with_the_nearest) {
  for (const auto& [wrong, right] :
       {std::pair{"adit", "audit"}, std::pair{"fact", "facts"}, std::pair{"raport", "report"}}) {
    const auto english = periksa({wrong, "x"});
    BOOST_TEST(english.code == 64);
    BOOST_TEST(says(english.err, std::string("did you mean \"") + right + "\"?"), english.err);
    const auto indonesian = bare({wrong, "x"});
    BOOST_TEST(says(indonesian.err, std::string("; mungkin maksudnya \"") + right + "\"\n"),
               indonesian.err);
  }
}

BOOST_AUTO_TEST_CASE(the_version_is_told) {
  const auto ran = periksa({"--version"});
  BOOST_TEST(ran.code == 0);
  BOOST_TEST(ran.out == "0.1.0\n");
}

BOOST_AUTO_TEST_SUITE_END()
