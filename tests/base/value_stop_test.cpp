// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include <string>

#include "auditor/base/name_index.h"
#include "auditor/base/xml_cursor.h"

namespace periksa::xml {
BOOST_AUTO_TEST_SUITE(value_stop)
namespace {

BOOST_AUTO_TEST_CASE(every_byte_stops_or_not_wherever_it_stands) {
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t size = 1; size <= 20; ++size) {
      for (std::size_t at = 0; at < size; ++at) {
        std::string text(size, 'x');
        text[at] = static_cast<char>(byte);
        const char* const end = text.data() + size;
        const char* const expected = is(text[at], kValueStop) ? text.data() + at : end;
        BOOST_REQUIRE(find_value_stop(text.data(), end) == expected);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_of_two_stops_is_found_whatever_follows) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      std::string text = "abcdefghij";
      text[2] = static_cast<char>(first);
      text[3] = static_cast<char>(second);
      std::size_t at = 0;
      while (at < text.size() && !is(text[at], kValueStop)) ++at;
      const char* const end = text.data() + text.size();
      BOOST_REQUIRE(find_value_stop(text.data(), end) == text.data() + at);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_differ_by_any_one_letter) {
  for (std::size_t size = 0; size <= 24; ++size) {
    const std::string name(size, 'n');
    BOOST_TEST(same_name(name, std::string(size, 'n')));
    BOOST_TEST(!same_name(name, std::string(size + 1, 'n')));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = name;
      other[at] = 'm';
      BOOST_TEST(!same_name(name, other));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::xml
