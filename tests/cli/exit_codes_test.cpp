// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

struct Codes : Desk {
  /// The exit code of an audit of the clean worker with a change, by one rule.
  int audit(const std::string& rule, const Change& change) const {
    write("filing.xml", changed(base("clean-worker"), change));
    return periksa({"audit", "filing.xml", "--rule", rule}).code;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(exit_codes, Codes)

BOOST_AUTO_TEST_CASE(nothing_found_is_0) {
  BOOST_TEST(audit(kAge, {}) == 0);
}

BOOST_AUTO_TEST_CASE(a_breach_is_1) {
  BOOST_TEST(audit(kAge, {.set = "worker.born_on=2010-01-01"}) == 1);
}

BOOST_AUTO_TEST_CASE(something_open_or_suspected_is_2) {
  BOOST_TEST(audit(kAge, {.drop = "worker.born_on"}) == 2);
  BOOST_TEST(audit("perban-bp2mi-9-2020/3.2/1", {.set = "payment[b2].component=accommodation"}) ==
             2);
}

BOOST_AUTO_TEST_CASE(not_ready_for_a_planned_day_is_2) {
  BOOST_TEST(
      audit(kAge, {.set = "worker.born_on=2015-01-01; worker.departure_planned_on=2026-01-01",
                   .none = "worker.departed_on"}) == 2);
}

BOOST_AUTO_TEST_CASE(nothing_evaluated_is_3) {
  BOOST_TEST(audit(kAge, {.set = "worker.scheme=trainee"}) == 3);
  BOOST_TEST(audit(kAge, {.set = "worker.departed_on=2010-01-01"}) == 3);
  write("empty.xml", "<filing format='1' closing='2025-06-30'/>");
  BOOST_TEST(periksa({"audit", "empty.xml", "--rule", kAge}).code == 3);
}

BOOST_AUTO_TEST_CASE(a_standard_that_falls_short_changes_nothing) {
  BOOST_TEST(audit("uu-18-2017/65/2", {.set = "passport.born_on=1998-03-07"}) == 0);
}

BOOST_AUTO_TEST_CASE(a_refused_rule_set_is_4) {
  write("filing.xml", base("clean-worker"));
  write("rules/facts.xml", "<facts version='1'>");
  for (const auto* folder : {"rules", "no-such-folder"}) {
    const auto ran = periksa({"--rules", folder, "audit", "filing.xml", "-o", "json:out.json"});
    BOOST_TEST(ran.code == 4, folder);
    BOOST_TEST(says(ran.err, "the rule set is refused; nothing was assessed"), ran.err);
    BOOST_TEST(ran.out.empty());
    BOOST_TEST(!has("out.json"));
  }
}

BOOST_AUTO_TEST_CASE(a_changed_rule_set_that_fails_its_examples_is_4) {
  std::filesystem::copy(sealed_rules(), path() / "rules", std::filesystem::copy_options::recursive);
  const std::string name = "rules/duties/uu-18-2017/66-1.xml";
  write(name, replaced(read(name), "age is at least minimum", "age is at most minimum"));
  write("filing.xml", base("clean-worker"));
  const auto ran = periksa({"--rules", "rules", "audit", "filing.xml"});
  BOOST_TEST(ran.code == 4);
  BOOST_TEST(says(ran.err, "66-1.xml"), ran.err);
  BOOST_TEST(says(ran.err, "fail their own examples"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_refused_filing_is_5) {
  const std::string whole = base("clean-worker");
  write("cut.xml", whole.substr(0, whole.size() - 20));
  write("unknown.xml", replaced(whole, "<visa id", "<vissa id"));
  write("empty.xml", "");
  for (const auto* name : {"cut.xml", "unknown.xml", "empty.xml", "not-there.xml"}) {
    const auto ran = periksa({"audit", name, "-o", "html:out.html"});
    BOOST_TEST(ran.code == 5, name);
    BOOST_TEST(says(ran.err, "the filing is refused; nothing was assessed"), ran.err);
    BOOST_TEST(ran.out.empty());
    BOOST_TEST(!has("out.html"));
  }
}

BOOST_AUTO_TEST_CASE(a_refused_results_document_is_5) {
  write("results.json", "{\"format\":\"periksa-results/1\"}");
  for (const auto* name : {"results.json", "not-there.json"}) {
    BOOST_TEST(periksa({"report", name}).code == 5, name);
    BOOST_TEST(periksa({"explain", name, "F0001"}).code == 5, name);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_command_line_is_64) {
  write("filing.xml", base("clean-worker"));
  const std::vector<std::vector<std::string>> wrong{
      {},
      {"audit"},
      {"adit", "filing.xml"},
      {"audit", "filing.xml", "--colour"},
      {"audit", "filing.xml", "--as-of", "yesterday"},
      {"audit", "filing.xml", "--as-of", "2025-02-30"},
      {"audit", "filing.xml", "--rule", "uu-18-2017/66/9"},
      {"audit", "filing.xml", "--skip-rule", "uu-18-2017/66/9"},
      {"audit", "filing.xml", "--cite", "uu-18-2017#999"},
      {"audit", "filing.xml", "--out", "docx:out.docx"},
      {"audit", "filing.xml", "--out", "out.html"},
      {"audit", "filing.xml", "--out", "html:"},
      {"audit", "filing.xml", "--out", "html:-", "json:-"},
      {"audit", "filing.xml", "--out", "html:out", "json:out"},
      {"audit", "filing.xml", "--threads", "many"},
      {"--lang", "fr", "audit", "filing.xml"},
      {"facts"},
      {"rules"},
      {"rules", "lost"},
      {"report"},
      {"explain", "results.json"}};
  for (const auto& words : wrong) {
    const auto ran = periksa(words);
    std::string line;
    for (const auto& word : words) line += word + ' ';
    BOOST_TEST(ran.code == 64, line);
    BOOST_TEST(!ran.err.empty(), line);
    BOOST_TEST(ran.out.empty(), line << "said on standard output: " << ran.out);
  }
  const std::vector<std::string> left{"filing.xml"};
  BOOST_TEST(listing() == left, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(incomplete_results_are_70) {
  auto results = audited(shipped_rules(), base("clean-worker"));
  results.header.complete = false;
  std::string text;
  results::write_json(results, [&](std::string_view piece) { text += piece; });
  write("results.json", text);
  BOOST_TEST(periksa({"report", "results.json", "-o", "html:out.html"}).code == 70);
}

BOOST_AUTO_TEST_CASE(an_output_that_cannot_be_written_is_74) {
  write("filing.xml", base("clean-worker"));
  write("folder/file", "");
  for (const auto* out : {"html:missing/out.html", "json:missing/out.json", "text:missing/out.txt",
                          "json:folder", "json:filing.xml/out.json", "json:/dev/full"}) {
    const auto ran = periksa({"audit", "filing.xml", "--out", out});
    BOOST_TEST(ran.code == 74, out);
    BOOST_TEST(!ran.err.empty(), out);
    BOOST_TEST(ran.out.empty(), out);
  }
  const std::vector<std::string> left{"filing.xml", "folder", "folder/file"};
  BOOST_TEST(listing() == left, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_full_standard_output_is_74) {
  write("filing.xml", base("clean-worker"));
  const std::vector<std::vector<std::string>> verbs{{"audit", "filing.xml"},
                                                    {"audit", "filing.xml", "-o", "json:-"},
                                                    {"audit", "filing.xml", "-o", "html:-"},
                                                    {"facts", "filing.xml"},
                                                    {"facts", "--schema"},
                                                    {"rules", "list"}};
  for (const auto& words : verbs) {
    Child full = child(words);
    full.out = "/dev/full";
    const auto ran = run(full);
    BOOST_TEST(ran.code == 74, words[0] << ' ' << words.back());
  }
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_74_and_leaves_nothing) {
  write("filing.xml", base("clean-worker"));
  Child small = child({"audit", "filing.xml", "-o", "json:out.json", "html:out.html"});
  small.largest_file = 4096;
  const auto ran = run(small);
  BOOST_TEST(ran.code == 74, ran.err);
  const std::vector<std::string> left{"filing.xml"};
  BOOST_TEST(listing() == left, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(language_form_and_masking_change_no_exit_code) {
  write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01"}));
  for (const auto* language : {"id", "en"}) {
    for (const auto* out : {"html:-", "json:-", "text:-"}) {
      for (const auto* mask : {"--unmask", "--threads=1"}) {
        BOOST_TEST(
            bare({"--lang", language, "audit", "filing.xml", "--rule", kAge, mask, "-o", out})
                .code == 1);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
