// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/uri_path.h"

#include <boost/test/unit_test.hpp>

using periksa::uri_path;

BOOST_AUTO_TEST_SUITE(uri_paths)

BOOST_AUTO_TEST_CASE(slashes_stand_and_what_could_mean_something_else_does_not) {
  BOOST_TEST(uri_path("bagian/berkas 1.xml") == "bagian/berkas%201.xml");
  BOOST_TEST(uri_path("/tmp/a#b%c?d") == "/tmp/a%23b%25c%3Fd");
  BOOST_TEST(uri_path("../a/./b/..c/..") == "%2E%2E/a/%2E/b/..c/%2E%2E");
  BOOST_TEST(uri_path("file:a\\b") == "file%3Aa%5Cb");
  BOOST_TEST(uri_path("\xC3\xA9//") == "%C3%A9//");
  BOOST_TEST(uri_path("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
