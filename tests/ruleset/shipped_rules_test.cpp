// SPDX-License-Identifier: Apache-2.0
// What holds for every rule that is shipped.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(shipped)
namespace {

std::span<const ruleset::Rule> rules() {
  return shipped_rules().rules();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The sentence without its placeholders: their names are not shown.
std::string shown(std::string text) {
  for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open))
    text.erase(open, text.find('}', open) - open + 1);
  return lower(std::move(text));
}

/// Every text a reader sees of a rule.
std::vector<Bilingual> texts(const ruleset::Rule& rule) {
  std::vector<Bilingual> all{rule.met, rule.breach};
  for (const auto& [verdict, sentence] : rule.sentences) all.push_back(sentence);
  for (const auto& remedy : rule.remedies) all.push_back(remedy.text);
  for (const auto& ask : rule.asks) all.push_back(ask.text);
  if (!rule.is_exception()) all.push_back(rule.question);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_shipped_set_has_its_rules_and_patterns) {
  BOOST_TEST(rules().size() >= 200U);
  BOOST_TEST(shipped_rules().patterns().size() == 13U);
  BOOST_TEST(shipped_rules().screens().size() == 3U);
  BOOST_TEST(shipped_rules().indicators().size() == 27U);
}

BOOST_AUTO_TEST_CASE(an_id_is_the_place_of_its_file) {
  for (const auto& rule : rules()) {
    std::string place = rule.file.substr(std::string("duties/").size());
    place = place.substr(0, place.rfind(".xml"));
    place[place.rfind('-')] = '/';
    BOOST_TEST(rule.id == place);
  }
}

BOOST_AUTO_TEST_CASE(rules_stand_ascending_and_are_found_by_id) {
  for (std::size_t i = 1; i < rules().size(); ++i) BOOST_TEST((rules()[i - 1].id < rules()[i].id));
  for (const auto& rule : rules()) BOOST_TEST(shipped_rules().find(rule.id) == &rule);
  BOOST_TEST(shipped_rules().find("uu-18-2017/66/2") == nullptr);
}

BOOST_AUTO_TEST_CASE(no_text_speaks_of_guilt) {
  const std::vector<std::string> judging{
      "terbukti bersalah", "bersalah", "ilegal",   "penjahat", "pelaku", "kejahatan", "guilty",
      "illegal",           "criminal", "offender", "convict",  "fraud"};
  for (const auto& rule : rules()) {
    for (const auto& text : texts(rule)) {
      for (const auto& word : judging) {
        BOOST_TEST(shown(text.id).find(word) == std::string::npos, rule.id << ": " << text.id);
        BOOST_TEST(shown(text.en).find(word) == std::string::npos, rule.id << ": " << text.en);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(both_languages_say_something_and_not_the_same) {
  for (const auto& rule : rules()) {
    for (const auto& text : texts(rule)) {
      BOOST_TEST(!text.id.empty(), rule.id);
      BOOST_TEST(!text.en.empty(), rule.id);
      BOOST_TEST(text.id != text.en, rule.id << ": " << text.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_rule_says_which_rows_of_the_reference_it_covers) {
  for (const auto& rule : rules()) BOOST_TEST(!rule.accounts.empty(), rule.id);
}

BOOST_AUTO_TEST_CASE(rules_on_the_same_act_name_each_other) {
  // But for the special law of ship crews: it names the general duties, which concern everybody.
  for (const auto& rule : rules()) {
    for (const auto& other : rule.with) {
      const auto* found = shipped_rules().find(other);
      BOOST_REQUIRE(found);
      const bool special = rule.id.starts_with("pp-22-2022/");
      const auto& back = found->with;
      const bool named = std::find(back.begin(), back.end(), rule.id) != back.end();
      BOOST_TEST((named || special), rule.id << " names " << other << ", which does not name it");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_breach_of_law_names_a_provision_that_binds_the_agency_on_every_day) {
  for (const auto& rule : rules()) {
    if (rule.is_exception() || rule.tier == results::Tier::standard) continue;
    for (const auto& version : rule.versions) {
      const auto texts =
          version.cites.front().provision->on(version.window.from, version.window.to.plus_days(-1));
      BOOST_TEST(!texts.empty(), rule.id);
      for (const auto* text : texts) BOOST_TEST(text->binds_agency(), rule.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_rule_takes_its_day_from_a_private_date) {
  // The days of an event stand in the results in full.
  for (const auto& rule : rules()) {
    for (const auto* checked : {&rule.event, &rule.planned}) {
      if (!*checked) continue;
      for (const auto& node : (*checked)->expression.nodes) {
        for (std::size_t i = 0; i < node.steps.size(); ++i) {
          const auto& entity = shipped_rules().vocabulary().entity(node.owners[i]);
          const bool open = entity.fields[node.steps[i]].privacy <= facts::Privacy::business;
          BOOST_TEST(open, rule.id);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_rule_has_no_day_between_its_versions) {
  for (const auto& rule : rules()) {
    for (std::size_t i = 1; i < rule.versions.size(); ++i) {
      BOOST_TEST((rule.versions[i].window.from <= rule.versions[i - 1].window.to),
                 rule.id << " is silent between two of its versions");
    }
  }
}

BOOST_AUTO_TEST_CASE(every_verdict_of_an_example_is_one_the_docs_name) {
  const std::set<std::string> words{"met",       "breach",       "not-applicable", "insufficient",
                                    "suspected", "not-in-force", "observation",    "excused"};
  std::size_t count = 0;
  for (const auto& rule : rules()) {
    for (const auto& example : rule.examples) {
      ++count;
      BOOST_TEST(words.contains(example.expect), rule.id << ": " << example.expect);
    }
  }
  BOOST_TEST(count > 1200U);
}

BOOST_AUTO_TEST_SUITE_END()
