// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/source.h"

#include <boost/test/unit_test.hpp>
#include <utility>

using namespace periksa::facts;

BOOST_AUTO_TEST_SUITE(source)
namespace {

/// Of a paper that its asserter has handed in.
Basis basis(Asserter asserter, std::string document, bool tied) {
  Source source;
  source.filer = asserter;
  source.asserter = asserter;
  source.document = std::move(document);
  if (tied) source.sha256 = std::string(64, 'a');
  return basis_of(source);
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_asserter_is_read_by_its_name) {
  for (const auto one : {Asserter::agency, Asserter::worker, Asserter::union_, Asserter::registry,
                         Asserter::inspector}) {
    BOOST_TEST((parse_asserter(to_string(one)) == one));
  }
  BOOST_TEST(!parse_asserter("Agency"));
}

BOOST_AUTO_TEST_CASE(a_registry_and_an_inspector_are_the_strongest_basis) {
  BOOST_TEST((basis(Asserter::registry, "registry_extract", false) == Basis::registry));
  BOOST_TEST((basis(Asserter::inspector, "", false) == Basis::registry));
}

BOOST_AUTO_TEST_CASE(a_paper_counts_as_a_document_once_its_file_is_tied) {
  BOOST_TEST((basis(Asserter::agency, "receipt", true) == Basis::document));
  BOOST_TEST((basis(Asserter::worker, "receipt", true) == Basis::document));
  BOOST_TEST((basis(Asserter::agency, "receipt", false) == Basis::declared));
  BOOST_TEST((basis(Asserter::union_, "receipt", false) == Basis::statement));
}

BOOST_AUTO_TEST_CASE(somebodys_word_stays_a_word_when_it_is_written_down_and_tied) {
  BOOST_TEST((basis(Asserter::worker, "worker_statement", true) == Basis::statement));
  BOOST_TEST((basis(Asserter::agency, "agency_answer", true) == Basis::declared));
  BOOST_TEST((basis(Asserter::agency, "", true) == Basis::declared));
  BOOST_TEST((basis(Asserter::worker, "", false) == Basis::statement));
}

BOOST_AUTO_TEST_SUITE_END()
