// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;

struct Outputs : Desk {
  Outputs() {
    write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01"}));
  }
  Ran audit(Words words) const {
    words.insert(words.begin(), {"audit", "filing.xml"});
    return periksa(words);
  }
};

bool is_page(const std::string& text) {
  return says(text, "<html") && says(text, "</html>");
}
bool is_json(const std::string& text) {
  return text.starts_with("{\"format\":\"periksa-results/1\"") && text.ends_with("\n}\n");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(outputs, Outputs)

BOOST_AUTO_TEST_CASE(without_an_output_the_summary_goes_to_standard_output) {
  const auto ran = audit({});
  BOOST_TEST(!ran.out.empty());
  BOOST_TEST(!is_json(ran.out));
  BOOST_TEST(!says(ran.out, "<html"));
  BOOST_TEST(audit({"-o", "text:-"}).out == ran.out);
}

BOOST_AUTO_TEST_CASE(each_kind_goes_where_it_is_sent) {
  const auto ran = audit({"-o", "html:a.html", "json:b.json", "text:c.txt"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(ran.out.empty());
  BOOST_TEST(is_page(read("a.html")));
  BOOST_TEST(is_json(read("b.json")));
  BOOST_TEST(read("c.txt") == audit({}).out);
  BOOST_TEST(listing() == (Words{"a.html", "b.json", "c.txt", "filing.xml"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(findings_go_to_other_programs_in_their_forms) {
  const auto ran = audit({"-o", "csv:a.csv", "xlsx:b.xlsx", "sarif:c.sarif", "junit:d.xml"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(says(read("a.csv"), "F0001,"));
  BOOST_TEST(read("b.xlsx").starts_with("PK"));
  BOOST_TEST(says(read("c.sarif"), "\"version\":\"2.1.0\""));
  BOOST_TEST(says(read("d.xml"), "<failure "));
  audit({"-o", "json:results.json"});
  const Words words{"report", "results.json", "-o", "xlsx:e.xlsx", "csv:f.csv"};
  BOOST_TEST(periksa(words).code == 1);
  BOOST_TEST((read("e.xlsx") == read("b.xlsx")));
  BOOST_TEST((read("f.csv") == read("a.csv")));
}

BOOST_AUTO_TEST_CASE(the_option_may_be_repeated) {
  audit({"--out", "html:a.html", "--out", "json:b.json"});
  BOOST_TEST((has("a.html") && has("b.json")));
}

BOOST_AUTO_TEST_CASE(standard_output_and_a_file_are_the_same_bytes) {
  for (const auto* kind : {"html", "json", "text", "csv", "xlsx", "sarif", "junit"}) {
    const std::string to_file = std::string(kind) + ":file";
    const std::string to_stdout = std::string(kind) + ":-";
    const auto ran = audit({"-o", to_file, to_stdout});
    BOOST_TEST((ran.out == read("file")), kind);
    BOOST_TEST(!ran.out.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_name_with_a_colon_is_a_name) {
  audit({"-o", "json:a:b.json"});
  BOOST_TEST(has("a:b.json"));
}

BOOST_AUTO_TEST_CASE(an_output_replaces_the_one_before_whole) {
  write("out.json", std::string(1'000'000, 'x'));
  audit({"-o", "json:out.json"});
  BOOST_TEST(is_json(read("out.json")));
}

BOOST_AUTO_TEST_CASE(when_one_output_cannot_be_written_none_appears) {
  write("old.json", "before");
  const auto ran = audit({"-o", "html:a.html", "json:old.json", "text:missing/c.txt", "json:-"});
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(ran.out.empty());
  BOOST_TEST(read("old.json") == "before");
  BOOST_TEST(listing() == (Words{"filing.xml", "old.json"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_filing_that_breaks_at_its_end_leaves_nothing) {
  const std::string whole = read("filing.xml");
  write("old.json", "before");
  for (const std::size_t missing : {1U, 9U, 10U, 200U}) {
    write("broken.xml", whole.substr(0, whole.size() - missing));
    const auto ran = periksa({"audit", "broken.xml", "-o", "html:a.html", "json:old.json"});
    BOOST_TEST(ran.code == (missing == 1 ? 1 : 5), missing);
    if (missing == 1) {  // only the line break is gone: nothing is wrong with it
      std::filesystem::remove(path() / "a.html");
      write("old.json", "before");
      continue;
    }
    BOOST_TEST(ran.out.empty());
    BOOST_TEST(!has("a.html"));
    BOOST_TEST(read("old.json") == "before");
  }
}

BOOST_AUTO_TEST_CASE(a_device_is_written_to_and_not_replaced) {
  BOOST_TEST(audit({"-o", "json:/dev/null"}).code == 1);
  BOOST_TEST(std::filesystem::is_character_file("/dev/null"));
  BOOST_TEST(audit({"-o", "json:/dev/full"}).code == 74);
  BOOST_TEST(std::filesystem::is_character_file("/dev/full"));
}

BOOST_AUTO_TEST_CASE(the_filing_itself_is_never_overwritten) {
  const std::string before = read("filing.xml");
  for (const auto* name : {"filing.xml", "./filing.xml", "../"}) {
    const std::string out =
        "json:" + (std::string(name) == "../" ? "../" + path().filename().string() + "/filing.xml"
                                              : std::string(name));
    BOOST_TEST(audit({"-o", out}).code == 64, out);
    BOOST_TEST((read("filing.xml") == before));
  }
}

BOOST_AUTO_TEST_CASE(standard_output_carries_the_document_and_nothing_else) {
  // A filing with warnings: they go to standard error.
  write("filing.xml", changed(base("clean-worker"), {.set = "worker.job_order=J99"}));
  const auto ran = audit({"-o", "json:-"});
  BOOST_TEST(is_json(ran.out));
  BOOST_TEST(says(ran.err, "J99"));
  BOOST_TEST(results::read_json(ran.out, "out").has_value());
}

BOOST_AUTO_TEST_CASE(the_language_is_never_that_of_the_locale) {
  const auto indonesian = bare({"audit", "filing.xml"}).out;
  BOOST_TEST(indonesian == bare({"--lang", "id", "audit", "filing.xml"}).out);
  BOOST_TEST(indonesian != audit({}).out);
  for (const auto* name : {"LANG", "LC_ALL", "LANGUAGE", "LC_MESSAGES"}) {
    environment[name] = "en_US.UTF-8";
    BOOST_TEST((bare({"audit", "filing.xml"}).out == indonesian), name);
    environment.erase(name);
  }
  environment["PERIKSA_LANG"] = "en";
  BOOST_TEST(bare({"audit", "filing.xml"}).out == audit({}).out);
  // The command line stands above the environment.
  BOOST_TEST(bare({"--lang", "id", "audit", "filing.xml"}).out == indonesian);
}

BOOST_AUTO_TEST_CASE(zone_locale_and_threads_change_no_byte) {
  const auto before = audit({"-o", "json:-"}).out;
  environment["TZ"] = "Pacific/Kiritimati";
  environment["LC_ALL"] = "C.UTF-8";
  BOOST_TEST((audit({"-o", "json:-", "--threads", "7"}).out == before));
  environment["PERIKSA_THREADS"] = "1";
  BOOST_TEST((audit({"-o", "json:-"}).out == before));
}

BOOST_AUTO_TEST_CASE(masked_reports_show_no_name_and_unmasked_ones_do) {
  write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01; "
                                                            "worker.name=Rahasia Nama"}));
  for (const auto* kind : {"html:-", "text:-"}) {
    BOOST_TEST(!says(audit({"-o", kind}).out, "Rahasia Nama"), kind);
    BOOST_TEST(!says(audit({"-o", kind}).out, "2010-01-01"), kind);
  }
  BOOST_TEST(says(audit({"-o", "html:-", "--unmask"}).out, "Rahasia Nama"));
}

BOOST_AUTO_TEST_SUITE_END()
