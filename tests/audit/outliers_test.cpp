// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/outliers.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace periksa;
using namespace periksa::audit;

BOOST_AUTO_TEST_SUITE(outliers)
namespace {

using Totals = std::vector<std::int64_t>;

/// The median times two, by the book: sort, take the middle or both middles.
std::int64_t naive_median2(Totals values) {
  std::sort(values.begin(), values.end());
  const auto n = values.size();
  return values[(n - 1) / 2] + values[n / 2];
}

/// Whether |x - median| > times * MAD and 100 |x - median| >= percent * median, all times four.
bool naive_far(const Totals& totals, std::int64_t x, std::int64_t times, std::int64_t percent) {
  const auto median2 = naive_median2(totals);
  Totals away2;
  for (const auto one : totals) away2.push_back(std::abs(2 * one - median2));
  const auto mad4 = naive_median2(away2);
  const auto far4 = 2 * std::abs(2 * x - median2);
  return far4 > times * mad4 && 100 * far4 >= percent * 2 * median2;
}

Paid paid(std::int64_t total, std::uint32_t ordinal, std::int64_t job = 1, std::uint16_t unit = 1) {
  return {{job, 0}, unit, total, ordinal, {}};
}

std::vector<Paid> people(const Totals& totals) {
  std::vector<Paid> all;
  for (std::uint32_t i = 0; i < totals.size(); ++i) all.push_back(paid(totals[i], i));
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(median_and_deviation_are_exact) {
  // 1 2 3 4 100: median 3, distances 2 1 0 1 97, their median 1.
  const Middle odd = middle(Totals{100, 1, 3, 2, 4});
  BOOST_TEST(odd.median2 == 6);
  BOOST_TEST(odd.deviation4 == 4);
  // 1 2 4 9: median 3, distances 2 1 1 6, their median 1.5.
  const Middle even = middle(Totals{9, 1, 4, 2});
  BOOST_TEST(even.median2 == 6);
  BOOST_TEST(even.deviation4 == 6);
  // 1 2 4 8: median 3; 2 3: a half.
  BOOST_TEST(middle(Totals{2, 3}).median2 == 5);
  BOOST_TEST(middle(Totals{2, 3}).deviation4 == 2);
  BOOST_TEST(middle(Totals{7}).median2 == 14);
  BOOST_TEST(middle(Totals{7}).deviation4 == 0);
}

BOOST_AUTO_TEST_CASE(far_is_beyond_both_bounds) {
  const Middle group{20, 4};              // median 10, deviation 1
  BOOST_TEST(!is_far(15, group, 5, 50));  // five deviations, not more
  BOOST_TEST(is_far(16, group, 5, 50));
  BOOST_TEST(is_far(4, group, 5, 50));
  BOOST_TEST(!is_far(5, group, 5, 50));
  BOOST_TEST(!is_far(16, group, 5, 61));  // six of ten is 60 %
  BOOST_TEST(is_far(16, group, 5, 60));
}

BOOST_AUTO_TEST_CASE(where_all_paid_alike_a_trifle_is_not_far) {
  const Middle group{20'000, 0};
  BOOST_TEST(!is_far(10'001, group, 5, 50));
  BOOST_TEST(!is_far(14'999, group, 5, 50));
  BOOST_TEST(is_far(15'000, group, 5, 50));
  BOOST_TEST(!is_far(10'000, group, 5, 50));
}

BOOST_AUTO_TEST_CASE(the_largest_amounts_do_not_overflow) {
  constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
  const Middle group = middle(Totals{kMost, kMost, 1});
  BOOST_TEST(group.median2 == 2 * kMost);
  BOOST_TEST(is_far(1, group, 1'000'000, 99));
  BOOST_TEST(!is_far(kMost, group, 1, 1));
}

BOOST_AUTO_TEST_CASE(a_naive_reckoning_agrees_on_random_groups) {
  std::mt19937 random(20'250'630);
  std::size_t far = 0;
  for (int round = 0; round < 2'000; ++round) {
    Totals totals(1 + random() % 12);
    for (auto& one : totals) one = 1 + static_cast<std::int64_t>(random() % 30);
    const auto times = 1 + static_cast<std::int64_t>(random() % 4);
    const auto percent = 1 + static_cast<std::int64_t>(random() % 120);
    const Middle group = middle(totals);
    BOOST_TEST(group.median2 == naive_median2(totals));
    for (const auto one : totals) {
      const bool expected = naive_far(totals, one, times, percent);
      far += expected ? 1U : 0U;
      BOOST_TEST(is_far(one, group, times, percent) == expected);
    }
  }
  BOOST_TEST(far > 500U);
}

BOOST_AUTO_TEST_CASE(small_groups_are_not_compared) {
  BOOST_TEST(outlying(people({10, 11, 12, 90}), 5, 5, 50).empty());
  const auto found = outlying(people({10, 11, 12, 90}), 4, 5, 50);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].compared == 4U);
  BOOST_TEST(found[0].median == 11);  // 11.5, rounded down
  BOOST_REQUIRE_EQUAL(found[0].far.size(), 1U);
  BOOST_TEST(found[0].far[0].ordinal == 3U);
}

BOOST_AUTO_TEST_CASE(another_job_or_currency_is_another_group) {
  auto all = people({10, 11, 12});
  all.push_back(paid(90, 3, 2));
  all.push_back(paid(90, 4, 1, 2));
  BOOST_TEST(outlying(all, 3, 5, 50).empty());
}

BOOST_AUTO_TEST_CASE(the_order_of_workers_changes_nothing) {
  auto all = people({10, 11, 12, 90, 10, 3, 95});
  const auto first = outlying(all, 3, 2, 50);
  BOOST_REQUIRE_EQUAL(first.size(), 1U);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    const auto again = outlying(all, 3, 2, 50);
    BOOST_REQUIRE_EQUAL(again.size(), 1U);
    BOOST_TEST(again[0].median == first[0].median);
    BOOST_REQUIRE_EQUAL(again[0].far.size(), first[0].far.size());
    for (std::size_t i = 0; i < first[0].far.size(); ++i)
      BOOST_TEST(again[0].far[i].ordinal == first[0].far[i].ordinal);
  }
}

BOOST_AUTO_TEST_SUITE_END()
