// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "auditor/base/data_file.h"
#include "auditor/base/lines.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(data_file)

BOOST_AUTO_TEST_CASE(a_place_counts_lines_and_bytes_from_one) {
  const auto at = [](std::size_t offset) {
    return to_string(position_at("a\nbc\n\nd", offset, "f"));
  };
  BOOST_TEST(at(0) == "f:1:1");
  BOOST_TEST(at(1) == "f:1:2");
  BOOST_TEST(at(2) == "f:2:1");
  BOOST_TEST(at(3) == "f:2:2");
  BOOST_TEST(at(5) == "f:3:1");
  BOOST_TEST(at(6) == "f:4:1");
  BOOST_TEST(at(99) == "f:4:2");
}

BOOST_AUTO_TEST_CASE(a_data_file_knows_where_its_parts_stand) {
  const auto file = DataFile::parse("<a>\n  <b x='1'/>\n</a>", "f.xml");
  BOOST_REQUIRE(file);
  const auto b = file->root().child("b");
  BOOST_TEST(to_string(file->at(b)) == "f.xml:2:4");
  BOOST_TEST(to_string(file->at(b.attribute("x"))) == "f.xml:2:9");
}

BOOST_AUTO_TEST_CASE(an_unknown_attribute_is_told_with_the_nearest_name) {
  const auto file = DataFile::parse("<a naem='x'/>", "f.xml");
  BOOST_REQUIRE(file);
  Diagnostics out;
  file->allow_attributes(file->root(), {"name", "type"}, out);
  BOOST_REQUIRE(out.size() == 1U);
  BOOST_TEST(render(out[0], Language::en) ==
             "f.xml:1:10: error: unknown attribute \"naem\"; did you mean \"name\"?");
}

BOOST_AUTO_TEST_CASE(broken_xml_is_refused_with_its_place) {
  const auto file = DataFile::parse("<a>\n&</a>", "f.xml");
  BOOST_REQUIRE(!file);
  BOOST_TEST(to_string(file.error().front().at) == "f.xml:2:1");
}

BOOST_AUTO_TEST_SUITE_END()
