// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/words.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/language/stage.h"
#include "tests/language/vocabulary.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(expression_words)
namespace {

Bilingual told(const std::string& text, Subject subject = Subject::worker) {
  const auto scope = scope_of(subject);
  const Rule rule(text, scope);
  return words(rule.expression(), rule.expression().root, vocabulary(), limits(), scope.variables);
}

}  // namespace

BOOST_AUTO_TEST_CASE(values_are_written_as_each_language_writes_them) {
  struct Row {
    const char* rule;
    Bilingual words;
  };
  for (const Row& row : {
           Row{"w.wage is at least IDR 2500000",
               {"a paling sedikit Rp2.500.000", "a is at least IDR 2,500,000"}},
           Row{"w.born_on is on or before 2020-01-31",
               {"a pada atau sebelum 31 Januari 2020", "a is on or before 31 January 2020"}},
           Row{"w.weight is less than 1.5", {"a kurang dari 1,5", "a is less than 1.5"}},
       }) {
    const Bilingual words = told(row.rule);
    BOOST_TEST(words.id == row.words.id);
    BOOST_TEST(words.en == row.words.en);
  }
}

BOOST_AUTO_TEST_CASE(two_sides_are_never_called_the_same) {
  const Bilingual own = told("w.wage is more than w.fee");
  BOOST_TEST(own.id == "a (pekerja) lebih dari a (pekerja) yang lain");
  BOOST_TEST(own.en == "a (worker) is more than the other a (worker)");
  const Bilingual others = told("p.amount is at most w.wage", Subject::payment);
  BOOST_TEST(others.id == "a (pembayaran) paling banyak a (pekerja)");
  BOOST_TEST(others.en == "a (payment) is at most a (worker)");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace periksa::language::test
