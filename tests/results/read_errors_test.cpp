// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "tests/results/json_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::read_json;

BOOST_AUTO_TEST_SUITE(read_errors)
namespace {

struct Row {
  std::string what;
  std::string by;
  std::string pointer;
  std::string word;
};

std::string cut(std::string& line) {
  constexpr std::string_view kArrow = " ==> ";
  const auto at = line.find(kArrow);
  std::string cell = line.substr(0, at);
  line.erase(0, at == std::string::npos ? line.size() : at + kArrow.size());
  return cell;
}

std::vector<Row> table() {
  std::ifstream file(PERIKSA_SOURCE_DIR "/tests/results/read-errors.txt");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    Row row;
    for (std::string* cell : {&row.what, &row.by, &row.pointer, &row.word}) *cell = cut(line);
    rows.push_back(row);
  }
  return rows;
}

Diagnostics errors_of(const std::string& text) {
  const auto read = read_json(text, "hasil.json");
  return read ? Diagnostics{} : read.error();
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_mistake_is_told_with_its_place) {
  const std::string good = json_text(sample::rich());
  const auto rows = table();
  BOOST_TEST(rows.size() > 20U);
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.what << " ==> " << row.by) {
      const auto at = good.find(row.what);
      BOOST_REQUIRE(at != std::string::npos);
      std::string bad = good;
      bad.replace(at, row.what.size(), row.by);
      const Diagnostics errors = errors_of(bad);
      BOOST_REQUIRE(!errors.empty());
      BOOST_TEST(errors[0].at.file == "hasil.json");
      BOOST_TEST(errors[0].at.cell == row.pointer);
      BOOST_TEST(errors[0].text.en.find(row.word) != std::string::npos);
      BOOST_TEST(!errors[0].text.id.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_text_cut_short_is_told_with_its_line) {
  const std::string good = json_text(sample::rich());
  const Diagnostics errors = errors_of(good.substr(0, good.size() / 2));
  BOOST_REQUIRE_EQUAL(errors.size(), 1U);
  BOOST_TEST(errors[0].at.line > 10U);
}

BOOST_AUTO_TEST_CASE(every_cut_is_refused) {
  const std::string good = json_text(sample::quiet());
  for (std::size_t size = 0; size + 2 < good.size(); ++size) {
    BOOST_REQUIRE(!errors_of(good.substr(0, size)).empty());
  }
}

BOOST_AUTO_TEST_CASE(other_documents_are_refused) {
  for (const char* text : {"", "[]", "{}", "7", "null", "\"x\"", "{\"format\":1}", "{} {}"}) {
    BOOST_TEST(!errors_of(text).empty());
  }
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused_not_followed) {
  const std::string deep(100'000, '[');
  BOOST_REQUIRE_EQUAL(errors_of(deep).size(), 1U);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  BOOST_REQUIRE_EQUAL(errors_of(objects).size(), 1U);
}

BOOST_AUTO_TEST_CASE(no_more_than_a_page_of_mistakes_is_told) {
  std::string text = "{\"format\":\"periksa-results/1\"";
  for (int i = 0; i < 1000; ++i) text += ",\"k" + std::to_string(i) + "\":1";
  BOOST_TEST(errors_of(text + "}").size() == 20U);
}

BOOST_AUTO_TEST_SUITE_END()
