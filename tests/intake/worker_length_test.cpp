// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/worker_length.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "auditor/base/xml_scan.h"

using namespace periksa;
using intake::worker_length;

BOOST_AUTO_TEST_SUITE(worker_length_found_by_tags)

BOOST_AUTO_TEST_CASE(it_is_the_length_the_scan_finds_for_every_well_formed_worker) {
  const std::vector<std::string> pieces{
      "<worker>",   "</worker>", "<worker a='>'>", "<worker/>",          "<worker b='/>' />",
      "<workers/>", "<w>",       "</w>",           "<!-- </worker> -->", "/>",
      " "};
  std::mt19937 random(3);
  int well_formed = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text = random() % 2 == 0 ? "<worker>" : "<worker a='x>/>'\n>";
    for (auto n = random() % 7; n > 0; --n) text += pieces[random() % pieces.size()];
    text += "</worker>";
    const auto scan = xml::scan_element(text, {.depth = 32});
    if (scan.outcome != xml::Scan::Outcome::done) continue;
    ++well_formed;
    if (worker_length(text + "<x/>") != scan.length) BOOST_ERROR(text);
  }
  BOOST_TEST(well_formed > 1000);
}

BOOST_AUTO_TEST_CASE(a_worker_that_closes_itself_ends_with_its_tag) {
  BOOST_TEST(*worker_length("<worker id='a>/>' />\n<worker id='b'/>") == 20U);
}

BOOST_AUTO_TEST_CASE(an_end_that_is_not_there_yet_is_not_guessed) {
  const std::string text = "<worker id='1'><!-- </worker> --><a/></worker>";
  for (std::size_t size = 7; size < text.size(); ++size) {
    BOOST_TEST(!worker_length(text.substr(0, size)), size);
  }
}

BOOST_AUTO_TEST_SUITE_END()
