// SPDX-License-Identifier: Apache-2.0
// Reports too large for one page, on the command line.
#include <boost/test/unit_test.hpp>

#include "auditor/results/results_json.h"
#include "reports/html_folder.h"
#include "tests/cli/help/desk.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;

std::string json_of(std::size_t findings) {
  std::string json;
  results::write_json(sample::many(findings), [&](std::string_view text) { json += text; });
  return json;
}

struct Folders : Desk {
  Folders() { write("large.json", json_of(reports::kMostFindingsOnPage)); }

  Ran report(const std::string& out, const std::string& of = "large.json") const {
    return periksa({"report", of, "-o", out});
  }
  bool nothing_hidden() const {
    return std::ranges::none_of(listing(),
                                [](const std::string& name) { return name.starts_with('.'); });
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(folders, Folders)

BOOST_AUTO_TEST_CASE(a_large_report_is_a_folder_and_says_where_to_begin) {
  const auto ran = report("html:a.html");
  BOOST_TEST(says(ran.err, "open a/index.html"), ran.err);
  BOOST_TEST(!has("a.html"));
  BOOST_TEST(says(read("a/index.html"), "a/") == false);
  BOOST_TEST(has("a/article-001.html"));
  BOOST_TEST(has("a/rows.html"));
  BOOST_TEST(nothing_hidden());
}

BOOST_AUTO_TEST_CASE(it_replaces_the_report_of_before_and_nothing_else) {
  report("html:a.html");
  const std::string old = read("a/index.html");
  write("a/rows-99.html", "of a larger one");
  write("large.json", json_of(reports::kMostFindingsOnPage + 7));
  report("html:a.html");
  BOOST_TEST(read("a/index.html") != old);
  BOOST_TEST(!has("a/rows-99.html"));
  const std::string whole = read("a/index.html");
  write("a/mine.txt", "a note");
  const auto ran = report("html:a.html");
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(says(ran.err, "this name is taken and is not overwritten"), ran.err);
  BOOST_TEST(read("a/mine.txt") == "a note");
  BOOST_TEST(read("a/index.html") == whole);
  BOOST_TEST(nothing_hidden());
}

BOOST_AUTO_TEST_CASE(a_file_of_that_name_is_not_replaced) {
  write("a", "a file");
  BOOST_TEST(report("html:a.html").code == 74);
  BOOST_TEST(read("a") == "a file");
}

BOOST_AUTO_TEST_CASE(with_another_output_that_fails_there_is_no_folder) {
  const auto ran = periksa({"report", "large.json", "-o", "html:a.html", "csv:none/b.csv"});
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(!has("a"));
  BOOST_TEST(nothing_hidden());
}

BOOST_AUTO_TEST_CASE(standard_output_holds_no_folder) {
  const auto ran = report("html:-");
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(says(ran.err, "--out html:report/"), ran.err);
  BOOST_TEST(ran.out.empty());
}

BOOST_AUTO_TEST_CASE(a_small_report_is_a_folder_where_it_is_asked_for) {
  write("small.json", json_of(0));
  report("html:a.html", "small.json");
  BOOST_TEST(has("a.html"));
  report("html:b/", "small.json");
  BOOST_TEST(has("b/index.html"));
}

BOOST_AUTO_TEST_SUITE_END()
