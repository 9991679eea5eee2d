// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/nameless_file.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

using periksa::NamelessFile;

BOOST_AUTO_TEST_SUITE(nameless_file)

BOOST_AUTO_TEST_CASE(what_is_written_to_its_place_is_given_back) {
  const auto file = NamelessFile::create();
  BOOST_REQUIRE(file.has_value());
  const std::string written(200'000, 'x');
  std::ofstream(file->place(), std::ios::binary) << written << "end";
  std::string given;
  BOOST_TEST(file->give([&](std::string_view piece) { given += piece; }).has_value());
  BOOST_TEST((given == written + "end"));
}

BOOST_AUTO_TEST_CASE(it_is_gone_with_the_object) {
  std::filesystem::path place;
  {
    const auto file = NamelessFile::create();
    BOOST_REQUIRE(file.has_value());
    place = file->place();
    BOOST_TEST(std::filesystem::exists(place));
  }
  BOOST_TEST(!std::filesystem::exists(place));
}

BOOST_AUTO_TEST_SUITE_END()
