// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/coverage.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"

using namespace periksa;
using namespace periksa::test;
using ruleset::Covered;
using State = Covered::State;

BOOST_TEST_DONT_PRINT_LOG_VALUE(State)

BOOST_AUTO_TEST_SUITE(coverage)

BOOST_AUTO_TEST_CASE(every_row_is_told_once_with_what_the_files_say_of_it) {
  std::size_t count = 0;
  for (const auto& part : ruleset::coverage(shipped_rules())) {
    BOOST_TEST(part.rows.size() == part.part->rows.size());
    for (const auto& row : part.rows) {
      ++count;
      for (const auto& rule : shipped_rules().rules()) {
        const bool accounts = std::ranges::count(rule.accounts, row.row) > 0;
        const bool told = std::ranges::count(row.rules, &rule) == 1;
        BOOST_TEST(accounts == told, row.row << ' ' << rule.id);
      }
      for (const auto& indicator : shipped_rules().indicators()) {
        const bool accounts = std::ranges::count(indicator.accounts, row.row) > 0;
        const bool told = std::ranges::count(row.indicators, &indicator) == 1;
        BOOST_TEST(accounts == told, row.row << ' ' << indicator.id);
      }
      for (const auto& measure : shipped_rules().measures()) {
        const bool accounts = std::ranges::count(measure.accounts, row.row) > 0;
        const bool told = std::ranges::count(row.measures, &measure) == 1;
        BOOST_TEST(accounts == told, row.row << ' ' << measure.id);
      }
      const bool nothing = row.rules.empty() && row.indicators.empty() && row.measures.empty();
      const bool by_rules = row.state == State::checked || row.state == State::checked_in_part;
      BOOST_TEST(by_rules == !nothing, row.row);
      BOOST_TEST((row.state == State::to_do) == (nothing && row.left.empty()), row.row);
      if (row.state == State::checked) BOOST_TEST(row.left.empty(), row.row);
    }
  }
  BOOST_TEST(count >= 310U);
}

BOOST_AUTO_TEST_CASE(rows_known_by_hand_are_told_as_they_are) {
  const auto state = [](std::string_view name) {
    for (const auto& part : ruleset::coverage(shipped_rules())) {
      for (const auto& row : part.rows) {
        if (row.row == name) return row.state;
      }
    }
    BOOST_FAIL("no row " << name);
    return State::to_do;
  };
  BOOST_TEST((state("L-02") == State::checked));     // minimum age
  BOOST_TEST((state("FLAG-01") == State::checked));  // by indicators
  BOOST_TEST((state("FLAG-09") == State::question));
  BOOST_TEST((state("SAN-f") == State::not_coded));        // disputed wording
  BOOST_TEST((state("SOC-11") == State::not_the_agency));  // benefits
}

BOOST_AUTO_TEST_CASE(nothing_of_the_reference_is_left_to_do) {
  for (const auto& part : ruleset::coverage(shipped_rules())) {
    for (const auto& row : part.rows) BOOST_TEST((row.state != State::to_do), row.row);
  }
}

BOOST_AUTO_TEST_SUITE_END()
