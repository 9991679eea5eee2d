// SPDX-License-Identifier: Apache-2.0
// The exports that are shipped with their mappings (fixtures/back-office-export, cash-book).
#include <boost/test/unit_test.hpp>

#include "auditor/audit/audit.h"
#include "tests/audit/help/filings.h"
#include "tests/forms/tables_reading.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(exports)
namespace {

struct Export {
  fs::path folder;
  forms::Mapping mapping;
  ReadTables read;

  explicit Export(const char* name)
      : folder(fs::path(PERIKSA_SOURCE_DIR) / "fixtures" / name),
        mapping(forms::read_mapping(folder / "peta.xml", the_vocabulary()).value()),
        read(read_tables(folder, &mapping)) {}

  results::Results audited() const {
    audit::Options options;
    options.sheets.mapping = &mapping;
    return audit::audit_filing(shipped_rules(), folder, options).value().results;
  }
};

const Export& office() {
  static const Export read("back-office-export");
  return read;
}
const Export& cash() {
  static const Export read("cash-book");
  return read;
}

/// Verdicts by subject's record, of a rule.
std::map<std::string, std::string> verdicts(const results::Results& results,
                                            std::string_view rule) {
  std::map<std::string, std::string> all;
  for (const auto& finding : results.findings) {
    if (finding.rule != rule) continue;
    all[finding.subject] = results::to_string(finding.verdict);
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_office_s_rows_are_read_as_records_of_several_kinds) {
  const auto& read = office().read;
  BOOST_TEST(read.errors.empty());
  BOOST_TEST(read.records.at("worker") == 8U);
  BOOST_TEST(read.records.at("passport") == 8U);
  BOOST_TEST(read.records.at("payment") == 8U);
  BOOST_TEST(read.records.at("custody") == 21U);
  BOOST_TEST(read.records.at("process_step") == 17U);
}

BOOST_AUTO_TEST_CASE(the_office_s_values_are_read_as_they_are_written) {
  const auto& read = office().read;
  BOOST_TEST(read.at("TS 6317 worker.nik") == "0012345203980001");
  BOOST_TEST(read.at("TS 6317 worker.born_on") == "1998-03-12");
  BOOST_TEST(read.at("TS 6317 worker.marital_status") == "married");
  BOOST_TEST(read.at("TS 6317 worker.job") == "domestic_worker");
  BOOST_TEST(read.at("TS 6317 worker.country") == "HK");
  BOOST_TEST(read.at("TS 6324 worker.status") == "withdrawn");
  BOOST_TEST(read.at("TS 6323 worker.born_on") == "unreadable");
  BOOST_TEST(read.at("TS 6322 worker.departed_on") == "unreadable");
  BOOST_TEST(read.at("TSEX 6440 worker.recruiter") == "absent");
  BOOST_TEST(read.at("TS 6318/pmi:3 payment.amount") == "IDR 600000");
  BOOST_TEST(read.at("TS 6323/pmi:8 payment.amount") == "IDR 2500000");
  BOOST_TEST(read.at("TS 6321/pmi:6 passport.number") == "unreadable");
  BOOST_TEST(read.at("TS 6322/register_asli:8:ktp custody.taken_on") == "2024-06-30");
  BOOST_TEST(read.at("TS 6322/register_asli:8:ktp custody.returned_on") == "2024-03-18");
  BOOST_TEST(read.at("TS 6319/register_asli:5:ijazah custody.returned_on") == "unreadable");
  BOOST_TEST(read.at("TS 6324/proses:18 process_step.step") == "unreadable");
}

BOOST_AUTO_TEST_CASE(the_one_word_nobody_knows_is_the_only_warning) {
  const auto& warnings = office().read.warnings;
  BOOST_REQUIRE(warnings.size() == 1U);
  BOOST_TEST(warnings.front().contains("\"interview\" is not known"), warnings.front());
}

BOOST_AUTO_TEST_CASE(the_audit_of_the_office_finds_what_the_rows_show) {
  const auto results = office().audited();
  const auto age = verdicts(results, "uu-18-2017/66/1");
  // The second and the seventh worker: 17 years old, and a birth date nobody can read.
  using Verdicts = std::map<std::string, std::string>;
  BOOST_TEST((age == Verdicts{{"W002", "breach"},
                              {"W005", "insufficient"},
                              {"W006", "insufficient"},
                              {"W007", "insufficient"},
                              {"W008", "insufficient"}}));
}

BOOST_AUTO_TEST_CASE(the_cash_book_is_read_row_by_row_without_its_total) {
  const auto& read = cash().read;
  BOOST_TEST(read.errors.empty());
  BOOST_TEST(read.records.at("cash_entry") == 10U);
  BOOST_TEST(read.records.at("worker") == 4U);
  BOOST_TEST(read.at("K-0001 cash_entry.amount") == "IDR 1500000");
  BOOST_TEST(read.at("K-0001 cash_entry.direction") == "income");
  BOOST_TEST(read.at("K-0001 cash_entry.category") == "Biaya MD");
  BOOST_TEST(read.at("K-0001 cash_entry.component") == "unreadable");
  BOOST_TEST(read.at("K-0002 cash_entry.component") == "recruiter_fee");
  BOOST_TEST(read.at("K-0002 cash_entry.worker") == "points to a record");
  BOOST_TEST(read.at("K-0006 cash_entry.component") == "local_transport");
  BOOST_TEST(read.at("K-0009 cash_entry.amount") == "HKD 1200");
  BOOST_TEST(read.at("K-0009 cash_entry.worker") == "absent");
  BOOST_TEST(read.at("K-0010 cash_entry.booked_on") == "unreadable");
}

BOOST_AUTO_TEST_CASE(the_audit_of_the_cash_book_finds_the_payments_to_sponsors) {
  const auto found = verdicts(cash().audited(), "standard/R12/1");
  BOOST_TEST(found.at("K-0002") == "observation");
  BOOST_TEST(found.at("K-0008") == "observation");
  // Whom the others were paid to, the book does not say; income is no payment to anybody.
  BOOST_TEST(found.at("K-0004") == "insufficient");
  BOOST_TEST(!found.contains("K-0001"));
}

BOOST_AUTO_TEST_SUITE_END()
