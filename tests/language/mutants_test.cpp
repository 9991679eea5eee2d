// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/mutants.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/language/stage.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(language_mutants)
namespace {

std::set<std::string> made_of(const std::string& text) {
  const Rule rule(text, scope_of(Subject::worker));
  std::set<std::string> all;
  for (const auto& mutant : mutants(rule.expression())) {
    BOOST_TEST(mutant.text != text);
    all.insert(mutant.text);
  }
  return all;
}

using Texts = std::set<std::string>;

BOOST_AUTO_TEST_CASE(a_relation_moves_on_its_limit_and_turns_round) {
  BOOST_TEST((made_of("(whole years from w.born_on to event) is at least 18") ==
              Texts{"(whole years from w.born_on to event) is more than 18",
                    "(whole years from w.born_on to event) is at most 18",
                    "(whole years from w.born_on to event) is at least (18 plus 1)",
                    "(whole years from w.born_on to event) is at least (18 minus 1)"}));
  BOOST_TEST((made_of("w.born_on is before 2020-03-01") ==
              Texts{"w.born_on is on or before 2020-03-01", "w.born_on is after 2020-03-01",
                    "w.born_on is before 2020-03-02", "w.born_on is before 2020-02-29"}));
}

BOOST_AUTO_TEST_CASE(parts_are_left_out_and_joined_the_other_way) {
  BOOST_TEST((made_of("w.born_on is event and w.born_on is as_of") ==
              Texts{"(yes) and w.born_on is as_of", "w.born_on is event and (yes)",
                    "w.born_on is event or w.born_on is as_of",
                    "w.born_on is not event and w.born_on is as_of",
                    "w.born_on is event and w.born_on is not as_of"}));
}

BOOST_AUTO_TEST_CASE(quantifiers_and_negations_turn) {
  BOOST_TEST(made_of("every p in w.payments has (p.paid_on is event)")
                 .contains("some p in w.payments has (p.paid_on is event)"));
  BOOST_TEST(made_of("no p in w.payments").contains("some p in w.payments"));
  BOOST_TEST(made_of("not (w.born_on is event)").contains("(w.born_on is event)"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
