// SPDX-License-Identifier: Apache-2.0
// `--documents DIR`, from the command line to the pages.
#include <boost/test/unit_test.hpp>
#include <regex>

#include "auditor/results/results_json.h"
#include "tests/cli/help/desk.h"
#include "tests/results/schema_check.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

const std::string kFixture = PERIKSA_SOURCE_DIR "/fixtures/document-folder";
const std::string kFiling = kFixture + "/filing.xml";
const std::string kPapers = kFixture + "/dokumen";

/// A rule set of a few duties would not be asked the same; this one is asked of one worker only.
struct Documents : Desk {
  results::Results results(const std::string& name) const {
    auto read = results::read_json(this->read(name), name);
    if (!read) BOOST_FAIL(render(read.error().front(), Language::en));
    return std::move(*read);
  }
  /// A program of that name that does what a script says, on a PATH of its own.
  void program(const std::string& name, const std::string& script) {
    fs::permissions(write("bin/" + name, "#!/bin/sh\n" + script + "\n"), fs::perms::owner_all);
    environment["PATH"] = (path() / "bin").string();
  }
  /// What is printed, with long lines in one piece again.
  std::string overview(std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"facts", kFiling, "--overview", "--documents", kPapers};
    words.insert(words.end(), more.begin(), more.end());
    const auto ran = periksa(words);
    BOOST_TEST(ran.code == 0, ran.err);
    return std::regex_replace(ran.out, std::regex("\n +"), " ");
  }
};

const results::PaperRow& paper(const results::Results& results, const std::string& state) {
  for (const auto& row : results.header.documents->files) {
    if (row.state == state) return row;
  }
  throw std::runtime_error("no paper is " + state);
}

std::string basis(const results::Results& results, std::string_view record) {
  for (const auto& fact : results.facts) {
    if (fact.record == record && fact.state == "known") return fact.basis;
  }
  return "";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(documents, Documents)

BOOST_AUTO_TEST_CASE(a_file_that_is_there_raises_what_a_finding_rests_on) {
  periksa({"audit", kFiling, "--out", "json:before.json"});
  const auto ran = periksa({"audit", kFiling, "--documents", kPapers, "--out", "json:after.json"});
  const auto before = results("before.json");
  const auto after = results("after.json");
  BOOST_TEST(!before.header.documents);
  BOOST_TEST(basis(before, "W001/payment-1") == "declared");
  BOOST_TEST(basis(after, "W001/payment-1") == "document");
  BOOST_TEST(basis(after, "W001/payment-2") == "declared");
  BOOST_TEST(after.findings.size() == before.findings.size());
  // The cost that the receipt shows; that of the empty transfer slip stays the agency's word.
  const auto breaches = [](const results::Results& all) {
    std::vector<std::string> bases;
    for (const auto& one : all.findings) {
      if (one.verdict == results::Verdict::breach) bases.push_back(one.basis);
    }
    return bases;
  };
  BOOST_TEST(breaches(before) == (std::vector<std::string>{"declared", "declared"}),
             boost::test_tools::per_element());
  BOOST_TEST(breaches(after) == (std::vector<std::string>{"document", "declared"}),
             boost::test_tools::per_element());
  BOOST_TEST(follows("results.schema.json", read("after.json")));
  BOOST_TEST(paper(after, "missing").records == std::vector<std::string>{"W001/consent_letter-1"},
             boost::test_tools::per_element());
  BOOST_TEST(paper(after, "empty").sources == std::vector<std::string>{"transfer"},
             boost::test_tools::per_element());
  BOOST_TEST(paper(after, "unindexed").kind == "text");
  BOOST_TEST(after.header.documents->hash_unfound == std::vector<std::string>{"surat-polisi"},
             boost::test_tools::per_element());
  BOOST_TEST(says(ran.err, "the folder has no file \"Surat-Izin-Keluarga.pdf\""), ran.err);
}

BOOST_AUTO_TEST_CASE(the_same_folder_gives_the_same_bytes) {
  for (const auto* name : {"one.json", "two.json"})
    periksa({"audit", kFiling, "--documents", kPapers, "--threads", name[0] == 'o' ? "1" : "4",
             "--out", std::string("json:") + name});
  BOOST_TEST(read("one.json") == read("two.json"));
}

BOOST_AUTO_TEST_CASE(names_of_files_stand_in_the_private_section_only) {
  periksa({"audit", kFiling, "--documents", kPapers, "--out", "json:all.json", "html:masked.html"});
  const auto all = results("all.json");
  BOOST_TEST(all.secrets.at(paper(all, "unindexed").secret).value == "catatan-kantor.txt");
  const std::string text = read("all.json");
  const auto open = text.substr(0, text.find("\n\"private\":"));
  BOOST_TEST(open.size() < text.size());
  for (const auto* name : {"kuitansi-0031", "paspor-X0000031", "Surat-Izin", "catatan-kantor"}) {
    BOOST_TEST(!says(open, name), name);
    BOOST_TEST(!says(read("masked.html"), name), name);
  }
  BOOST_TEST(says(read("masked.html"), "D001"));
  periksa({"report", "all.json", "--unmask", "--out", "html:open.html"});
  BOOST_TEST(says(read("open.html"), "catatan-kantor.txt"));
  BOOST_TEST(says(read("open.html"), "not in the folder"));
}

BOOST_AUTO_TEST_CASE(a_name_cannot_write_into_the_page) {
  fs::copy(kPapers, path() / "papers", fs::copy_options::recursive);
  write("papers/<img src=x onerror=alert(1)>.pdf", "%PDF-1.4");
  periksa({"audit", kFiling, "--documents", "papers", "--unmask", "--out", "html:open.html"});
  BOOST_TEST(says(read("open.html"), "&lt;img src=x onerror=alert(1)&gt;.pdf"));
  BOOST_TEST(!says(read("open.html"), "<img src=x"));
}

BOOST_AUTO_TEST_CASE(a_wrong_index_refuses_the_filing_and_no_report_appears) {
  fs::copy(kPapers, path() / "papers", fs::copy_options::recursive);
  write("papers/indeks.csv", "file,source\nkuitansi-0031.pdf,kuitansy\n");
  const auto ran =
      periksa({"audit", kFiling, "--documents", "papers", "--out", "json:results.json"});
  BOOST_TEST(ran.code == 5);
  BOOST_TEST(says(ran.err, "indeks.csv B2: error: the filing has no source \"kuitansy\""), ran.err);
  BOOST_TEST(says(ran.err, "did you mean \"kuitansi\"?"), ran.err);
  BOOST_TEST(!has("results.json"));
  for (const auto* overview : {"--overview", "--unmask"}) {
    const auto facts = periksa({"facts", kFiling, overview, "--documents", "papers"});
    BOOST_TEST(facts.code == 5);
    BOOST_TEST(facts.out == "");
  }
  BOOST_TEST(periksa({"audit", kFiling, "--documents", "nowhere"}).code == 5);
}

BOOST_AUTO_TEST_CASE(a_folder_belongs_to_one_filing_and_is_not_written_into) {
  const auto several = periksa({"audit", kFiling, kFiling, "--documents", kPapers});
  BOOST_TEST(several.code == 64);
  BOOST_TEST(says(several.err, "--documents is for one filing"), several.err);
  fs::copy(kPapers, path() / "papers", fs::copy_options::recursive);
  const auto over = periksa(
      {"audit", kFiling, "--documents", "papers", "--out", "html:papers/catatan-kantor.txt"});
  BOOST_TEST(over.code == 64, over.err);
  BOOST_TEST(says(read("papers/catatan-kantor.txt"), "DATA REKAAN"));
  BOOST_TEST(periksa({"facts", kFiling, "--ocr"}).code == 64);
}

BOOST_AUTO_TEST_CASE(the_sources_of_a_case_are_tied_by_their_names_in_it) {
  fs::copy(kFiling, path() / "filing.xml");
  write("perkara.xml", R"(<case format="1" closing="2025-06-30" fictitious="yes">
    <part name="pt" asserter="agency" file="filing.xml"/></case>)");
  fs::copy(kPapers, path() / "papers", fs::copy_options::recursive);
  write("papers/indeks.csv",
        "file,source,worker,record kind,record,document\nkuitansi-0031.pdf,pt:kuitansi,,,,\n"
        "paspor-X0000031.pdf,,W1,passport,p1,passport\n");
  const auto ran =
      periksa({"audit", "perkara.xml", "--documents", "papers", "--out", "json:results.json"});
  BOOST_TEST(!says(ran.err, "error"), ran.err);
  const auto all = results("results.json");
  BOOST_TEST(basis(all, "W001/payment-1") == "document");
  BOOST_TEST(basis(all, "W001/passport-1") == "document");
}

// --- the overview ---

BOOST_AUTO_TEST_CASE(the_overview_lists_the_folder_and_finds_values_on_pages) {
  const std::string out = overview();
  for (const auto* line :
       {"Folder of papers: 7 files, 1 missing", "MISSING · consent letter", "EMPTY · transfer",
        "not named in the index; text", "holds something else than its ending says",
        "surat-polisi: the SHA-256 stated is that of no file",
        "amount paid  \"IDR 4500000\"  page 1", "date paid  \"2024-03-12\"  page 1",
        "receipt number  \"KW/0031/III/2024\"  page 1", "payer's name  •••  page 1",
        "\"2024-02-05\"  page 2", "\"2024-02-12\"  not found in the text", "no text layer"})
    BOOST_TEST(says(out, line), line << '\n' << out);
  BOOST_TEST(!says(out, "kuitansi-0031"));
  BOOST_TEST(says(overview({"--unmask"}), "kuitansi-0031.pdf"));
}

BOOST_AUTO_TEST_CASE(without_pdftotext_a_line_says_so_and_results_are_the_same) {
  periksa({"audit", kFiling, "--documents", kPapers, "--out", "json:with.json"});
  program("nothing", "exit 1");
  const std::string out = overview();
  BOOST_TEST(says(out, "install the package poppler-utils"), out);
  BOOST_TEST(!says(out, "page 1"), out);
  periksa({"audit", kFiling, "--documents", kPapers, "--out", "json:without.json"});
  BOOST_TEST(read("with.json") == read("without.json"));
}

BOOST_AUTO_TEST_CASE(a_page_reader_that_fails_is_told_of) {
  program("pdftotext", "exit 3");
  BOOST_TEST(says(overview(), "the program that reads pages did not manage"));
}

BOOST_AUTO_TEST_CASE(pictures_are_read_only_when_asked_for_and_marked) {
  program("pdftotext", "printf '\\f'");
  program("pdftoppm", "echo picture");
  program("tesseract",
          "[ \"$1\" = --list-langs ] && { echo eng; exit; }\n"
          "[ \"$4\" = eng ] && echo '6 Maret 1998'");
  BOOST_TEST(!says(overview(), "OCR"));
  const std::string out = overview({"--ocr"});
  BOOST_TEST(says(out, ".jpg: 1 page, OCR"), out);
  BOOST_TEST(says(out, "date of birth"), out);
  BOOST_TEST(says(out, "page 1 (OCR)"), out);
  BOOST_TEST(says(out, "not found in the text (OCR)"), out);
}

BOOST_AUTO_TEST_CASE(without_tesseract_a_line_says_so) {
  program("pdftotext", "printf '\\f'");
  BOOST_TEST(says(overview({"--ocr"}), "install the packages tesseract-ocr"));
}

BOOST_AUTO_TEST_SUITE_END()
