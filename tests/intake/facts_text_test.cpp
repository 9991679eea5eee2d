// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/facts_text.h"

#include <sstream>

#include "tests/intake/doc_example.h"
#include "tests/intake/reading.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(facts_text)
namespace {

std::string printed(const std::string& document, intake::FactsText::Options options,
                    const facts::Vocabulary& vocabulary = test::small_vocabulary()) {
  std::ostringstream out;
  intake::FactsText text(out, vocabulary, options);
  const auto filing = intake::read_filing_text(
      document, "f.xml", vocabulary, {.threads = 1},
      [&](const intake::Filing& shared) { text.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { text.worker(worker); });
  BOOST_REQUIRE(filing);
  text.summary(*filing);
  return out.str();
}

constexpr intake::FactsText::Options kEnglish{.language = Language::en, .unmask = true};
constexpr intake::FactsText::Options kMasked{.language = Language::en, .unmask = false};

}  // namespace

BOOST_AUTO_TEST_CASE(a_record_is_printed_with_values_states_places_and_sources) {
  const auto text = printed(
      test::filing(
          "<source id='s1' document='ktp'/>"
          "<worker id='W' name='Siti' born_on='2001-04-05' wage='Rp 5' none='departed_on'>\n"
          "<born_on source='s1'>2001-04-06</born_on><nik/></worker>"),
      kEnglish);
  BOOST_TEST(text.contains("  <worker> W  f.xml:2:33\n"
                           "    name (name): \"Siti\"  known  f.xml:2:54  filer's declaration\n"
                           "    nik (NIK): absent  f.xml:3:42  filer's declaration\n"
                           "    born_on (born): contradictory\n"
                           "      born_on (born): \"2001-04-05\"  known  f.xml:2:69  "
                           "filer's declaration\n"
                           "      born_on (born): \"2001-04-06\"  known  f.xml:3:22  s1\n"
                           "    departed_on (departed): stated none  f.xml:2:99  "
                           "filer's declaration\n"
                           "    wage (wage): \"Rp 5\"  unreadable  f.xml:2:87  "
                           "filer's declaration\n"
                           "      7 fields not supplied\n"),
             text);
}

BOOST_AUTO_TEST_CASE(private_values_are_masked_unless_asked_for) {
  const std::string document = test::filing(
      "<worker id='W' name='Siti' nik='9912'><passport id='p' number='C77'>"
      "<number>C78</number></passport></worker>");
  const auto masked = printed(document, kMasked);
  for (const auto secret : {"Siti", "9912", "C77", "C78"}) BOOST_TEST(!masked.contains(secret));
  BOOST_TEST(masked.contains("name (name): •••  known"));
  BOOST_TEST(printed(document, kEnglish).contains("C78"));
}

BOOST_AUTO_TEST_CASE(it_speaks_indonesian_by_default) {
  const auto text = printed(test::filing("<worker id='W' name='Siti' wage=''/>"), {});
  BOOST_TEST(text.contains("f.xml: hari penutupan 2025-06-30, disampaikan oleh agency\n"));
  BOOST_TEST(text.contains("wage (upah): kosong  f.xml:2:34  pernyataan penyampai\n"));
  BOOST_TEST(text.contains("10 isian tidak disampaikan"));
  BOOST_TEST(text.contains("Jumlah catatan:\n"));
}

BOOST_AUTO_TEST_CASE(a_value_cannot_steer_the_terminal) {
  const auto text = printed(test::filing("<permit id='P' number='a\xC2\x9Bm\x7F\nb'/>"), kEnglish);
  BOOST_TEST(text.contains("\"a\uFFFDm\u2421 b\""));
}

BOOST_AUTO_TEST_CASE(the_example_of_the_documentation_reads_as_the_page_says) {
  const auto text = printed(test::doc_example(), kEnglish, test::shipped_vocabulary());
  BOOST_TEST(text.contains("born_on (date of birth): contradictory"));
  BOOST_TEST(text.contains("departed_on (departure date): \"2024-03\"  unreadable"));
  BOOST_TEST(text.contains("amount (amount paid): \"IDR 1.250.000\"  unreadable"));
  BOOST_TEST(text.contains("departed_on (departure date): stated none"));
  BOOST_TEST(text.contains("[permits] complete (1); read: 1  f.xml:8:42  s3"));
  BOOST_TEST(text.contains("  2  workers"));
}

BOOST_AUTO_TEST_SUITE_END()
