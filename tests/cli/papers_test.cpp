// SPDX-License-Identifier: Apache-2.0
// Papers for readers and what is printed, on the command line.
#include <boost/test/unit_test.hpp>

#include "auditor/cli/batch_outputs.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

namespace fs = std::filesystem;

struct PapersDesk : Desk {
  PapersDesk() {
    write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01"}));
  }
  Ran audit(std::vector<std::string> words) const {
    words.insert(words.begin(), {"audit", "filing.xml"});
    return periksa(words);
  }
  /// A stand-in for Chromium.
  void chromium(const std::string& script) {
    fs::permissions(write("bin/chromium", "#!/bin/sh\n" + script + "\n"), fs::perms::owner_all);
    environment["PATH"] = (path() / "bin").string() + ":/usr/bin:/bin";
    environment["PERIKSA_CHROMIUM"] = "";
  }
};

/// Copies the page it is to print where the print is to go, behind a PDF's first bytes.
const std::string kPrints =
    "for word in \"$@\"; do case $word in\n"
    "--print-to-pdf=*) to=${word#--print-to-pdf=} ;; file://*) page=${word#file://} ;; esac; done\n"
    "{ printf '%%PDF-1.4\\n'; cat \"$page\"; } > \"$to\"";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(papers_for_readers, PapersDesk)

BOOST_AUTO_TEST_CASE(each_reader_gets_a_paper_in_each_form_and_the_exit_code_stays) {
  const int code = audit({}).code;
  for (const auto* reader : {"inspector", "agency", "union"}) {
    BOOST_TEST(audit({"--for", reader, "-o", "html:p.html", "odt:p.odt", "xlsx:p.xlsx"}).code ==
               code);
    BOOST_TEST(says(read("p.html"), "class=\"paper\""), reader);
    BOOST_TEST(says(read("p.odt"), "mimetypeapplication/vnd.oasis.opendocument.text"), reader);
    BOOST_TEST(says(read("p.xlsx"), "xl/workbook.xml"), reader);
  }
}

BOOST_AUTO_TEST_CASE(a_report_of_results_gives_the_same_paper_and_other_forms_do_not_change) {
  audit({"--for", "inspector", "-o", "odt:a.odt", "json:a.json"});
  audit({"-o", "json:b.json"});
  BOOST_TEST(read("a.json") == read("b.json"));
  periksa({"report", "b.json", "--for", "inspector", "-o", "odt:b.odt"});
  BOOST_TEST((read("a.odt") == read("b.odt")));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_a_wrong_command_line_that_says_how) {
  const auto mistyped = audit({"--for", "inspektor", "-o", "odt:p.odt"});
  BOOST_TEST(mistyped.code == 64);
  BOOST_TEST(says(mistyped.err, "did you mean \"inspector\"?"), mistyped.err);
  const auto lonely = audit({"-o", "odt:p.odt"});
  BOOST_TEST(lonely.code == 64);
  BOOST_TEST(says(lonely.err, "--for"), lonely.err);
  const auto nowhere = audit({"--for", "agency", "-o", "json:p.json"});
  BOOST_TEST(nowhere.code == 64);
  BOOST_TEST(!has("p.odt"));
  BOOST_TEST(!has("p.json"));
}

BOOST_AUTO_TEST_CASE(the_page_is_printed_by_chromium_and_nothing_stays_behind) {
  chromium(kPrints);
  audit({"-o", "html:p.html"});
  BOOST_TEST(audit({"-o", "pdf:p.pdf"}).code == 1);
  BOOST_TEST(read("p.pdf") == "%PDF-1.4\n" + read("p.html"));
  environment["TMPDIR"] = (path() / "tmp").string();
  fs::create_directory(path() / "tmp");
  BOOST_TEST(audit({"--for", "agency", "-o", "pdf:p.pdf"}).code == 1);
  BOOST_TEST(says(read("p.pdf"), "class=\"paper\""));
  BOOST_TEST(fs::is_empty(path() / "tmp"));
}

BOOST_AUTO_TEST_CASE(a_page_is_found_in_a_folder_whatever_it_is_called) {
  // The last word is the page.
  chromium(
      "for word in \"$@\"; do case $word in\n"
      "--print-to-pdf=*) to=${word#--print-to-pdf=} ;; esac; page=$word; done\n"
      "{ printf '%%PDF-1.4\\n'; printf '%s' \"$page\"; } > \"$to\"");
  environment["TMPDIR"] = (path() / "a#b%20").string();
  fs::create_directory(path() / "a#b%20");
  BOOST_TEST(audit({"-o", "pdf:p.pdf"}).code == 1);
  const auto printed = read("p.pdf");
  BOOST_TEST(says(printed, "\nfile:///"), printed);
  BOOST_TEST(says(printed, "/a%23b%2520/periksa-"), printed);
}

BOOST_AUTO_TEST_CASE(without_a_temporary_folder_nothing_is_written_elsewhere) {
  chromium(kPrints);
  environment["TMPDIR"] = (path() / "filing.xml").string();
  const auto ran = audit({"-o", "pdf:p.pdf"});
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(!has("page.html"));
  BOOST_TEST(!has("p.pdf"));
}

BOOST_AUTO_TEST_CASE(without_chromium_or_when_it_fails_there_is_no_file_and_a_way_out) {
  environment["PATH"] = (path() / "empty").string();
  environment["PERIKSA_CHROMIUM"] = "";
  const auto none = audit({"-o", "pdf:p.pdf"});
  BOOST_TEST(none.code == 74);
  BOOST_TEST(says(none.err, "install the package chromium"), none.err);
  chromium("exit 3");
  const auto failed = audit({"-o", "pdf:p.pdf"});
  BOOST_TEST(failed.code == 74);
  BOOST_TEST(says(failed.err, "did not manage to print"), failed.err);
  chromium("exit 0");
  BOOST_TEST(audit({"-o", "pdf:p.pdf"}).code == 74);
  BOOST_TEST(!has("p.pdf"));
}

BOOST_AUTO_TEST_CASE(several_agencies_get_a_triage_sheet_for_the_inspector) {
  fs::create_directory(path() / "in");
  write("in/a.xml", read("filing.xml"));
  write("in/b.xml", base("clean-worker"));
  const auto sheet = [&](std::vector<std::string> outputs) {
    outputs.insert(outputs.begin(), {"audit", "in", "--quiet", "--for", "inspector", "-o"});
    return periksa(outputs);
  };
  sheet({"html:out/", "odt:out/", "xlsx:out/", "csv:out/"});
  BOOST_TEST(says(read("out/summary.html"), "class=\"paper\""));
  BOOST_TEST(says(read("out/a.html"), "class=\"paper\""));
  for (const auto* name : {"summary", "a", "b"}) {
    const std::string file = std::string("out/") + name;
    BOOST_TEST(says(read(file + ".odt"), "mimetypeapplication/vnd.oasis.opendocument.text"), file);
    BOOST_TEST(says(read(file + ".xlsx"), "xl/workbook.xml"), file);
  }
  BOOST_TEST(has("out/a.csv"));
  BOOST_TEST(!has("out/summary.csv"));
  for (const auto* kind : {"odt", "xlsx", "html"}) {
    const auto ran = sheet({std::string(kind) + ":-"});
    BOOST_TEST(ran.code == 1, kind);
    BOOST_TEST((ran.out == read(std::string("out/summary.") + kind)), kind);
  }
  BOOST_TEST(sheet({"csv:-"}).code == 64);
}

BOOST_AUTO_TEST_CASE(a_triage_sheet_overwrites_nothing_that_is_read) {
  fs::create_directory(path() / "in");
  write("in/a.xml", read("filing.xml"));
  write("in/b.xml", base("clean-worker"));
  periksa({"convert", "in/a.xml", "--out", "in/summary.xlsx"});
  const std::string before = read("in/summary.xlsx");
  BOOST_REQUIRE(!before.empty());
  const auto ran = periksa({"audit", "in", "--quiet", "--for", "inspector", "-o", "xlsx:in/"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST(says(ran.err, "would overwrite"), ran.err);
  BOOST_TEST((read("in/summary.xlsx") == before));
}

BOOST_AUTO_TEST_CASE(of_several_agencies_a_paper_is_asked_for_as_of_one) {
  write("other.xml", base("clean-worker"));
  const auto several = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"audit", "filing.xml", "other.xml", "--quiet"});
    return periksa(words);
  };
  const auto lonely = several({"-o", "odt:out/"});
  BOOST_TEST(lonely.code == 64);
  BOOST_TEST(says(lonely.err, "odt holds a paper for one reader; add --for"), lonely.err);
  const auto mistyped = several({"--for", "inspektor", "-o", "html:out/"});
  BOOST_TEST(mistyped.code == 64);
  BOOST_TEST(says(mistyped.err, "did you mean \"inspector\"?"), mistyped.err);
  BOOST_TEST(!has("out"));
  BOOST_TEST(several({"--for", "agency", "-o", "odt:out/"}).code == 1);
  BOOST_TEST(says(read("out/filing.odt"), "mimetypeapplication/vnd.oasis.opendocument.text"));
  BOOST_TEST(!has("out/summary.odt"));
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"-o", "xlsx:-"}, {"--for", "agency", "-o", "odt:-"}}) {
    const auto refused = several(words);
    BOOST_TEST(refused.code == 64);
    BOOST_TEST(says(refused.err, "a summary of several filings is not written as"), refused.err);
    BOOST_TEST(says(refused.err, "add --for inspector for the triage sheet"), refused.err);
  }
}

BOOST_AUTO_TEST_CASE(a_form_that_cannot_hold_something_fails_instead_of_holding_another) {
  const auto fails = [](const cli::Render& render, cli::OutputKind kind) {
    std::string text;
    const auto done = render(kind, [&](std::string_view piece) { text += piece; });
    return !done && text.empty();
  };
  const cli::Context context;
  const results::Results results;
  const results::Batch batch;
  for (const auto& form : cli::kOutputForms) {
    if (!form.report)
      BOOST_TEST(fails(cli::document_of(context, results, {}).render, form.kind), form.word);
    for (const auto& reader :
         {std::optional<reports::Reader>{}, std::optional(reports::Reader::inspector),
          std::optional(reports::Reader::agency)}) {
      if (cli::holds_summary(form, reader)) continue;
      const cli::RenderOptions options{Language::id, false, reader};
      BOOST_TEST(fails(cli::renders(context, batch, options, false), form.kind), form.word);
    }
  }
}

BOOST_AUTO_TEST_CASE(which_forms_there_are_of_something_is_listed_from_one_table) {
  BOOST_TEST(says(periksa({"audit", "--help"}).out, "html, json, text, csv, xlsx, sarif, junit"));
  BOOST_TEST(cli::output_kinds(&cli::OutputForm::paper).en == "html, xlsx, odt or pdf");
  BOOST_TEST(cli::output_kinds(&cli::OutputForm::comparison).id == "html, json, atau text");
  BOOST_TEST(cli::output_kinds(&cli::OutputForm::overview).id == "html atau text");
}

BOOST_AUTO_TEST_CASE(own_words_take_the_place_of_shipped_ones) {
  fs::create_directory(path() / "own");
  write("own/office.id.xml",
        "<strings language=\"id\"><string key=\"note_title\">Nota Kami</string></strings>");
  write("own/office.en.xml",
        "<strings language=\"en\"><string key=\"note_title\">Our Note</string></strings>");
  audit({"--for", "inspector", "--templates", "own", "-o", "html:p.html"});
  BOOST_TEST(says(read("p.html"), "<h1>Our Note</h1>"));
  fs::remove(path() / "own/office.en.xml");
  const auto refused = audit({"--templates", "own", "-o", "html:q.html"});
  BOOST_TEST(refused.code == 74);
  BOOST_TEST(says(refused.err, "missing in the other language"), refused.err);
  BOOST_TEST(!has("q.html"));
}

BOOST_AUTO_TEST_CASE(templates_are_checked_without_a_filing) {
  fs::create_directory(path() / "own");
  BOOST_TEST(periksa({"check-templates", "own"}).code == 0);
  write("own/badge.html", "<b>{{label:none}}</b>");
  const auto refused = periksa({"check-templates", "own"});
  BOOST_TEST(refused.code == 5);
  BOOST_TEST(says(refused.err, "badge.html:1:4"), refused.err);
  BOOST_TEST(says(refused.err, "must not change how values are escaped"), refused.err);
  fs::remove(path() / "own/badge.html");
  write("own/office.id.xml",
        "<strings language=\"id\"><string key=\"note_title\">Nota Kami</string></strings>");
  BOOST_TEST(says(periksa({"check-templates", "own"}).err, "missing in the other language"));
  fs::remove(path() / "own/office.id.xml");
  write("own/paper.styles.xml", "<no>");
  BOOST_TEST(periksa({"check-templates", "own"}).code == 5);
}

BOOST_AUTO_TEST_CASE(readiness_is_compared_with_an_earlier_audit) {
  audit({"-o", "json:old.json"});
  write("filing.xml", base("clean-worker"));
  const auto ran = audit({"--for", "agency", "--earlier", "old.json", "-o", "html:p.html"});
  BOOST_TEST(ran.code == audit({}).code);
  BOOST_TEST(says(read("p.html"), "Since the earlier audit"));
  BOOST_TEST(says(read("p.html"), "New: 0 matters"));
  audit({"-o", "json:new.json"});
  periksa({"report", "new.json", "--for", "agency", "--earlier", "old.json", "-o", "html:q.html"});
  BOOST_TEST(read("q.html") == read("p.html"));
  const auto union_too = audit({"--for", "union", "--earlier", "old.json", "-o", "html:r.html"});
  BOOST_TEST(union_too.code == 64);
  BOOST_TEST(says(union_too.err, "--earlier is for the readiness paper"), union_too.err);
  BOOST_TEST(audit({"--for", "agency", "--earlier", "none.json", "-o", "html:r.html"}).code == 5);
  const auto over = audit({"--for", "agency", "--earlier", "old.json", "-o", "html:old.json"});
  BOOST_TEST(over.code == 64);
  BOOST_TEST(!has("r.html"));
}

BOOST_AUTO_TEST_SUITE_END()
