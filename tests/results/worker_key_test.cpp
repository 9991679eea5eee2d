// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/worker_key.h"

#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(worker_keys)

BOOST_AUTO_TEST_CASE(a_pseudonym_tells_its_place_again) {
  for (const std::uint32_t ordinal : {0U, 6U, 98U, 99U, 998U, 999U, 99'999U, 4'294'967'293U})
    BOOST_TEST(results::ordinal_of(results::pseudonym(ordinal)).value() == ordinal);
}

BOOST_AUTO_TEST_CASE(what_is_written_otherwise_is_no_pseudonym) {
  for (const auto* word : {"", "W", "W7", "W07", "W0007", "W000", "W00000000000", "w007", "W007 ",
                           "W+07", "W-07", "W007/payment-1", "W99999999999", "7", "X007", "W0 7"})
    BOOST_TEST(!results::ordinal_of(word).has_value(), word);
}

BOOST_AUTO_TEST_SUITE_END()
