// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/reading.h"

using namespace periksa;
using facts::Completeness;
using facts::EntityId;
using test::filing;
using test::read;

BOOST_AUTO_TEST_SUITE(references)
namespace {

EntityId entity(std::string_view name) {
  return *test::small_vocabulary().find_entity(name);
}

const facts::Table& table(const test::Reading& reading, std::string_view name) {
  BOOST_REQUIRE(reading.ok());
  return reading.filing->shared->table(entity(name));
}

/// The values of one reference field of the first worker's records, and the completeness of loans.
struct OfWorker {
  std::vector<std::int64_t> loans{};
  Completeness::State completeness{};
};

OfWorker payments_loans(const std::string& inside) {
  OfWorker seen;
  const auto result = intake::read_filing_text(
      filing("<worker id='W'>" + inside + "</worker>"), "f.xml", test::small_vocabulary(),
      {.threads = 1}, [](const intake::Filing&) {},
      [&](unsigned, std::uint32_t, facts::Facts& facts) {
        const auto& payments = facts.table(entity("payment"));
        for (std::uint32_t i = 0; i < payments.size(); ++i) {
          seen.loans.push_back(payments.cell(i, 2).value);
        }
        seen.completeness = facts.table(entity("loan")).completeness(0).state;
      });
  BOOST_REQUIRE(result);
  return seen;
}

const std::string kComplete = "<collection of='permits' completeness='complete' count='1'/>";

}  // namespace

BOOST_AUTO_TEST_CASE(shared_records_refer_to_each_other_in_any_order) {
  const auto reading =
      read(filing("<permit id='A' replaces='B'/><permit id='B' replaces='A'/>"
                  "<permit id='C' replaces='C'/>"));
  const auto& permits = table(reading, "permit");
  BOOST_TEST(permits.cell(0, 2).value == 1);
  BOOST_TEST(permits.cell(1, 2).value == 0);
  BOOST_TEST(permits.cell(2, 2).value == 2);
}

BOOST_AUTO_TEST_CASE(a_workers_records_refer_to_each_other_in_any_order) {
  const auto seen = payments_loans(
      "<payment id='b1' loan='l2'/><loan id='l1'/><loan id='l2'/>"
      "<payment id='b2' loan='l1'/>");
  BOOST_TEST(seen.loans == (std::vector<std::int64_t>{1, 0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(another_workers_record_is_not_there) {
  const auto reading =
      read(filing("<worker id='V'><loan id='l1'/></worker>"
                  "<worker id='W'><payment id='b' loan='l1'/></worker>"));
  BOOST_TEST(reading.told() ==
             "2:77 \"l1\" (loan): this loan is not in the filing; add it or correct its ID\n");
}

BOOST_AUTO_TEST_CASE(a_missing_record_of_a_worker_makes_its_collection_contradictory) {
  const std::string complete = "<collection of='loans' completeness='complete' count='0'/>";
  const auto seen = payments_loans(complete + "<payment id='b' loan='l1'/>");
  BOOST_TEST(seen.loans == (std::vector<std::int64_t>{-1}), boost::test_tools::per_element());
  BOOST_TEST((seen.completeness == Completeness::State::contradictory));
  BOOST_TEST((payments_loans(complete + "<payment id='b'/>").completeness ==
              Completeness::State::complete));
}

BOOST_AUTO_TEST_CASE(
    a_missing_shared_record_named_by_a_shared_one_makes_its_collection_contradictory) {
  const auto reading = read(filing(kComplete + "<permit id='P' replaces='Q'/>"));
  BOOST_TEST(table(reading, "permit").cell(0, 2).value == -1);
  BOOST_TEST(
      (table(reading, "permit").completeness(0).state == Completeness::State::contradictory));
  BOOST_TEST(reading.told() ==
             "2:86 \"Q\" (replaces): this permit is not in the filing; add it or correct its ID\n");
}

BOOST_AUTO_TEST_CASE(a_missing_shared_record_named_by_a_worker_is_known_at_the_end) {
  const auto text = filing(kComplete + "<permit id='P'/><worker id='W' permit='Q'/>");
  for (const unsigned threads : {1U, 4U}) {
    const auto reading = read(text, {.threads = threads});
    BOOST_TEST(
        (table(reading, "permit").completeness(0).state == Completeness::State::contradictory));
    BOOST_TEST(reading.filing->doubted == std::vector{entity("permit")},
               boost::test_tools::per_element());
    BOOST_TEST(reading.shared.contains("[permits] complete (1)"));
  }
}

BOOST_AUTO_TEST_CASE(a_second_reading_may_know_the_doubt_from_the_start) {
  const auto text = filing(kComplete + "<permit id='P'/><worker id='W' permit='Q'/>");
  const auto reading = read(text, {.threads = 1, .doubted = {entity("permit")}});
  BOOST_TEST(reading.shared.contains("[permits] contradictory (1)"));
  BOOST_TEST(reading.filing->doubted.empty());
}

BOOST_AUTO_TEST_CASE(a_collection_that_was_not_said_to_be_complete_is_not_doubted) {
  const auto reading = read(filing("<worker id='W' permit='Q'/>"));
  BOOST_TEST(reading.filing->doubted.empty());
  BOOST_TEST(reading.warnings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_shared_record_may_name_a_worker_who_stands_further_on) {
  const auto reading =
      read(filing("<complaint id='1' worker='V'/><complaint id='2' worker='W'/>"
                  "<complaint id='3' worker='V'/>"
                  "<worker id='W'/><worker id='V'/>"));
  BOOST_TEST(reading.told() == "");
  const auto& complaints = table(reading, "complaint");
  BOOST_TEST(complaints.cell(0, 0).value == intake::mention_value(0));
  BOOST_TEST(complaints.cell(1, 0).value == intake::mention_value(1));
  BOOST_TEST(complaints.cell(2, 0).value == intake::mention_value(0));
  BOOST_TEST(intake::mention_index(intake::mention_value(7)) == 7U);
  const auto& mentions = reading.filing->mentions;
  BOOST_REQUIRE(mentions.size() == 2U);
  BOOST_TEST(mentions[0].id == "V");
  BOOST_TEST(mentions[0].ordinal == 1);
  BOOST_TEST(mentions[1].ordinal == 0);
}

BOOST_AUTO_TEST_CASE(a_worker_who_is_named_but_not_there_makes_the_workers_contradictory) {
  const auto reading =
      read(filing("<collection of='workers' completeness='complete' count='1'/>"
                  "<complaint id='1' worker='V'/><worker id='W'/>"));
  BOOST_TEST(reading.told() ==
             "2:87 \"V\" (worker): this worker is not in the filing; add it or correct its ID\n");
  BOOST_TEST(reading.filing->mentions[0].ordinal == -1);
  BOOST_TEST(
      (reading.filing->header.workers_completeness.state == Completeness::State::contradictory));
}

BOOST_AUTO_TEST_SUITE_END()
