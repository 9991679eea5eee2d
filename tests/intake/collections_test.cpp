// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/reading.h"

using namespace periksa;
using facts::Completeness;
using test::filing;
using test::read;

BOOST_AUTO_TEST_SUITE(collections)
namespace {

std::string told(const std::string& inside) {
  return read(filing(inside)).told();
}

Completeness permits(const test::Reading& reading) {
  BOOST_REQUIRE(reading.ok());
  return reading.filing->shared->table(*test::small_vocabulary().find_entity("permit"))
      .completeness(0);
}

bool is(const std::string& inside, Completeness::State state) {
  return permits(read(filing(inside))).state == state;
}

}  // namespace

BOOST_AUTO_TEST_CASE(completeness_is_unknown_unless_it_is_stated) {
  BOOST_TEST(is("<permit id='P'/>", Completeness::State::unknown));
  BOOST_TEST(is("<collection of='permits' completeness='unknown'/>", Completeness::State::unknown));
}

BOOST_AUTO_TEST_CASE(a_count_that_fits_leaves_a_collection_complete) {
  const auto stated =
      permits(read(filing("<source id='s' document='deed'/><collection of='permits' "
                          "completeness='complete' count='1' source='s' page='2'/>"
                          "<permit id='P'/>")));
  BOOST_TEST((stated.state == Completeness::State::complete));
  BOOST_TEST(stated.count == 1);
  BOOST_TEST(stated.source == 1U);
  BOOST_TEST(is("<collection of='permits' completeness='complete' count='0'/>",
                Completeness::State::complete));
}

BOOST_AUTO_TEST_CASE(a_count_that_does_not_fit_makes_it_contradictory_and_is_warned_about) {
  for (const std::string permits : {"", "<permit id='P'/><permit id='Q'/>"}) {
    const auto inside = "<collection of='permits' completeness='complete' count='1'/>" + permits;
    BOOST_TEST(is(inside, Completeness::State::contradictory));
    BOOST_TEST(told(inside) == "2:57 \"permits\" states 1 records, " +
                                   std::string(permits.empty() ? "0" : "2") +
                                   " were read; it does not count as complete\n");
  }
}

BOOST_AUTO_TEST_CASE(a_sample_may_be_smaller_than_its_count_but_not_larger) {
  const std::string sample = "<collection of='permits' completeness='sample' count='1'/>";
  BOOST_TEST(is(sample, Completeness::State::sample));
  BOOST_TEST(is(sample + "<permit id='P'/>", Completeness::State::sample));
  BOOST_TEST(is(sample + "<permit id='P'/><permit id='Q'/>", Completeness::State::contradictory));
  BOOST_TEST(is("<collection of='permits' completeness='sample'/><permit id='P'/>",
                Completeness::State::sample));
}

BOOST_AUTO_TEST_CASE(the_workers_are_counted_at_the_end) {
  const std::string stated = "<collection of='workers' completeness='complete' count='2'/>";
  for (const unsigned threads : {1U, 3U}) {
    const auto fits =
        read(filing(stated + "<worker id='A'/><worker id='B'/>"), {.threads = threads});
    BOOST_TEST((fits.filing->header.workers_completeness.state == Completeness::State::complete));
    const auto less = read(filing(stated + "<worker id='A'/>"), {.threads = threads});
    BOOST_TEST(
        (less.filing->header.workers_completeness.state == Completeness::State::contradictory));
    BOOST_TEST(less.told().ends_with(
        "\"workers\" states 2 records, 1 were read; it does not count as complete\n"));
  }
}

BOOST_AUTO_TEST_CASE(a_workers_collections_are_the_workers_own) {
  const auto reading =
      read(filing("<worker id='A'><collection of='payments' completeness='complete' "
                  "count='1'/><payment id='b'/>"
                  "</worker><worker id='B'><payment id='b'/></worker>"
                  "<worker id='C'><payment id='b'/><collection of='payments' "
                  "completeness='complete' count='2'/>"
                  "</worker>"));
  BOOST_REQUIRE(reading.ok());
  BOOST_TEST(reading.workers.at(0).contains("[payments] complete (1)"));
  BOOST_TEST(!reading.workers.at(1).contains("[payments]"));
  BOOST_TEST(reading.workers.at(2).contains("[payments] contradictory (2)"));
}

BOOST_AUTO_TEST_CASE(a_single_entity_may_be_said_not_to_be_there) {
  const auto reading = read(filing(
      "<worker id='A'><collection of='passport' completeness='complete' count='0'/></worker>"));
  BOOST_TEST(reading.workers.at(0).contains("[passport] complete (0)"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_collection_is_told) {
  BOOST_TEST(told("<collection completeness='unknown'/>") ==
             "2:1 <collection> needs an attribute of=\"…\"\n");
  BOOST_TEST(told("<collection of='permits'/>") ==
             "2:1 <collection> needs an attribute completeness=\"…\"\n");
  BOOST_TEST(told("<collection of='permits' completeness='complete'/>") ==
             "2:40 \"permits\" is said to be complete without a count; state how many there are\n");
  BOOST_TEST(told("<collection of='permits' completeness='all'/>") ==
             "2:40 completeness=\"all\" is not known; use one of: unknown, complete, sample\n");
  BOOST_TEST(told("<collection of='permits' completeness='complete' count='two'/>") ==
             "2:57 count=\"two\" is not a count; write a whole number from 0\n");
  BOOST_TEST(told("<collection of='permits' completeness='complete' count='-1'/>") ==
             "2:57 count=\"-1\" is not a count; write a whole number from 0\n");
  BOOST_TEST(told("<collection of='permts' completeness='unknown'/>") ==
             "2:17 of=\"permts\" is not the name of a collection; did you mean \"permits\"?\n");
  BOOST_TEST(told("<collection of='payments' completeness='unknown'/>") ==
             "2:17 <collection of=\"payments\"> belongs to a worker; put it inside its <worker>\n");
  BOOST_TEST(told("<worker id='W'><collection of='permits' completeness='unknown'/></worker>") ==
             "2:32 <collection of=\"permits\"> belongs to the whole filing; put it directly inside "
             "<filing>, before the first <worker>\n");
  BOOST_TEST(told("<collection of='permits' completeness='unknown' cuont='1'/>") ==
             "2:49 <collection> has no field \"cuont\"; did you mean \"count\"?\n");
  BOOST_TEST(told("<collection of='permits' completeness='unknown'>2</collection>") ==
             "2:1 <collection> holds nothing; close it with \"/>\"\n");
  BOOST_TEST(told("<collection of='permits' completeness='unknown'/>\n"
                  "<collection of='permits' completeness='unknown'/>") ==
             "3:1 the completeness of \"permits\" is stated twice; keep one of them\n");
}

BOOST_AUTO_TEST_SUITE_END()
