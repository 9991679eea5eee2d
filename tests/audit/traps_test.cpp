// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <set>

#include "auditor/ruleset/xml_text.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(traps)
namespace {

Change parse_change(const std::string& text) {
  Change change;
  for (const auto& part : ruleset::split(text, " + ")) {
    const auto blank = part.find(' ');
    const std::string verb = part.substr(0, blank);
    const std::string rest = part.substr(blank + 1);
    if (verb == "set") {
      change.set = rest;
    } else if (verb == "none") {
      change.none = rest;
    } else if (verb == "drop") {
      change.drop = rest;
    } else if (verb == "add") {
      change.add = rest;
    } else {
      throw std::runtime_error("no such change: " + part);
    }
  }
  return change;
}

/// A word alone leaves the reasons of met open: "met" is also "met as declared".
bool fits(const Outcome& got, const std::string& expected) {
  if (expected.find('/') != std::string::npos) return word(got) == expected;
  return to_string(got.verdict) == expected;
}

/// No rule asked about may have one of the forbidden words on any subject.
void check_forbidden(const results::Results& results, const std::string& rule,
                     const std::vector<std::string>& forbidden) {
  for (const auto& one : results.rules) {
    if (rule != "*" && one.id != rule) continue;
    for (const auto& run : one.runs) {
      const std::string got(to_string(run.verdict));
      const bool bad = std::find(forbidden.begin(), forbidden.end(), got) != forbidden.end();
      BOOST_TEST(!bad, one.id << " is " << got);
    }
  }
}

void check_row(const std::vector<std::string>& row) {
  if (row.size() != 6) throw std::runtime_error("not six columns");
  const auto filing = changed(base(row[1]), parse_change(row[2]));
  const auto results =
      row[3] == "-" ? audited(shipped_rules(), filing) : audited(shipped_rules(), filing, row[3]);
  auto words = ruleset::split(row[5], " ");
  if (words.front() == "never") {
    words.erase(words.begin());
    check_forbidden(results, row[4], words);
  } else {
    const auto got = outcome(results, row[4]);
    BOOST_TEST(fits(got, row[5]), row[4] << " is " << word(got) << ", not " << row[5]);
  }
}

/// The kinds and grades of the sanctions a finding names.
std::set<std::string> sanctions(const results::Results& results, const results::Finding& finding,
                                std::string results::Sanction::* what) {
  std::set<std::string> found;
  for (const auto& id : finding.sanctions) {
    for (const auto& sanction : results.sanctions) {
      if (sanction.id == id) found.insert(sanction.*what);
    }
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_rule_falls_into_a_trap) {
  const auto rows = table(slurp(PERIKSA_SOURCE_DIR "/tests/audit/traps.txt"));
  BOOST_TEST(rows.size() > 75U);
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row.at(0) << ": " << row.at(2)) {
      BOOST_CHECK_NO_THROW(check_row(row));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_three_bases_hold_nothing_against_anybody) {
  for (const auto* name : {"clean-agency", "clean-worker", "clean-crew"}) {
    BOOST_TEST_CONTEXT(name) {
      check_forbidden(audited(shipped_rules(), base(name)), "*", {"breach", "suspected"});
    }
  }
}

BOOST_AUTO_TEST_CASE(no_rule_rests_on_what_binds_only_officials_or_individuals) {
  // Articles 69 and 70 with their penalties, and the duties of the State (N-02, N-12, N-15).
  const std::set<std::string> foreign{"9",  "10", "11", "38", "39", "40", "41", "42", "44",
                                      "45", "46", "47", "69", "70", "75", "76", "81", "84"};
  for (const auto& rule : shipped_rules().rules()) {
    for (const auto& version : rule.versions) {
      const std::string first = version.cites.front().provision->id;
      if (!first.starts_with("uu-18-2017#")) continue;
      const std::string article = first.substr(11, first.find('.', 11) - 11);
      BOOST_TEST(!foreign.contains(article), rule.id << " rests on " << first);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_rule_uses_the_renewal_terms_after_they_were_deleted) {
  const Date deleted = *Date::of(2020, 11, 2);
  for (const auto& rule : shipped_rules().rules()) {
    for (const auto& version : rule.versions) {
      for (const auto& cite : version.cites) {
        const bool renewal = cite.provision->id.starts_with("uu-18-2017#57.2.") ||
                             cite.provision->id == "uu-18-2017#57.1-old";
        const bool after = version.window.to > deleted;
        BOOST_TEST(!(renewal && after), rule.id << " cites " << cite.provision->id);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(fines_after_the_rescaling_of_2026_are_shown_as_conflicting) {
  const std::string minor = "worker.born_on=2009-01-05; worker.departed_on=";
  const auto grades_of_fines = [&](const std::string& day) {
    const auto filing = changed(base("clean-worker"), {.set = minor + day});
    const auto results = audited(shipped_rules(), filing, "2026-06-30");
    const auto* found = finding(results, "uu-18-2017/66/1");
    BOOST_REQUIRE(found);
    // A sanction's grade caps nothing.
    BOOST_TEST((found->verdict == Verdict::breach));
    std::set<std::string> grades;
    for (const auto& sanction : results.sanctions) {
      const auto& named = found->sanctions;
      const bool ours = std::find(named.begin(), named.end(), sanction.id) != named.end();
      if (ours && sanction.text.en.find("Rp") != std::string::npos) grades.insert(sanction.grade);
    }
    return grades;
  };
  BOOST_TEST((grades_of_fines("2024-05-20") == std::set<std::string>{"V"}));
  BOOST_TEST((grades_of_fines("2026-01-01") == std::set<std::string>{"V"}));
  BOOST_TEST((grades_of_fines("2026-01-02") == std::set<std::string>{"?"}));
}

BOOST_AUTO_TEST_CASE(a_lapsed_licence_is_not_called_a_crime) {
  const auto filing = changed(base("clean-agency"), {.set = "licence.revoked_on=2020-02-03"});
  const auto results = audited(shipped_rules(), filing);
  for (const auto* rule : {"uu-18-2017/51.1/1", "uu-18-2017/51.1/2"}) {
    const auto* found = finding(results, rule);
    BOOST_REQUIRE(found);
    BOOST_TEST((found->verdict == Verdict::breach));
    BOOST_TEST(!sanctions(results, *found, &results::Sanction::kind).contains("criminal"));
  }
}

BOOST_AUTO_TEST_CASE(the_authority_named_is_that_of_the_as_of_day) {
  // Placement and protection moved to the new ministry: nobody is sent to the old one today.
  const auto filing = changed(base("clean-agency"), {.set = "licence.revoked_on=2020-02-03"});
  const auto old_ministry = [&](std::string_view as_of) {
    const auto results = audited(shipped_rules(), filing, as_of);
    BOOST_REQUIRE(finding(results, "uu-18-2017/51.1/1"));
    BOOST_TEST(!results.sanctions.empty());
    return std::any_of(results.sanctions.begin(), results.sanctions.end(),
                       [](const results::Sanction& sanction) {
                         return sanction.authority.en.find("Manpower") != std::string::npos;
                       });
  };
  BOOST_TEST(old_ministry("2024-10-20"));
  BOOST_TEST(!old_ministry("2025-06-30"));
}

BOOST_AUTO_TEST_SUITE_END()
