// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <filesystem>

#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

BOOST_AUTO_TEST_SUITE(words)
namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The word stands in the text, not as a part of a longer one.
bool says(const std::string& text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]))) {
      return true;
    }
  }
  return false;
}

void check(const std::string& text, const std::string& where) {
  const std::string low = lower(text);
  for (const auto& row : data_table("forbidden-words.txt")) {
    BOOST_TEST(!says(low, lower(row[0])), row[0] + " in " + where);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(templates_and_strings_decide_about_nobody) {
  BOOST_TEST(data_table("forbidden-words.txt").size() > 30U);
  for (const auto& entry : std::filesystem::directory_iterator(kTemplates)) {
    check(file_text(entry.path().string()), entry.path().filename().string());
  }
}

BOOST_AUTO_TEST_CASE(whole_pages_decide_about_nobody) {
  using periksa::Language;
  for (const Language language : {Language::id, Language::en}) {
    check(page_of(periksa::sample::rich(), language), "rich");
    check(page_of(periksa::sample::quiet(), language), "quiet");
    check(page_of(periksa::sample::empty(), language), "empty");
  }
}

BOOST_AUTO_TEST_CASE(the_search_finds_whole_words_only) {
  BOOST_TEST(says("ia bersalah.", "bersalah"));
  BOOST_TEST(!says("kesalahan", "salah"));
  BOOST_TEST(!says("kepatuhan", "patuh"));
}

BOOST_AUTO_TEST_SUITE_END()
