// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

struct Verbs : Desk {
  Verbs() {
    write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01; "
                                                              "worker.name=Rahasia Nama"}));
  }
  /// The shipped rules, of the duties only those on age and birth dates, in the folder `rules`:
  /// what is asked of all of them takes its time.
  void few_rules() const {
    fs::copy(sealed_rules(), path() / "rules", fs::copy_options::recursive);
    const std::vector<std::string> kept{"65-1.xml", "65-2.xml", "65-3.xml", "66-1.xml"};
    for (const auto& folder : fs::directory_iterator(path() / "rules/duties")) {
      if (folder.path().filename() != "uu-18-2017") fs::remove_all(folder);
    }
    for (const auto& entry : fs::directory_iterator(path() / "rules/duties/uu-18-2017")) {
      if (std::ranges::find(kept, entry.path().filename().string()) == kept.end())
        fs::remove(entry);
    }
  }
  /// Whether xmllint accepts a document under the printed schema.
  Ran lint(const fs::path& document) const {
    write("filing.xsd", periksa({"facts", "--schema"}).out);
    return run({.words = {"xmllint", "--noout", "--schema", "filing.xsd", document.string()},
                .folder = path()});
  }
};

std::vector<fs::path> filings() {
  std::vector<fs::path> all;
  const fs::path source = PERIKSA_SOURCE_DIR;
  for (const auto& entry : fs::directory_iterator(source / "rules/examples")) all.push_back(entry);
  for (const auto& entry : fs::directory_iterator(source / "fixtures")) {
    if (fs::exists(entry.path() / "filing.xml")) all.push_back(entry.path() / "filing.xml");
  }
  return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(verbs, Verbs)

// --- facts ---

BOOST_AUTO_TEST_CASE(facts_shows_what_was_read_with_its_place_and_masks_names) {
  const auto ran = periksa({"facts", "filing.xml"});
  BOOST_TEST(ran.code == 0);
  BOOST_TEST(says(ran.out, "departed_on"), ran.out);
  BOOST_TEST(says(ran.out, "2024-05-20"));
  BOOST_TEST(!says(ran.out, "Rahasia Nama"));
  BOOST_TEST(says(periksa({"facts", "filing.xml", "--unmask"}).out, "Rahasia Nama"));
}

BOOST_AUTO_TEST_CASE(the_overview_counts_states_and_tells_what_cannot_be_judged) {
  write("berkas/filing.csv", "item,value\nclosing date,2025-06-30\n");
  write("berkas/workers.csv",
        "ID,worker's name,date of birth\nW1,Rahasia Nama,03/04/1999\nW2,,1999-01-02\n");
  const auto ran = periksa({"facts", "berkas", "--overview"});
  BOOST_TEST(ran.code == 0, ran.err);
  BOOST_TEST(says(ran.out, "(workers): 2"), ran.out);
  BOOST_TEST(says(ran.out, "date of birth: known 1 · cannot be read 1"), ran.out);
  BOOST_TEST(says(ran.out, "worker's name: known 1 · left empty 1"), ran.out);
  BOOST_TEST(says(ran.out, "Cannot be read: 1\n  workers.csv C2  W1 date of birth"), ran.out);
  BOOST_TEST(says(ran.out, "Cannot be judged: "), ran.out);
  BOOST_TEST(says(ran.out, "Papers that would settle it:"), ran.out);
  BOOST_TEST(!says(ran.out, "Rahasia"), ran.out);
  BOOST_TEST(!says(ran.out, "03/04/1999"), ran.out);
}

BOOST_AUTO_TEST_CASE(the_overview_is_also_a_page) {
  write("berkas/filing.csv", "item,value\nclosing date,2025-06-30\n");
  write("berkas/workers.csv",
        "ID,worker's name,date of birth,shoe size\nW1,<b>Rahasia,03/04/1999,40\n");
  const auto ran = periksa({"facts", "berkas", "--overview", "--out", "html:isi.html"});
  BOOST_TEST(ran.code == 0, ran.err);
  BOOST_TEST(ran.out.empty());
  const std::string page = read("isi.html");
  BOOST_TEST(says(page, "workers.csv C2"));
  BOOST_TEST(says(page, "shoe size"));
  BOOST_TEST(says(page, "•••"));
  BOOST_TEST(!says(page, "Rahasia"));
  BOOST_TEST(!says(page, "03/04/1999"));
  const auto open = periksa({"facts", "berkas", "--overview", "--unmask", "--out", "html:-"});
  BOOST_TEST(says(open.out, "&quot;03/04/1999&quot;"), open.out);
  BOOST_TEST(says(open.out, "3 April 1999 … ") != says(open.out, "4 March 1999 … "));
  BOOST_TEST(periksa({"facts", "berkas", "--overview", "--out", "json:-"}).code == 64);
  BOOST_TEST(periksa({"facts", "berkas", "--out", "html:isi.html"}).code == 64);
}

BOOST_AUTO_TEST_CASE(a_cap_can_be_lowered_and_raised_for_every_form) {
  for (const auto* const filing : {"filing.xml", "filing.json"}) {
    if (filing != std::string("filing.xml")) periksa({"convert", "filing.xml", "--out", filing});
    const auto refused = periksa({"audit", filing, "--cap", "text=3", "--quiet"});
    BOOST_TEST(refused.code == 5, refused.err);
    BOOST_TEST(says(refused.err, "longer than the cap"), refused.err);
    BOOST_TEST(periksa({"facts", filing, "--cap", "text=64K", "--cap", "workers=1"}).code == 0);
  }
  write("berkas/filing.csv", "item,value\nclosing date,2025-06-30\n");
  write("berkas/workers.csv", "ID,worker's name\nW1,Rahasia Nama\nW2,Lain Nama\n");
  BOOST_TEST(periksa({"facts", "berkas", "--cap", "cells=4"}).code == 5);
  BOOST_TEST(periksa({"convert", "berkas", "--cap", "cells=4", "--out", "b.xlsx"}).code == 5);
  BOOST_TEST(periksa({"convert", "berkas", "--cap", "cells=1G", "--out", "b.xlsx"}).code == 0);
}

BOOST_AUTO_TEST_CASE(a_cap_that_is_none_is_told_of) {
  const auto mistyped = periksa({"facts", "filing.xml", "--cap", "worker s=5"});
  BOOST_TEST(mistyped.code == 64);
  BOOST_TEST(says(mistyped.err, "did you mean \"workers\"?"), mistyped.err);
  for (const auto* const wrong : {"workers", "workers=", "workers=0", "workers=-1", "workers=5x",
                                  "workers=5KK", "workers=99999999999999999999", "shared=3G"}) {
    const auto ran = periksa({"audit", "filing.xml", "--cap", wrong});
    BOOST_TEST(ran.code == 64, wrong);
    BOOST_TEST(says(ran.err, "a whole number from 1 to"), ran.err);
  }
}

BOOST_AUTO_TEST_CASE(facts_of_a_broken_filing_shows_nothing) {
  const std::string whole = read("filing.xml");
  write("broken.xml", whole.substr(0, whole.size() - 30));
  const auto ran = periksa({"facts", "broken.xml"});
  BOOST_TEST(ran.code == 5);
  BOOST_TEST(ran.out.empty());
  BOOST_TEST(says(ran.err, "broken.xml:"));
}

BOOST_AUTO_TEST_CASE(the_schema_accepts_every_filing_that_is_shipped) {
  BOOST_TEST(filings().size() >= 4U);
  for (const auto& filing : filings()) {
    const auto ran = lint(filing);
    BOOST_TEST(ran.code == 0, filing.string() << "\n" << ran.err);
  }
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_what_the_reader_refuses) {
  write("bad.xml", replaced(base("clean-worker"), "scheme=\"p3mi\"", "sheme=\"p3mi\""));
  BOOST_TEST(lint("bad.xml").code != 0);
  BOOST_TEST(periksa({"facts", "bad.xml"}).code == 5);
}

// --- rules ---

BOOST_AUTO_TEST_CASE(the_page_on_coverage_is_what_the_program_says) {
  const auto ran = periksa({"rules", "coverage", "--format", "markdown"});
  BOOST_TEST(ran.code == 0);
  BOOST_TEST((ran.out == slurp(PERIKSA_SOURCE_DIR "/docs/coverage.md")),
             "write it anew: periksa --lang en rules coverage --format markdown");
}

BOOST_AUTO_TEST_CASE(coverage_is_told_as_text_and_json) {
  const auto text = bare({"rules", "coverage"});
  BOOST_TEST(text.code == 0);
  BOOST_TEST(says(text.out, "diperiksa sebagian"));
  const auto json = periksa({"rules", "coverage", "--format", "json"});
  BOOST_TEST(says(json.out, "\"row\": \"L-02\""));
  BOOST_TEST(says(json.out, "\"state\": \"checked-in-part\""));
  BOOST_TEST(periksa({"rules", "coverage", "--format", "yaml"}).code == 64);
}

BOOST_AUTO_TEST_CASE(mutate_names_what_no_example_notices) {
  const auto ran = periksa({"rules", "mutate", "uu-18-2017/66/1"});
  BOOST_TEST(ran.code == 0, ran.out);
  BOOST_TEST(says(ran.out, "(100 %)"));
  BOOST_TEST(periksa({"rules", "mutate", "uu-18-2017/66/9"}).code == 64);
}

BOOST_AUTO_TEST_CASE(rules_list_names_every_rule_with_its_words) {
  const auto ran = periksa({"rules", "list"});
  BOOST_TEST(ran.code == 0);
  for (const auto& rule : shipped_rules().rules()) {
    BOOST_TEST(says(ran.out, rule.id));
    BOOST_TEST(says(ran.out, rule.met.en), rule.met.en);
  }
  BOOST_TEST(says(bare({"rules", "list"}).out, shipped_rules().rules().front().met.id));
}

BOOST_AUTO_TEST_CASE(rules_lint_is_0_and_1) {
  few_rules();
  BOOST_TEST(periksa({"--rules", "rules", "rules", "lint"}).code == 0);
  const std::string name = "rules/duties/uu-18-2017/66-1.xml";
  write(name, replaced(read(name), "uu-18-2017#66\"", "uu-18-2017#666\""));
  const auto ran = periksa({"--rules", "rules", "rules", "lint"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(says(ran.err, "66-1.xml:"));
  BOOST_TEST(says(ran.err, "did you mean"));
}

BOOST_AUTO_TEST_CASE(rules_test_runs_one_rule_or_all) {
  const auto one = periksa({"rules", "test", "uu-18-2017/66/1"});
  BOOST_TEST(one.code == 0, one.err);
  BOOST_TEST(says(one.out, "1 rules, indicators and measures tested, 0 disagree"), one.out);
  few_rules();
  const auto all = periksa({"--rules", "rules", "rules", "test"});
  BOOST_TEST(all.code == 0, all.err);
  BOOST_TEST(says(all.out, " rules, indicators and measures tested, 0 disagree"), all.out);
}

BOOST_AUTO_TEST_CASE(rules_test_tells_of_boundaries_and_leaves) {
  const auto one = periksa({"rules", "test", "uu-18-2017/66/1"});
  BOOST_TEST(says(one.out, "boundary examples made and held, 0 comparisons where none could be"));
  BOOST_TEST(says(one.out, "2 smallest conditions: 2 seen true, false and unknown, 0 not yet"));
  fs::copy(sealed_rules(), path() / "rules", fs::copy_options::recursive);
  const std::string name = "rules/duties/uu-18-2017/66-1.xml";
  write(name, replaced(read(name), "drop=\"worker.scheme\"", "drop=\"worker.born_on\""));
  const std::vector<std::string> words{"--rules", "rules",    "rules",
                                       "test",    "--leaves", "uu-18-2017/66/1"};
  const auto english = periksa(words);
  BOOST_TEST(says(english.out, "66-1.xml:"), english.out);
  BOOST_TEST(says(english.out, "\"w.scheme is p3mi\": not seen: unknown"), english.out);
  const auto indonesian = bare(words);
  BOOST_TEST(says(indonesian.out, "belum terlihat: tidak diketahui"), indonesian.out);
}

BOOST_AUTO_TEST_CASE(rules_lint_warns_and_strict_makes_it_1) {
  few_rules();
  const auto clean = periksa({"--rules", "rules", "rules", "lint", "--strict"});
  BOOST_TEST(clean.code == 0, clean.err);
  const std::string name = "rules/duties/uu-18-2017/66-1.xml";
  write(name, replaced(read(name), "<when>w.scheme is p3mi</when>",
                       "<when>w.scheme is p3mi and w.scheme is p3mi</when>"));
  const auto loose = periksa({"--rules", "rules", "rules", "lint"});
  BOOST_TEST(loose.code == 0);
  BOOST_TEST(says(loose.err,
                  ": warning: uu-18-2017/66/1: \"w.scheme is p3mi\" "
                  "stands there twice [condition]"),
             loose.err);
  BOOST_TEST(says(loose.out, ", 1 warnings"), loose.out);
  BOOST_TEST(periksa({"--rules", "rules", "rules", "lint", "--strict"}).code == 1);
}

BOOST_AUTO_TEST_CASE(rules_new_writes_a_skeleton_once) {
  fs::copy(sealed_rules(), path() / "rules", fs::copy_options::recursive);
  const std::vector<std::string> words{"--rules",         "rules",  "rules",        "new",
                                       "uu-18-2017/66/9", "--cite", "uu-18-2017#66"};
  const auto made = periksa(words);
  BOOST_TEST(made.code == 0, made.err);
  BOOST_TEST(says(made.out, "66-9.xml written"));
  BOOST_TEST(says(read("rules/duties/uu-18-2017/66-9.xml"), "<cite provision=\"uu-18-2017#66\""));
  const auto again = periksa(words);
  BOOST_TEST(again.code == 64);
  BOOST_TEST(says(again.err, "is taken by"), again.err);
  const auto test = periksa({"--rules", "rules", "rules", "test", "uu-18-2017/66/9"});
  BOOST_TEST(test.code != 0);
  BOOST_TEST(says(test.err, "this slot … is not written yet"), test.err);
}

BOOST_AUTO_TEST_CASE(rules_test_of_a_rule_that_does_not_exist_is_a_wrong_command_line) {
  const auto ran = periksa({"rules", "test", "uu-18-2017/66/11"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST(says(ran.err, "uu-18-2017/66/1"), ran.err);
}

BOOST_AUTO_TEST_CASE(rules_test_tells_an_example_that_disagrees) {
  fs::copy(sealed_rules(), path() / "rules", fs::copy_options::recursive);
  const std::string name = "rules/duties/uu-18-2017/66-1.xml";
  write(name, replaced(read(name), R"(<example expect="breach" set="worker.born_on=2006-05-21"/>)",
                       R"(<example expect="met" set="worker.born_on=2006-05-21"/>)"));
  const auto ran = periksa({"--rules", "rules", "rules", "test", "uu-18-2017/66/1"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(says(ran.err, "the example expects met, got breach"), ran.err);
}

BOOST_AUTO_TEST_CASE(rules_seal_makes_a_changed_set_official) {
  few_rules();
  const std::string name = "rules/duties/uu-18-2017/66-1.xml";
  write(name, read(name) + "<!-- changed -->\n");
  const auto official = [&] {
    const auto ran = periksa({"--rules", "rules", "audit", "filing.xml", "-o", "json:-"});
    return results::read_json(ran.out, "out")->header.official;
  };
  BOOST_TEST(!official());
  BOOST_TEST(periksa({"--rules", "rules", "rules", "seal", "9.9"}).code == 0);
  BOOST_TEST(official());
  BOOST_TEST(read("rules/manifest.txt").starts_with("rule-set periksa 9.9\n"));
}

// --- report and explain ---

BOOST_AUTO_TEST_CASE(report_gives_the_page_and_the_code_of_the_audit) {
  for (const auto* language : {"id", "en"}) {
    for (const auto* kind : {"html", "text", "json"}) {
      const std::string out = std::string(kind) + ":-";
      const auto audit =
          bare({"--lang", language, "audit", "filing.xml", "-o", "json:results.json", out});
      const auto report = bare({"--lang", language, "report", "results.json", "-o", out});
      BOOST_TEST((audit.out == report.out), kind);
      BOOST_TEST(audit.code == report.code);
      BOOST_TEST(!report.out.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(report_gives_every_exit_code_of_the_audit) {
  const std::string rule = "uu-18-2017/66/1";
  for (const Change& change :
       {Change{}, Change{.set = "worker.born_on=2010-01-01"}, Change{.drop = "worker.born_on"},
        Change{.set = "worker.scheme=trainee"}}) {
    write("filing.xml", changed(base("clean-worker"), change));
    const auto audit = periksa({"audit", "filing.xml", "--rule", rule, "-o", "json:results.json"});
    BOOST_TEST(periksa({"report", "results.json"}).code == audit.code);
  }
}

BOOST_AUTO_TEST_CASE(explain_tells_one_finding_in_full) {
  periksa({"audit", "filing.xml", "-o", "json:results.json"});
  const auto results = results::read_json(read("results.json"), "results.json");
  BOOST_REQUIRE(results);
  const auto* found = finding(*results, "uu-18-2017/66/1");
  BOOST_REQUIRE(found);
  const auto ran = periksa({"explain", "results.json", found->id});
  BOOST_TEST(ran.code == 0);
  BOOST_TEST(says(ran.out, "66"));
  BOOST_TEST(!says(ran.out, "Rahasia Nama"));
  BOOST_TEST(!says(ran.out, "2010-01-01"));
  const auto unmasked = periksa({"explain", "results.json", found->id, "--unmask"});
  BOOST_TEST(says(unmasked.out, "Rahasia Nama"), unmasked.out);
}

BOOST_AUTO_TEST_CASE(explain_of_an_unknown_finding_names_those_there_are) {
  periksa({"audit", "filing.xml", "-o", "json:results.json"});
  const auto ran = periksa({"explain", "results.json", "F9999"});
  BOOST_TEST(ran.code != 0);
  BOOST_TEST(ran.out.empty());
  BOOST_TEST(says(ran.err, "F0001"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_results_document_without_its_private_section_can_be_reported) {
  periksa({"audit", "filing.xml", "-o", "json:results.json"});
  auto results = results::read_json(read("results.json"), "results.json");
  BOOST_REQUIRE(results);
  results->secrets.clear();
  std::string text;
  results::write_json(*results, [&](std::string_view piece) { text += piece; });
  write("redacted.json", text);
  const auto masked = periksa({"report", "results.json", "-o", "html:-"});
  const auto redacted = periksa({"report", "redacted.json", "-o", "html:-", "--unmask"});
  BOOST_TEST(redacted.code == masked.code);
  BOOST_TEST(!says(redacted.out, "Rahasia Nama"));
}

BOOST_AUTO_TEST_SUITE_END()
