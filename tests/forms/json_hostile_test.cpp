// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "auditor/base/file.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/json_filing.h"
#include "tests/forms/seen_json.h"
#include "tests/ruleset/mini/hostile_table.h"

using namespace periksa;
using test::hostile_files;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(json_hostile)
namespace {

const fs::path kFolder = PERIKSA_SOURCE_DIR "/fixtures/hostile-json";

std::string told_place(const Position& at) {
  if (at.line > 0) return std::to_string(at.line) + ':' + std::to_string(at.column);
  return at.cell.empty() ? "-" : at.cell;
}

const facts::Vocabulary& shipped() {
  static const auto vocabulary = facts::Vocabulary::load(PERIKSA_SOURCE_DIR "/rules");
  BOOST_REQUIRE(vocabulary);
  return *vocabulary;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_hostile_document_is_refused_where_and_as_the_table_says) {
  for (const auto& [file, place, phrase] : hostile_files(kFolder)) {
    const auto read = forms::read_any_filing(
        kFolder / file, shipped(), {.threads = 1}, {}, [&](const intake::Filing&) {},
        [&](unsigned, std::uint32_t, facts::Facts&) {});
    BOOST_REQUIRE_MESSAGE(!read, file);
    const auto& first = read.error().front();
    BOOST_TEST(fs::path(first.at.file).filename().string() == file);
    BOOST_TEST(told_place(first.at) == place, file << " " << told_place(first.at));
    BOOST_TEST(first.text.en.contains(phrase), file << " " << first.text.en);
    BOOST_TEST(!first.text.id.empty(), file);
    BOOST_TEST(read.error().size() == 1U, file);
  }
}

BOOST_AUTO_TEST_CASE(every_hostile_document_is_in_the_table) {
  std::set<std::string> listed{"expected.txt"};
  for (const auto& one : hostile_files(kFolder)) listed.insert(one.file);
  for (const auto& entry : fs::directory_iterator(kFolder))
    BOOST_TEST(listed.contains(entry.path().filename().string()), entry.path().string());
}

BOOST_AUTO_TEST_CASE(the_window_changes_nothing_of_what_is_told) {
  for (const auto& one : hostile_files(kFolder)) {
    const auto text = read_file(kFolder / one.file, 1U << 20);
    BOOST_REQUIRE(text);
    const auto whole = test::see_json(*text, {.threads = 1}, shipped());
    for (const std::size_t window : {1UL, 2UL, 7UL})
      BOOST_TEST(
          test::see_json(*text, {.threads = 1, .window = window}, shipped()).told == whole.told,
          one.file << " " << window);
  }
}

BOOST_AUTO_TEST_CASE(each_cap_is_told) {
  const auto workers = [](const std::string& inside) {
    return test::json_filing("\"workers\":[" + inside + "]");
  };
  intake::ReadOptions small{.threads = 1};
  small.caps.element = 40;
  const auto large = workers(R"({"id":"W-1","name":"Siti binti Contoh Panjang"})");
  for (const std::size_t window : {1UL, 10UL, 1000UL}) {
    small.window = window;
    BOOST_TEST(test::see_json(large, small).told.contains("larger than the cap of 40 bytes"));
    BOOST_TEST(test::see_json(workers(R"({"id":"W-1","name":"Siti"},{"id":"W-2"})"), small).ok);
  }
  intake::ReadOptions few{.threads = 1};
  few.caps.workers = 1;
  BOOST_TEST(test::see_json(workers(R"({"id":"1"},{"id":"2"})"), few).told ==
             "f.json /workers/1 more than 1 workers in one filing; divide it\n");
  few.caps = {};
  few.caps.records_of_one_worker = 1;
  BOOST_TEST(
      test::see_json(workers(R"({"id":"1","loans":[{"id":"a"},{"id":"b"},{"id":"c"}]})"), few)
          .told == "f.json /workers/0/loans/1 more than 1 records in \"loans\"\n");
  few.caps = {};
  few.caps.file = 30;
  BOOST_TEST(test::see_json(workers(""), few).told.contains("larger than the cap of 30 bytes"));
  few.caps = {};
  few.caps.shared_records = 1;
  const auto permits = test::json_filing(R"("permits":[{"id":"1"},{"id":"2"}])");
  BOOST_TEST(test::see_json(permits, few).told.starts_with("f.json /permits/1 "));
  few.caps = {};
  few.caps.shared = 20;
  BOOST_TEST(test::see_json(permits, few).told.contains("exceed the cap of 20 bytes"));
}

BOOST_AUTO_TEST_CASE(a_document_cut_off_at_any_byte_is_an_error) {
  const auto text = test::json_filing(
      R"("permits":[{"id":"P","quota":4}],"workers":[{"id":"W","name":"é\u00e9","wage":null}])");
  BOOST_TEST(test::see_json(text).ok);
  for (std::size_t size = 0; size < text.size(); ++size) {
    if (test::see_json(std::string_view(text).substr(0, size)).ok)
      BOOST_ERROR("read though cut off after " << size);
  }
}

BOOST_AUTO_TEST_CASE(json_is_known_by_its_first_byte_whatever_the_name) {
  const auto folder = fs::temp_directory_path() / ("periksa-json-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto file = folder / "berkas.txt";
  std::ofstream(file) << "\xEF\xBB\xBF \n" << test::json_filing("\"workers\":[{\"id\":\"W\"}]");
  const auto read = forms::read_any_filing(
      file, test::few_facts(), {.threads = 1}, {}, [&](const intake::Filing&) {},
      [&](unsigned, std::uint32_t, facts::Facts&) {});
  BOOST_TEST((read && read->header.workers == 1U));
  fs::remove_all(folder);
}

BOOST_AUTO_TEST_SUITE_END()
