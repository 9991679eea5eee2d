// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/reading.h"

using namespace periksa;
using test::filing;
using test::read;

BOOST_AUTO_TEST_SUITE(stronger_source)
namespace {

/// The source that a permit's number rests on, by its place among the sources.
std::uint32_t rests_on(const std::string& permit) {
  const auto reading =
      read(filing("<source id='paper' document='deed' sha256='" + std::string(64, 'a') +
                  "'/><source id='registry' document='deed' asserter='registry' sha256='" +
                  std::string(64, 'b') + "'/>" + permit));
  BOOST_REQUIRE(reading.ok());
  const auto id = *test::small_vocabulary().find_entity("permit");
  return reading.filing->shared->table(id).cell(0, 0).source;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_value_two_sources_agree_on_rests_on_the_stronger_whichever_comes_first) {
  BOOST_TEST(rests_on("<permit id='P' number='1'><number source='registry'>1</number></permit>") ==
             2U);
  BOOST_TEST(rests_on("<permit id='P' number='1' source='registry'><number source='paper'>1"
                      "</number></permit>") == 2U);
  BOOST_TEST(rests_on("<permit id='P'><number source='paper'>1</number><number source='registry'>1"
                      "</number><number>1</number></permit>") == 2U);
}

BOOST_AUTO_TEST_CASE(silence_of_a_strong_source_takes_nothing_over) {
  BOOST_TEST(rests_on("<permit id='P' number='1'><number source='registry'/></permit>") == 0U);
  BOOST_TEST(rests_on("<permit id='P' number='1'><number source='registry' state='unreadable'>1"
                      "</number></permit>") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
