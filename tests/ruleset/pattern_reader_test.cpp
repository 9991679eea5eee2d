// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;
using ruleset::Pattern;

BOOST_AUTO_TEST_SUITE(pattern_reader)
namespace {

const std::string kTexts =
    "<title lang='id'>Judul</title><title lang='en'>Title</title>"
    "<say lang='id'>Kalimat.</say><say lang='en'>Sentence.</say>";

std::string pattern(const std::string& attributes, const std::string& texts = kTexts) {
  return "<pattern id='p' " + attributes + ">" + texts + "</pattern>";
}

/// What is told of a pattern file, in English.
std::string told(const std::string& text) {
  MiniRules mini;
  mini.file("patterns/p.xml", text);
  std::string all;
  for (const auto& problem : mini.problems()) all += problem.text.en + '\n';
  return all;
}

bool tells(const std::string& text, std::string_view phrase) {
  return told(text).find(phrase) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_outlier_is_read_with_its_bounds) {
  const std::string good =
      "kind='outlier' by='job country' lines='payment.amount' where='payer' is='worker family' "
      "least='8' times='5' percent='50'";
  MiniRules mini;
  const auto& read = mini.file("patterns/p.xml", pattern(good)).load().patterns().front();
  BOOST_TEST((read.kind == Pattern::Kind::outlier));
  BOOST_TEST(read.fields.size() == 2U);
  BOOST_TEST((read.where && read.is.size() == 2));
  BOOST_TEST((read.least == 8 && read.times == 5 && read.percent == 50));
  BOOST_TEST(tells(pattern(replaced(good, "job country", "name")), "fields of codes"));
  BOOST_TEST(tells(pattern(replaced(good, "payment.amount", "payment.payer")), "money"));
  BOOST_TEST(tells(pattern(replaced(good, "worker family", "wrker")), "unknown code \"wrker\""));
  BOOST_TEST(tells(pattern(replaced(good, "where='payer'", "where='amount'")), "field of codes"));
  BOOST_TEST(tells(pattern(replaced(good, "least='8'", "least='2'")), "least= must be 3"));
  BOOST_TEST(tells(pattern(replaced(good, "times='5'", "")), "times"));
}

BOOST_AUTO_TEST_CASE(fields_of_the_worker_may_join_the_key_of_its_records) {
  const std::string good =
      "kind='one-for-many' entity='payment' fields='payee_account' with='recruiter village'";
  MiniRules mini;
  const auto& read = mini.file("patterns/p.xml", pattern(good)).load().patterns().front();
  BOOST_TEST(read.with.size() == 2U);
  BOOST_TEST(!read.where);
  BOOST_TEST(tells(pattern(replaced(good, "village", "vilage")), "vilage"));
  BOOST_TEST(tells(pattern("kind='same-key' entity='worker' fields='nik' with='village'"),
                   "records of workers only"));
}

BOOST_AUTO_TEST_CASE(the_four_kinds_of_keys_and_totals_are_read) {
  MiniRules mini;
  mini.file("patterns/a.xml", pattern("kind='same-key' entity='worker' fields='nik'"))
      .file("patterns/b.xml", replaced(pattern("kind='total-differs' "
                                               "total='placement_agreement.stated_total' "
                                               "lines='cost_item.amount'"),
                                       "'p'", "'q'"))
      .file("patterns/c.xml", replaced(pattern("kind='one-for-many' entity='payment' "
                                               "fields='amount component' least='5'"),
                                       "'p'", "'r'"))
      .file("patterns/d.xml", replaced(pattern("kind='nik-birth-date'"), "'p'", "'s'"));
  const auto patterns = mini.load().patterns();
  BOOST_REQUIRE_EQUAL(patterns.size(), 4U);
  BOOST_TEST((patterns[0].kind == Pattern::Kind::same_key && patterns[0].least == 2));
  BOOST_TEST((patterns[1].kind == Pattern::Kind::total_differs));
  BOOST_TEST((patterns[2].kind == Pattern::Kind::one_for_many && patterns[2].least == 5));
  BOOST_TEST(patterns[2].fields.size() == 2U);
  BOOST_TEST((patterns[3].kind == Pattern::Kind::nik_birth_date));
}

BOOST_AUTO_TEST_CASE(an_unknown_kind_entity_or_field_is_refused) {
  BOOST_TEST(tells(pattern("kind='same-kee' entity='worker' fields='nik'"), "same-kee"));
  BOOST_TEST(tells(pattern("kind='same-key' entity='wrker' fields='nik'"), "unknown entity"));
  BOOST_TEST(tells(pattern("kind='same-key' entity='worker' fields='nick'"), "\"nick\""));
  BOOST_TEST(
      tells(pattern("kind='total-differs' total='placement_agreement' lines='cost_item.amount'"),
            "expected entity.field"));
}

BOOST_AUTO_TEST_CASE(a_pattern_that_could_never_work_is_refused) {
  // A sum of texts, a total outside the worker, a key nobody shares, fewer than two workers.
  BOOST_TEST(!told(pattern("kind='total-differs' total='placement_agreement.number' "
                           "lines='cost_item.amount'"))
                  .empty());
  BOOST_TEST(!told(pattern("kind='total-differs' total='deposit.amount' lines='cost_item.amount'"))
                  .empty());
  BOOST_TEST(!told(pattern("kind='same-key' entity='permit' fields='number'")).empty());
  BOOST_TEST(!told(pattern("kind='same-key' entity='worker' fields=''")).empty());
  BOOST_TEST(
      !told(pattern("kind='one-for-many' entity='payment' fields='amount' least='1'")).empty());
  BOOST_TEST(
      !told(pattern("kind='one-for-many' entity='payment' fields='amount' least='x'")).empty());
}

BOOST_AUTO_TEST_CASE(title_and_sentence_are_needed_in_both_languages) {
  const std::string attributes = "kind='same-key' entity='worker' fields='nik'";
  BOOST_TEST(told(pattern(attributes)).empty(), told(pattern(attributes)));
  for (const auto* piece : {"<title lang='id'>Judul</title>", "<say lang='en'>Sentence.</say>"})
    BOOST_TEST(tells(pattern(attributes, replaced(kTexts, piece, "")), "both languages"), piece);
}

BOOST_AUTO_TEST_CASE(two_patterns_may_not_share_an_id) {
  MiniRules mini;
  const auto text = pattern("kind='same-key' entity='worker' fields='nik'");
  mini.file("patterns/a.xml", text).file("patterns/b.xml", text);
  BOOST_TEST(!mini.problems().empty());
}

BOOST_AUTO_TEST_SUITE_END()
