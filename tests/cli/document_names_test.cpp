// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/document_names.h"

#include <boost/test/unit_test.hpp>
#include <set>

using periksa::cli::document_names;

BOOST_AUTO_TEST_SUITE(document_names_suite)
namespace {

using Words = std::vector<std::string>;

std::vector<periksa::cli::DocumentName> names(const Words& paths) {
  return document_names({paths.begin(), paths.end()});
}
Words shown(const Words& paths) {
  Words list;
  for (const auto& name : names(paths)) list.push_back(name.shown);
  return list;
}
Words documents(const Words& paths) {
  Words list;
  for (const auto& name : names(paths)) list.push_back(name.document);
  return list;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_filing_is_called_by_its_base_name) {
  const Words paths{"/data/2025/a.xml", "b.tar.xml", "c"};
  BOOST_TEST(shown(paths) == (Words{"a.xml", "b.tar.xml", "c"}), boost::test_tools::per_element());
  BOOST_TEST(documents(paths) == (Words{"a", "b.tar", "c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(equal_names_get_as_many_folders_as_tell_them_apart) {
  const Words paths{"x/1/a.xml", "x/2/a.xml", "y/2/a.xml", "y/b.xml"};
  BOOST_TEST(shown(paths) == (Words{"1/a.xml", "x/2/a.xml", "y/2/a.xml", "b.xml"}),
             boost::test_tools::per_element());
  BOOST_TEST(documents(paths) == (Words{"1-a", "x-2-a", "y-2-a", "b"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_folders_cannot_tell_apart_is_numbered) {
  BOOST_TEST(shown({"../a.xml", "a.xml", "./a.xml"}) == (Words{"a.xml", "a.xml-2", "a.xml-3"}),
             boost::test_tools::per_element());
  BOOST_TEST(documents({"d/a.XML", "d/a.xml", "d/a"}) == (Words{"a", "a-2", "a-3"}),
             boost::test_tools::per_element());
  // A number never makes a name that another filing has.
  BOOST_TEST(documents({"a-2.xml", "a.XML", "a.xml"}) == (Words{"a-2", "a", "a-3"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(folders_that_tell_nothing_apart_are_not_told) {
  BOOST_TEST(documents({"/home/someone/berkas/utara.json", "/home/someone/berkas/utara.xml"}) ==
                 (Words{"utara", "utara-2"}),
             boost::test_tools::per_element());
  BOOST_TEST(documents({"/home/someone/2024/u.json", "/home/someone/2024/u.xml",
                        "/home/someone/2025/u.xml"}) == (Words{"2024-u", "2024-u-2", "2025-u"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(folders_in_front_may_meet_another_name) {
  const auto list = documents({"x-y/a.xml", "x/y-a.xml", "z/a.xml", "x-y-a.xml"});
  BOOST_TEST(std::set<std::string>(list.begin(), list.end()).size() == 4U);
}

BOOST_AUTO_TEST_CASE(no_filing_takes_the_name_of_the_summary) {
  BOOST_TEST(documents({"x/summary.xml"}) == Words{"x-summary"}, boost::test_tools::per_element());
  BOOST_TEST(documents({"summary.xml"}) == Words{"summary-2"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_document_leads_out_of_its_folder) {
  for (const auto* path : {"../../a.xml", "..xml", "...xml", "/", "/a/../b.xml", ".xml", "a/.."}) {
    const auto name = names({path, "other/a.xml"})[0];
    BOOST_TEST(name.document.find('/') == std::string::npos, path << ": " << name.document);
    BOOST_TEST(!name.document.empty(), path);
  }
}

BOOST_AUTO_TEST_SUITE_END()
