// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/sides.h"

#include <boost/test/unit_test.hpp>
#include <vector>

#include "tests/language/random.h"

using namespace periksa::language;

BOOST_AUTO_TEST_SUITE(sides)
namespace {

struct Told {
  std::uint16_t sides = 1;
  std::int64_t amount = 0;
};

/// All totals there can be: any two records without a side in common that tell the same amount may
/// be one record.
void totals(std::vector<Told> rest, std::int64_t so_far, std::vector<std::int64_t>& out) {
  if (rest.empty()) return out.push_back(so_far);
  const Told last = rest.back();
  rest.pop_back();
  totals(rest, so_far + last.amount, out);
  for (auto& other : rest) {
    if ((other.sides & last.sides) != 0 || other.amount != last.amount) continue;
    auto joined = rest;
    joined[static_cast<std::size_t>(&other - rest.data())].sides |= last.sides;
    totals(joined, so_far, out);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_side_adds_up_as_ever) {
  Sides sides;
  sides.begin();
  sides.add(1, 5, 5);
  sides.add(1, 7, 9);
  std::int64_t low = 12;
  std::int64_t high = 14;
  sides.widen(low, high);
  BOOST_TEST(low == 12);
  BOOST_TEST(high == 14);
  BOOST_TEST(!sides.overlap());
}

BOOST_AUTO_TEST_CASE(records_that_all_sides_tell_of_are_joined_ones) {
  Sides sides;
  sides.begin();
  sides.add(3, 5, 5);
  sides.add(3, 7, 7);
  BOOST_TEST(!sides.overlap());
}

BOOST_AUTO_TEST_CASE(the_greatest_side_is_sure_and_no_more) {
  Sides sides;
  sides.begin();
  sides.add(1, 100, 100);
  sides.add(1, 50, 50);
  sides.add(2, 120, 120);
  std::int64_t low = 270;
  std::int64_t high = 270;
  sides.widen(low, high);
  BOOST_TEST(low == 150);
  BOOST_TEST(high == 270);
}

BOOST_AUTO_TEST_CASE(one_payment_told_in_two_currencies_is_not_two) {
  Sides sides;
  sides.begin();
  MoneySum rupiah;
  rupiah.add(1, 1000, 1000);
  MoneySum dollars;
  dollars.add(2, 70, 70);
  sides.add(1, rupiah);
  sides.add(2, dollars);
  MoneySum total;
  total.add(1, 1000, 1000);
  total.add(2, 70, 70);
  sides.widen(total);
  BOOST_TEST(total.parts[0].low == 1000);
  BOOST_TEST(total.parts[1].low == 0);
  BOOST_TEST(total.parts[1].high == 70);
}

BOOST_AUTO_TEST_CASE(every_way_of_joining_lies_between_the_ends) {
  test::Random random(20260711);
  std::size_t widened = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<Told> all;
    Sides sides;
    sides.begin();
    std::int64_t sum = 0;
    const auto count = random.below(5) + 1;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Told one{static_cast<std::uint16_t>(random.below(7) + 1),
                     static_cast<std::int64_t>(random.below(6)) - 2};
      all.push_back(one);
      sides.add(one.sides, one.amount, one.amount);
      sum += one.amount;
    }
    std::int64_t low = sum;
    std::int64_t high = sum;
    sides.widen(low, high);
    widened += low != high ? 1 : 0;
    std::vector<std::int64_t> possible;
    totals(all, 0, possible);
    for (const auto total : possible) {
      BOOST_TEST(low <= total);
      BOOST_TEST(total <= high);
    }
  }
  BOOST_TEST(widened > 500U);
}

BOOST_AUTO_TEST_SUITE_END()
