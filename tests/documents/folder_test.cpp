// SPDX-License-Identifier: Apache-2.0
// The folder and its index: what is listed, hashed and told, and what a hostile one cannot do.
#include <fcntl.h>
#include <sys/stat.h>

#include "auditor/base/sha256.h"
#include "tests/documents/paper_folder.h"

using namespace periksa;
using namespace periksa::test;
using documents::FileKind;
using documents::Paper;
namespace fs = std::filesystem;

namespace {

/// "a.pdf", "below/b.pdf": what the folder holds.
std::vector<std::string> names(const documents::Folder& folder) {
  std::vector<std::string> all;
  for (const auto& paper : folder.papers) all.push_back(paper.name);
  return all;
}

std::string warnings(const documents::Folder& folder) {
  std::string all;
  for (const auto& one : folder.warnings) all += render(one, Language::en) + '\n';
  return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_folder, PaperFolder)

BOOST_AUTO_TEST_CASE(every_file_is_hashed_and_hidden_ones_and_the_index_are_left_out) {
  write("b.pdf", "%PDF-1.4 b");
  write("below/a.pdf", "%PDF-1.4 a");
  write(".hidden", "x");
  write(".git/config", "x");
  index("b.pdf,s1,,,,,,\n");
  const auto folder = good();
  BOOST_TEST(names(folder) == (std::vector<std::string>{"b.pdf", "below/a.pdf"}),
             boost::test_tools::per_element());
  BOOST_TEST(folder.papers[0].sha256 == sha256_hex("%PDF-1.4 b"));
  BOOST_TEST(folder.papers[0].bytes == 10U);
  BOOST_TEST(folder.index.sha256 == sha256_hex(slurp(path() / "index.csv")));
  BOOST_TEST(folder.indexed[0]);
  BOOST_TEST(!folder.indexed[1]);
  BOOST_TEST(holds(warnings(folder), "1 file is not named in the index: below/a.pdf"));
}

BOOST_AUTO_TEST_CASE(a_change_of_one_byte_changes_the_hash) {
  write("a.pdf", "%PDF-1.4 a");
  index("a.pdf,s1,,,,,,\n");
  const auto before = good().papers[0].sha256;
  write("a.pdf", "%PDF-1.4 A");
  BOOST_TEST(good().papers[0].sha256 != before);
}

BOOST_AUTO_TEST_CASE(names_like_paths_match_nothing_and_are_listed_as_missing) {
  write("outside.pdf", "%PDF-1.4 outside");
  write("inside/a.pdf", "%PDF-1.4 a");
  const std::string absolute = (path() / "inside/a.pdf").string();
  write("inside/index.csv",
        "file,source\n../outside.pdf,s1\n../../../etc/passwd,s2\n/etc/passwd,s3\n" + absolute +
            ",s4\n./a.pdf,s5\na.pdf/,s6\n" + std::string(5000, 'a') + ",s7\n" +
            "a.pdf/../a.pdf,s8\n");
  const auto folder = documents::read_folder(path() / "inside", shipped_rules().vocabulary());
  BOOST_REQUIRE(folder);
  BOOST_TEST(names(*folder) == std::vector<std::string>{"a.pdf"}, boost::test_tools::per_element());
  BOOST_TEST(folder->missing.size() == 8U);
  for (const auto tie : folder->ties) BOOST_TEST(!folder->is_there(tie));
}

BOOST_AUTO_TEST_CASE(a_nul_in_the_index_refuses_it) {
  write("index.csv", std::string("file,source\na.pdf\0.txt,s1\n", 26));
  BOOST_TEST(holds(refused(), "index.csv"), refused());
}

BOOST_AUTO_TEST_CASE(a_name_that_differs_in_capitals_is_named_and_not_tied) {
  write("Kuitansi.PDF", "%PDF-1.4 a");
  index("kuitansi.pdf,s1,,,,,,\n");
  const auto folder = good();
  BOOST_REQUIRE(folder.missing.size() == 1U);
  BOOST_TEST(folder.missing[0].near.value() == 0U);
  BOOST_TEST(!folder.is_there(folder.ties[0]));
  BOOST_TEST(holds(warnings(folder), "there is \"Kuitansi.PDF\", which is not tied"));
}

BOOST_AUTO_TEST_CASE(of_two_names_that_differ_in_capitals_none_is_offered) {
  write("a.pdf", "1");
  write("A.pdf", "2");
  index("A.PDF,s1,,,,,,\n");
  BOOST_TEST(!good().missing[0].near);
}

BOOST_AUTO_TEST_CASE(links_are_listed_and_never_followed) {
  write("outside/secret.pdf", "%PDF-1.4 secret");
  write("in/index.csv", "file,source\nlink.pdf,s1\nfolder/secret.pdf,s2\n");
  fs::create_symlink("../outside/secret.pdf", path() / "in/link.pdf");
  fs::create_directory_symlink("../outside", path() / "in/folder");
  const auto folder = documents::read_folder(path() / "in", shipped_rules().vocabulary());
  BOOST_REQUIRE(folder);
  BOOST_TEST(names(*folder) == (std::vector<std::string>{"folder", "link.pdf"}),
             boost::test_tools::per_element());
  for (const auto& paper : folder->papers) {
    BOOST_TEST((paper.state == Paper::State::link));
    BOOST_TEST(paper.sha256.empty());
  }
  BOOST_TEST(!folder->is_there(folder->ties[0]));
  BOOST_TEST(folder->missing.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_index_that_is_a_link_is_refused) {
  write("elsewhere/index.csv", "file,source\n");
  fs::create_directory(path() / "in");
  fs::create_symlink("../elsewhere/index.csv", path() / "in/index.csv");
  const auto folder = documents::read_folder(path() / "in", shipped_rules().vocabulary());
  BOOST_REQUIRE(!folder);
  BOOST_TEST(holds(folder.error().front().text.en, "symbolic link"));
}

BOOST_AUTO_TEST_CASE(a_pipe_is_named_and_not_waited_for) {
  BOOST_REQUIRE(::mkfifo((path() / "pipe.pdf").c_str(), 0600) == 0);
  index("pipe.pdf,s1,,,,,,\n");
  BOOST_TEST((good().papers[0].state == Paper::State::special));
}

BOOST_AUTO_TEST_CASE(what_vanished_after_the_listing_is_unreadable) {
  const auto papers = documents::read_papers(path(), {"gone.pdf"}, {});
  BOOST_REQUIRE(papers);
  BOOST_TEST((papers->front().state == Paper::State::unreadable));
}

BOOST_AUTO_TEST_CASE(empty_files_copies_and_wrong_endings_are_named) {
  write("a.pdf", "%PDF-1.4");
  write("b.pdf", "%PDF-1.4");
  write("c.jpg", "\x89PNG\r\n\x1A\n");
  write("d.pdf", "");
  index("a.pdf,s1,,,,,,\n");
  const auto folder = good();
  BOOST_TEST(folder.papers[1].same_as.value() == 0U);
  BOOST_TEST(!folder.papers[2].fits);
  BOOST_TEST((folder.papers[3].state == Paper::State::empty));
  BOOST_TEST(!folder.papers[3].same_as);
  const std::string told = warnings(folder);
  BOOST_TEST(holds(told, "1 file is empty and proves nothing: d.pdf"), told);
  BOOST_TEST(holds(told, "1 file is the same as another of the folder: b.pdf"), told);
  BOOST_TEST(holds(told, "1 file holds something else than its ending says: c.jpg"), told);
}

BOOST_AUTO_TEST_CASE(one_index_there_must_be) {
  BOOST_TEST(holds(refused(), "the folder holds no index"));
  write("index.csv", "file,source\n");
  write("Indeks.xlsx", "PK");
  BOOST_TEST(holds(refused(), "more than one index: Indeks.xlsx, index.csv"), refused());
}

BOOST_AUTO_TEST_CASE(caps_are_errors_that_name_themselves) {
  write("a.pdf", "12345");
  write("b.pdf", "12345");
  write("x/y/c.pdf", "1");
  index("a.pdf,s1,,,,,,\n");
  BOOST_TEST(holds(refused({.files = 2}), "more than 2 files"));
  BOOST_TEST(holds(refused({.file = 4}), "larger than the cap of 4 bytes"));
  BOOST_TEST(holds(refused({.total = 9}), "exceed the cap of 9 bytes"));
  BOOST_TEST(holds(refused({.depth = 2}), "more than 2 folders"));
  BOOST_TEST(holds(refused({.rows = 0}), "more than 0 rows"));
  BOOST_TEST(refused({.files = 4, .file = 5, .total = 11, .depth = 3, .rows = 1}) == "");
}

BOOST_AUTO_TEST_CASE(a_name_that_is_no_utf8_is_shown_with_replacements) {
  Paper paper;
  paper.name = "a\xFF.pdf";
  BOOST_TEST(documents::shown_name(paper) == "a\uFFFD.pdf");
}

BOOST_AUTO_TEST_CASE(kinds_are_told_by_bytes) {
  using documents::ending_fits;
  using documents::kind_of;
  BOOST_TEST((kind_of("\xFF\xD8\xFF\xE0", "") == FileKind::jpeg));
  BOOST_TEST((kind_of("garbage %PDF-1.7", "") == FileKind::pdf));
  BOOST_TEST((kind_of(std::string_view("II*\0", 4), "") == FileKind::tiff));
  BOOST_TEST((kind_of(std::string_view("\0\0\0\x18"
                                       "ftypheic",
                                       12),
                      "") == FileKind::heic));
  BOOST_TEST((kind_of("PK\x03\x04", "…word/document.xml…") == FileKind::docx));
  BOOST_TEST((kind_of("PK\x03\x04", "…xl/workbook.xml…") == FileKind::xlsx));
  BOOST_TEST((kind_of("PK\x03\x04", "") == FileKind::zip));
  BOOST_TEST((kind_of("<?xml version", "") == FileKind::xml));
  BOOST_TEST((kind_of("halo dunia\n", "") == FileKind::text));
  BOOST_TEST((kind_of(std::string_view("\x7F"
                                       "ELF\0",
                                       5),
                      "") == FileKind::unknown));
  BOOST_TEST(ending_fits(FileKind::pdf, "a.PDF"));
  BOOST_TEST(!ending_fits(FileKind::pdf, "a.jpg"));
  BOOST_TEST(!ending_fits(FileKind::unknown, "a.pdf"));
  BOOST_TEST(ending_fits(FileKind::unknown, "suara.opus"));
  BOOST_TEST(ending_fits(FileKind::text, "a.csv"));
  BOOST_TEST(!ending_fits(FileKind::text, "a.png"));
  BOOST_TEST(ending_fits(FileKind::png, "folder.jpg/foto"));
}

BOOST_AUTO_TEST_SUITE_END()
