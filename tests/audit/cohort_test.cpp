// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/cohort.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace periksa;
using audit::Figured;
using audit::Placed;
using audit::spread;

BOOST_AUTO_TEST_SUITE(cohort)
namespace {

constexpr std::int64_t kEndless = 1'000'000;

/// The smallest of the ends that a share of at least `quarters` fourths does not exceed, by its
/// definition.
std::optional<std::int64_t> naive(const std::vector<std::int64_t>& ends, std::size_t quarters) {
  std::int64_t least = kEndless;
  for (const auto x : ends) {
    const auto below = std::ranges::count_if(ends, [&](auto y) { return y <= x; });
    if (static_cast<std::size_t>(below) * 4 >= ends.size() * quarters) least = std::min(least, x);
  }
  return least == kEndless ? std::nullopt : std::optional(least);
}

std::int64_t naive_mean(const std::vector<std::int64_t>& ends) {
  std::int64_t twice = 0;
  for (const auto x : ends) twice += 2 * x;
  const auto n = static_cast<std::int64_t>(ends.size());
  return (twice + n) / (2 * n);
}

Placed worker(std::int64_t low, std::int64_t high, std::int32_t country = 0,
              Figured figured = Figured::figure) {
  Placed placed;
  placed.groups = {country, 0, 0};
  placed.low = low;
  placed.high = high;
  placed.figured = figured;
  return placed;
}

std::string letter(std::size_t, std::int32_t code) {
  return std::string(1, static_cast<char>('a' + code));
}

}  // namespace

BOOST_AUTO_TEST_CASE(quartiles_are_what_their_definition_says) {
  // Every multiset of one to seven ends out of 0, 1, 5, 9 and "no end".
  const std::vector<std::int64_t> values{0, 1, 5, 9, kEndless};
  std::size_t tried = 0;
  for (std::size_t n = 1; n <= 6; ++n) {
    std::vector<std::size_t> pick(n, 0);
    for (bool more = true; more;) {
      std::vector<std::int64_t> all;
      for (const auto i : pick) all.push_back(values[i]);
      std::vector<std::int64_t> ends = all;
      const auto open = std::erase(ends, kEndless);
      std::ranges::reverse(ends);
      const auto got = spread(ends, open);
      BOOST_REQUIRE((got.first_quartile == naive(all, 1)));
      BOOST_REQUIRE((got.median == naive(all, 2)));
      BOOST_REQUIRE((got.third_quartile == naive(all, 3)));
      BOOST_REQUIRE((got.mean == (open > 0 ? std::nullopt : std::optional(naive_mean(all)))));
      ++tried;
      more = false;
      for (std::size_t i = n; i-- > 0;) {
        if (pick[i] + 1 < values.size()) {
          std::fill(pick.begin() + static_cast<std::ptrdiff_t>(i), pick.end(), pick[i] + 1);
          more = true;
          break;
        }
      }
    }
  }
  BOOST_TEST(tried > 400U);
}

BOOST_AUTO_TEST_CASE(who_has_no_figure_makes_no_group_look_better) {
  const std::vector<Placed> placed{worker(100, 100), worker(200, 200), worker(300, 300),
                                   worker(0, 0, 0, Figured::no_rate)};
  const auto all = audit::cohorts(placed, letter).front();
  BOOST_TEST((all.placed == 4 && all.figures == 3));
  BOOST_TEST((all.low == results::Spread{150, 0, 100, 200}));
  BOOST_TEST((all.high == results::Spread{std::nullopt, 100, 200, 300}));
}

BOOST_AUTO_TEST_CASE(groups_stand_in_the_order_of_their_codes) {
  const std::vector<Placed> placed{worker(1, 1, 2), worker(2, 2, 0), worker(3, -1, 2),
                                   worker(4, 4, -1), worker(0, 0, 2)};
  const auto groups = audit::cohorts(placed, letter);
  std::vector<std::string> countries;
  for (const auto& group : groups)
    if (group.by == "country") countries.push_back(group.country);
  BOOST_TEST(countries == (std::vector<std::string>{"", "a", "c"}),
             boost::test_tools::per_element());
  const auto c = std::ranges::find(groups, "c", &results::Cohort::country);
  BOOST_TEST((c->placed == 3 && c->figures == 3 && c->open == 1 && c->zero == 1));
  BOOST_TEST((c->low == results::Spread{1, 0, 1, 3}));
}

BOOST_AUTO_TEST_CASE(bins_take_their_upper_end) {
  const std::vector<Placed> placed{worker(0, 0),
                                   worker(1, 1),
                                   worker(100, 100),
                                   worker(101, 101),
                                   worker(1200, -1),
                                   worker(1201, -1),
                                   worker(0, 0, 0, Figured::no_income)};
  std::vector<std::uint64_t> counts;
  for (const auto& bin : audit::bins(placed)) counts.push_back(bin.count);
  BOOST_TEST(counts == (std::vector<std::uint64_t>{1, 2, 1, 0, 0, 1, 1}),
             boost::test_tools::per_element());
  BOOST_TEST(audit::bins(std::span(placed).first(2)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
