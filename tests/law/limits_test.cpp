// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/limits.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <limits>

#include "auditor/base/money.h"
#include "auditor/facts/cell.h"
#include "tests/law/small_law.h"

namespace periksa::law {
BOOST_AUTO_TEST_SUITE(limits)
namespace {

using test::day;
using Answer = Found::Answer;

KeySet exactly(std::int64_t value) {
  return {.low = value, .high = value};
}
KeySet on(std::string_view iso) {
  return exactly(day(iso).days());
}
KeySet between(std::string_view first, std::string_view last) {
  return {.low = day(first).days(), .high = day(last).days()};
}
/// What a binder gives for a date nobody knows.
constexpr KeySet kAnyDay{.low = std::numeric_limits<std::int32_t>::min(),
                         .high = std::numeric_limits<std::int32_t>::max()};

constexpr std::int64_t kMaid = 0;
constexpr std::int64_t kCook = 1;
constexpr std::int64_t kWelder = 2;

Limits one(const std::string& text) {
  return test::must(test::limits_of(text));
}

constexpr const char* kFree = R"(<limit name="free" type="listed" id="a" en="b">
  <key name="job" type="code:job"/>
  <complete from="2020-01-01" to="2024-01-01" checked-until="2023-06-30"/>
  <row job="maid" from="2020-01-01" to="2022-03-01" sure-to="2022-01-01" grade="V2" cite="uu-1#1"/>
  <row job="maid cook" from="2021-01-01" to="2022-01-01" grade="V" cite="uu-1#1"/>
</limit>)";

Found ask(const Limits& limits, const KeySet& job, const KeySet& date) {
  const std::array keys{job};
  return look_up(limits.at(0), keys, date);
}

BOOST_AUTO_TEST_CASE(values_are_coded_as_facts_are) {
  struct Row {
    const char* type;
    const char* text;
    std::int64_t value;
    std::uint16_t unit;
  };
  const Row rows[] = {
      {"integer", "18", 18, 0},
      {"decimal", "3.5", 3'500'000, 0},
      {"percent", "24.63", 24'630'000, 0},
      {"money", "IDR 1500000000", 150'000'000'000, pack(Currency{{'I', 'D', 'R'}})},
      {"money", "HKD 4990.50", 499'050, pack(Currency{{'H', 'K', 'D'}})},
      {"period", "1 month", facts::pack_period(1, 0), 0},
      {"period", "30 days", facts::pack_period(0, 30), 0},
      {"date", "1970-01-02", 1, 0},
      {"code:job", "cook", 1, 0},
      {"bool", "yes", 1, 0},
  };
  for (const auto& row : rows) {
    const auto found = one(std::string("<limit name=\"x\" type=\"") + row.type +
                           "\" id=\"a\" en=\"b\"><complete from=\"2017-01-01\" "
                           "checked-until=\"2026-01-01\"/><row from=\"2017-01-01\" value=\"" +
                           row.text + "\" grade=\"V\" cite=\"uu-1#1\"/></limit>");
    BOOST_TEST(found.at(0).rows[0].value == row.value, row.text);
    BOOST_TEST(found.at(0).rows[0].unit == row.unit, row.text);
  }
}

BOOST_AUTO_TEST_CASE(limits_are_found_by_name) {
  const auto found = one(R"(<limit name="b" type="integer" id="1" en="1">
      <complete from="2017-01-01" checked-until="2026-01-01"/></limit>
    <limit name="a" type="integer" id="2" en="2">
      <complete from="2017-01-01" checked-until="2026-01-01"/>
      <complete from="2017-01-01" checked-until="2025-01-01"/></limit>)");
  BOOST_TEST(found.at(found.find("a").value()).label.en == "2");
  BOOST_TEST(found.at(found.find("b").value()).label.en == "1");
  BOOST_TEST(!found.find("c"));
  BOOST_TEST((found.at(*found.find("a")).checked_until == day("2026-01-01")));
}

BOOST_AUTO_TEST_CASE(one_job_and_one_day_have_one_answer) {
  const auto table = one(kFree);
  BOOST_TEST((ask(table, exactly(kMaid), on("2020-05-01")).answer == Answer::rows));
  BOOST_TEST((ask(table, exactly(kCook), on("2020-05-01")).answer == Answer::no_row));
  BOOST_TEST((ask(table, exactly(kWelder), on("2021-05-01")).answer == Answer::no_row));
  BOOST_TEST((ask(table, exactly(kMaid), on("2019-12-31")).answer == Answer::unknown));
}

BOOST_AUTO_TEST_CASE(the_weakest_row_grades_the_answer) {
  const auto table = one(kFree);
  const auto found = ask(table, exactly(kMaid), on("2021-05-01"));
  BOOST_TEST(found.rows.size() == 2U);
  BOOST_TEST((found.grade == Grade::secondary));
  BOOST_TEST((ask(table, exactly(kCook), on("2021-05-01")).grade == Grade::verified));
}

BOOST_AUTO_TEST_CASE(an_uncertain_window_is_told) {
  const auto table = one(kFree);
  BOOST_TEST(!ask(table, exactly(kMaid), on("2021-12-31")).uncertain);
  const auto found = ask(table, exactly(kMaid), on("2022-01-01"));
  BOOST_TEST((found.answer == Answer::rows));
  BOOST_TEST(found.uncertain);
}

BOOST_AUTO_TEST_CASE(completeness_ends_with_the_day_it_was_checked) {
  const auto table = one(kFree);
  BOOST_TEST((ask(table, exactly(kWelder), on("2023-06-30")).answer == Answer::no_row));
  const auto found = ask(table, exactly(kWelder), on("2023-07-01"));
  BOOST_TEST((found.answer == Answer::unknown));
  BOOST_TEST(found.stale);
}

BOOST_AUTO_TEST_CASE(an_answer_depends_on_a_fact_in_doubt) {
  const auto table = one(kFree);
  constexpr std::array<std::int64_t, 2> kMaidOrCook{kMaid, kCook};
  const KeySet either{.values = kMaidOrCook};
  BOOST_TEST((ask(table, either, on("2021-05-01")).answer == Answer::rows));
  BOOST_TEST((ask(table, either, on("2020-05-01")).answer == Answer::depends));
  BOOST_TEST(
      (ask(table, exactly(kCook), between("2020-12-31", "2021-01-01")).answer == Answer::depends));
  BOOST_TEST(
      (ask(table, exactly(kCook), between("2021-01-01", "2021-12-31")).answer == Answer::rows));
}

BOOST_AUTO_TEST_CASE(an_unknown_day_or_job_is_unknown_law_that_a_fact_may_settle) {
  const auto table = one(kFree);
  const auto any_day = ask(table, exactly(kMaid), kAnyDay);
  BOOST_TEST((any_day.answer == Answer::unknown));
  BOOST_TEST(any_day.partly);
  BOOST_TEST(any_day.stale);
  BOOST_TEST(any_day.rows.size() == 2U);
  const KeySet any_job{.low = 0, .high = kWelder};
  BOOST_TEST((ask(table, any_job, on("2021-05-01")).answer == Answer::depends));
  BOOST_TEST(!ask(table, any_job, on("2019-05-01")).partly);
}

BOOST_AUTO_TEST_CASE(no_possible_value_is_unknown) {
  const auto table = one(kFree);
  const KeySet never{.low = 1, .high = 0};
  BOOST_TEST((ask(table, never, on("2021-05-01")).answer == Answer::unknown));
  BOOST_TEST((ask(table, exactly(kMaid), never).answer == Answer::unknown));
}

BOOST_AUTO_TEST_CASE(a_value_limit_gives_all_values_or_is_unknown) {
  const auto table = one(R"(<limit name="fee" type="integer" id="a" en="b">
    <key name="months" type="integer"/>
    <complete from="2017-01-01" checked-until="2026-01-01"/>
    <row months="6 12" from="2017-01-01" to="2020-01-01" value="1" grade="V" cite="uu-1#1"/>
    <row months="6 12" from="2020-01-01" value="2" grade="V" cite="uu-1#1"/></limit>)");
  const auto both = ask(table, exactly(6), between("2019-12-31", "2020-01-01"));
  BOOST_TEST((both.answer == Answer::rows));
  BOOST_TEST(both.rows.size() == 2U);
  BOOST_TEST((ask(table, exactly(7), on("2020-01-01")).answer == Answer::unknown));
  const KeySet wide{.low = std::numeric_limits<std::int64_t>::min(),
                    .high = std::numeric_limits<std::int64_t>::max()};
  BOOST_TEST((ask(table, wide, on("2020-01-01")).answer == Answer::unknown));
  BOOST_TEST(ask(table, wide, on("2020-01-01")).partly);
}

BOOST_AUTO_TEST_CASE(a_key_left_out_of_a_row_means_any) {
  const auto table = one(R"(<limit name="t" type="listed" id="a" en="b">
    <key name="months" type="integer"/>
    <complete months="3" from="2017-01-01" checked-until="2026-01-01"/>
    <row from="2020-01-01" grade="V" cite="uu-1#1"/></limit>)");
  const KeySet wide{.low = std::numeric_limits<std::int64_t>::min(),
                    .high = std::numeric_limits<std::int64_t>::max()};
  BOOST_TEST((ask(table, wide, on("2020-01-01")).answer == Answer::rows));
  BOOST_TEST((ask(table, exactly(3), on("2019-01-01")).answer == Answer::no_row));
  BOOST_TEST((ask(table, exactly(4), on("2019-01-01")).answer == Answer::unknown));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(row_list)

BOOST_AUTO_TEST_CASE(it_keeps_the_order_beyond_its_own_room) {
  std::array<LimitRow, 7> rows;
  RowList list;
  for (std::size_t n = 0; n < rows.size(); ++n) {
    BOOST_TEST(list.size() == n);
    list.push_back(&rows[n]);
    for (std::size_t i = 0; i <= n; ++i) BOOST_TEST(list[i] == &rows[i]);
  }
  const RowList copy(list);
  BOOST_TEST(copy.front() == &rows[0]);
  BOOST_TEST(copy.end() - copy.begin() == 7);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
