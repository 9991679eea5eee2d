// SPDX-License-Identifier: Apache-2.0
// Two audits of one agency, compared.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

struct Two : Desk {
  std::string clean = base("clean-worker");
  std::string young = changed(clean, {.set = "worker.born_on=2010-01-01"});

  void audit(const std::string& filing, const std::string& into, Words words = {}) const {
    write("filing.xml", filing);
    words.insert(words.begin(), {"audit", "filing.xml", "-o", "json:" + into});
    BOOST_REQUIRE(periksa(words).code <= 3);
  }
  Ran diff(Words words = {}) const {
    words.insert(words.begin(), {"diff", "old.json", "new.json"});
    return periksa(words);
  }
  Json compared(Words words = {}) const {
    words.insert(words.begin(), {"-o", "json:-"});
    return Json::parse(diff(words).out);
  }
  /// "resolved uu-18-2017/66/1" for every finding of the rule on the age.
  Words classes() const {
    Words out;
    const Json document = compared();
    for (const Json& x : document.at("findings")) {
      if (x.at("rule") == kAge) out.push_back(x.at("class"));
    }
    return out;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(diff_of_two_audits, Two)

BOOST_AUTO_TEST_CASE(the_same_audit_twice_has_no_difference) {
  audit(young, "old.json");
  audit(young, "new.json");
  const auto ran = diff();
  BOOST_TEST(ran.code == 0);
  BOOST_TEST((classes() == Words{"persisting"}));
}

BOOST_AUTO_TEST_CASE(a_finding_put_right_is_resolved_and_one_that_came_is_new) {
  audit(young, "old.json");
  audit(clean, "new.json");
  BOOST_TEST(diff().code == 1);
  BOOST_TEST((classes() == Words{"resolved"}));
  audit(clean, "old.json");
  audit(young, "new.json");
  BOOST_TEST((classes() == Words{"new"}));
}

BOOST_AUTO_TEST_CASE(other_evidence_for_the_same_finding_is_told_with_what_changed) {
  audit(young, "old.json");
  audit(changed(clean, {.set = "worker.born_on=2011-05-05"}), "new.json");
  BOOST_TEST((classes() == Words{"changed-evidence"}));
  const auto masked = diff().out;
  // The classes stand in a table of counts too; below their own heading findings follow.
  BOOST_TEST(says(masked, "\npersisting with changed evidence\n  "), masked);
  BOOST_TEST(says(masked, "W001, date of birth: a private value"), masked);
  BOOST_TEST(!says(masked, "2011"));
  BOOST_TEST(says(diff({"--unmask"}).out, "2011"));
}

BOOST_AUTO_TEST_CASE(a_rule_that_was_not_asked_is_no_resolution) {
  audit(young, "old.json");
  audit(young, "new.json", {"--skip-rule", kAge});
  BOOST_TEST((classes() == Words{"incomparable"}));
  BOOST_TEST(says(diff().out, "the rule was not assessed in the new results"));
}

BOOST_AUTO_TEST_CASE(a_worker_who_is_left_out_is_no_resolution) {
  audit(young, "old.json");
  audit(replaced(clean, "<worker id=\"W1\"", "<worker id=\"W2\""), "new.json");
  BOOST_TEST((classes() == Words{"incomparable"}));
  BOOST_TEST(says(diff().out, "the worker is no longer in the filing"));
}

BOOST_AUTO_TEST_CASE(an_earlier_day_is_no_resolution) {
  audit(young, "old.json");
  audit(clean, "new.json", {"--as-of", "2020-01-01"});
  BOOST_TEST((classes() == Words{"incomparable"}));
}

BOOST_AUTO_TEST_CASE(a_waiver_is_told_and_nothing_else) {
  audit(young, "old.json");
  write("waivers.xml", "<waivers format=\"1\"><waiver rule=\"" + kAge +
                           "\" authority=\"Dinas\" expires=\"2099-12-31\"><reason>x</reason>"
                           "</waiver></waivers>");
  audit(young, "new.json", {"--waivers", "waivers.xml"});
  BOOST_TEST(diff().code == 1);
  BOOST_TEST((classes() == Words{"persisting"}));
  BOOST_TEST(says(diff().out, "now set aside by a waiver"));
}

BOOST_AUTO_TEST_CASE(what_ids_could_be_tried_against_is_told_unmasked_only) {
  audit(young, "old.json");
  audit(young, "new.json");
  const Json open = compared({"--unmask"}).at("findings").at(0);
  const Json masked = compared().at("findings").at(0);
  BOOST_TEST(open.at("fingerprint").get<std::string>().size() == 32U);
  BOOST_TEST(!open.at("before").at("evidence_digest").get<std::string>().empty());
  BOOST_TEST(!masked.contains("fingerprint"));
  for (const auto* side : {"before", "after"})
    BOOST_TEST(!masked.at(side).contains("evidence_digest"), side);
}

BOOST_AUTO_TEST_CASE(the_page_stands_by_itself_and_names_both) {
  audit(young, "old.json");
  audit(clean, "new.json");
  BOOST_TEST(diff({"-o", "html:diff.html"}).code == 1);
  const auto page = read("diff.html");
  BOOST_TEST(page.starts_with("<!DOCTYPE html>"));
  BOOST_TEST(says(page, "resolved"));
  BOOST_TEST(says(page, kAge));
  BOOST_TEST(!says(page, "<script"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_compared_is_refused) {
  audit(young, "old.json");
  BOOST_TEST(diff().code == 5);
  audit(clean, "new.json");
  BOOST_TEST(diff({"-o", "csv:x.csv"}).code == 64);
  BOOST_TEST(diff({"-o", "json:old.json"}).code == 64);
}

BOOST_AUTO_TEST_SUITE_END()
