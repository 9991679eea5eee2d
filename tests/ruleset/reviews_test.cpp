// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/reviews.h"

#include <boost/test/unit_test.hpp>

#include "auditor/base/sha256.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

struct Readings {
  TempFolder folder;
  std::vector<ruleset::Reviewable> rules{{"a/1", "duties/a-1.xml"}, {"b/1", "duties/b-1.xml"}};

  Readings() {
    folder.write("duties/a-1.xml", "<rule id=\"a/1\"/>");
    folder.write("duties/b-1.xml", "<rule id=\"b/1\"/>");
  }

  static std::string row(const std::string& rule, const std::string& text) {
    return rule + "," + sha256_hex(text) + ",\"art 1, row X-1\",agrees,\n";
  }

  void keep(const std::string& rows) const {
    folder.write("reviews.csv", "rule,sha256,compared,outcome,note\n" + rows);
  }

  ruleset::Reviews load() const {
    auto reviews = ruleset::Reviews::load(folder.path());
    BOOST_REQUIRE(reviews);
    return *reviews;
  }

  std::vector<std::string> lacking() const {
    const auto told = ruleset::unreviewed(load(), rules, folder.path());
    BOOST_REQUIRE(told);
    std::vector<std::string> texts;
    for (const auto& diagnostic : *told) texts.push_back(diagnostic.text.en);
    return texts;
  }

  void refused(const std::string& rows, std::uint32_t line) const {
    keep(rows);
    const auto reviews = ruleset::Reviews::load(folder.path());
    BOOST_REQUIRE(!reviews);
    BOOST_TEST(reviews.error().front().at.line == line);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reviews, Readings)

BOOST_AUTO_TEST_CASE(every_shipped_rule_was_read_by_somebody_else_as_it_stands) {
  const auto& shipped = shipped_rules();
  const auto known = ruleset::Reviews::load(shipped.folder());
  BOOST_REQUIRE(known);
  std::vector<ruleset::Reviewable> all;
  for (const auto& rule : shipped.rules()) all.push_back({rule.id, rule.file});
  const auto told = ruleset::unreviewed(*known, all, shipped.folder());
  BOOST_REQUIRE(told);
  for (const auto& diagnostic : *told) BOOST_ERROR(diagnostic.text.en);
}

BOOST_AUTO_TEST_CASE(without_the_file_nothing_was_read) {
  BOOST_TEST(lacking().size() == 2U);
  BOOST_TEST(lacking()[0] == "a/1: nobody else has read it yet");
}

BOOST_AUTO_TEST_CASE(a_reading_fits_until_its_rule_changes) {
  keep(row("a/1", "<rule id=\"a/1\"/>") + row("b/1", "<rule id=\"b/1\"/>"));
  BOOST_TEST(lacking().empty());
  folder.write("duties/b-1.xml", "<rule id=\"b/1\" />");
  BOOST_REQUIRE(lacking().size() == 1U);
  BOOST_TEST(lacking()[0] == "b/1: has changed since somebody else read it");
}

BOOST_AUTO_TEST_CASE(a_reading_of_a_rule_that_is_not_there_is_told) {
  keep(row("a/1", "<rule id=\"a/1\"/>") + row("b/1", "<rule id=\"b/1\"/>") + row("c/1", ""));
  BOOST_REQUIRE(lacking().size() == 1U);
  BOOST_TEST(lacking()[0] == "there is no c/1 in the rule set");
}

BOOST_AUTO_TEST_CASE(what_is_written_reads_back_ascending) {
  ruleset::Reviews written;
  written.set({"b/1", "22", "row \"Y\", art 2", "mended", "window, now\nfrom 2020"});
  written.set({"a/1", "11", "row X", "agrees", ""});
  written.set({"b/1", "33", "row Y", "doubt", "whom it binds"});
  folder.write("reviews.csv", written.text());
  const auto read = load();
  BOOST_REQUIRE(read.all().size() == 2U);
  BOOST_TEST(read.all()[0].rule == "a/1");
  BOOST_TEST(read.find("b/1")->sha256 == "33");
  BOOST_TEST(read.find("b/1")->note == "whom it binds");
  BOOST_TEST(read.text() == written.text());
  BOOST_TEST(read.find("c/1") == nullptr);
}

BOOST_AUTO_TEST_CASE(broken_files_are_refused_with_their_line) {
  refused("a/1,11,art 1,agrees\n", 2);
  refused("a/1,11,art 1,agrees,\nb/1,22,art 2,perhaps,\n", 3);
  refused("a/1,11,art 1,doubt,\n", 2);
  refused("a/1,11,,agrees,\n", 2);
  refused("a/1,11,art 1,agrees,\na/1,11,art 1,agrees,\n", 3);
  folder.write("reviews.csv", "rule,compared\n");
  BOOST_TEST(!ruleset::Reviews::load(folder.path()));
}

BOOST_AUTO_TEST_CASE(a_readers_notes_have_no_hashes) {
  folder.write("notes.csv", "rule,compared,outcome,note\na/1,art 1,doubt,\"who, and when\"\n");
  const auto notes = ruleset::Reviews::read_notes(folder.path() / "notes.csv");
  BOOST_REQUIRE(notes);
  BOOST_TEST(notes->front().note == "who, and when");
  BOOST_TEST(notes->front().sha256.empty());
}

BOOST_AUTO_TEST_SUITE_END()
