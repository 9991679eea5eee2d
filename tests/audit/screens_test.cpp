// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/screens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/audit/help/hide.h"
#include "tests/audit/help/many_workers.h"
#include "tests/ruleset/mini/mini_rules.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(screens)
namespace {

using Words = std::vector<std::string>;

std::vector<results::Notice> screened(const results::Results& results,
                                      std::string_view pattern = {}) {
  std::vector<results::Notice> found;
  for (const auto& notice : results.notices) {
    if (notice.screen && (pattern.empty() || notice.pattern == pattern)) found.push_back(notice);
  }
  return found;
}

std::vector<results::Notice> screened(const Change& change, std::string_view pattern) {
  return screened(audited(shipped_rules(), changed(base("clean-signs"), change)), pattern);
}

Words signs(const results::Notice& notice, results::Truth truth) {
  Words ids;
  for (const auto& sign : notice.signs) {
    if (sign.truth == truth) ids.push_back(sign.indicator);
  }
  return ids;
}

/// A screen over four indicators on fields of the worker: two of one group, one strong.
MiniRules& small_screen(MiniRules& mini, std::string_view attributes) {
  const auto say = R"(<title lang="id">J</title><title lang="en">T</title>
<say lang="id">{signs} {worker}</say><say lang="en">{signs} {worker}</say>
<body code="mission"/>)";
  mini.file("indicators/s/screen.xml",
            fmt::format("<screen id=\"s\" referral=\"yes\" by=\"worker\" {}>{}</screen>",
                        attributes, say));
  const auto add = [&](std::string_view name, std::string_view more, std::string_view sign) {
    mini.file(fmt::format("indicators/s/{}.xml", name),
              fmt::format("<indicator id=\"s/{}\" {}><title lang=\"id\">j</title>"
                          "<title lang=\"en\">t</title><subject each=\"worker\" as=\"w\"/>"
                          "<sign>{}</sign><question lang=\"id\">?</question>"
                          "<question lang=\"en\">?</question>"
                          "<examples base=\"clean-worker\"/></indicator>",
                          name, more, sign));
  };
  add("a", "weight=\"plain\" group=\"g\"", "w.country is KH");
  add("b", "weight=\"plain\" group=\"g\"", "w.job is cleaner");
  add("c", "weight=\"plain\"", "w.sex is female");
  add("d", "weight=\"strong\"", "w.marital_status is married");
  return mini;
}

std::vector<results::Notice> small(std::string_view attributes, std::string_view worker) {
  MiniRules mini;
  const auto filing =
      fmt::format("<filing format='1' closing='2025-06-30'><worker id='p1' {}/></filing>", worker);
  return screened(audited(small_screen(mini, attributes).load(), filing));
}

}  // namespace

BOOST_AUTO_TEST_CASE(clean_papers_raise_nothing) {
  BOOST_TEST(screened(Change{}, "").empty());
  for (const auto* name : {"clean-worker", "clean-crew"})
    BOOST_TEST(screened(audited(shipped_rules(), base(name))).empty(), name);
}

BOOST_AUTO_TEST_CASE(one_flag_raises_nothing_and_two_do) {
  const std::string young = "statement.age_stated=17";
  BOOST_TEST(screened({.set = young}, "trafficking").empty());
  const auto found =
      screened({.set = young + "; deduction.consented_in_writing=no"}, "trafficking");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].referral);
  BOOST_TEST(found[0].workers == Words{"W001"}, boost::test_tools::per_element());
  BOOST_TEST(signs(found[0], results::Truth::yes) ==
                 (Words{"trafficking/deductions-without-consent", "trafficking/under-age"}),
             boost::test_tools::per_element());
  BOOST_TEST(found[0].text.en.find("W001 hold 2 signs") != std::string::npos);
  BOOST_TEST(found[0].text.en.find("no crime is alleged") != std::string::npos);
  BOOST_TEST(!found[0].bodies.empty());
  for (const auto& sign : found[0].signs) {
    if (sign.truth == results::Truth::yes) BOOST_TEST(!sign.facts.empty(), sign.indicator);
  }
}

BOOST_AUTO_TEST_CASE(a_referral_makes_exit_code_two) {
  const auto results =
      audited(shipped_rules(),
              changed(base("clean-signs"),
                      {.set = "statement.age_stated=17; deduction.consented_in_writing=no"}));
  const auto found = screened(results, "trafficking");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  results::Results only;
  only.summary.verdicts["met"] = 1;
  BOOST_TEST(results::exit_code(only) == 0);
  only.notices = found;
  BOOST_TEST(results::exit_code(only) == 2);
}

BOOST_AUTO_TEST_CASE(indicators_of_one_group_count_once) {
  // A destination on the list and a visa that is none for work are one flag.
  const std::string both = "worker.country=KH; worker.departed_on=2025-04-20; visa.kind=visit";
  BOOST_TEST(screened({.set = both}, "trafficking").empty());
  BOOST_TEST(screened({.set = both + "; statement.age_stated=17"}, "trafficking").size() == 1U);
  BOOST_TEST(small("least=\"2\"", "country='KH' job='cleaner'").empty());
  BOOST_TEST(small("least=\"2\"", "country='KH' sex='female'").size() == 1U);
  BOOST_TEST(small("least=\"2\"", "job='cleaner' sex='female'").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_strong_one_suffices_where_the_screen_says_so) {
  BOOST_TEST(small("least=\"3\" strong=\"1\"", "marital_status='married'").size() == 1U);
  BOOST_TEST(small("least=\"3\" strong=\"2\"", "marital_status='married'").empty());
  BOOST_TEST(small("least=\"3\"", "marital_status='married'").empty());
  BOOST_TEST(screened({.set = "statement.free_to_leave_shelter=no"}, "forced-labour").size() == 1U);
  BOOST_TEST(screened({.set = "statement.phone_taken=yes"}, "forced-labour").empty());
}

BOOST_AUTO_TEST_CASE(plain_ones_together_suffice_as_well) {
  const std::string two = "statement.phone_taken=yes; statement.wages_withheld=yes";
  BOOST_TEST(screened({.set = two}, "forced-labour").empty());
  const auto found = screened({.set = two + "; statement.unpaid_work=yes"}, "forced-labour");
  BOOST_TEST(found.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_told_counts_nothing_and_is_listed) {
  BOOST_TEST(small("least=\"2\"", "sex='female'").empty());
  const auto found = small("least=\"1\"", "sex='female' country='HK'");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(signs(found[0], results::Truth::yes) == Words{"s/c"},
             boost::test_tools::per_element());
  BOOST_TEST(signs(found[0], results::Truth::unknown) == (Words{"s/b", "s/d"}),
             boost::test_tools::per_element());
  for (const auto& sign : found[0].signs) {
    if (sign.truth == results::Truth::unknown) BOOST_TEST(sign.facts.empty());
  }
  // Two papers that disagree are no certain sign.
  MiniRules mini;
  const std::string two =
      "<filing format='1' closing='2025-06-30'><worker id='p1' country='KH'>"
      "<sex>female</sex><sex>male</sex></worker></filing>";
  BOOST_TEST(screened(audited(small_screen(mini, "least=\"2\"").load(), two)).empty());
}

BOOST_AUTO_TEST_CASE(what_is_true_of_nothing_is_no_sign) {
  const auto with = [](const std::string& records) {
    MiniRules mini;
    small_screen(mini, "least=\"1\"");
    const std::string file = "indicators/s/a.xml";
    const auto text = slurp(mini.path() / file);
    mini.file(file, replaced(text, "w.country is KH", "every v in w.visas has (v.kind is visit)"));
    return screened(audited(mini.load(),
                            "<filing format='1' closing='2025-06-30'>"
                            "<worker id='p1'>" +
                                records + "</worker></filing>"));
  };
  const std::string none = "<collection of='visas' completeness='complete' count='0'/>";
  BOOST_TEST(with(none).empty());
  BOOST_TEST(with("<visa id='v' kind='visit'/>"
                  "<collection of='visas' completeness='complete' count='1'/>")
                 .size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_facts_shown_are_those_that_raise_the_sign) {
  const auto results = audited(
      shipped_rules(),
      changed(base("clean-signs"), {.set = "loan[u1].imposed=yes; statement.phone_taken=yes; "
                                           "statement.wages_withheld=yes",
                                    .add = "<loan id='u2' imposed='no'/>"}));
  const auto found = screened(results, "forced-labour");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  const auto& debt = found[0].signs.front();
  BOOST_TEST(debt.indicator == "forced-labour/debt");
  BOOST_REQUIRE_EQUAL(debt.facts.size(), 1U);
  const auto& fact = results.facts.at(debt.facts[0]);
  BOOST_TEST(fact.record == "W001/loan-1");
  BOOST_TEST(fact.field == "imposed");
  BOOST_TEST(fact.shown.text == "yes");
}

BOOST_AUTO_TEST_CASE(what_is_sensitive_is_neither_shown_nor_named) {
  for (const Change& change :
       {Change{.set = "statement.violence=yes"}, Change{.set = "statement.fears_reprisal=yes"},
        Change{.set = "problem_case.subject=violence"}, Change{.add = "<gbv_case id='g1'/>"}}) {
    const auto results = audited(shipped_rules(), changed(base("clean-signs"), change));
    const auto found = screened(results, "forced-labour");
    BOOST_REQUIRE_EQUAL(found.size(), 1U);
    const auto& sign = found[0].signs.front();
    BOOST_TEST(sign.indicator == "forced-labour/in-confidence");
    BOOST_TEST(sign.confidential);
    BOOST_TEST(sign.facts.empty());
    for (const auto& text : {sign.title.en, sign.question.en, found[0].text.en, found[0].title.en})
      BOOST_TEST(text.find("violen") == std::string::npos, text);
  }
}

BOOST_AUTO_TEST_CASE(a_complaint_is_that_of_the_worker_it_names) {
  const std::string text = base("clean-signs");
  const auto complaint = [&](const std::string& of) {
    auto filing = changed(text, {.set = "complaint.retaliation=yes; complaint.worker=" + of +
                                        "; statement.phone_taken=yes; "
                                        "statement.wages_withheld=yes"});
    return replaced(filing, "</filing>", "<worker id='W2' name='Contoh Dua'/></filing>");
  };
  const auto found = screened(audited(shipped_rules(), complaint("W1")), "forced-labour");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == Words{"W001"}, boost::test_tools::per_element());
  BOOST_TEST(screened(audited(shipped_rules(), complaint("W2")), "forced-labour").empty());
}

BOOST_AUTO_TEST_CASE(leads_are_told_by_indicator_with_all_their_workers) {
  std::string workers;
  for (int i = 1; i <= 3; ++i) {
    workers += fmt::format(
        "<worker id='p{}'><payment id='b' payer='worker' payee='recruiter' "
        "beneficiary='recruiter' amount='IDR 5'/></worker>",
        i);
  }
  const auto results = audited(shipped_rules(), "<filing format='1' closing='2025-06-30'>" +
                                                    workers + "<worker id='p9'/></filing>");
  const auto found = screened(results);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].pattern == "leads/payment-stops-at-sponsor");
  BOOST_TEST(!found[0].referral);
  BOOST_TEST(found[0].workers == (Words{"W001", "W002", "W003"}), boost::test_tools::per_element());
  BOOST_TEST(found[0].text.en.find("3 workers") != std::string::npos);
  BOOST_TEST(found[0].facts.size() == 9U);  // payer, payee, beneficiary of each
}

BOOST_AUTO_TEST_CASE(what_the_law_is_not_sure_of_is_no_certain_sign) {
  // The list of 2015 may have come into force any day of that year: sure from 2016.
  const std::string more =
      "; worker.born_on=1990-01-01; statement.age_stated=17; "
      "worker.country=JO; employer.country=JO";
  const auto sure = screened({.set = "worker.departed_on=2024-05-20" + more}, "trafficking");
  BOOST_REQUIRE_EQUAL(sure.size(), 1U);
  // Enforcement was last seen in February 2026; after that day the table may be out of date.
  const auto later = screened(
      audited(shipped_rules(),
              changed(base("clean-signs"), {.set = "worker.departed_on=2026-03-01" + more}),
              "2026-06-30"),
      "trafficking");
  for (const auto& notice : later) {
    const auto raised = signs(notice, results::Truth::yes);
    BOOST_TEST(std::ranges::count(raised, "trafficking/closed-destination") == 0);
  }
}

BOOST_AUTO_TEST_CASE(hiding_anything_never_raises_a_sign) {
  const auto raised = [](const std::string& filing) {
    std::set<std::string> found;
    for (const auto& notice : screened(audited(shipped_rules(), filing))) {
      for (const auto& sign : notice.signs) {
        for (const auto& worker : notice.workers)
          if (sign.truth == results::Truth::yes) found.insert(worker + ' ' + sign.indicator);
      }
    }
    return found;
  };
  const std::string busy = changed(
      base("clean-signs"),
      {.set = "statement.age_stated=17; deduction.consented_in_writing=no; "
              "payment[b1].beneficiary=recruiter; statement.phone_taken=yes; visa.kind=visit; "
              "statement.free_to_leave_shelter=no; complaint.retaliation=yes",
       .none = "custody.returned_on; complaint.closed_on"});
  for (const auto& text : {base("clean-signs"), base("clean-crew"), busy}) {
    const Hide hide(text, shipped_rules().vocabulary());
    const auto full = raised(text);
    const auto no_more = [&](const std::string& thin, const std::string& without) {
      for (const auto& one : raised(thin))
        BOOST_TEST(full.contains(one), "without " << without << ": " << one);
    };
    for (std::size_t i = 0; i < hide.facts().size(); ++i)
      no_more(hide.without_fact(i), hide.facts()[i]);
    for (std::size_t i = 0; i < hide.collections().size(); ++i)
      no_more(hide.without_collection(i), hide.collections()[i]);
  }
  BOOST_TEST(raised(busy).size() >= 6U);
}

BOOST_AUTO_TEST_CASE(notices_do_not_depend_on_the_number_of_threads) {
  std::string workers;
  for (int i = 1; i <= 200; ++i) {
    const auto* kind = i % 3 == 0 ? "visit" : "work";
    workers += fmt::format(
        "<worker id='p{}' recruiter='r{}' village='v' job='cleaner' country='HK' "
        "departed_on='2024-05-20'>"
        "<visa id='v' kind='{}' country='HK'/><collection of='visas' completeness='complete' "
        "count='1'/>"
        "<statement id='s' age_stated='{}' phone_taken='yes'/>"
        "<payment id='b' payer='worker' payee='recruiter' payee_account='{}' "
        "beneficiary='recruiter' amount='IDR {}'/>"
        "<collection of='payments' completeness='complete' count='1'/></worker>\n",
        i, i % 5, kind, 16 + i % 4, i % 7, i % 41 == 0 ? 90 : 10 + i % 3);
  }
  const std::string filing = "<filing format='1' closing='2025-06-30'>" + workers + "</filing>";
  const auto json = [&](unsigned threads) {
    audit::Options options;
    options.threads = threads;
    const auto results = audited(shipped_rules(), filing, options);
    BOOST_TEST(screened(results, "trafficking").size() > 20U);
    BOOST_TEST(
        std::ranges::count(results.notices, "paid-unlike-others", &results::Notice::pattern) == 1);
    std::string text;
    results::write_json(results, [&](std::string_view piece) { text += piece; });
    return text;
  };
  const auto one = json(1);
  for (const unsigned threads : {2U, 5U}) BOOST_TEST((json(threads) == one), threads);
}

BOOST_AUTO_TEST_CASE(every_shipped_screen_speaks_of_no_crime) {
  for (const auto& screen : shipped_rules().screens()) {
    for (const auto& text : {screen.title, screen.say}) {
      for (const auto* word : {"pelaku", "kejahatan", "korban", "offender", "victim", "guilty"}) {
        BOOST_TEST(text.id.find(word) == std::string::npos, text.id);
        BOOST_TEST(text.en.find(word) == std::string::npos, text.en);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
