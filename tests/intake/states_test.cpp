// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/date.h"
#include "auditor/base/money.h"
#include "tests/intake/reading.h"

using namespace periksa;
using facts::Cell;
using facts::State;
using test::filing;

BOOST_AUTO_TEST_SUITE(states)
namespace {

/// The cell of one field of the only worker, with what its facts say of it.
struct Seen {
  Cell cell{};
  std::string raw{};
  std::string text{};
  std::vector<Cell> alternatives{};
  std::optional<facts::Reading> reading{};
  std::string told{};
};

Seen see(const std::string& document, std::string_view field) {
  Seen seen;
  const auto& vocabulary = test::small_vocabulary();
  const auto worker = vocabulary.worker();
  const auto result = intake::read_filing_text(
      document, "f.xml", vocabulary, {.threads = 1}, [](const intake::Filing&) {},
      [&](unsigned, std::uint32_t, facts::Facts& facts) {
        const auto id = *vocabulary.entity(worker).find(field);
        seen.cell = facts.table(worker).cell(0, id);
        if (seen.cell.state != State::not_supplied) seen.raw = facts.raw(seen.cell.at);
        const bool text = vocabulary.entity(worker).fields[id].type == facts::Type::text;
        if (text && seen.cell.state == State::known) seen.text = facts.text(seen.cell);
        if (seen.cell.state == State::contradictory) {
          const auto all = facts.alternatives(seen.cell);
          seen.alternatives.assign(all.begin(), all.end());
        }
        if (const auto* reading = facts.reading(seen.cell)) seen.reading = *reading;
      });
  if (!result) seen.told = result.error().front().text.en;
  return seen;
}

Seen attribute(std::string_view field, std::string_view value) {
  return see(filing("<worker id=\"W\" " + std::string(field) + "=\"" + std::string(value) + "\"/>"),
             field);
}

Seen inside_worker(std::string_view elements, std::string_view field,
                   std::string_view attributes = "") {
  return see(filing("<source id=\"s1\" document=\"ktp\"/><worker id=\"W\" " +
                    std::string(attributes) + ">" + std::string(elements) + "</worker>"),
             field);
}

bool is(const Seen& seen, State state) {
  return seen.told.empty() && seen.cell.state == state;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_field_that_is_not_mentioned_is_not_supplied) {
  BOOST_TEST(is(see(filing("<worker id=\"W\"/>"), "name"), State::not_supplied));
}

BOOST_AUTO_TEST_CASE(an_empty_field_is_absent) {
  for (const auto field : {"name", "born_on", "sex", "permit", "wage", "trained"}) {
    BOOST_TEST(is(attribute(field, ""), State::absent), field);
    BOOST_TEST(is(attribute(field, "  \n"), State::absent), field);
  }
}

BOOST_AUTO_TEST_CASE(a_value_of_the_type_is_known) {
  BOOST_TEST(attribute("born_on", "2024-02-29").cell.value == 19'782);
  BOOST_TEST(attribute("trained", "yes").cell.value == 1);
  BOOST_TEST(attribute("trained", "no").cell.value == 0);
  BOOST_TEST(attribute("children", "12").cell.value == 12);
  BOOST_TEST(attribute("height", "1.65").cell.value == 1'650'000);
  BOOST_TEST(attribute("interest", "8.5").cell.value == 8'500'000);
  BOOST_TEST(attribute("sex", "male").cell.value == 1);
  BOOST_TEST(attribute("term", "2 years").cell.value == facts::pack_period(24, 0));
  BOOST_TEST(attribute("term", "30 days").cell.value == facts::pack_period(0, 30));
  BOOST_TEST(attribute("wage", "HKD 4990.50").cell.value == 499'050);
  BOOST_TEST(attribute("wage", "HKD 4990.50").cell.unit == pack(Currency{{'H', 'K', 'D'}}));
  for (const auto& [field, value] : std::map<std::string, std::string>{
           {"born_on", "2024-02-29"}, {"trained", "no"}, {"wage", "KRW 5"}, {"name", "Siti"}}) {
    BOOST_TEST(is(attribute(field, value), State::known), field);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_value_is_unreadable_with_its_text_never_an_error) {
  const std::multimap<std::string, std::string> cases{{"born_on", "-"},
                                                      {"born_on", "0000-00-00"},
                                                      {"born_on", "31/02/2024"},
                                                      {"born_on", "2024-02-30"},
                                                      {"born_on", "kemarin"},
                                                      {"born_on", "1850-01-01"},
                                                      {"wage", "Rp 2.500.000"},
                                                      {"wage", "IDR 2.500.000"},
                                                      {"wage", "IDR -5"},
                                                      {"wage", "USD 5"},
                                                      {"wage", "2500000"},
                                                      {"wage", "IDR 10000000000000000"},
                                                      {"wage", "-"},
                                                      {"children", "-1"},
                                                      {"children", "31"},
                                                      {"children", "1.0"},
                                                      {"children", "dua"},
                                                      {"children", "9999999999999999"},
                                                      {"height", "-0.1"},
                                                      {"height", "3.000001"},
                                                      {"height", "1,65"},
                                                      {"interest", "-1"},
                                                      {"term", "1000000 years"},
                                                      {"term", "3 weeks"},
                                                      {"term", "3"},
                                                      {"trained", "ya"},
                                                      {"trained", "YES"},
                                                      {"sex", "-"},
                                                      {"permit", "-"},
                                                      {"name", "-"},
                                                      {"name", "--"},
                                                      {"name", "\u2014"}};
  for (const auto& [field, value] : cases) {
    const auto seen = attribute(field, value);
    BOOST_TEST(is(seen, State::unreadable), field << " " << value << " " << seen.told);
    BOOST_TEST(seen.raw == value);
    BOOST_TEST(seen.cell.value == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_month_is_unreadable_with_its_days_as_readings) {
  const auto seen = attribute("born_on", "2024-03");
  BOOST_TEST(is(seen, State::unreadable));
  BOOST_REQUIRE(seen.reading);
  BOOST_TEST(to_iso(Date(static_cast<std::int32_t>(seen.reading->low))) == "2024-03-01");
  BOOST_TEST(to_iso(Date(static_cast<std::int32_t>(seen.reading->high))) == "2024-03-31");
}

BOOST_AUTO_TEST_CASE(an_unknown_code_is_an_error_that_names_the_nearest) {
  const auto seen = attribute("sex", "femal");
  BOOST_TEST(
      seen.told.starts_with("\"femal\" is no code of the list sex for the field \"sex\"; "
                            "did you mean \"female\"?"));
}

BOOST_AUTO_TEST_CASE(a_text_is_kept_as_it_is) {
  const auto seen = attribute("name", " Siti &amp; Dewi&#10;(\u00e9) ");
  BOOST_TEST(seen.text == " Siti & Dewi\n(\u00e9) ");
  BOOST_TEST(seen.raw == " Siti &amp; Dewi&#10;(\u00e9) ");
}

BOOST_AUTO_TEST_CASE(none_is_stated_where_the_vocabulary_lets_it) {
  BOOST_TEST(is(see(filing("<worker id=\"W\" none=\" departed_on \"/>"), "departed_on"),
                State::stated_none));
  BOOST_TEST(see(filing("<worker id=\"W\" none=\"name\"/>"), "name").told ==
             "the field \"name\" cannot be stated none; leave it empty");
  BOOST_TEST(see(filing("<worker id=\"W\" none=\"departedon\"/>"), "name").told ==
             "<worker> has no field \"departedon\"; did you mean \"departed_on\"?");
}

BOOST_AUTO_TEST_CASE(none_beside_a_value_of_the_same_field_is_an_error) {
  for (const std::string value : {"2024-01-01", "", "-"}) {
    for (const std::string& order : {"departed_on=\"" + value + "\" none=\"departed_on\"",
                                     "none=\"departed_on\" departed_on=\"" + value + "\""}) {
      BOOST_TEST(see(filing("<worker id=\"W\" " + order + "/>"), "name").told ==
                 "\"departed_on\" is named in none= and also written as an attribute; keep one of "
                 "them");
    }
  }
}

BOOST_AUTO_TEST_CASE(an_element_is_read_as_the_attribute_would_be) {
  const auto seen =
      inside_worker("<born_on source=\"s1\" page=\"2\">\r\n 2001-04-06 </born_on>", "born_on");
  BOOST_TEST(is(seen, State::known));
  BOOST_TEST(seen.cell.source == 1U);
  BOOST_TEST(seen.raw == "2001-04-06 ");
  BOOST_TEST(is(inside_worker("<born_on/>", "born_on"), State::absent));
  BOOST_TEST(is(inside_worker("<born_on> </born_on>", "born_on"), State::absent));
  BOOST_TEST(is(inside_worker("<born_on>31/02/2024</born_on>", "born_on"), State::unreadable));
  BOOST_TEST(inside_worker("<name> Siti &lt; </name>", "name").text == "Siti <");
}

BOOST_AUTO_TEST_CASE(an_element_may_state_its_state) {
  BOOST_TEST(is(inside_worker("<departed_on state=\"none\"/>", "departed_on"), State::stated_none));
  BOOST_TEST(is(inside_worker("<born_on state=\"absent\"/>", "born_on"), State::absent));
  BOOST_TEST(
      is(inside_worker("<born_on state=\"not-supplied\"/>", "born_on"), State::not_supplied));
  const auto unreadable = inside_worker("<sex state=\"unreadable\">fem?</sex>", "sex");
  BOOST_TEST(is(unreadable, State::unreadable));
  BOOST_TEST(unreadable.raw == "fem?");
  BOOST_TEST(is(inside_worker("<born_on state=\"unreadable\"/>", "born_on"), State::unreadable));
}

BOOST_AUTO_TEST_CASE(a_state_that_does_not_fit_is_an_error) {
  BOOST_TEST(inside_worker("<name state=\"none\"/>", "name").told ==
             "the field \"name\" cannot be stated none; leave it empty");
  BOOST_TEST(inside_worker("<born_on state=\"absent\">2001-01-01</born_on>", "born_on").told ==
             "<born_on> says state=\"absent\" but holds a value; keep one of them");
  BOOST_TEST(inside_worker("<born_on state=\"known\"/>", "born_on").told ==
             "state=\"known\" is not known; use one of: none, absent, unreadable, not-supplied");
  BOOST_TEST(inside_worker("<born_on stat=\"none\"/>", "born_on").told ==
             "<born_on> has no field \"stat\"; did you mean \"state\"?");
}

BOOST_AUTO_TEST_CASE(two_sources_that_differ_are_contradictory) {
  const auto seen = inside_worker("<born_on source=\"s1\">2001-04-06</born_on>", "born_on",
                                  "born_on=\"2001-04-05\"");
  BOOST_TEST(is(seen, State::contradictory));
  BOOST_REQUIRE(seen.alternatives.size() == 2U);
  BOOST_TEST(seen.alternatives[0].source == 0U);
  BOOST_TEST(seen.alternatives[1].source == 1U);
  BOOST_TEST(seen.alternatives[1].value - seen.alternatives[0].value == 1);
}

BOOST_AUTO_TEST_CASE(two_sources_that_agree_and_silence_beside_a_value_change_nothing) {
  BOOST_TEST(is(inside_worker("<born_on>2001-04-05</born_on><born_on state=\"unreadable\">?"
                              "</born_on><born_on/>",
                              "born_on", "born_on=\"2001-04-05\""),
                State::known));
  BOOST_TEST(
      is(inside_worker("<born_on>2001-04-05</born_on>", "born_on", "born_on=\"\""), State::known));
}

BOOST_AUTO_TEST_CASE(references_agree_or_differ_as_their_targets_do) {
  const std::string permits = "<permit id=\"P1\"/><permit id=\"P2\"/>";
  const auto same = see(filing(permits + "<worker id=\"W\" permit=\"P2\"><permit> P2 </permit>"
                                         "</worker>"),
                        "permit");
  BOOST_TEST(is(same, State::known));
  BOOST_TEST(same.cell.value == 1);
  const auto other = see(filing(permits + "<worker id=\"W\" permit=\"P2\"><permit>P1</permit>"
                                          "</worker>"),
                         "permit");
  BOOST_TEST(is(other, State::contradictory));
}

BOOST_AUTO_TEST_CASE(a_value_may_not_be_split_or_hold_elements) {
  BOOST_TEST(inside_worker("<name>Si<!-- -->ti</name>", "name").told ==
             "the value of <name> is split by a comment; move the comment");
  BOOST_TEST(inside_worker("<name><b>Siti</b></name>", "name").told ==
             "<name> holds a value, not an element <b>");
  BOOST_TEST(inside_worker("<name><!-- -->Siti<!-- --></name>", "name").text == "Siti");
}

BOOST_AUTO_TEST_SUITE_END()
