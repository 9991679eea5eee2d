// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <set>

#include "auditor/base/file.h"
#include "tests/intake/reading.h"
#include "tests/ruleset/mini/hostile_table.h"

using namespace periksa;
using test::hostile_files;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(hostile)
namespace {

const fs::path kFolder = PERIKSA_SOURCE_DIR "/fixtures/hostile";

}  // namespace

BOOST_AUTO_TEST_CASE(every_hostile_filing_is_refused_where_and_as_the_table_says) {
  for (const auto& [file, place, phrase] : hostile_files(kFolder)) {
    const auto text = read_file(kFolder / file, 1U << 20);
    BOOST_REQUIRE(text);
    const auto reading = test::read(*text, {.threads = 1}, test::shipped_vocabulary());
    BOOST_REQUIRE_MESSAGE(!reading.ok(), file);
    const auto& first = reading.errors.front();
    BOOST_TEST(to_string(first.at) == "f.xml:" + place, file << " " << first.text.en);
    BOOST_TEST(first.text.en.contains(phrase), file << " " << first.text.en);
    BOOST_TEST(reading.errors.size() == 1U, file << " " << reading.told());
  }
}

BOOST_AUTO_TEST_CASE(every_hostile_filing_is_in_the_table) {
  std::set<std::string> listed{"expected.txt"};
  for (const auto& one : hostile_files(kFolder)) listed.insert(one.file);
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    BOOST_TEST(listed.contains(entry.path().filename().string()), entry.path().string());
  }
}

BOOST_AUTO_TEST_SUITE_END()
