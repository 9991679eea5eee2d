// SPDX-License-Identifier: Apache-2.0
// Decisions of an authority, from the command line to every output.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

struct Decided : Desk {
  Decided() {
    write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01"}));
  }
  void decide(const std::string& terms) const {
    write("waivers.xml", "<waivers format=\"1\"><waiver rule=\"" + kAge +
                             "\" authority=\"Dinas\" " + terms +
                             "><reason>under appeal</reason></waiver></waivers>");
  }
  Ran audit(Words words) const {
    words.insert(words.begin(), {"audit", "filing.xml", "--rule", kAge});
    return periksa(words);
  }
  Ran waived(Words words = {}) const {
    words.insert(words.begin(), {"--waivers", "waivers.xml"});
    return audit(words);
  }
  Json results() const { return Json::parse(read("results.json")); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(waivers_of_an_audit, Decided)

BOOST_AUTO_TEST_CASE(a_waived_breach_is_no_breach_for_the_exit_code) {
  decide("expires=\"2099-12-31\"");
  BOOST_TEST(audit({}).code == 1);
  const auto ran = waived({"-o", "json:results.json"});
  BOOST_TEST(ran.code == 0);
  BOOST_TEST(!says(ran.err, "waiver"));
  BOOST_TEST(periksa({"report", "results.json"}).code == 0);
}

BOOST_AUTO_TEST_CASE(a_waiver_that_expired_changes_nothing_and_is_warned_of) {
  decide("expires=\"2001-12-31\"");
  const auto ran = waived();
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(says(ran.err, "waivers.xml:1:"));
  BOOST_TEST(says(ran.err, "warning: waiver V1"));
  BOOST_TEST(says(ran.out, "lapsed: expired"));
}

BOOST_AUTO_TEST_CASE(a_waiver_for_somebody_else_changes_nothing) {
  decide("subject=\"nobody\" expires=\"2099-12-31\"");
  const auto ran = waived();
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(says(ran.err, "matches no finding"));
}

BOOST_AUTO_TEST_CASE(counts_add_up_with_the_waiver_in_them) {
  decide("expires=\"2099-12-31\"");
  audit({"-o", "json:results.json"});
  const auto before = results().at("summary");
  waived({"-o", "json:results.json"});
  const auto document = results();
  const auto after = document.at("summary");
  BOOST_TEST(after.at("evaluations") == before.at("evaluations"));
  BOOST_TEST(after.at("verdicts").at("waived") == before.at("verdicts").at("breach"));
  BOOST_TEST(!after.at("verdicts").contains("breach"));
  BOOST_TEST(before.at("workers_affected") == 1);
  BOOST_TEST(after.at("workers_affected") == 0);
  BOOST_TEST(document.at("header").at("waivers_file") == "waivers.xml");
  BOOST_TEST(document.at("waivers").at(0).at("findings").at(0) == "F0001");
  BOOST_TEST(document.at("findings").at(0).at("original") == "breach");
}

BOOST_AUTO_TEST_CASE(every_output_shows_the_waiver_and_what_was_found_before_it) {
  decide("expires=\"2099-12-31\"");
  waived({"-o", "html:a.html", "text:a.txt", "csv:a.csv", "sarif:a.sarif", "junit:a.xml",
          "json:results.json"});
  for (const auto* name : {"a.txt", "a.csv", "a.xml"}) {
    BOOST_TEST(says(read(name), "under appeal"), name);
    BOOST_TEST(says(read(name), "indicated breach"), name);
  }
  // The page explains the words of all verdicts elsewhere.
  const auto page = read("a.html");
  const auto begin = page.find("<article");
  BOOST_REQUIRE(begin != std::string::npos);
  const auto card = page.substr(begin, page.find("</article>", begin) - begin);
  BOOST_TEST(says(card, "under appeal"), card);
  BOOST_TEST(says(card, "indicated breach"), card);
  BOOST_TEST(says(read("a.sarif"), "\"suppressions\""));
  BOOST_TEST(says(read("a.sarif"), "\"originalVerdict\":\"breach\""));
  const auto explained = periksa({"explain", "results.json", "F0001"}).out;
  BOOST_TEST(says(explained, "indicated breach"));
}

BOOST_AUTO_TEST_CASE(every_output_shows_a_waiver_that_lapsed) {
  decide("expires=\"2001-12-31\"");
  waived({"-o", "html:a.html", "text:a.txt", "sarif:a.sarif", "junit:a.xml"});
  for (const auto* name : {"a.html", "a.txt", "a.sarif", "a.xml"}) {
    BOOST_TEST(says(read(name), "under appeal"), name);
    BOOST_TEST(says(read(name), "lapsed: expired"), name);
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_wrong_is_refused_with_its_place) {
  write("waivers.xml",
        "<waivers format=\"1\">\n<waiver rule=\"uu-18-2017/66/2x\" authority=\"A\" "
        "expires=\"2099-12-31\"><reason>x</reason></waiver>\n</waivers>");
  const auto ran = waived({"-o", "json:results.json"});
  BOOST_TEST(ran.code == 5);
  BOOST_TEST(says(ran.err, "waivers.xml:2:15: error: there is no rule \"uu-18-2017/66/2x\""));
  BOOST_TEST(says(ran.err, "did you mean"));
  BOOST_TEST(!has("results.json"));
}

BOOST_AUTO_TEST_CASE(one_file_is_for_one_agency) {
  decide("expires=\"2099-12-31\"");
  write("other.xml", base("clean-worker"));
  const auto ran = periksa({"audit", "filing.xml", "other.xml", "--waivers", "waivers.xml"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST(says(ran.err, "--waivers is for one filing"));
}

BOOST_AUTO_TEST_CASE(an_output_does_not_overwrite_the_waivers) {
  decide("expires=\"2099-12-31\"");
  BOOST_TEST(waived({"-o", "json:waivers.xml"}).code == 64);
}

BOOST_AUTO_TEST_SUITE_END()
