// SPDX-License-Identifier: Apache-2.0
// Values beside the text of a page, and the programs that read pages.
#include <fcntl.h>
#include <unistd.h>

#include "auditor/documents/page_search.h"
#include "auditor/documents/program.h"
#include "tests/documents/paper_folder.h"

using namespace periksa;
using namespace periksa::test;
using documents::Output;
using documents::SearchedPage;
using documents::Wanted;

BOOST_AUTO_TEST_SUITE(document_pages)
namespace {

bool has_number(std::string_view page, std::int64_t whole, std::string_view fraction = {}) {
  return SearchedPage(page).has(
      {Wanted::Kind::number, documents::spellings_of_number(whole, fraction)});
}
bool has_day(std::string_view page, const char* day) {
  return SearchedPage(page).has(
      {Wanted::Kind::date, documents::spellings_of_date(*parse_iso_date(day))});
}
bool has_words(std::string_view page, const char* words) {
  return SearchedPage(page).has({Wanted::Kind::words, {words}});
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_are_found_with_either_separator_and_as_a_whole_only) {
  for (const auto* page : {"Rp2.500.000", "Rp 2,500,000.00", "2500000", "Rp. 2.500.000,-",
                           "sebesar 2.500.000,00.", "(2,500,000)"})
    BOOST_TEST(has_number(page, 2'500'000), page);
  for (const auto* page :
       {"12.500.000", "2.500.0001", "2.500", "25000000", "2.500.000.000", "2.500.000,50", ""})
    BOOST_TEST(!has_number(page, 2'500'000), page);
  BOOST_TEST(has_number("HK$4,990.50", 4990, "50"));
  BOOST_TEST(has_number("8,5 %", 8, "5"));
  BOOST_TEST(!has_number("4990", 4990, "50"));
}

BOOST_AUTO_TEST_CASE(days_are_found_in_the_usual_ways_and_never_turned_around) {
  for (const auto* page :
       {"12/03/2024", "12-3-2024", "12.03.2024", "2024-03-12", "12 Maret 2024", "12 MARCH 2024",
        "March 12, 2024", "12-Mar-2024", "Bandung,\n12\u00a0 Maret\n2024."})
    BOOST_TEST(has_day(page, "2024-03-12"), page);
  for (const auto* page : {"03/12/2024", "112/03/2024", "12/03/20245", "12 Mei 2024", "12/03/24"})
    BOOST_TEST(!has_day(page, "2024-03-12"), page);
}

BOOST_AUTO_TEST_CASE(words_are_found_whatever_stands_between_their_letters) {
  BOOST_TEST(has_words("No. KW / 0031 / III / 2024", "KW/0031/III/2024"));
  BOOST_TEST(has_words("NAMA : SITI\n  CONTOH", "Siti Contoh"));
  BOOST_TEST(!has_words("Sitinah", "Siti"));
  BOOST_TEST(!has_words("X00000312", "X0000031"));
  BOOST_TEST(!has_words("X", "-"));
}

BOOST_AUTO_TEST_CASE(a_program_gives_its_output_and_reads_its_input) {
  const auto cat = documents::find_program("cat");
  BOOST_REQUIRE(cat);
  const int file = documents::nameless_file("some bytes");
  const auto output = documents::run({.path = *cat, .words = {}, .input = file});
  ::close(file);
  BOOST_TEST((output.end == Output::End::fine));
  BOOST_TEST(output.text == "some bytes");
}

BOOST_AUTO_TEST_CASE(a_program_that_fails_writes_too_much_or_takes_too_long_is_ended) {
  const auto sh = documents::find_program("sh");
  BOOST_REQUIRE(sh);
  const auto end = [&](const std::string& script, std::chrono::seconds time) {
    return documents::run({.path = *sh,
                           .words = {"-c", script},
                           .input = -1,
                           .most_output = 1000,
                           .time = time})
        .end;
  };
  constexpr std::chrono::seconds kLong{60};
  constexpr std::chrono::seconds kNone{0};
  BOOST_TEST((end("exit 3", kLong) == Output::End::failed));
  BOOST_TEST((end("kill -9 $$", kLong) == Output::End::failed));
  BOOST_TEST((end("while :; do echo xxxxxxxx; done", kLong) == Output::End::too_long));
  BOOST_TEST((end("while :; do :; done", kNone) == Output::End::too_late));
  BOOST_TEST(
      (end("exec >&-; while :; do :; done", std::chrono::seconds{1}) == Output::End::too_late));
  BOOST_TEST(
      (documents::run({.path = "/no/such/program", .words = {}}).end == Output::End::failed));
}

BOOST_AUTO_TEST_CASE(words_of_a_program_meet_no_shell) {
  const auto echo = documents::find_program("echo");
  BOOST_REQUIRE(echo);
  const std::string word = "$(touch /tmp/x); `id` * '\"";
  BOOST_TEST(documents::run({.path = *echo, .words = {word}}).text == word + "\n");
}

BOOST_AUTO_TEST_SUITE_END()
