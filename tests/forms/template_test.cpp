// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/template_book.h"

#include <boost/test/unit_test.hpp>

#include "auditor/forms/template_words.h"
#include "tests/forms/tables_reading.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using forms::Purpose;

namespace {

struct Templates : TempFolder {
  std::filesystem::path file = path() / "template.xlsx";
  std::filesystem::path filled = path() / "filled";

  void write(Purpose purpose, Language language) const {
    const auto written = forms::write_template(file, the_vocabulary(), purpose, language);
    BOOST_REQUIRE(written.has_value());
  }

  /// The filing it makes when the closing date is stated and, if asked for, the marks are taken
  /// off the example rows.
  ReadTables read(Language language, bool unmarked) const {
    const std::string mark = '#' + forms::example_id(language);
    fill([&](std::uint32_t row, const std::string& text) {
      const bool marked = unmarked && row > 1 && text.starts_with(mark);
      if (!marked) return text;
      return text == mark ? forms::example_id(language) : text.substr(mark.size() + 1);
    });
    return read_tables(filled);
  }

  /// Writes the sheets as CSV files, with a closing date.
  void fill(const std::function<std::string(std::uint32_t, const std::string&)>& change) const {
    std::filesystem::remove_all(filled);
    write_as_csv(file, filled,
                 [&](const auto&, auto row, auto, const auto& text) { return change(row, text); });
    for (const auto* name : {"Berkas.csv", "Filing.csv"}) {
      if (std::filesystem::exists(filled / name))
        TempFolder::write(filled / name, slurp(filled / name) + "closing,2025-06-30\n");
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(templates, Templates)

BOOST_AUTO_TEST_CASE(every_name_in_a_set_is_an_entity) {
  for (const auto purpose : {Purpose::agency, Purpose::crew, Purpose::union_}) {
    BOOST_TEST(!forms::names_in(purpose).empty());
    for (const auto name : forms::names_in(purpose))
      BOOST_TEST(the_vocabulary().find_entity(name).has_value(), name);
  }
}

BOOST_AUTO_TEST_CASE(every_set_has_the_sheet_of_workers_and_all_has_every_sheet) {
  const auto all = the_vocabulary().entities().size();
  for (const auto purpose : {Purpose::agency, Purpose::crew, Purpose::union_, Purpose::all}) {
    const auto sheets = forms::sheets_for(the_vocabulary(), purpose);
    BOOST_TEST((std::ranges::find(sheets, the_vocabulary().worker()) != sheets.end()));
    BOOST_TEST((sheets.size() == all) == (purpose == Purpose::all));
  }
}

BOOST_AUTO_TEST_CASE(an_empty_template_is_a_filing_that_says_nothing) {
  for (const Language language : {Language::id, Language::en}) {
    write(Purpose::all, language);
    const auto read = this->read(language, false);
    for (const auto& error : read.errors) BOOST_ERROR(error);
    BOOST_TEST(read.cells.empty());
    // No word of the guide, of the lists or of a heading; only of the examples, once.
    BOOST_REQUIRE(read.warnings.size() == 1U);
    BOOST_TEST(read.warnings.front().contains("example rows of the template"));
  }
}

BOOST_AUTO_TEST_CASE(without_its_mark_every_example_is_known) {
  for (const Language language : {Language::id, Language::en}) {
    write(Purpose::all, language);
    const auto read = this->read(language, true);
    for (const auto& error : read.errors) BOOST_ERROR(error);
    std::size_t fields = 0;
    for (const auto& entity : the_vocabulary().entities()) {
      BOOST_TEST(read.records.at(entity.name) == 1U, entity.name);
      fields += entity.fields.size();
    }
    BOOST_TEST(read.cells.size() == fields);
    for (const auto& [cell, said] : read.cells) {
      const bool unknown = said == "unreadable" || said == "absent" || said == "not supplied" ||
                           said == "none" || said == "contradictory" || said == "points to nothing";
      BOOST_TEST(!unknown, cell << ": " << said);
    }
    for (const auto& warning : read.warnings) BOOST_ERROR(warning);
  }
}

BOOST_AUTO_TEST_CASE(without_a_closing_date_it_says_how_to_state_one) {
  write(Purpose::agency, Language::id);
  const auto read = read_tables(file);
  BOOST_REQUIRE(read.errors.size() == 1U);
  BOOST_TEST(read.errors.front().contains("closing date is not stated"));
}

BOOST_AUTO_TEST_CASE(the_example_row_does_not_make_the_empty_columns_of_others_absent) {
  write(Purpose::agency, Language::id);
  const auto cells = cells_in(file);
  const std::string title = "Pekerja";
  BOOST_REQUIRE(cells.at(title + "!B1") == "nama pekerja");
  BOOST_REQUIRE(cells.at(title + "!A2") == "#contoh-1");
  fill([](auto, const auto& text) { return text; });
  TempFolder::write("filled/Pekerja.csv", slurp(filled / "Pekerja.csv") + "W-01,Siti Contoh\n");
  const auto read = read_tables(filled);
  BOOST_REQUIRE(read.errors.empty());
  BOOST_TEST(read.at("W-01 worker.name") == "Siti Contoh");
  BOOST_TEST(read.at("W-01 worker.born_on") == "not supplied");
}

BOOST_AUTO_TEST_CASE(same_purpose_same_bytes) {
  write(Purpose::union_, Language::en);
  const std::string once = slurp(file);
  write(Purpose::union_, Language::en);
  BOOST_TEST((slurp(file) == once));
}

BOOST_AUTO_TEST_CASE(every_code_can_be_chosen_by_what_the_lists_show) {
  const auto& vocabulary = the_vocabulary();
  const forms::TableNames names(vocabulary);
  const forms::WrittenReader reader(vocabulary);
  for (const Language language : {Language::id, Language::en}) {
    const forms::TemplateWords words(vocabulary, names, language);
    for (std::size_t list = 0; list < vocabulary.lists().size(); ++list) {
      facts::Field field;
      field.type = facts::Type::code;
      field.target = static_cast<facts::ListId>(list);
      const auto& codes = vocabulary.lists()[list].codes;
      for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto shown = words.code(field.target, i);
        BOOST_TEST(reader.read(field, shown).text == codes[i].name, shown);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_note_says_how_a_value_is_written) {
  const auto& vocabulary = the_vocabulary();
  const forms::TableNames names(vocabulary);
  const forms::TemplateWords words(vocabulary, names, Language::en);
  const auto& worker = vocabulary.entity(vocabulary.worker());
  const auto note = words.note(worker.fields[*worker.find("permit")]);
  BOOST_TEST(note.contains("an ID of the sheet \"Recruitment permit\""), note);
  BOOST_TEST(words.note(worker.fields[*worker.find("departed_on")]).contains("\"not yet\""));
  for (const auto& entity : vocabulary.entities()) {
    for (const auto& field : entity.fields)
      BOOST_TEST(words.note(field).contains("\nWrite: "), field.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
