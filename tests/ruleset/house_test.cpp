// SPDX-License-Identifier: Apache-2.0
// House habits that a reader should not have to check.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sstream>

#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(house)
namespace {

std::vector<fs::path> ours() {
  std::vector<fs::path> all;
  for (const auto* room : {"auditor", "reports", "tests", "bench"}) {
    const auto folder = fs::path(PERIKSA_SOURCE_DIR) / room;
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const auto kind = entry.path().extension();
      if (kind == ".cpp" || kind == ".h") all.push_back(entry.path());
    }
  }
  return all;
}

std::vector<std::string> lines(const fs::path& file) {
  std::vector<std::string> all;
  std::istringstream text(slurp(file));
  for (std::string one; std::getline(text, one);) all.push_back(one);
  return all;
}

/// Characters, not bytes.
std::size_t width(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string name(const fs::path& file) {
  return file.lexically_relative(PERIKSA_SOURCE_DIR).generic_string();
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_source_begins_with_its_licence) {
  BOOST_TEST(ours().size() > 250U);
  for (const auto& file : ours()) {
    const auto all = lines(file);
    BOOST_TEST((!all.empty() && all[0] == "// SPDX-License-Identifier: Apache-2.0"), name(file));
  }
}

BOOST_AUTO_TEST_CASE(no_source_is_longer_than_600_lines) {
  for (const auto& file : ours()) BOOST_TEST(lines(file).size() <= 600U, name(file));
}

BOOST_AUTO_TEST_CASE(no_header_is_longer_than_200_lines_but_the_document_itself) {
  for (const auto& file : ours()) {
    // results.h and fields.h list every key of the results document: data tables.
    const bool list =
        name(file) == "auditor/results/results.h" || name(file) == "auditor/results/fields.h";
    if (file.extension() == ".h" && !list) BOOST_TEST(lines(file).size() <= 200U, name(file));
  }
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_100_characters) {
  // But for a raw text of several lines, which is written for somebody else's eyes.
  const std::string begin = std::string("R") + '"';
  for (const auto& file : ours()) {
    std::size_t number = 0;
    bool raw = false;
    for (const auto& line : lines(file)) {
      ++number;
      if (!raw && line.find(begin) != std::string::npos) raw = true;
      if (!raw) BOOST_TEST(width(line) <= 100U, name(file) << ':' << number);
      if (raw && line.find(")\"") != std::string::npos) raw = false;
      if (raw && line.find(")xml\"") != std::string::npos) raw = false;
    }
  }
}

BOOST_AUTO_TEST_CASE(headers_are_included_once) {
  for (const auto& file : ours()) {
    if (file.extension() != ".h") continue;
    const auto all = lines(file);
    const bool once = std::find(all.begin(), all.end(), "#pragma once") != all.end();
    BOOST_TEST(once, name(file));
  }
}

BOOST_AUTO_TEST_CASE(nothing_sleeps_and_nothing_asks_the_clock) {
  // Built from pieces, so that this file does not find itself.
  const std::vector<std::string> words{
      std::string("sleep") + "_for", std::string("system_") + "clock",
      std::string("random_") + "device", std::string("gettime") + "ofday"};
  for (const auto& file : ours()) {
    if (name(file).starts_with("bench/")) continue;
    // When something was saved in a case store is no part of a result; the clock has one place.
    if (name(file) == "auditor/cli/clock.cpp") continue;
    const std::string text = slurp(file);
    for (const auto& word : words)
      BOOST_TEST(text.find(word) == std::string::npos, name(file) << " uses " << word);
  }
}

BOOST_AUTO_TEST_SUITE_END()
