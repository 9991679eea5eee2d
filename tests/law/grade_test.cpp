// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/grade.h"

#include <boost/test/unit_test.hpp>

#include "auditor/law/windows.h"

namespace periksa::law {
BOOST_AUTO_TEST_SUITE(grades)
namespace {

struct GradeRow {
  const char* word;
  int concurring;
  Grade grade;
  bool breach;
};

constexpr GradeRow kGrades[] = {
    {"V", 0, Grade::verified, true},    {"V", 3, Grade::verified, true},
    {"V2", 0, Grade::secondary, false}, {"V2", 1, Grade::secondary, false},
    {"V2", 2, Grade::concurring, true}, {"V2", 9, Grade::concurring, true},
    {"K", 5, Grade::unread, false},     {"?", 5, Grade::conflicting, false},
};

BOOST_AUTO_TEST_CASE(only_a_read_text_or_two_concurring_sources_carry_a_breach) {
  for (const auto& row : kGrades) {
    const auto grade = parse_grade(row.word, row.concurring);
    BOOST_TEST_CONTEXT(row.word << " concurring " << row.concurring) {
      BOOST_TEST_REQUIRE(grade.has_value());
      BOOST_TEST((*grade == row.grade));
      BOOST_TEST(carries_breach(*grade) == row.breach);
      BOOST_TEST(to_string(*grade) == row.word);
    }
  }
}

BOOST_AUTO_TEST_CASE(other_words_are_no_grade) {
  for (const char* word : {"", "v", "V3", "k", "??", " V"}) BOOST_TEST(!parse_grade(word, 2));
}

BOOST_AUTO_TEST_SUITE_END()

/// Days as small numbers, sure as a part of the widest window.
constexpr Window window(int from, int to, int sure_from, int sure_to) {
  return {Date(from), Date(to), Date(sure_from), Date(sure_to)};
}

struct ClashRow {
  Window a;
  Window b;
  bool clash;
  const char* why;
};

constexpr ClashRow kClashes[] = {
    {window(0, 5, 0, 5), window(5, 9, 5, 9), false, "one follows the other"},
    {window(0, 5, 0, 5), window(6, 9, 6, 9), false, "a gap"},
    {window(0, 6, 0, 6), window(5, 9, 5, 9), true, "both certain on day 5"},
    {window(0, 6, 0, 5), window(5, 9, 6, 9), false, "day 5 uncertain in both"},
    {window(0, 6, 0, 6), window(5, 9, 6, 9), true, "day 5 certain in the older only"},
    {window(0, 6, 0, 5), window(5, 9, 5, 9), true, "day 5 certain in the newer only"},
    {window(0, 9, 4, 4), window(0, 9, 4, 4), false, "neither is certain on any day"},
    {window(0, 9, 0, 9), window(3, 5, 4, 4), true, "one inside the other's certain time"},
};

BOOST_AUTO_TEST_SUITE(windows)

BOOST_AUTO_TEST_CASE(texts_meet_only_where_both_are_uncertain) {
  for (const auto& row : kClashes) {
    BOOST_TEST(clash(row.a, row.b) == row.clash, row.why);
    BOOST_TEST(clash(row.b, row.a) == row.clash, row.why);
  }
}

BOOST_AUTO_TEST_CASE(ends_are_exclusive_and_the_certain_part_is_narrower) {
  const auto w = window(2, 8, 3, 6);
  const char* may = "..yyyyyy..";
  const char* sure = "...yyy....";
  for (int d = 0; d < 10; ++d) {
    BOOST_TEST(w.may_hold(Date(d)) == (may[d] == 'y'));
    BOOST_TEST(w.surely_holds(Date(d)) == (sure[d] == 'y'));
  }
}

BOOST_AUTO_TEST_CASE(sound_windows_are_in_order) {
  BOOST_TEST(is_sound(window(0, 9, 0, 9)));
  BOOST_TEST(is_sound(window(0, 9, 4, 4)));
  BOOST_TEST(!is_sound(window(5, 5, 5, 5)));
  BOOST_TEST(!is_sound(window(5, 9, 4, 9)));
  BOOST_TEST(!is_sound(window(5, 9, 5, 10)));
  BOOST_TEST(!is_sound(window(5, 9, 8, 7)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
