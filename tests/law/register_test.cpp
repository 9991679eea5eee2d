// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/register.h"

#include <boost/test/unit_test.hpp>

#include "tests/law/small_law.h"

namespace periksa::law {
BOOST_AUTO_TEST_SUITE(law_register)
namespace {

using test::day;

constexpr const char* kAct =
    R"xml(<instrument id="uu-9" kind="UU" cite="UU 9" checked-until="2026-01-01">
  <title lang="id">Undang-undang   sembilan,
    baris kedua</title>
  <title lang="en">Act nine</title>
  <source id="S1" copy="unofficial">teks</source>
  <provision id="51.1" cite="Pasal 51 ayat (1)" rows="P-02 P-03">
    <version from="2017-11-22" to="2020-11-02" grade="V" binds="p3mi" source="S1">
      <paraphrase lang="id">lama</paraphrase><paraphrase lang="en">old</paraphrase>
      <sanction ref="uu-9#86.a"/>
    </version>
    <version from="2020-11-02" grade="V2" concurring="2" binds="worker state"
             source="S1" amended-by="uu-9#84">
      <paraphrase lang="id">baru</paraphrase><paraphrase lang="en">new</paraphrase>
    </version>
  </provision>
  <provision id="84" cite="Pasal 84">
    <version from="2020-11-02" grade="V" binds="anyone" source="S1">
      <paraphrase lang="id">ubah</paraphrase><paraphrase lang="en">amends</paraphrase>
    </version>
  </provision>
  <provision id="90" cite="Pasal 90">
    <version from="2024-10-01" to="2025-02-01" sure-to="2025-01-01" grade="V" binds="" source="S1">
      <paraphrase lang="id">x</paraphrase><paraphrase lang="en">x</paraphrase>
    </version>
    <version from="2025-01-01" sure-from="2025-02-01" grade="V" binds="" source="S1">
      <paraphrase lang="id">y</paraphrase><paraphrase lang="en">y</paraphrase>
    </version>
  </provision>
  <unruled id="N-01" provisions="84 uu-9#90" kind="not-coded">
    <why lang="id">belum</why><why lang="en">not yet</why>
  </unruled>
</instrument>)xml";

constexpr const char* kSanctions = R"(<sanctions>
  <sanction id="uu-9#86.a" cite="Pasal 86 huruf a" kind="criminal" authority="police">
    <version from="2017-11-22" grade="V" source="S1">
      <text lang="id">penjara</text><text lang="en">prison</text>
    </version>
  </sanction>
  <authority id="police">
    <version from="2017-11-22" to="2024-11-05" sure-to="2024-10-21" grade="V">
      <text lang="id">lama</text><text lang="en">old</text>
    </version>
    <version from="2024-10-21" sure-from="2024-11-05" grade="V">
      <text lang="id">baru</text><text lang="en">new</text>
    </version>
  </authority>
</sanctions>)";

constexpr const char* kRowsFile = R"(<rows>
  <part id="act" rows="P-02 P-03
                       N-01 N-02"><title lang="id">satu</title><title lang="en">one</title></part>
  <part id="rest" rows="R01"><title lang="id">dua</title><title lang="en">two</title></part>
</rows>)";

Register act() {
  const std::vector<std::string> files{kAct, kSanctions};
  return Register::parse(files).value();
}

BOOST_AUTO_TEST_CASE(the_version_is_that_of_the_day) {
  struct Row {
    const char* first;
    const char* last;
    std::string_view versions;
  };
  static constexpr Row kRows[] = {
      {"2017-11-21", "2017-11-21", ""},         {"2017-11-22", "2017-11-22", "old "},
      {"2020-11-01", "2020-11-01", "old "},     {"2020-11-02", "2020-11-02", "new "},
      {"2020-10-30", "2020-11-05", "old new "}, {"2017-01-01", "2017-11-21", ""},
      {"2020-11-01", "2020-11-02", "old new "}, {"2100-01-01", "2100-01-01", "new "},
  };
  const auto law = act();
  const auto* const provision = law.find("uu-9#51.1");
  BOOST_TEST_REQUIRE(provision != nullptr);
  for (const auto& row : kRows) {
    std::string found;
    for (const auto* version : provision->on(day(row.first), day(row.last))) {
      found += version->paraphrase.en + " ";
    }
    BOOST_TEST(found == row.versions, row.first << " to " << row.last << ": " << found);
  }
}

BOOST_AUTO_TEST_CASE(both_versions_are_found_inside_an_uncertain_window) {
  const auto law = act();
  const auto* const provision = law.find("uu-9#90");
  BOOST_TEST(provision->on(day("2024-12-31"), day("2024-12-31")).size() == 1U);
  const auto both = provision->on(day("2025-01-15"), day("2025-01-15"));
  BOOST_TEST(both.size() == 2U);
  for (const auto* version : both) BOOST_TEST(!version->window.surely_holds(day("2025-01-15")));
  BOOST_TEST(provision->on(day("2025-02-01"), day("2025-02-01")).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_provision_has_all_that_its_file_says) {
  const auto law = act();
  const auto* const provision = law.find("uu-9#51.1");
  BOOST_TEST(provision->cite == "Pasal 51 ayat (1)");
  BOOST_TEST(provision->rows.size() == 2U);
  BOOST_TEST(to_string(provision->at) == "1.xml:6:4");
  const auto& first = provision->versions[0];
  BOOST_TEST(first.binds_agency());
  BOOST_TEST(first.sanctions.at(0) == "uu-9#86.a");
  const auto& second = provision->versions[1];
  BOOST_TEST(!second.binds_agency());
  BOOST_TEST((second.grade == Grade::concurring));
  BOOST_TEST(second.amended_by == "uu-9#84");
  BOOST_TEST((second.window == Window{day("2020-11-02"), kOpen, day("2020-11-02"), kOpen}));
  BOOST_TEST(law.find("uu-9#84")->versions[0].binds_agency());
}

BOOST_AUTO_TEST_CASE(instruments_and_what_has_no_rule_are_kept) {
  const auto law = act();
  BOOST_TEST(law.instrument("uu-9")->title.id == "Undang-undang sembilan, baris kedua");
  BOOST_TEST((law.instrument("uu-9")->checked_until == day("2026-01-01")));
  BOOST_TEST(law.instrument("uu-8") == nullptr);
  BOOST_TEST_REQUIRE(law.unruled().size() == 1U);
  BOOST_TEST(law.unruled()[0].provisions.at(0) == "uu-9#84");
  BOOST_TEST(law.unruled()[0].provisions.at(1) == "uu-9#90");
}

BOOST_AUTO_TEST_CASE(a_sanction_names_the_authority_of_the_day) {
  const auto law = act();
  BOOST_TEST(law.sanction("uu-9#86.a")->authority == "police");
  BOOST_TEST(law.sanction("uu-9#86.b") == nullptr);
  BOOST_TEST(law.authority("police", day("2017-11-21")) == nullptr);
  BOOST_TEST(law.authority("police", day("2024-10-20"))->text.en == "old");
  BOOST_TEST(law.authority("police", day("2024-11-05"))->text.en == "new");
  BOOST_TEST(law.authority("police", day("2024-10-30"))->text.en == "new");
  BOOST_TEST(law.authority("nobody", day("2024-10-30")) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_mistyped_citation_finds_its_neighbour) {
  const auto law = act();
  BOOST_TEST(law.find("uu-9#51") == nullptr);
  BOOST_TEST(law.nearest_citation("uu-9#51") == "uu-9#51.1");
  BOOST_TEST(law.nearest_citation("something else").empty());
}

BOOST_AUTO_TEST_CASE(the_rows_of_the_reference_stand_in_their_order) {
  const std::vector<std::string> files{kAct, kSanctions, kRowsFile};
  const auto law = test::must(Register::parse(files));
  BOOST_TEST_REQUIRE(law.row_parts().size() == 2U);
  BOOST_TEST(law.row_parts()[0].title.en == "one");
  const std::vector<std::string> rows{"P-02", "P-03", "N-01", "N-02"};
  BOOST_TEST(law.row_parts()[0].rows == rows, boost::test_tools::per_element());
  BOOST_TEST(law.may_be_row("R01"));
  BOOST_TEST(!law.may_be_row("R02"));
  BOOST_TEST(act().may_be_row("R02"));  // there is no reference to compare with
}

BOOST_AUTO_TEST_CASE(an_entry_without_a_rule_accounts_for_the_row_of_its_name_or_those_it_names) {
  const auto rows_of = [](std::string_view attribute) {
    std::string text = kAct;
    text.insert(text.find(" provisions="), attribute);
    const std::vector<std::string> files{text, kSanctions, kRowsFile};
    return test::must(Register::parse(files)).unruled()[0].rows;
  };
  BOOST_TEST((rows_of("") == std::vector<std::string>{"N-01"}));
  BOOST_TEST((rows_of(" rows='N-02 R01'") == std::vector<std::string>{"N-02", "R01"}));
  BOOST_TEST(act().unruled()[0].rows.empty());
}

BOOST_AUTO_TEST_CASE(a_row_that_is_not_in_the_reference_or_twice_in_it_is_a_mistake) {
  const auto told = [](std::string rows, std::string_view part, std::string_view instead) {
    rows.replace(rows.find(part), part.size(), instead);
    const std::vector<std::string> files{kAct, kSanctions, rows};
    const auto law = Register::parse(files);
    return law ? std::string() : test::told(law.error());
  };
  BOOST_TEST(told(kRowsFile, "P-03", "P-04") ==
             "1.xml:6:55: error: unknown row of the legal reference \"P-03\"; did you mean "
             "\"P-02\"?\n");
  BOOST_TEST(told(kRowsFile, "R01", "P-02").contains("the id \"P-02\" is taken"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
