// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/progress.h"

#include <boost/test/unit_test.hpp>

#include "reports/text_lines.h"

using namespace periksa;
using cli::progress_bar;
using cli::progress_line;
using cli::ProgressState;

BOOST_AUTO_TEST_SUITE(progress)
namespace {

std::string bar(const ProgressState& state, Language language = Language::en) {
  return progress_bar(state, 500, language);
}

results::BatchEntry refused(std::uint64_t reasons) {
  results::BatchEntry entry;
  entry.file = "berkas.xml";
  entry.refused = results::Refusal{reasons, {}, {}, {}};
  return entry;
}
results::BatchEntry assessed(std::uint64_t breaches, std::uint64_t open) {
  results::BatchEntry entry;
  entry.file = "berkas.xml";
  entry.findings = {{"breach", breaches}, {"insufficient", open}};
  return entry;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_bar_tells_count_rate_time_left_and_the_filing) {
  BOOST_TEST(bar({10, 40, 4'000, "berkas.xml"}) ==
             "█████░░░░░░░░░░░░░░░ 10/40 · 2.5 filings a second · left 12 s · berkas.xml");
  BOOST_TEST(bar({10, 40, 4'000, "berkas.xml"}, Language::id) ==
             "█████░░░░░░░░░░░░░░░ 10/40 · 2,5 berkas per detik · sisa 12 dtk · berkas.xml");
}

BOOST_AUTO_TEST_CASE(before_anything_is_done_there_is_nothing_to_guess_from) {
  BOOST_TEST(bar({0, 40, 0, "a.xml"}) == "░░░░░░░░░░░░░░░░░░░░ 0/40 · a.xml");
  BOOST_TEST(bar({0, 40, 5'000, ""}) == "░░░░░░░░░░░░░░░░░░░░ 0/40");
  BOOST_TEST(bar({3, 40, 0, ""}) == "█░░░░░░░░░░░░░░░░░░░ 3/40");
  BOOST_TEST(bar({0, 0, 0, ""}) == "░░░░░░░░░░░░░░░░░░░░ 0/0");
}

BOOST_AUTO_TEST_CASE(the_end_leaves_no_time) {
  BOOST_TEST(bar({40, 40, 80'000, ""}) ==
             "████████████████████ 40/40 · 0.5 filings a second · left 0 s");
}

BOOST_AUTO_TEST_CASE(long_times_are_told_in_minutes_and_hours) {
  const auto left = [](std::uint64_t seconds, Language language) {
    // One of two is done, so what is left is what was spent.
    const std::string line = bar({1, 2, seconds * 1000, ""}, language);
    return line.substr(line.rfind("· ") + std::string("· ").size());
  };
  BOOST_TEST(left(59, Language::en) == "left 59 s");
  BOOST_TEST(left(65, Language::en) == "left 1 min 05 s");
  BOOST_TEST(left(65, Language::id) == "sisa 1 mnt 05 dtk");
  BOOST_TEST(left(3'720, Language::en) == "left 1 h 02 min");
  BOOST_TEST(left(3'720, Language::id) == "sisa 1 jam 02 mnt");
}

BOOST_AUTO_TEST_CASE(the_bar_is_never_wider_than_the_terminal) {
  const ProgressState state{10, 40, 4'000, "berkas-dengan-nama-yang-panjang-sekali-é-é-é.xml"};
  const std::string whole = bar(state);
  for (std::size_t columns = 0; columns <= reports::width(whole) + 1; ++columns) {
    const std::string line = progress_bar(state, columns, Language::en);
    BOOST_TEST(reports::width(line) <= columns);
    if (columns > 0 && columns < reports::width(whole)) BOOST_TEST(line.ends_with("…"));
  }
  BOOST_TEST(progress_bar(state, reports::width(whole), Language::en) == whole);
}

BOOST_AUTO_TEST_CASE(a_name_moves_no_cursor) {
  const std::string line = bar({1, 2, 10, "a\r\x1b[2Jb\n.xml"});
  for (const char c : line) BOOST_TEST((static_cast<unsigned char>(c) >= 0x20));
  auto entry = assessed(1, 0);
  entry.file = "a\r\x1b[2Jb\n.xml";
  for (const char c : progress_line(1, 2, entry, Language::id))
    BOOST_TEST((static_cast<unsigned char>(c) >= 0x20));
}

BOOST_AUTO_TEST_CASE(a_plain_line_tells_what_a_filing_came_to) {
  BOOST_TEST(progress_line(12, 40, assessed(1, 2), Language::id) == "12/40 berkas.xml: 3 temuan");
  BOOST_TEST(progress_line(12, 40, assessed(1, 2), Language::en) == "12/40 berkas.xml: 3 findings");
  BOOST_TEST(progress_line(1, 1, assessed(1, 0), Language::en) == "1/1 berkas.xml: 1 finding");
  BOOST_TEST(progress_line(2, 3, refused(1), Language::id) == "2/3 berkas.xml: ditolak, 1 alasan");
  BOOST_TEST(progress_line(2, 3, refused(1), Language::en) == "2/3 berkas.xml: refused, 1 reason");
  BOOST_TEST(progress_line(2, 3, refused(4), Language::en) == "2/3 berkas.xml: refused, 4 reasons");
}

BOOST_AUTO_TEST_SUITE_END()
