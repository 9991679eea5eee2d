// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/name_index.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(name_index)

BOOST_AUTO_TEST_CASE(names_of_every_length_are_found_again) {
  std::vector<std::string> names;
  for (std::size_t length = 0; length < 40; ++length) {
    for (char c = 'a'; c <= 'z'; ++c) names.push_back(std::string(length, 'x') + c);
  }
  NameIndex index;
  for (std::uint32_t i = 0; i < names.size(); ++i) BOOST_TEST(index.add(names[i], i));
  for (std::uint32_t i = 0; i < names.size(); ++i) BOOST_TEST(*index.find(names[i]) == i);
  BOOST_TEST(!index.find("xxxX"));
  BOOST_TEST(!index.find(""));
}

BOOST_AUTO_TEST_CASE(names_that_differ_only_in_the_middle_are_kept_apart) {
  NameIndex index;
  BOOST_TEST(index.add("beginning-1-theending", 1));
  BOOST_TEST(index.add("beginning-2-theending", 2));
  BOOST_TEST(*index.find("beginning-1-theending") == 1U);
  BOOST_TEST(*index.find("beginning-2-theending") == 2U);
}

BOOST_AUTO_TEST_CASE(a_name_is_taken_once) {
  NameIndex index;
  BOOST_TEST(index.add("", 7));
  BOOST_TEST(!index.add("", 8));
  BOOST_TEST(*index.find("") == 7U);
}

BOOST_AUTO_TEST_CASE(an_empty_index_finds_nothing) {
  BOOST_TEST(!NameIndex().find("a"));
}

BOOST_AUTO_TEST_SUITE_END()
