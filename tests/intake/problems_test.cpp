// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/problems.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace periksa;
using intake::Problems;

BOOST_AUTO_TEST_SUITE(problems)

BOOST_AUTO_TEST_CASE(the_first_by_position_are_told_whatever_order_they_come_in) {
  std::vector<std::uint32_t> lines(5000);
  for (std::uint32_t i = 0; i < lines.size(); ++i) lines[i] = i + 1;
  std::shuffle(lines.begin(), lines.end(), std::mt19937(5));
  Problems all("f");
  std::size_t refused = 0;
  for (const auto line : lines) {
    if (all.wants_error({line, 1})) {
      all.error({line, 1}, {"i", "e"});
    } else {
      all.more_errors();
      ++refused;
    }
  }
  const auto told = all.errors();
  BOOST_REQUIRE(told.size() == 51U);
  for (std::uint32_t i = 0; i < 50; ++i) BOOST_TEST(told[i].at.line == i + 1);
  BOOST_TEST(told[50].text.en == "and 4950 more");
  BOOST_TEST(refused > 3000U);
}

BOOST_AUTO_TEST_CASE(behind_the_first_fault_nothing_is_told) {
  Problems all("f");
  all.error({5, 1}, {"i", "before"});
  all.fault({9, 1}, {"i", "later fault"});
  all.error({8, 1}, {"i", "behind"});
  all.fault({7, 1}, {"i", "fault"});
  const auto told = all.errors();
  BOOST_REQUIRE(told.size() == 2U);
  BOOST_TEST(told[0].text.en == "before");
  BOOST_TEST(told[1].text.en == "fault");
}

BOOST_AUTO_TEST_CASE(warnings_do_not_fail) {
  Problems all("f");
  for (std::uint32_t i = 0; i < 300; ++i) all.warning({i, 1}, {"i", "w"});
  BOOST_TEST(!all.failed());
  BOOST_TEST(all.warnings().size() == 201U);
  BOOST_TEST(all.errors().empty());
  all.error({1, 1}, {"i", "e"});
  BOOST_TEST(all.failed());
  BOOST_TEST(!all.broken());
}

BOOST_AUTO_TEST_SUITE_END()
