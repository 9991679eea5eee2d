// SPDX-License-Identifier: Apache-2.0
// The database stays behind one narrow place: no SQL outside the store, no driver in its headers.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <regex>

#include "tests/ruleset/mini/temp_folder.h"

namespace fs = std::filesystem;
using periksa::test::slurp;

BOOST_AUTO_TEST_SUITE(narrow)

namespace {

/// Sources of a folder by their path from the root of the tree.
std::vector<std::string> sources(const char* folder) {
  std::vector<std::string> found;
  const fs::path root(PERIKSA_SOURCE_DIR);
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const auto ending = entry.path().extension();
    if (ending == ".h" || ending == ".cpp")
      found.push_back(fs::relative(entry.path(), root).generic_string());
  }
  return found;
}

bool names_driver(const std::string& text) {
  return text.find("#include <SQLiteCpp") != std::string::npos ||
         text.find("#include <sqlite3") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_file_knows_the_driver) {
  std::vector<std::string> knowing;
  for (const char* folder : {"auditor", "reports"}) {
    for (const auto& file : sources(folder)) {
      if (names_driver(slurp(fs::path(PERIKSA_SOURCE_DIR) / file))) knowing.push_back(file);
    }
  }
  BOOST_TEST(knowing == std::vector<std::string>{"auditor/store/sqlite.cpp"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_sql_stands_outside_the_store) {
  const std::regex sql("\"(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA) ");
  std::size_t looked = 0;
  for (const char* folder : {"auditor", "reports"}) {
    for (const auto& file : sources(folder)) {
      if (file.starts_with("auditor/store/")) continue;
      BOOST_TEST(!std::regex_search(slurp(fs::path(PERIKSA_SOURCE_DIR) / file), sql), file);
      ++looked;
    }
  }
  BOOST_TEST(looked > 300U);
}

BOOST_AUTO_TEST_CASE(only_schema_and_driver_say_what_sqlite_alone_knows) {
  const std::regex own(
      "julianday|strftime|ifnull\\(|iif\\(| GLOB |group_concat|INSERT OR |REPLACE INTO|PRAGMA |"
      "FROM sqlite_|sum\\([a-z]+\\.[a-z]+ (=|IN|<)");
  const auto knows = [&](const std::string& file) {
    return std::regex_search(slurp(fs::path(PERIKSA_SOURCE_DIR) / file), own);
  };
  std::vector<std::string> knowing;
  for (const auto& file : sources("auditor/store")) {
    if (knows(file)) knowing.push_back(file);
  }
  std::ranges::sort(knowing);
  BOOST_TEST(knowing == (std::vector<std::string>{"auditor/store/migrations.cpp",
                                                  "auditor/store/sqlite.cpp"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
