// SPDX-License-Identifier: Apache-2.0
// Workers whom filings of different agencies have in common.
#include "auditor/audit/identities.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/audit/help/many_workers.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using audit::Stay;
using periksa::IdentityKind;
using results::Truth;

BOOST_AUTO_TEST_SUITE(identities)
namespace {

using Words = std::vector<std::string>;

const std::string kNik = "0001014107990001";

std::string agency(const std::string& name, const std::string& nib) {
  return "<agency id='A' name='" + name + "' nib='" + nib + "'/>";
}
const std::string kNorth = agency("PT Utara Rekaan", "9900000000901");
const std::string kSouth = agency("PT Selatan Rekaan", "9900000000902");

std::string worker(const std::string& id, const std::string& attributes,
                   const std::string& records = {}) {
  return "<worker id='" + id + "' " + attributes + ">" + records + "</worker>\n";
}
std::string with_nik(const std::string& nik) {
  return worker("p", "nik='" + nik + "'");
}
std::string with_passport(const std::string& number) {
  return worker("p", "", "<passport id='q' number='" + number + "'/>");
}

std::string filing(const std::string& content) {
  return "<filing format='1' closing='2025-06-30' fictitious='yes'>\n" + content + "</filing>\n";
}

/// What a run over these filings tells; one that is refused has no entry.
results::Batch batch(const Words& filings, unsigned threads = 2) {
  audit::Identities identities(shipped_rules().vocabulary());
  audit::Options options;
  options.threads = threads;
  options.only_rules = {"uu-18-2017/66/1"};
  results::Batch batch;
  for (const auto& text : filings) {
    const std::string name = "f" + std::to_string(batch.filings.size() + 1) + ".xml";
    const auto audited =
        audit::audit_text(shipped_rules(), text, name, options, identities.watch(options.threads));
    if (!audited) continue;
    identities.keep(static_cast<std::uint32_t>(batch.filings.size()));
    batch.filings.push_back(results::entry_of(audited->results));
    batch.filings.back().file = name;
  }
  batch.totals = results::totals_of(batch.filings);
  identities.tell(batch);
  return batch;
}

std::size_t leads(const std::string& north, const std::string& south) {
  return batch({filing(kNorth + north), filing(kSouth + south)}).notices.size();
}

/// "1/W003 2/W001": filing and worker of each sight.
std::string who(const results::CrossNotice& notice) {
  std::string words;
  for (const auto& sight : notice.sights)
    words += (words.empty() ? "" : " ") + std::to_string(sight.filing + 1) + '/' + sight.worker;
  return words;
}

std::string json(const results::Batch& batch) {
  std::string text;
  results::write_json(batch, [&](std::string_view piece) { text += piece; });
  return text;
}

Date day(const char* iso) {
  return *parse_iso_date(iso);
}
Stay stay(const char* departed, Stay::End how = Stay::End::unknown,
          const char* end = "2025-01-01") {
  return {day(departed), day(end), true, how};
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_nik_in_filings_of_two_agencies_is_a_lead_however_it_is_written) {
  const auto found = batch({filing(kNorth + worker("a", "") + with_nik(kNik)),
                            filing(kSouth + with_nik("0001 0141 0799.0001"))});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 1U);
  const auto& notice = found.notices[0];
  BOOST_TEST(notice.id == "L0001");
  BOOST_TEST(notice.keys == Words{"nik"}, boost::test_tools::per_element());
  BOOST_TEST(who(notice) == "1/W002 2/W001");
  BOOST_TEST(to_string(notice.sights[0].places.at(0).at) == "f1.xml:3:21");
  BOOST_TEST(notice.text.id.find("perlu diperiksa") != std::string::npos);
  BOOST_TEST(notice.text.id.find('{') == std::string::npos);
  BOOST_TEST(notice.text.en.find('{') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_number_stands_in_the_private_section_only) {
  auto found = batch({filing(kNorth + with_nik(kNik)), filing(kSouth + with_nik(kNik))});
  BOOST_TEST(found.secrets.at(found.notices.at(0).numbers.at("nik")).value == kNik);
  found.secrets.clear();
  BOOST_TEST(json(found).find(kNik) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_passport_number_is_a_lead_in_any_spelling) {
  const auto found = batch(
      {filing(kNorth + with_passport("x 000-1102")), filing(kSouth + with_passport("X0001102"))});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 1U);
  BOOST_TEST(found.notices[0].keys == Words{"passport"}, boost::test_tools::per_element());
  BOOST_TEST(found.secrets.at("L0001/passport").value == "X0001102");
  BOOST_TEST(leads(with_passport("X0001102"), with_passport("X0001103")) == 0U);
}

BOOST_AUTO_TEST_CASE(filings_of_one_agency_have_nothing_to_compare) {
  const std::string text = filing(kNorth + with_nik(kNik));
  BOOST_TEST(batch({text, text}).notices.empty());
  // By name, where a NIB is missing or a stand-in; "PT. Utara" is "PT UTARA".
  for (const auto* nib : {"", "0000000000000", "-"}) {
    const std::string same = filing(agency("pt. utara REKAAN", nib) + with_nik(kNik));
    const std::string other = filing(agency("PT Lain Rekaan", nib) + with_nik(kNik));
    BOOST_TEST(batch({text, same}).notices.empty(), nib);
    BOOST_TEST(batch({text, other}).notices.size() == 1U, nib);
  }
  // Who the agency is does not show: it is not taken for another one.
  BOOST_TEST(batch({text, filing(with_nik(kNik))}).notices.empty());
  // One NIB under two names is one agency.
  const auto renamed = filing(agency("PT Utara Baru Rekaan", "9900000000901") + with_nik(kNik));
  BOOST_TEST(batch({text, renamed}).notices.empty());
}

BOOST_AUTO_TEST_CASE(stand_ins_and_what_is_no_number_never_match) {
  for (const auto* nik :
       {"", "-", "0000000000000000", "1111111111111111", "1234567890123456", "9876543210987654",
        "000101410799000", "00010141079900011", "000101410799000X", "belum ada", "0001014100990001",
        "0001010007990001", "0001013207990001", "0001017213990001"})
    BOOST_TEST(leads(with_nik(nik), with_nik(nik)) == 0U, nik);
  for (const auto* number : {"", "-", "X0000000", "X9999999", "X1234567", "A1234", "BELUM ADA",
                             "DALAM PROSES", "ABCDEF12", "X000110211111"})
    BOOST_TEST(leads(with_passport(number), with_passport(number)) == 0U, number);
}

BOOST_AUTO_TEST_CASE(what_is_absent_none_unreadable_or_contradictory_never_matches) {
  const std::string known = with_nik(kNik);
  const std::string two = "<nik>" + kNik + "</nik><nik>0001014107990002</nik>";
  for (const auto& other : {worker("p", ""), worker("p", "", two),
                            worker("p", "", "<nik state='unreadable'>" + kNik + "</nik>")})
    BOOST_TEST(leads(known, other) == 0U, other);
  BOOST_TEST(leads(known, known) == 1U);
}

BOOST_AUTO_TEST_CASE(a_worker_with_both_numbers_in_common_is_one_lead) {
  const std::string both =
      worker("p", "nik='" + kNik + "'", "<passport id='q' number='X0001102'/>");
  const auto found = batch({filing(kNorth + both), filing(kSouth + both)});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 1U);
  BOOST_TEST(found.notices[0].keys == (Words{"nik", "passport"}), boost::test_tools::per_element());
  BOOST_TEST(found.notices[0].sights[0].places.size() == 2U);
  BOOST_TEST(found.secrets.size() == 2U);
}

BOOST_AUTO_TEST_CASE(three_filings_make_one_lead_and_a_worker_listed_twice_is_named_twice) {
  const auto third = filing(agency("PT Barat Rekaan", "9900000000903") + with_nik(kNik));
  const std::string twice = worker("p", "nik='" + kNik + "'") + worker("q", "nik='" + kNik + "'");
  const auto found = batch({filing(kNorth + twice), filing(kSouth + with_nik(kNik)), third});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 1U);
  BOOST_TEST(who(found.notices[0]) == "1/W001 1/W002 2/W001 3/W001");
}

BOOST_AUTO_TEST_CASE(one_number_on_two_papers_of_a_worker_is_one_sight) {
  const std::string twice =
      worker("p", "", "<passport id='q' number='X0001102'/><passport id='r' number='X000-1102'/>");
  const auto found = batch({filing(kNorth + twice), filing(kSouth + with_passport("X0001102"))});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 1U);
  BOOST_TEST(who(found.notices[0]) == "1/W001 2/W001");
}

BOOST_AUTO_TEST_CASE(placements_overlap_by_departure_and_first_return) {
  const auto overlap = [](const std::string& north, const std::string& back,
                          const std::string& south) {
    const auto found = batch({filing(kNorth + worker("p", "nik='" + kNik + "' " + north, back)),
                              filing(kSouth + worker("p", "nik='" + kNik + "' " + south))});
    return found.notices.at(0).overlap;
  };
  const auto returned = [](const std::string& on) {
    return "<homecoming id='h" + on + "' returned_on='" + on + "'/>";
  };
  const std::string left = "departed_on='2022-03-08'";
  const std::string later = "departed_on='2024-04-16'";
  BOOST_CHECK(overlap(left, returned("2023-11-20"), later) == Truth::no);
  BOOST_CHECK(overlap(left, returned("2024-11-20"), later) == Truth::yes);
  // The first return after the departure counts, not one before it.
  BOOST_CHECK(overlap(left,
                      returned("2021-01-02") + returned("2024-11-20") + returned("2023-01-01"),
                      later) == Truth::no);
  BOOST_CHECK(overlap(left, "", later) == Truth::unknown);
  BOOST_CHECK(overlap("", returned("2023-11-20"), later) == Truth::unknown);
  BOOST_CHECK(overlap(left, "<homecoming id='h' none='returned_on'/>", later) == Truth::yes);
  // One return whose day cannot be read may be the first.
  BOOST_CHECK(overlap(left, returned("2024-11-20") + "<homecoming id='h' returned_on='?'/>",
                      later) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(overlap_is_the_same_from_both_sides) {
  using End = Stay::End;
  struct Row {
    Stay first;
    Stay later;
    Truth overlap;
  };
  const std::vector<Row> rows{
      {stay("2022-01-01", End::returned, "2023-01-01"), stay("2023-01-01"), Truth::no},
      {stay("2022-01-01", End::returned, "2023-01-02"), stay("2023-01-01"), Truth::yes},
      {stay("2022-01-01", End::not_before, "2023-01-01"), stay("2023-01-01"), Truth::yes},
      {stay("2022-01-01", End::not_before, "2023-01-01"), stay("2023-01-02"), Truth::unknown},
      {stay("2022-01-01"), stay("2023-01-01"), Truth::unknown},
      {stay("2022-01-01"), stay("2022-01-01"), Truth::yes},
      {Stay{}, stay("2022-01-01", End::returned, "2023-01-01"), Truth::unknown},
      {Stay{}, Stay{}, Truth::unknown}};
  for (const auto& row : rows) {
    BOOST_CHECK(overlap(row.first, row.later) == row.overlap);
    BOOST_CHECK(overlap(row.later, row.first) == row.overlap);
  }
}

BOOST_AUTO_TEST_CASE(how_many_filings_were_compared_is_told) {
  const std::string north = filing(kNorth + with_nik(kNik));
  BOOST_TEST(batch({north}).totals.compared == 0U);
  BOOST_TEST(batch({north, north}).totals.compared == 0U);
  BOOST_TEST(batch({north, filing(with_nik(kNik))}).totals.compared == 0U);
  BOOST_TEST(batch({north, filing(with_nik(kNik)), filing(kSouth)}).totals.compared == 2U);
}

BOOST_AUTO_TEST_CASE(a_filing_that_is_refused_leaves_no_worker_behind) {
  const std::string good = filing(kSouth + with_nik(kNik));
  std::string cut = filing(kNorth + with_nik(kNik));
  cut.resize(cut.size() - 5);
  const auto found = batch({cut, good, filing(kSouth + with_passport("X0001102"))});
  BOOST_TEST(found.filings.size() == 2U);
  BOOST_TEST(found.notices.empty());
}

BOOST_AUTO_TEST_CASE(a_filing_that_is_read_twice_counts_once) {
  // The permit no record has makes the complete list of permits doubtful: workers are read again.
  const std::string permits =
      "<collection of='permits' completeness='complete' count='0'/>" + kNorth;
  const std::string person = worker("p", "permit='P9' nik='" + kNik + "'");
  const auto found = batch({filing(permits + person), filing(kSouth + with_nik(kNik))});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 1U);
  BOOST_TEST(who(found.notices[0]) == "1/W001 2/W001");
}

BOOST_AUTO_TEST_CASE(threads_and_the_watching_change_no_byte) {
  const std::string north = many_workers(60);
  std::string south = north;
  const auto nib = south.find("nib=\"", south.find("<agency "));
  south[nib + 5] = '8';
  const auto one = batch({north, south}, 1);
  BOOST_TEST(one.notices.size() >= 1U);
  for (const unsigned threads : {2U, 7U})
    BOOST_TEST((json(batch({north, south}, threads)) == json(one)));
}

BOOST_AUTO_TEST_CASE(numbers_are_packed_whole) {
  std::mt19937 random(7);
  const std::string signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::size_t packed = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    const std::size_t length = 5 + random() % 9;
    for (std::size_t at = 0; at < length; ++at) text += signs[random() % (at % 3 == 0 ? 36 : 10)];
    const auto number = identity_number(IdentityKind::passport, text);
    if (!number) continue;
    ++packed;
    BOOST_REQUIRE_EQUAL(identity_text(IdentityKind::passport, *number), text);
  }
  BOOST_TEST(packed > 5'000U);
  const auto nik = identity_number(IdentityKind::nik, "0001 0141-0799 0001");
  BOOST_REQUIRE(nik);
  BOOST_TEST(identity_text(IdentityKind::nik, *nik) == kNik);
}

BOOST_AUTO_TEST_CASE(the_shipped_pair_has_the_leads_it_was_made_for) {
  const std::string folder = PERIKSA_SOURCE_DIR "/fixtures/two-agencies/";
  const auto found = batch({slurp(folder + "selatan.xml"), slurp(folder + "utara.xml")});
  BOOST_REQUIRE_EQUAL(found.notices.size(), 2U);
  BOOST_TEST(found.notices[0].keys == Words{"passport"}, boost::test_tools::per_element());
  BOOST_TEST(who(found.notices[0]) == "1/W001 2/W002");
  BOOST_CHECK(found.notices[0].overlap == Truth::yes);
  BOOST_TEST(found.notices[1].keys == Words{"nik"}, boost::test_tools::per_element());
  BOOST_TEST(who(found.notices[1]) == "1/W002 2/W001");
  BOOST_CHECK(found.notices[1].overlap == Truth::no);
}

BOOST_AUTO_TEST_SUITE_END()
