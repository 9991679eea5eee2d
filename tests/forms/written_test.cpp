// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/written.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

using namespace periksa;
using forms::Written;

BOOST_AUTO_TEST_SUITE(written)
namespace {

const facts::Vocabulary& vocabulary() {
  static const auto loaded = facts::Vocabulary::load(PERIKSA_SOURCE_DIR "/rules");
  return loaded.value();
}

facts::NoneMeans meaning(const std::string& words) {
  if (words.ends_with("(zero)")) return facts::NoneMeans::zero;
  if (words.ends_with("(does not exist)")) return facts::NoneMeans::does_not_exist;
  if (words.ends_with("(not yet)")) return facts::NoneMeans::not_yet;
  return facts::NoneMeans::refused;
}

facts::Field field_of(const std::string& words) {
  facts::Field field;
  const std::string type = words.substr(0, words.find(' '));
  const auto colon = type.find(':');
  field.type = facts::parse_type(type.substr(0, colon)).value();
  if (colon != std::string::npos)
    field.target = vocabulary().find_list(type.substr(colon + 1)).value();
  field.none = meaning(words);
  return field;
}

/// Behind `closed:` the day on which the filing was closed.
forms::Habits habits_of(const std::string& words) {
  const auto at = words.find("closed:");
  if (at == std::string::npos) return {};
  return {.century = forms::century_of(parse_iso_date(words.substr(at + 7, 10)).value())};
}

std::string said(const Written& written) {
  switch (written.kind) {
    case Written::Kind::value:
      return "= " + written.text;
    case Written::Kind::none:
      return "none";
    case Written::Kind::absent:
      return "absent";
    case Written::Kind::not_supplied:
      return "not supplied";
    case Written::Kind::unreadable:
      break;
  }
  if (!written.readings) return "unreadable";
  return "unreadable " + to_iso(written.readings->first) + ' ' + to_iso(written.readings->last);
}

/// The cells of a line between bars, without the one blank beside each bar.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t from = 0;
  for (;;) {
    const auto bar = line.find('|', from);
    std::string cell = line.substr(from, bar - from);
    if (cell.starts_with(' ')) cell.erase(0, 1);
    if (cell.ends_with(' ')) cell.pop_back();
    std::ranges::replace(cell, '_', ' ');
    cells.push_back(std::move(cell));
    if (bar == std::string::npos) return cells;
    from = bar + 1;
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_way_of_writing_says_what_the_table_says) {
  const forms::WrittenReader reader(vocabulary());
  std::ifstream lines(PERIKSA_SOURCE_DIR "/tests/forms/written.txt");
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto row = cells(line);
    BOOST_REQUIRE_MESSAGE(row.size() == 3U, line);
    const auto habits = habits_of(row[0]);
    BOOST_TEST(said(reader.read(field_of(row[0]), row[1], habits)) == row[2], line);
    ++count;
  }
  BOOST_TEST(count > 120U);
}

BOOST_AUTO_TEST_CASE(no_break_spaces_around_a_value_do_not_count) {
  const forms::WrittenReader reader(vocabulary());
  BOOST_TEST(said(reader.read(field_of("integer"), "\u00a0 40\u00a0")) == "= 40");
}

BOOST_AUTO_TEST_CASE(every_code_is_read_by_its_own_name) {
  const forms::WrittenReader reader(vocabulary());
  for (const auto& list : vocabulary().lists()) {
    for (const auto& code : list.codes)
      BOOST_TEST(said(reader.read(field_of("code:" + list.name), code.name)) == "= " + code.name);
  }
}

BOOST_AUTO_TEST_CASE(a_share_whose_percentage_is_no_number_any_more_is_not_read) {
  const forms::WrittenReader reader(vocabulary());
  const auto percent = [&](const char* share) {
    return said(reader.read_number(field_of("percent"), share, "%"));
  };
  BOOST_TEST(percent("0.065") == "= 6.5");
  BOOST_TEST(percent("9999999999.99") == "= 999999999999");
  BOOST_TEST(percent("10000000000") == "unreadable");
  BOOST_TEST(percent("-999999999999") == "unreadable");
}

BOOST_AUTO_TEST_CASE(numbers_in_words_and_what_is_none) {
  const std::vector<std::pair<std::string, std::int64_t>> numbers{
      {"nol", 0},
      {"sebelas", 11},
      {"sepuluh", 10},
      {"dua belas", 12},
      {"sembilan puluh sembilan", 99},
      {"seratus", 100},
      {"seratus satu", 101},
      {"sembilan ratus sepuluh", 910},
      {"seribu", 1000},
      {"dua ribu dua puluh empat", 2024},
      {"sejuta", 1000000},
      {"seratus dua puluh tiga juta empat ratus lima puluh enam ribu tujuh ratus delapan puluh "
       "sembilan",
       123456789},
      {"satu miliar lima ratus juta rupiah", 1500000000}};
  for (const auto& [words, number] : numbers)
    BOOST_TEST(forms::read_number_words(words).value_or(-1) == number, words);
  for (const char* odd :
       {"", "rupiah", "ribu", "dua tiga", "belas", "dua ribu tiga juta", "lima puluh tiga puluh",
        "dua juta juta", "dua ratus tiga ratus", "dua lima ratus"})
    BOOST_TEST(!forms::read_number_words(odd), odd);
}

BOOST_AUTO_TEST_SUITE_END()
