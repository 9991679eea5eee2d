// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/nearest.h"

#include <array>
#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(nearest_name)
namespace {
constexpr std::array<std::string_view, 4> kNames{"born_on", "birth_place", "departed_on", "name"};
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_finger_finds_what_was_meant) {
  BOOST_TEST(nearest("bron_on", kNames) == "born_on");
  BOOST_TEST(nearest("departedon", kNames) == "departed_on");
  BOOST_TEST(nearest("nme", kNames) == "name");
}

BOOST_AUTO_TEST_CASE(another_word_finds_nothing) {
  BOOST_TEST(nearest("salary", kNames) == "");
  BOOST_TEST(nearest("", kNames) == "");
  BOOST_TEST(nearest("name", {}) == "");
}

BOOST_AUTO_TEST_CASE(an_endless_word_is_not_compared) {
  BOOST_TEST(nearest(std::string(100'000, 'n'), kNames) == "");
}

BOOST_AUTO_TEST_SUITE_END()
