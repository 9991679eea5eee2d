// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/filing_search.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "auditor/books/xlsx_book.h"
#include "auditor/forms/filing_form.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using forms::FilingForm;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kFiling = "<filing format='1' closing='2025-06-30'/>";

struct Folder : TempFolder {
  bool filing(std::string_view text, const std::string& name = "a.xml") const {
    return forms::is_filing(write(name, text));
  }
  /// Paths below this folder.
  Words below(const std::vector<fs::path>& paths) const {
    Words names;
    for (const auto& at : paths)
      names.push_back(at.lexically_normal().lexically_relative(path()).string());
    return names;
  }
  forms::FoundFilings find(const Words& names) const {
    std::vector<fs::path> paths;
    for (const auto& name : names) paths.push_back(path() / name);
    return forms::find_filings(paths);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(filing_search, Folder)

BOOST_AUTO_TEST_CASE(a_filing_is_told_by_its_ending_and_its_root) {
  BOOST_TEST(filing(kFiling));
  BOOST_TEST(filing(kFiling, "A.XML"));
  BOOST_TEST((forms::filing_form(path() / "a.xml") == FilingForm::xml));
  BOOST_TEST(!filing(kFiling, "a.txt"));
  BOOST_TEST(!filing(kFiling, "a.xml.bak"));
  BOOST_TEST(!filing("<filings/>"));
  BOOST_TEST(!filing("<html><filing/></html>"));
  BOOST_TEST(!filing(""));
  BOOST_TEST(!filing("filing"));
  BOOST_TEST(!filing("<!-- <filing> -->"));
}

BOOST_AUTO_TEST_CASE(what_this_program_writes_of_findings_is_no_filing) {
  for (const auto* kind : {"results", "summary", "diff", "pack", "documents"})
    BOOST_TEST(!filing("{\"format\":\"periksa-" + std::string(kind) + "/1\"}", "a.json"), kind);
  const auto report = NamelessFile::create();
  BOOST_REQUIRE(report.has_value());
  books::XlsxBook told(*report);
  told.add_sheet("A");
  BOOST_REQUIRE(told.finish().has_value());
  std::string bytes;
  BOOST_REQUIRE(report->give([&](std::string_view piece) { bytes += piece; }).has_value());
  BOOST_TEST(!filing(bytes, "told.xlsx"));
  books::XlsxBook filed(path() / "filed.xlsx");
  filed.add_sheet("A");
  BOOST_REQUIRE(filed.finish().has_value());
  BOOST_TEST(forms::is_filing(path() / "filed.xlsx"));
  // What cannot be opened is refused aloud.
  BOOST_TEST(filing(bytes.substr(0, bytes.size() / 2), "cut.xlsx"));
}

BOOST_AUTO_TEST_CASE(what_comes_before_the_root_is_passed_over) {
  const std::string root(kFiling);
  BOOST_TEST(filing("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <a> -->\n" + root));
  // All of these are refused when they are read, and have to be: they are filings.
  BOOST_TEST(filing("<?xml-stylesheet href='a.xsl'?>" + root));
  BOOST_TEST(filing("<!DOCTYPE filing>" + root));
  BOOST_TEST(filing("<!DOCTYPE filing [<!ENTITY a '>'> ] >" + root));
  BOOST_TEST(filing("<filing format='1' clos"));
  std::string wide;
  for (const char c : root) wide += {c, '\0'};
  BOOST_TEST(filing("\xFF\xFE" + wide));
}

BOOST_AUTO_TEST_CASE(every_hostile_fixture_with_our_root_is_a_filing) {
  const fs::path hostile = fs::path(PERIKSA_SOURCE_DIR) / "fixtures/hostile";
  for (const auto* name : {"doctype.xml", "entity-bomb.xml", "external-entity.xml", "utf-16.xml",
                           "stylesheet.xml", "cut-off.xml", "declared-latin-1.xml"})
    BOOST_TEST(forms::is_filing(hostile / name), name);
  for (const auto* name : {"empty.xml", "html.xml", "not-xml.xml", "expected.txt"})
    BOOST_TEST(!forms::is_filing(hostile / name), name);
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_never_opened) {
  fs::create_directory(path() / "folder.xml");
  BOOST_TEST(!forms::is_filing(path() / "folder.xml"));
  BOOST_REQUIRE(::mkfifo((path() / "pipe.xml").c_str(), 0600) == 0);
  BOOST_TEST(!forms::is_filing(path() / "pipe.xml"));
  BOOST_TEST(!forms::is_filing(path() / "not-there.xml"));
}

BOOST_AUTO_TEST_CASE(a_folder_is_searched_with_those_below_it_and_sorted_by_path) {
  for (const auto* name : {"b.xml", "a/z.xml", "a/deep/er/x.xml", "a-1.xml"}) write(name, kFiling);
  write("a/notes.txt", "notes");
  write("other.xml", "<other/>");
  const auto found = find({"."});
  BOOST_TEST(below(found.filings) == (Words{"a-1.xml", "a/deep/er/x.xml", "a/z.xml", "b.xml"}),
             boost::test_tools::per_element());
  BOOST_TEST(below(found.left_out) == (Words{"a/notes.txt", "other.xml"}),
             boost::test_tools::per_element());
  BOOST_TEST(found.unsearched.empty());
}

BOOST_AUTO_TEST_CASE(a_file_reached_twice_is_read_once_in_any_order_of_the_paths) {
  write("in/a.xml", kFiling);
  write("in/b.xml", kFiling);
  write("in/notes.txt", "notes");
  fs::create_symlink(path() / "in/a.xml", path() / "link.xml");
  fs::create_hard_link(path() / "in/b.xml", path() / "in/hard.xml");
  const Words names{"in", "in/a.xml", "in/../in/a.xml", "link.xml", "in/b.xml"};
  const Words back(names.rbegin(), names.rend());
  const auto found = find(names);
  BOOST_TEST(below(found.filings) == below(find(back).filings), boost::test_tools::per_element());
  BOOST_TEST(found.filings.size() == 2U);
  BOOST_TEST(found.left_out.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_named_is_read_whatever_it_is) {
  write("notes.txt", "notes");
  const auto found = find({".", "notes.txt", "not-there.xml"});
  BOOST_TEST(found.filings.size() == 2U);
  BOOST_TEST(found.left_out.empty());
}

BOOST_AUTO_TEST_CASE(links_that_lead_in_a_circle_end) {
  write("in/a.xml", kFiling);
  fs::create_directory_symlink(path(), path() / "in/up");
  fs::create_symlink(path() / "in/self.xml", path() / "in/self.xml");
  fs::create_directory_symlink(path() / "in", path() / "named");
  const auto found = find({"named"});
  BOOST_TEST(below(found.filings) == Words{"named/a.xml"}, boost::test_tools::per_element());
  // What a link leads to is not known to be no filing, but nothing is lost in silence.
  BOOST_TEST(below(found.left_out) == (Words{"named/self.xml", "named/up"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_lies_in_a_folder_that_is_a_filing_is_read_or_left_out) {
  for (const auto* name : {"in/berkas.csv", "in/Pekerja.CSV"}) write(name, "a,b");
  write("in/utara.xml", kFiling);
  write("in/notes.txt", "notes");
  write("in/deep/timur.xml", kFiling);
  write("in/deep/lain.csv", "a,b");
  for (const auto* named : {".", "in"}) {
    const auto found = find({named});
    BOOST_TEST(below(found.filings) == (Words{"in", "in/deep/timur.xml", "in/utara.xml"}),
               boost::test_tools::per_element());
    BOOST_TEST(below(found.left_out) == (Words{"in/deep/lain.csv", "in/notes.txt"}),
               boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_linked_folder_is_not_followed_even_where_it_is_a_filing) {
  write("out/filing.csv", "a,b");
  write("in/a.xml", kFiling);
  fs::create_directory_symlink(path() / "out", path() / "in/link");
  const auto found = find({"in"});
  BOOST_TEST(below(found.filings) == Words{"in/a.xml"}, boost::test_tools::per_element());
  BOOST_TEST(below(found.left_out) == Words{"in/link"}, boost::test_tools::per_element());
  BOOST_TEST(below(find({"in/link"}).filings) == Words{"in/link"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_read_with_a_filing) {
  const auto with = [&](const std::string& name) {
    auto names = below(forms::read_with(path() / name));
    std::ranges::sort(names);
    return names;
  };
  write("in/filing.csv", "a,b");
  write("in/notes.txt", "notes");
  write("case.xml",
        "<case format='1' closing='2025-06-30' asserter='union'>"
        "<part name='a' asserter='agency' file='a.json'/>"
        "<part name='b' asserter='worker' file='in' map='peta.xml'/></case>");
  write("a.xml", kFiling);
  BOOST_TEST(with("case.xml") == (Words{"a.json", "in", "in/filing.csv", "peta.xml"}),
             boost::test_tools::per_element());
  BOOST_TEST(with("in") == Words{"in/filing.csv"}, boost::test_tools::per_element());
  BOOST_TEST(with("a.xml").empty());
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_read_is_told) {
  write("a.xml", kFiling);
  write("shut/b.xml", kFiling);
  fs::permissions(path() / "shut", fs::perms::none);
  std::error_code error;
  fs::directory_iterator probe(path() / "shut", error);
  const auto found = find({"."});
  fs::permissions(path() / "shut", fs::perms::owner_all);
  // Root reads everything: then there is nothing to tell.
  BOOST_TEST(found.unsearched.size() == (error ? 1U : 0U));
  BOOST_TEST(found.filings.size() == (error ? 1U : 2U));
  if (error) BOOST_TEST(found.unsearched[0].at.file.ends_with("shut"));
}

BOOST_AUTO_TEST_SUITE_END()
