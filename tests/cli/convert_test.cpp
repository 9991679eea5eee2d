// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;

namespace {

struct Converting : Desk {
  Converting() { write("filing.xml", base("clean-worker")); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(convert, Converting)

BOOST_AUTO_TEST_CASE(the_ending_of_out_chooses_json) {
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "berkas.json"}).code == 0);
  BOOST_TEST(read("berkas.json").starts_with("{\"format\":1,"));
  const auto facts = periksa({"facts", "berkas.json"});
  BOOST_TEST(facts.code == 0);
  BOOST_TEST(says(facts.out, "berkas.json /workers/0/"), facts.out);
}

BOOST_AUTO_TEST_CASE(another_out_is_a_folder_of_csv_files) {
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "lembar"}).code == 0);
  BOOST_TEST(has("lembar/workers.csv"));
}

BOOST_AUTO_TEST_CASE(what_is_read_is_never_overwritten) {
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "berkas.json"}).code == 0);
  const auto before = read("berkas.json");
  const auto ran = periksa({"convert", "berkas.json", "--out", "./berkas.json"});
  BOOST_TEST(ran.code == 64);
  BOOST_TEST(says(ran.err, "would overwrite the filing"), ran.err);
  BOOST_TEST(read("berkas.json") == before);
  BOOST_TEST(periksa({"convert", "filing.xml", "--out", "lembar"}).code == 0);
  BOOST_TEST(periksa({"convert", "lembar", "--out", "lembar"}).code == 64);
  BOOST_TEST(periksa({"convert", "lembar/workers.csv", "--out", "lembar"}).code == 64);
}

BOOST_AUTO_TEST_CASE(a_filing_that_is_refused_leaves_nothing) {
  write("broken.json", "{\"format\":1,\"closing\":\"2025-06-30\",\"workers\":[{\"id\":\"W\"}");
  const auto before = listing();
  const auto ran = periksa({"convert", "broken.json", "--out", "berkas.json"});
  BOOST_TEST(ran.code == 5);
  BOOST_TEST(says(ran.err, "broken.json:1:"), ran.err);
  BOOST_TEST((listing() == before));
}

BOOST_AUTO_TEST_CASE(a_raw_text_is_what_its_references_stand_for) {
  write("raw.xml", R"(<filing format="1" closing="2025-06-30">
<worker id="W1" born_on="12 &#77;arzo &amp;#77; &#xE9;"/></filing>)");
  BOOST_TEST(periksa({"convert", "raw.xml", "--out", "raw.json"}).code == 0);
  BOOST_TEST(says(read("raw.json"), "\"12 Marzo &#77; \u00e9\""), read("raw.json"));
}

BOOST_AUTO_TEST_CASE(a_case_is_refused_as_no_other_form_keeps_its_sides) {
  write("case.xml", R"(<case format="1" closing="2025-06-30">
  <part name="pt" asserter="agency" file="filing.xml"/></case>)");
  const auto before = listing();
  for (const auto* out : {"berkas.json", "berkas.xlsx", "lembar"}) {
    const auto ran = periksa({"convert", "case.xml", "--out", out});
    BOOST_TEST(ran.code == 5);
    BOOST_TEST(says(ran.err, "case.xml: error: a case sheet cannot be converted"), ran.err);
  }
  BOOST_TEST((listing() == before));
}

BOOST_AUTO_TEST_SUITE_END()
