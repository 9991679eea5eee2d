// SPDX-License-Identifier: Apache-2.0
// Several filings in one run.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "auditor/cli/batch_audit.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

/// Filings by the exit code that the rule on the age makes of them.
std::string filing_of(int code) {
  const std::string clean = base("clean-worker");
  switch (code) {
    case 0:
      return clean;
    case 1:
      return changed(clean, {.set = "worker.born_on=2010-01-01"});
    case 2:
      return changed(clean, {.drop = "worker.born_on"});
    case 3:
      return changed(clean, {.set = "worker.scheme=trainee"});
    default:
      return clean.substr(0, clean.size() - 20);
  }
}

struct Several : Desk {
  Ran audit(Words words) const {
    words.insert(words.begin(), "audit");
    words.insert(words.end(), {"--rule", kAge});
    return periksa(words);
  }
  Json summary(const std::string& file = "out/summary.json") const {
    return Json::parse(read(file));
  }
  Words in(const std::string& folder) const {
    Words names;
    for (const auto& entry : fs::directory_iterator(path() / folder))
      names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(several, Several)

BOOST_AUTO_TEST_CASE(the_exit_code_is_the_first_of_5_1_2_3_0_that_occurs) {
  const std::vector<int> gravest{5, 1, 2, 3, 0};
  for (const int code : gravest) write("f" + std::to_string(code) + ".xml", filing_of(code));
  for (std::size_t i = 0; i < gravest.size(); ++i) {
    for (std::size_t j = i; j < gravest.size(); ++j) {
      const std::string one = "f" + std::to_string(gravest[i]) + ".xml";
      const std::string other = "f" + std::to_string(gravest[j]) + ".xml";
      BOOST_TEST(audit({other, one}).code == gravest[i], one << ' ' << other);
    }
  }
}

BOOST_AUTO_TEST_CASE(each_filing_gets_its_document_and_all_a_summary) {
  write("in/a.xml", filing_of(1));
  write("in/b/c.xml", filing_of(2));
  const auto ran = audit({"in", "-o", "html:out/", "json:out/", "text:texts/"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(ran.out.empty());
  BOOST_TEST(
      in("out") == (Words{"a.html", "a.json", "c.html", "c.json", "summary.html", "summary.json"}),
      boost::test_tools::per_element());
  BOOST_TEST(in("texts") == (Words{"a.txt", "c.txt", "summary.txt"}),
             boost::test_tools::per_element());
  BOOST_TEST(says(read("out/summary.html"), "href=\"./c.html\""));
  const auto json = summary();
  BOOST_TEST(json["totals"]["filings"] == 2);
  BOOST_TEST(json["filings"][0]["file"] == "a.xml");
  BOOST_TEST(json["filings"][1]["exit_code"] == 2);
}

BOOST_AUTO_TEST_CASE(findings_for_other_programs_are_given_for_each_filing_and_no_summary) {
  write("in/a.xml", filing_of(1));
  write("in/b.xml", replaced(filing_of(2), "nik=\"0001014603980001\"", "nik=\"0001014603980002\""));
  audit({"in", "-o", "csv:out/", "xlsx:out/", "sarif:out/", "junit:out/"});
  BOOST_TEST(in("out") == (Words{"a.csv", "a.junit.xml", "a.sarif", "a.xlsx", "b.csv",
                                 "b.junit.xml", "b.sarif", "b.xlsx"}),
             boost::test_tools::per_element());
  BOOST_TEST(audit({"in", "-o", "csv:-"}).code == 64);
}

BOOST_AUTO_TEST_CASE(what_a_filing_gives_does_not_depend_on_the_others) {
  write("in/a.xml", filing_of(1));
  write("in/b.xml", replaced(filing_of(2), "nik=\"0001014603980001\"", "nik=\"0001014603980002\""));
  periksa({"audit", "in", "-o", "html:out/", "json:out/", "text:out/"});
  for (const std::string name : {"a", "b"}) {
    periksa(
        {"audit", "in/" + name + ".xml", "-o", "html:one.html", "json:one.json", "text:one.txt"});
    for (const std::string ending : {".html", ".json", ".txt"})
      BOOST_TEST((read("out/" + name + ending) == read("one" + ending)), name + ending);
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_the_arguments_changes_no_byte) {
  write("in/a.xml", filing_of(1));
  write("b.xml", filing_of(5));
  write("c.xml", filing_of(0));
  const auto one = audit({"in", "b.xml", "c.xml", "-o", "html:one/", "json:one/", "text:one/"});
  const auto two =
      audit({"c.xml", "in/a.xml", "b.xml", "in", "-o", "text:two/", "json:two/", "html:two/"});
  BOOST_TEST(one.err == two.err);
  BOOST_TEST(in("one") == in("two"), boost::test_tools::per_element());
  for (const auto& name : in("one")) BOOST_TEST((read("one/" + name) == read("two/" + name)), name);
  for (const auto* kind : {"html:-", "json:-", "text:-"}) {
    BOOST_TEST((audit({"in", "b.xml", "c.xml", "-o", kind}).out ==
                audit({"c.xml", "b.xml", "in", "-o", kind}).out),
               kind);
  }
}

BOOST_AUTO_TEST_CASE(without_a_folder_the_summary_goes_to_standard_output) {
  write("a.xml", filing_of(1));
  write("b.xml", filing_of(2));
  const auto ran = audit({"a.xml", "b.xml"});
  BOOST_TEST(says(ran.out, "Summary of the examination of several filings"));
  BOOST_TEST(audit({"a.xml", "b.xml", "-o", "text:-"}).out == ran.out);
  BOOST_TEST(Json::parse(audit({"a.xml", "b.xml", "-o", "json:-"}).out)["format"] ==
             "periksa-summary/1");
  const auto page = audit({"a.xml", "b.xml", "-o", "html:-", "json:out/"}).out;
  BOOST_TEST(says(page, "</html>"));
  // Beside a page that stands alone there are no reports.
  BOOST_TEST(!says(page, "href=\"./"));
}

BOOST_AUTO_TEST_CASE(a_bad_filing_is_told_with_its_reasons_and_the_others_go_on) {
  write("a.xml", filing_of(1));
  write("b.xml", replaced(base("clean-worker"), "<visa id", "<vissa id"));
  write("c.xml", filing_of(0));
  const auto ran = audit({"a.xml", "b.xml", "c.xml", "-o", "json:out/", "text:-"});
  BOOST_TEST(ran.code == 5);
  BOOST_TEST(says(ran.err, "vissa"), ran.err);
  BOOST_TEST(says(ran.err, "2/3 b.xml: refused, 1 reason"), ran.err);
  BOOST_TEST(says(ran.out, "b.xml: refused, not assessed"), ran.out);
  BOOST_TEST(in("out") == (Words{"a.json", "c.json", "summary.json"}),
             boost::test_tools::per_element());
  const auto json = summary();
  BOOST_TEST(json["totals"]["assessed"] == 2);
  BOOST_TEST(json["totals"]["refused"] == 1);
  BOOST_TEST(json["filings"][1]["refused"]["reasons"] == 1);
  BOOST_TEST(json["filings"][1]["refused"]["at"]["file"] == "b.xml");
}

BOOST_AUTO_TEST_CASE(what_is_named_and_not_there_is_a_bad_filing) {
  write("a.xml", filing_of(0));
  for (const auto* name : {"", "not-there.xml", "not/there/"}) {
    const auto ran = audit({name, "a.xml", "-o", "json:out/"});
    BOOST_TEST(ran.code == 5, name);
    BOOST_TEST(summary()["totals"]["refused"] == 1, name);
    BOOST_TEST(summary()["totals"]["assessed"] == 1, name);
  }
}

BOOST_AUTO_TEST_CASE(where_every_filing_is_refused_there_is_still_a_summary) {
  write("in/a.xml", filing_of(5));
  write("in/b.xml", filing_of(5));
  BOOST_TEST(audit({"in", "-o", "json:out/"}).code == 5);
  BOOST_TEST(summary()["totals"]["refused"] == 2);
}

BOOST_AUTO_TEST_CASE(no_path_of_this_machine_stands_in_a_document) {
  write("in/a.xml", filing_of(5));
  write("in/b.xml", replaced(filing_of(0), "</worker>", "</worker><worker id=\"W1\"/>"));
  audit({(path() / "in").string(), "-o", "json:out/", "html:out/", "text:out/", "--unmask"});
  BOOST_TEST(summary()["totals"]["refused"] == 2);
  for (const auto& name : in("out")) BOOST_TEST(!says(read("out/" + name), path().string()), name);
}

BOOST_AUTO_TEST_CASE(a_place_is_in_the_file_it_was_found_in) {
  // A sheet of a folder that is refused, and a part of a case.
  write("in/utara/filing.csv", "item,value\nclosing date,2025-06-30\nfiler,agency\n");
  write("in/utara/workers.csv", "ID,NIK\nW1,1\nW1,2\n");
  write("in/perkara.xml",
        "<case format='1' closing='2025-06-30' asserter='union'>"
        "<part name='a' asserter='agency' file='bagian.xml'/></case>");
  write("in/bagian.xml", filing_of(5));
  for (const std::string& named : {(path() / "in").string(), std::string("in")}) {
    const auto ran = audit({named, "-o", "json:out/", "html:out/", "--unmask"});
    BOOST_TEST(ran.code == 5);
    const auto json = summary();
    BOOST_REQUIRE(json["filings"].size() == 2U);
    BOOST_TEST(json["filings"][0]["refused"]["at"]["file"] == "perkara.xml/bagian.xml");
    BOOST_TEST(json["filings"][1]["refused"]["at"]["file"] == "utara/workers.csv");
    BOOST_TEST(json["filings"][1]["refused"]["at"]["cell"] == "A3");
    BOOST_TEST(!says(read("out/summary.json"), path().string()));
  }
}

BOOST_AUTO_TEST_CASE(a_folder_called_by_a_point_leaves_the_points_of_a_message_alone) {
  write("filing.csv", "item,value\nclosing date,2025-06-30\nfiler,agency\n");
  write("workers.csv", "ID,NIK\nW1,1\nW1,2\n");
  write("b.xml", filing_of(0));
  audit({".", "b.xml", "-o", "json:out/"});
  const auto json = summary();
  const auto text = read("out/summary.json");
  BOOST_TEST(json["totals"]["refused"] == 1);
  BOOST_TEST(says(text, "workers.csv A2"), text);
}

BOOST_AUTO_TEST_CASE(a_value_with_quotes_inside_is_masked_whole) {
  write("a.xml",
        replaced(filing_of(0), "scheme=\"p3mi\"", "scheme=\"x&quot;3201015505900001&quot;y\""));
  write("b.xml", filing_of(0));
  const auto ran = audit({"a.xml", "b.xml", "-o", "json:out/", "text:-", "html:out/"});
  BOOST_TEST(ran.code == 5);
  BOOST_TEST(!says(ran.out, "3201015505900001"));
  BOOST_TEST(!says(read("out/summary.html"), "3201015505900001"));
  auto json = summary();
  BOOST_TEST(says(json["private"].dump(), "3201015505900001"));
  json.erase("private");
  BOOST_TEST(!says(json.dump(), "3201015505900001"));
}

BOOST_AUTO_TEST_CASE(leads_tell_the_cell_or_pointer_whatever_form_a_filing_has) {
  const std::string folder = PERIKSA_SOURCE_DIR "/fixtures/two-agencies/";
  BOOST_TEST(periksa({"convert", folder + "selatan.xml", "-o", "selatan.json"}).code == 0);
  BOOST_TEST(periksa({"convert", folder + "selatan.xml", "-o", "selatan"}).code == 0);
  BOOST_TEST(periksa({"convert", folder + "utara.xml", "-o", "utara.xlsx"}).code == 0);
  for (const auto& [south, file, place] : {std::tuple{"selatan.json", "selatan.json", "/workers/"},
                                           {"selatan", "selatan/workers.csv", "C"}}) {
    audit({south, "utara.xlsx", "-o", "json:out/"});
    const auto notices = summary()["notices"];
    BOOST_REQUIRE_EQUAL(notices.size(), 2U);
    bool nik = false;
    for (const auto& notice : notices) {
      for (const auto& sight : notice["sights"]) {
        for (const auto& at : sight["places"]) {
          BOOST_TEST(!at["at"].contains("line"), at.dump());
          BOOST_TEST(at["at"].contains("cell"), at.dump());
          if (at["key"] != "nik") continue;
          nik = true;
          const bool of_south = sight["filing"] == 0;
          BOOST_TEST(at["at"]["file"] == (of_south ? file : "utara.xlsx"));
          BOOST_TEST(says(at["at"]["cell"], of_south ? place : "!"), at.dump());
        }
      }
    }
    BOOST_TEST(nik);
  }
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_a_filing_and_holds_others_is_several) {
  BOOST_TEST(write("a.xml", filing_of(1)) == path() / "a.xml");
  BOOST_TEST(periksa({"convert", "a.xml", "-o", "in"}).code == 0);
  write("in/catatan.txt", "catatan");
  const auto alone = audit({"in"});
  BOOST_TEST(alone.code == 1);
  BOOST_TEST(!says(alone.out, "Summary of"));
  BOOST_TEST(says(alone.err, "not read: 1 more in this folder, as no .csv (catatan.txt)"),
             alone.err);
  write("in/b.xml", filing_of(2));
  const auto ran = audit({"in", "-o", "json:out/"});
  BOOST_TEST(summary()["totals"]["filings"] == 2);
  BOOST_TEST(summary()["totals"]["left_out"] == 1);
  BOOST_TEST(says(ran.err, "left out: 1 file that is no filing (catatan.txt)"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_name_on_the_terminal_does_not_steer_it) {
  write("in/a.xml", filing_of(0));
  write("in/x\x1B[2Jy.txt", "");
  const auto ran = audit({"in"});
  BOOST_TEST(says(ran.err, "left out: 1 file"), ran.err);
  BOOST_TEST(!says(ran.err, "\x1B"));
}

BOOST_AUTO_TEST_CASE(
    a_filing_over_which_the_program_breaks_is_an_engine_error_and_the_others_go_on) {
  write("in/a.xml", filing_of(1));
  write("in/b.xml", filing_of(0));
  write("in/c.xml", filing_of(0));
  cli::BatchRequest request;
  request.paths = {(path() / "in").string()};
  request.options.only_rules = {kAge};
  request.outputs = cli::parse_batch_outputs({"json:" + (path() / "out/").string()}, {}).value();
  request.quiet = true;
  request.audit = [](const auto& rules, const fs::path& file, const auto& options,
                     const auto& observer) {
    if (file.filename() == "b.xml") throw std::bad_alloc();
    return audit::audit_filing(rules, file, options, observer);
  };
  BOOST_TEST(cli::audit_several({}, shipped_rules(), request) == 70);
  const auto json = summary();
  BOOST_TEST(json["totals"]["assessed"] == 2);
  BOOST_TEST(json["filings"][1]["file"] == "b.xml");
  BOOST_TEST(json["filings"][1]["exit_code"] == 70);
  BOOST_TEST(says(json["filings"][1]["refused"]["first"]["en"], "engine error"));
  BOOST_TEST(!says(json.dump(), path().string()));
  BOOST_TEST(in("out") == (Words{"a.json", "c.json", "summary.json"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_given_twice_is_read_once) {
  write("in/a.xml", filing_of(1));
  fs::create_symlink(path() / "in/a.xml", path() / "link.xml");
  const auto ran = audit({"in", "in/a.xml", "link.xml", "-o", "json:out/"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(summary()["totals"]["filings"] == 1);
}

BOOST_AUTO_TEST_CASE(equal_names_get_their_folders_in_front) {
  write("x/a.xml", filing_of(1));
  write("y/a.xml", filing_of(2));
  write("y/summary.xml", filing_of(0));
  audit({"x", "y", "-o", "json:out/"});
  BOOST_TEST(in("out") == (Words{"summary.json", "x-a.json", "y-a.json", "y-summary.json"}),
             boost::test_tools::per_element());
  const auto json = summary();
  BOOST_TEST(json["filings"][0]["file"] == "x/a.xml");
  BOOST_TEST(json["filings"][1]["document"] == "y-a");
}

BOOST_AUTO_TEST_CASE(files_that_are_no_filings_are_left_out_and_counted) {
  write("in/a.xml", filing_of(0));
  for (const auto* name : {"in/catatan.txt", "in/lain.xml", "in/sub/foto.jpg", "in/z.csv"})
    write(name, "<other/>");
  const auto ran = audit({"in", "-o", "json:out/"});
  BOOST_TEST(ran.code == 0);
  BOOST_TEST(says(ran.err,
                  "left out: 4 files that are no filings (catatan.txt, lain.xml, "
                  "foto.jpg, …)"),
             ran.err);
  BOOST_TEST(summary()["totals"]["left_out"] == 4);
  BOOST_TEST(says(audit({"in"}).out, "4 other files in the folders were left out"));
}

BOOST_AUTO_TEST_CASE(where_no_filing_is_found_nothing_was_assessed) {
  write("in/catatan.txt", "");
  for (const auto& words : {Words{"in"}, Words{"in", "in"}}) {
    const auto ran = audit(words);
    BOOST_TEST(ran.code == 5);
    BOOST_TEST(ran.out.empty());
    BOOST_TEST(says(ran.err, "no filing was found; nothing was assessed"), ran.err);
  }
  BOOST_TEST(audit({"in", "-o", "json:out/"}).code == 5);
  BOOST_TEST(!has("out"));
}

BOOST_AUTO_TEST_CASE(one_filing_in_a_folder_is_still_several) {
  write("in/a.xml", filing_of(1));
  BOOST_TEST(says(audit({"in"}).out, "Summary"));
  BOOST_TEST(!says(audit({"in/a.xml"}).out, "Summary of"));
}

BOOST_AUTO_TEST_CASE(a_file_for_many_filings_is_a_wrong_command_line_that_says_how) {
  write("in/a.xml", filing_of(1));
  write("old.html", "before");
  for (const auto* out : {"html:out.html", "json:old.html", "text:/dev/null"}) {
    const auto ran = audit({"in", "-o", out});
    BOOST_TEST(ran.code == 64, out);
    BOOST_TEST(says(ran.err, std::string("--out ") + out + "/"), ran.err);
  }
  BOOST_TEST(audit({"in", "-o", "json:out/", "json:./out/"}).code == 64);
  BOOST_TEST(audit({"in", "-o", "json:-", "text:-"}).code == 64);
  BOOST_TEST(audit({"in", "-o", "docx:out/"}).code == 64);
  BOOST_TEST(listing() == (Words{"in", "in/a.xml", "old.html"}), boost::test_tools::per_element());
  BOOST_TEST(read("old.html") == "before");
}

BOOST_AUTO_TEST_CASE(no_document_overwrites_a_filing) {
  write("in/a.xml", filing_of(1));
  write("a.json", filing_of(1));
  const auto ran = audit({"in", "a.json", "-o", "json:./"});
  BOOST_TEST(ran.code == 64, ran.err);
  BOOST_TEST((read("a.json") == filing_of(1)));
}

BOOST_AUTO_TEST_CASE(no_document_overwrites_what_a_case_reads) {
  BOOST_TEST(write("x.xml", filing_of(1)) == path() / "x.xml");
  BOOST_TEST(periksa({"convert", "x.xml", "-o", "perkara.json"}).code == 0);
  write("perkara.xml",
        "<case format='1' closing='2025-06-30' asserter='union'>"
        "<part name='a' asserter='agency' file='perkara.json'/></case>");
  const auto before = read("perkara.json");
  for (const Words& words : {Words{"perkara.xml", "x.xml", "-o", "json:./"},
                             Words{"perkara.xml", "-o", "json:perkara.json"}}) {
    const auto ran = audit(words);
    BOOST_TEST(ran.code == 64, ran.err);
    BOOST_TEST(says(ran.err, "would overwrite"), ran.err);
    BOOST_TEST((read("perkara.json") == before));
  }
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_74_and_leaves_nothing) {
  write("in/a.xml", filing_of(1));
  write("file", "");
  const auto before = listing();
  for (const auto* out : {"json:missing/out/", "json:file/", "json:in/a.xml/", "json:/proc/out/"}) {
    const auto ran = audit({"in", "-o", "html:fresh/", out});
    BOOST_TEST(ran.code == 74, out);
    BOOST_TEST(says(ran.err, "cannot be written"), ran.err);
    BOOST_TEST(!says(ran.err, "1/1"), ran.err);
    BOOST_TEST(ran.out.empty());
    BOOST_TEST(listing() == before, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_document_that_cannot_be_written_ends_the_run_and_is_not_left_half) {
  write("in/a.xml", filing_of(1));
  write("in/b.xml", filing_of(1));
  write("out/b.json/in-the-way", "");
  const auto ran = audit({"in", "-o", "json:out/", "text:-"});
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(ran.out.empty());
  BOOST_TEST(in("out") == (Words{"a.json", "b.json"}), boost::test_tools::per_element());
  Child small = child({"audit", "in", "--rule", kAge, "-o", "json:full/"});
  small.largest_file = 4096;
  BOOST_TEST(run(small).code == 74);
  BOOST_TEST(in("full").empty());
}

BOOST_AUTO_TEST_CASE(a_full_standard_output_is_74) {
  write("in/a.xml", filing_of(1));
  Child full = child({"audit", "in"});
  full.out = "/dev/full";
  BOOST_TEST(run(full).code == 74);
}

BOOST_AUTO_TEST_CASE(progress_is_told_in_plain_lines_where_there_is_no_terminal) {
  write("in/a.xml", filing_of(1));
  write("in/b.xml", filing_of(0));
  const auto ran = audit({"in"});
  BOOST_TEST(ran.err == "1/2 a.xml: 1 finding\n2/2 b.xml: 0 findings\n");
  BOOST_TEST(audit({"in", "--quiet"}).err.empty());
  BOOST_TEST(audit({"in", "--quiet"}).out == ran.out);
  const auto indonesian = bare({"audit", "in", "--rule", kAge});
  BOOST_TEST(indonesian.err == "1/2 a.xml: 1 temuan\n2/2 b.xml: 0 temuan\n");
  // One filing is told by its report alone.
  BOOST_TEST(audit({"in/a.xml"}).err.empty());
}

BOOST_AUTO_TEST_CASE(flags_that_change_the_question_hold_for_every_filing_and_are_recorded) {
  write("in/a.xml", filing_of(1));
  write("in/b.xml", filing_of(1));
  BOOST_TEST(audit({"in", "--as-of", "2025-03-31", "-o", "json:out/"}).code == 1);
  const auto json = summary();
  BOOST_TEST(json["header"]["as_of"] == "2025-03-31");
  BOOST_TEST(json["header"]["only_rules"][0] == kAge);
  for (const auto& filing : json["filings"]) BOOST_TEST(filing["as_of"] == "2025-03-31");
  BOOST_TEST(audit({"in", "--as-of", "yesterday"}).code == 64);
  BOOST_TEST(periksa({"audit", "in", "--rule", "uu-18-2017/66/9"}).code == 64);
  BOOST_TEST(periksa({"--rules", "in", "audit", "in"}).code == 4);
}

BOOST_AUTO_TEST_CASE(workers_of_two_agencies_are_told_masked_unless_asked) {
  const auto folder = fs::path(PERIKSA_SOURCE_DIR) / "fixtures/two-agencies";
  const auto ran = audit({folder.string(), "-o", "text:-", "json:out/", "html:out/"});
  BOOST_TEST(says(ran.out, "L0002"), ran.out);
  const auto json = summary();
  BOOST_TEST(json["notices"].size() == 2U);
  BOOST_TEST(json["private"].size() == 2U);
  const std::string nik = "0001015203960001";
  for (const auto& text : {ran.out, read("out/summary.html")}) BOOST_TEST(!says(text, nik));
  BOOST_TEST(says(audit({folder.string(), "--unmask"}).out, nik));
}

BOOST_AUTO_TEST_CASE(documents_among_the_filings_are_no_filings_in_the_next_run) {
  write("in/a.xml", filing_of(1));
  const Words outputs{"in",       "--for",   "inspector", "-o",      "xlsx:in/",
                      "json:in/", "csv:in/", "junit:in/", "html:in/"};
  BOOST_TEST(audit(outputs).code == 1);
  BOOST_TEST(periksa({"diff", "in/a.json", "in/a.json", "-o", "json:in/diff.json"}).code == 0);
  const auto again = audit({"in", "-o", "json:-"});
  BOOST_TEST(again.code == 1);
  BOOST_TEST(Json::parse(again.out).at("filings").size() == 1U);
}

BOOST_AUTO_TEST_CASE(threads_change_no_byte) {
  const auto folder = (fs::path(PERIKSA_SOURCE_DIR) / "fixtures/two-agencies").string();
  const auto one = periksa({"audit", folder, "--threads", "1", "-o", "json:-"}).out;
  BOOST_TEST((periksa({"audit", folder, "--threads", "7", "-o", "json:-"}).out == one));
}

BOOST_AUTO_TEST_SUITE_END()
