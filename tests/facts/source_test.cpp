// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/source.h"

#include <boost/test/unit_test.hpp>

using namespace periksa::facts;

namespace {

Basis basis(Asserter asserter, bool tied) {
  Source source;
  source.asserter = asserter;
  if (tied) source.sha256 = std::string(64, 'a');
  return basis_of(source);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(every_asserter_is_read_by_its_name) {
  for (const auto one : {Asserter::agency, Asserter::worker, Asserter::union_, Asserter::registry,
                         Asserter::inspector}) {
    BOOST_TEST((parse_asserter(to_string(one)) == one));
  }
  BOOST_TEST(!parse_asserter("Agency"));
}

BOOST_AUTO_TEST_CASE(the_basis_follows_from_who_says_it_and_whether_the_paper_is_tied) {
  BOOST_TEST((basis(Asserter::registry, false) == Basis::registry));
  BOOST_TEST((basis(Asserter::inspector, true) == Basis::registry));
  BOOST_TEST((basis(Asserter::agency, true) == Basis::document));
  BOOST_TEST((basis(Asserter::agency, false) == Basis::declared));
  BOOST_TEST((basis(Asserter::worker, true) == Basis::document));
  BOOST_TEST((basis(Asserter::worker, false) == Basis::statement));
  BOOST_TEST((basis(Asserter::union_, false) == Basis::statement));
}

BOOST_AUTO_TEST_SUITE_END()
