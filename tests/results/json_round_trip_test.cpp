// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "tests/results/json_text.h"
#include "tests/results/sample/sample.h"
#include "tests/results/schema_check.h"

using namespace periksa;
using results::read_json;
using results::Results;

BOOST_AUTO_TEST_SUITE(results_json)
namespace {

using Json = nlohmann::json;

bool valid(const std::string& document) {
  return follows("results.schema.json", document);
}

std::vector<Results> samples() {
  Results unfinished = sample::rich();
  unfinished.header.complete = false;
  unfinished.header.official = false;
  unfinished.header.changed_files = {"duties/uu-18-2017/66.xml"};
  unfinished.header.only_rules = {"uu-18-2017/66/1"};
  unfinished.header.skipped_rules = {"iris/a5/1"};
  unfinished.header.as_of_given = true;
  unfinished.header.documents = results::Papers{
      "indeks.csv",
      std::string(64, 'd'),
      {{"D001",
        "documents/D001",
        std::string(64, 'e'),
        12,
        "pdf",
        true,
        "tied",
        "",
        "",
        {"S1"},
        {}},
       {"D002",
        "documents/D002",
        std::string(64, 'e'),
        12,
        "pdf",
        false,
        "unindexed",
        "D001",
        "",
        {},
        {}},
       {"D003", "documents/D003", "", 0, "", true, "missing", "", "D002", {}, {"W001/payment-1"}}},
      {"S2"},
      {"S3"}};
  unfinished.header.waivers_file = "waivers.xml";
  unfinished.header.waivers_sha256 = std::string(64, 'f');
  unfinished.waivers = {{"1",
                         unfinished.rules.front().id,
                         "W001",
                         "0f1e",
                         "Dirjen Pelindungan",
                         "surat 12/2024",
                         "2024-01-01",
                         "2024-12-31",
                         "applied",
                         {unfinished.findings.front().id}}};
  unfinished.bases = {
      {"inspection", {"pengawas", "inspectors"}, {unfinished.provisions.front().id}}};
  for (const auto* key : {"documents/D001", "documents/D002", "documents/D003"})
    unfinished.secrets[key] = {"ktp <siti>.pdf", ""};
  return {sample::rich(), sample::quiet(), sample::empty(), unfinished, Results{}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_written_reads_back_equal) {
  for (const Results& results : samples()) {
    const auto read = read_json(json_text(results), "hasil.json");
    if (!read) BOOST_FAIL(render(read.error().front(), Language::en));
    BOOST_TEST((*read == results));
    BOOST_TEST(json_text(*read) == json_text(results));
  }
}

BOOST_AUTO_TEST_CASE(documents_follow_the_published_schema) {
  for (const Results& results : samples()) {
    if (!results.header.inputs.empty()) BOOST_TEST(valid(json_text(results)));
  }
}

BOOST_AUTO_TEST_CASE(the_schema_refuses_what_the_reader_refuses) {
  Json json = Json::parse(json_text(sample::rich()));
  json["findings"][0]["verdict"] = "guilty";
  BOOST_TEST(!valid(json.dump()));
  json = Json::parse(json_text(sample::rich()));
  json["findings"][0]["score"] = 91;
  BOOST_TEST(!valid(json.dump()));
  json = Json::parse(json_text(sample::rich()));
  json["summary"].erase("rules");
  BOOST_TEST(!valid(json.dump()));
}

BOOST_AUTO_TEST_CASE(every_finding_stands_on_a_line_of_its_own) {
  std::stringstream lines(json_text(sample::rich()));
  int found = 0;
  for (std::string line; std::getline(lines, line);) {
    found += line.starts_with("{\"id\":\"F") ? 1 : 0;
  }
  BOOST_TEST(found == 11);
}

BOOST_AUTO_TEST_CASE(numbers_are_whole_and_keys_come_in_one_order) {
  const std::string text = json_text(sample::rich());
  BOOST_TEST(
      text.starts_with("{\"format\":\"periksa-results/1\",\n\"header\":{\"engine_version\""));
  BOOST_TEST(text.ends_with("\n}\n"));
  BOOST_TEST(text.find("null") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(odd_texts_survive) {
  Results results = sample::rich();
  results.header.agency = "\"<script>\\ \t\n\x01\u202Eابجد 😀";
  results.facts[0].at.cell = std::string(5000, '~') + "/";
  const auto read = read_json(json_text(results), "hasil.json");
  BOOST_REQUIRE(read);
  BOOST_TEST((*read == results));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_become_the_replacement_character) {
  Results results = sample::quiet();
  results.header.agency = "PT \xff";
  const auto read = read_json(json_text(results), "hasil.json");
  BOOST_REQUIRE(read);
  BOOST_TEST(read->header.agency == "PT \uFFFD");
}

BOOST_AUTO_TEST_CASE(the_greatest_amount_survives) {
  Results results = sample::rich();
  results.findings[0].amount = results::Amount{"IDR", 0, 1'000'000'000'000'000};
  results.rules[0].runs[0].count = 0;
  const auto read = read_json(json_text(results), "hasil.json");
  BOOST_REQUIRE(read);
  BOOST_TEST((*read == results));
}

BOOST_AUTO_TEST_SUITE_END()
