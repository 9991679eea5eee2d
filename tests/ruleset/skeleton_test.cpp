// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/skeleton.h"

#include <boost/test/unit_test.hpp>

#include "auditor/audit/examples.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

struct Skeletons {
  MiniRules mini;

  Result<ruleset::Skeleton> make(ruleset::NewRule wanted) const {
    return ruleset::make_skeleton(mini.path(), wanted);
  }
  /// The first thing told of a skeleton that is refused.
  Bilingual refused(const ruleset::NewRule& wanted) const {
    const auto made = make(wanted);
    BOOST_TEST_REQUIRE(!made.has_value());
    return made.error().front().text;
  }
};

const ruleset::NewRule kNew{.id = "test/V/1", .cite = "test#V"};

/// Puts the words into the slots, in order.
std::string filled(std::string text, const std::vector<std::string>& words) {
  for (const auto& word : words) {
    const auto at = text.find(ruleset::kSlot);
    BOOST_TEST_REQUIRE(at != std::string::npos, "no slot for " << word);
    text.replace(at, std::string(ruleset::kSlot).size(), word);
  }
  BOOST_TEST(text.find(ruleset::kSlot) == std::string::npos, text);
  return text;
}

bool tells(const std::string& told, std::string_view phrase) {
  return told.find(phrase) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(skeleton, Skeletons)

BOOST_AUTO_TEST_CASE(it_belongs_where_its_id_says) {
  const auto made = make(kNew);
  BOOST_TEST_REQUIRE(made.has_value());
  BOOST_TEST(made->file.generic_string() == "duties/test/V-1.xml");
}

BOOST_AUTO_TEST_CASE(the_reader_complains_of_nothing_but_its_slots) {
  const auto made = make(kNew);
  mini.file(made->file.generic_string(), made->text);
  const auto problems = mini.problems();
  std::size_t slots = 0;
  for (auto at = made->text.find("…"); at != std::string::npos; at = made->text.find("…", at + 1))
    ++slots;
  BOOST_TEST(problems.size() == slots);
  for (const auto& problem : problems) {
    BOOST_TEST(problem.text.en == "this slot … is not written yet");
    BOOST_TEST(problem.at.line > 0U);
  }
}

BOOST_AUTO_TEST_CASE(filled_in_it_is_a_rule_whose_examples_hold) {
  auto made = make(kNew);
  std::string text = filled(made->text, {"dipenuhi",
                                         "kurang",
                                         "met",
                                         "short",
                                         "w.departed_on",
                                         "act",
                                         "w.scheme is p3mi",
                                         "w.country is HK",
                                         "major",
                                         "w.country",
                                         "Negaranya {w.country}.",
                                         "The country is {w.country}.",
                                         "Perbaiki.",
                                         "Mend it.",
                                         "Mengapa?",
                                         "Why?",
                                         "worker.country=TW",
                                         "worker.scheme=trainee",
                                         "worker.country=TW",
                                         "worker.scheme",
                                         "worker.departed_on=2017-11-21"});
  const std::string more =
      "<example expect=\"insufficient\" drop=\"worker.country\"/>"
      "<example expect=\"insufficient\" drop=\"worker.departed_on\"/></examples>";
  text.replace(text.find("</examples>"), 11, more);
  mini.file(made->file.generic_string(), text);
  const auto& rules = mini.load();
  BOOST_TEST(rules.rules().size() == 1U);
  for (const auto& problem : audit::test_rules(rules)) BOOST_ERROR(problem.text.en);
}

BOOST_AUTO_TEST_CASE(its_windows_are_those_of_the_register) {
  const auto made = make({.id = "test/changed/2", .cite = "test#changed"});
  BOOST_TEST(tells(made->text, "<version from=\"2017-11-22\" to=\"2020-11-02\">"));
  BOOST_TEST(tells(made->text, "<version from=\"2020-11-02\">"));
  const auto window = make({.id = "test/window/1", .cite = "test#window"});
  BOOST_TEST(tells(window->text, "<version from=\"2025-08-01\" sure-from=\"2025-10-01\">"));
  BOOST_TEST(tells(window->text, "isi"));  // the paraphrase
}

BOOST_AUTO_TEST_CASE(a_record_of_a_worker_names_its_worker) {
  const auto made = make({.id = "test/V/1", .cite = "test#V", .subject = "payment"});
  BOOST_TEST(tells(made->text, "each=\"payment\" as=\"p\" of=\"w\" event=\"…\""));
  BOOST_TEST(tells(made->text, "paid_on"));  // the days an event may be taken from
}

BOOST_AUTO_TEST_CASE(a_standard_falls_short_by_an_observation) {
  const auto made = make({.id = "test/V/1", .cite = "test#V", .tier = "standard"});
  BOOST_TEST(tells(made->text, "expect=\"observation\""));
  BOOST_TEST(!tells(made->text, "expect=\"breach\""));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_refused_with_the_way_out) {
  BOOST_TEST(tells(refused({.id = "test/K/1", .cite = "test#windw"}).en, "\"test#window\"?"));
  BOOST_TEST(tells(refused({.id = "test/K/1", .cite = "test#V"}).en, "write test/V/1"));
  BOOST_TEST(tells(refused({.id = "test/V/one", .cite = "test#V"}).id, "tulis test/V/1"));
  BOOST_TEST(
      tells(refused({.id = "test/V/1", .cite = "test#V", .subject = "paymnt"}).en, "\"payment\""));
  BOOST_TEST(
      tells(refused({.id = "test/V/1", .cite = "test#V", .base = "clean"}).en, "clean-worker"));
  BOOST_TEST(tells(refused({.id = "test/V/1", .cite = "test#V", .tier = "lawful"}).en, "tier"));
}

BOOST_AUTO_TEST_CASE(an_id_or_a_file_that_is_there_is_refused) {
  mini.add({.id = "test/V/1"});  // in another file
  BOOST_TEST(tells(refused(kNew).en, "taken by duties/test/01.xml"));
  mini.file("duties/test/V-2.xml", "<rule/>");
  BOOST_TEST(tells(refused({.id = "test/V/2", .cite = "test#V"}).en, "duties/test/V-2.xml"));
}

BOOST_AUTO_TEST_SUITE_END()
