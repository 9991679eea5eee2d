// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/reading.h"

using namespace periksa;
using intake::InputCaps;
using test::filing;

BOOST_AUTO_TEST_SUITE(caps)
namespace {

std::string told(const std::string& inside, const InputCaps& caps) {
  return test::read(filing(inside), {.threads = 1, .caps = caps, .window = 64}).told();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_above_its_cap_is_refused) {
  BOOST_TEST(told("<worker id='W'/>", {.file = 65}) ==
             "0:0 the file is larger than the cap of 65 "
             "bytes; split it into several\n");
  BOOST_TEST(told("<worker id='W'/>", {.file = 66}) == "");
}

BOOST_AUTO_TEST_CASE(an_element_above_its_cap_is_refused_whatever_the_window) {
  const std::string worker = "<worker id='W' name='" + std::string(100, 'x') + "'/>";
  const std::string permit = "<permit id='P' number='" + std::string(100, 'x') + "'/>";
  for (const std::size_t window : {64UL, 4096UL}) {
    const auto told = [&](const std::string& inside, std::size_t cap) {
      return test::read(filing(inside), {.threads = 1, .caps = {.element = cap}, .window = window})
          .told();
    };
    BOOST_TEST(told(worker, worker.size()) == "");
    BOOST_TEST(
        told(worker, worker.size() - 1) ==
        "2:1 <worker> is larger than the cap of 123 bytes; perhaps its end tag is missing\n");
    BOOST_TEST(
        told(permit, permit.size() - 1) ==
        "2:1 <permit> is larger than the cap of 125 bytes; perhaps its end tag is missing\n");
  }
}

BOOST_AUTO_TEST_CASE(the_records_before_the_workers_have_a_cap) {
  BOOST_TEST(told("<permit id='P1'/><permit id='P2'/>", {.shared = 30}) ==
             "2:18 the records before the first <worker> exceed the cap of 30 bytes\n");
  BOOST_TEST(told("<permit id='P1'/><permit id='P2'/>", {.shared_records = 1}) ==
             "2:18 more than 1 records before the first <worker>\n");
}

BOOST_AUTO_TEST_CASE(workers_and_their_records_have_a_cap) {
  BOOST_TEST(told("<worker id='1'/><worker id='2'/>", {.workers = 1}) ==
             "2:17 more than 1 records in \"workers\"\n");
  BOOST_TEST(told("<worker id='1'><loan id='1'/><loan id='2'/></worker>",
                  {.records_of_one_worker = 1}) == "2:30 more than 1 records in \"loans\"\n");
}

BOOST_AUTO_TEST_CASE(the_readings_of_one_field_have_a_cap) {
  BOOST_TEST(told("<permit id='P'><quota>1</quota><quota>2</quota><quota>2</quota></permit>",
                  {.readings = 2}) == "");
  BOOST_TEST(told("<permit id='P'><quota>1</quota><quota>2</quota><quota>3</quota></permit>",
                  {.readings = 2}) ==
             "2:48 the field \"quota\" has more than 2 different values\n");
}

BOOST_AUTO_TEST_CASE(depth_attributes_and_values_have_a_cap) {
  BOOST_TEST(told("<worker id='1'><a><b/></a></worker>", {.depth = 1}) ==
             "2:19 elements are nested too deeply\n");
  BOOST_TEST(told("<permit id='1' number=''/>", {.attributes = 2}) == "");
  BOOST_TEST(told("<permit id='1' number='' quota=''/>", {.attributes = 2}) ==
             "2:26 too many attributes in one element\n");
  BOOST_TEST(told("<permit id='1' number='1234567890123'/>", {.text = 12}) ==
             "2:24 the text is longer than the cap\n");
}

BOOST_AUTO_TEST_SUITE_END()
