// SPDX-License-Identifier: Apache-2.0
// Includes point one way: what design §1's table allows, and nothing else.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(includes)
namespace {

using Rooms = std::map<std::string, std::set<std::string>>;

/// What each folder may know directly; what those know follows below.
const Rooms kAllowed{
    {"auditor/base", {}},
    {"auditor/books", {"auditor/base"}},
    {"auditor/sheets", {"auditor/base"}},
    {"auditor/facts", {"auditor/base"}},
    {"auditor/intake", {"auditor/facts"}},
    {"auditor/forms", {"auditor/intake", "auditor/sheets", "auditor/books"}},
    {"auditor/documents", {"auditor/forms"}},
    {"auditor/law", {"auditor/facts"}},
    {"auditor/language", {"auditor/facts", "auditor/law"}},
    {"auditor/results", {"auditor/base"}},
    // Verdict and tier are words of the results document.
    {"auditor/ruleset", {"auditor/language", "auditor/law", "auditor/facts", "auditor/results"}},
    // It offers a filing's workers to the rules as the reader binds them.
    {"auditor/audit", {"auditor/ruleset", "auditor/results", "auditor/documents"}},
    {"auditor/packs", {"auditor/results", "reports"}},
    {"auditor/store", {"auditor/results"}},
    {"auditor/cli", {"auditor/audit", "auditor/packs", "auditor/store", "reports"}},
    {"reports", {"auditor/results", "auditor/books", "auditor/base"}},
};

std::set<std::string> reachable(const std::string& room) {
  std::set<std::string> all{room};
  for (const auto& next : kAllowed.at(room)) all.merge(reachable(next));
  return all;
}

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".h";
}

std::vector<fs::path> sources(const std::string& room) {
  std::vector<fs::path> all;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(PERIKSA_SOURCE_DIR) / room)) {
    if (is_source(entry.path())) all.push_back(entry.path());
  }
  return all;
}

std::vector<std::string> own_includes(const fs::path& file) {
  static const std::regex line(R"(^\s*#\s*include\s*"([^"]+)\")");
  std::vector<std::string> found;
  std::istringstream text(slurp(file));
  for (std::string one; std::getline(text, one);) {
    std::smatch match;
    if (std::regex_search(one, match, line)) found.push_back(match[1]);
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_folder_with_sources_is_in_the_table) {
  for (const auto& entry : fs::directory_iterator(PERIKSA_SOURCE_DIR "/auditor")) {
    if (entry.is_directory())
      BOOST_TEST(kAllowed.contains("auditor/" + entry.path().filename().string()), entry.path());
  }
}

BOOST_AUTO_TEST_CASE(every_include_points_the_allowed_way) {
  std::size_t count = 0;
  for (const auto& [room, next] : kAllowed) {
    const auto rooms = reachable(room);
    for (const auto& file : sources(room)) {
      for (const auto& include : own_includes(file)) {
        ++count;
        const std::string to = fs::path(include).parent_path().generic_string();
        BOOST_TEST(rooms.contains(to), file.filename()
                                           << " in " << room << " includes " << include);
        BOOST_TEST(fs::exists(fs::path(PERIKSA_SOURCE_DIR) / include), include);
      }
    }
  }
  BOOST_TEST(count > 300U);
}

BOOST_AUTO_TEST_CASE(reports_know_results_and_how_a_workbook_is_written) {
  for (const auto& file : sources("reports")) {
    for (const auto& include : own_includes(file)) {
      const bool known =
          include.starts_with("reports/") || include.starts_with("auditor/results/") ||
          include.starts_with("auditor/books/") || include.starts_with("auditor/base/");
      BOOST_TEST(known, file.filename() << " includes " << include);
    }
  }
}

BOOST_AUTO_TEST_CASE(nothing_but_the_program_knows_the_program) {
  for (const auto& [room, next] : kAllowed) {
    if (room == "auditor/cli") continue;
    for (const auto& file : sources(room)) {
      for (const auto& include : own_includes(file))
        BOOST_TEST(!include.starts_with("auditor/cli/"), file.filename() << ": " << include);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
