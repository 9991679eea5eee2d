// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/xlsx_sink.h"

#include <boost/test/unit_test.hpp>

#include "auditor/audit/audit.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/row_store.h"
#include "auditor/sheets/sheets.h"
#include "tests/audit/help/filings.h"
#include "tests/forms/tables_reading.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using forms::OutCell;

namespace {

struct WrittenBook : TempFolder {
  std::filesystem::path file = path() / "book.xlsx";

  Result<void> write(const std::vector<OutCell>& cells) const {
    forms::XlsxSink sink(file);
    sink.sheet(0, "Satu", "one", {"A", "B", "C"});
    sink.row(0, cells);
    return sink.finish();
  }

  /// What stands in A2 after a text was written there.
  std::string again(const std::string& text, bool date = false) const {
    BOOST_REQUIRE(write({{text, date}}).has_value());
    const auto cells = cells_in(file);
    const auto at = cells.find("Satu!A2");
    return at == cells.end() ? std::string() : at->second;
  }

  std::filesystem::path converted(const std::string& fixture) const {
    const auto from = std::filesystem::path(PERIKSA_SOURCE_DIR) / "fixtures" / fixture;
    forms::TableExport tables(the_vocabulary(), Language::id);
    const auto read = [&](const intake::OnShared& shared, const intake::OnWorker& worker) {
      intake::ReadOptions options;
      options.threads = 1;
      BOOST_REQUIRE(forms::read_any_filing(from / "filing.xml", the_vocabulary(), options, {},
                                           shared, worker));
    };
    read([&](const auto& filing) { tables.look(filing); },
         [&](unsigned, std::uint32_t, facts::Facts& worker) { tables.look(worker); });
    forms::XlsxSink sink(file);
    read([&](const auto& filing) { tables.begin(filing, sink); },
         [&](unsigned, std::uint32_t, facts::Facts& worker) { tables.worker(worker); });
    BOOST_REQUIRE(sink.finish().has_value());
    return from / "filing.xml";
  }
};

/// What is found, without where it was read and whatever is made of that.
std::vector<std::string> listed_findings(const std::filesystem::path& filing) {
  const auto audited = audit::audit_filing(shipped_rules(), filing, {});
  BOOST_REQUIRE(audited.has_value());
  std::vector<std::string> all;
  for (const auto& finding : audited->results.findings) {
    std::string one = finding.rule + ' ' + finding.subject + ' ' +
                      std::string(results::to_string(finding.verdict)) + ' ' +
                      finding.evidence_digest + ' ' + finding.sentence.id;
    for (const auto& [name, values] : finding.arguments) {
      for (const auto& value : values) one += ' ' + name + '=' + value.text;
    }
    for (const auto fact : finding.evidence) {
      const auto& read = audited->results.facts[fact];
      one += ' ' + read.field + ':' + read.state + ':' + read.basis + ':' + read.shown.text;
    }
    all.push_back(one);
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(xlsx_sink, WrittenBook)

BOOST_AUTO_TEST_CASE(texts_come_back_as_they_are) {
  for (const auto* text :
       {"0012345203980001", "=1+1", "+62 000 0000 0001", "-", "@nama", "'tidak ada", "1e5", "007",
        "a & b < c > \"d\"", "é ü 中文", "baris satu\nbaris dua", "_x0041_", "2024-03-12"})
    BOOST_TEST(again(text) == text);
}

BOOST_AUTO_TEST_CASE(days_are_dates_from_the_first_to_the_last) {
  for (const auto* day :
       {"1900-01-01", "1900-02-28", "1900-03-01", "1970-01-01", "2024-02-29", "2199-12-31"})
    BOOST_TEST(again(day, true) == day);
  BOOST_TEST(again("Maret 2024", true) == "Maret 2024");
  forms::RowStore store;
  BOOST_REQUIRE(write({{"2024-03-12", true}, {"2024-03-12", false}}).has_value());
  BOOST_REQUIRE(sheets::read_workbook(file, {}, store).has_value());
  std::vector<sheets::Cell> cells;
  store.read(store.kept().front().rows.back(), cells);
  BOOST_TEST((cells.at(0).kind == sheets::Kind::date));
  BOOST_TEST((cells.at(1).kind == sheets::Kind::text));
}

BOOST_AUTO_TEST_CASE(same_cells_same_bytes) {
  BOOST_REQUIRE(write({{"a"}, {"b"}, {"2024-03-12", true}}).has_value());
  const std::string once = slurp(file);
  BOOST_REQUIRE(write({{"a"}, {"b"}, {"2024-03-12", true}}).has_value());
  BOOST_TEST((slurp(file) == once));
}

BOOST_AUTO_TEST_CASE(a_text_too_long_for_a_cell_leaves_the_old_file_as_it_was) {
  BOOST_REQUIRE(write({{"a"}}).has_value());
  const std::string before = slurp(file);
  const auto written = write({{std::string(40'000, 'x')}});
  BOOST_REQUIRE(!written.has_value());
  BOOST_TEST(written.error().front().at.cell == "Satu!A2");
  BOOST_TEST((slurp(file) == before));
  BOOST_TEST(listing().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_told) {
  forms::XlsxSink sink(path() / "none" / "book.xlsx");
  sink.sheet(0, "Satu", "one", {"A"});
  sink.row(0, {{"a"}});
  BOOST_TEST(!sink.finish().has_value());
}

BOOST_AUTO_TEST_CASE(a_filing_as_a_workbook_gives_the_same_findings) {
  for (const auto* fixture : {"clean-agency", "seeded-agency"}) {
    const auto source = converted(fixture);
    const auto expected = listed_findings(source);
    const auto found = listed_findings(file);
    BOOST_TEST(found == expected, fixture);
  }
}

BOOST_AUTO_TEST_SUITE_END()
