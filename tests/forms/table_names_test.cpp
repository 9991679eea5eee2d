// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/table_names.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/forms/tables_reading.h"

using namespace periksa;
using namespace periksa::test;
using forms::ColumnMeaning;
using forms::SheetMeaning;
using forms::TableNames;

namespace {

constexpr Language kLanguages[] = {Language::id, Language::en};

struct Names {
  const facts::Vocabulary& vocabulary = the_vocabulary();
  TableNames names{vocabulary};
};

/// Two fields whose labels cannot be told apart, and two entities.
facts::Vocabulary clashing() {
  return facts::Vocabulary::parse(R"x(<facts version="1">
    <entity name="worker" in="filing" many="workers" id="pekerja (PMI)" en="worker">
      <field name="born_on" type="date" privacy="personal" id="tanggal lahir" en="date"/>
      <field name="left_on" type="date" privacy="personal" id="Tanggal Lahir"
             en="date (of leaving)"/>
      <field name="fee" type="text" privacy="business" id="biaya" en="fee" known-as="tanggal"/>
    </entity>
    <entity name="person" in="filing" many="persons" id="Pekerja" en="person">
      <field name="name" type="text" privacy="business" id="nama" en="name"/>
    </entity>
  </facts>)x")
      .value();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(table_names, Names)

BOOST_AUTO_TEST_CASE(every_title_fits_a_workbook_and_is_read_back) {
  for (const auto language : kLanguages) {
    std::set<std::string> titles;
    for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
      const auto title = names.title(static_cast<facts::EntityId>(i), language);
      BOOST_TEST(title.size() <= 31U, title);
      BOOST_TEST(title.find_first_of("[]:*?/\\") == std::string::npos, title);
      BOOST_TEST(titles.insert(forms::plain_name(title)).second, title);
      const auto meaning = names.sheet(title);
      BOOST_TEST((meaning.kind == SheetMeaning::Kind::records), title);
      BOOST_TEST(vocabulary.entity(meaning.entity).name == vocabulary.entities()[i].name);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_heading_is_read_back) {
  for (const auto language : kLanguages) {
    for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
      const auto entity = static_cast<facts::EntityId>(i);
      for (std::size_t f = 0; f < vocabulary.entities()[i].fields.size(); ++f) {
        const auto field = static_cast<facts::FieldId>(f);
        const auto heading = names.heading(entity, field, language);
        const auto meaning = names.column(entity, heading);
        BOOST_TEST((meaning == ColumnMeaning{ColumnMeaning::Kind::field, field}),
                   vocabulary.entities()[i].name << " " << heading);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(reserved_columns_are_read_back_in_every_sheet) {
  using Kind = ColumnMeaning::Kind;
  for (const auto language : kLanguages) {
    for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
      const auto entity = static_cast<facts::EntityId>(i);
      for (const auto kind : {Kind::id, Kind::source, Kind::page}) {
        const auto title = forms::column_title(kind, language);
        BOOST_TEST((names.column(entity, title).kind == kind), title);
      }
      if (!vocabulary.entities()[i].in_worker) continue;
      const auto title = forms::column_title(Kind::worker, language);
      BOOST_TEST((names.column(entity, title).kind == Kind::worker), title);
    }
  }
}

BOOST_AUTO_TEST_CASE(titles_of_the_tables_and_of_their_columns_are_read_back) {
  using Kind = SheetMeaning::Kind;
  for (const auto language : kLanguages) {
    for (const auto table :
         {Kind::filing, Kind::sources, Kind::collections, Kind::guide, Kind::choices}) {
      const auto title = forms::sheet_title(table, language);
      BOOST_TEST((names.sheet(title).kind == table), title);
      for (const auto key : TableNames::keys(table)) {
        const auto heading = forms::key_title(table, key, language);
        BOOST_TEST(names.key(table, heading) == key, heading);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_told_apart_by_its_label_goes_by_its_own_name) {
  const auto both = clashing();
  const TableNames of_both(both);
  const auto worker = *both.find_entity("worker");
  BOOST_TEST(of_both.heading(worker, 0, Language::id) == "born_on");
  BOOST_TEST(of_both.heading(worker, 1, Language::id) == "left_on");
  BOOST_TEST(of_both.title(worker, Language::id) == "Pekerja");
  BOOST_TEST(of_both.title(*both.find_entity("person"), Language::id) == "person");
}

BOOST_AUTO_TEST_CASE(a_whole_label_counts_before_one_without_its_brackets) {
  const auto both = clashing();
  const TableNames of_both(both);
  const auto worker = *both.find_entity("worker");
  BOOST_TEST(of_both.heading(worker, 0, Language::en) == "date");
  BOOST_TEST((of_both.column(worker, "Date") == ColumnMeaning{ColumnMeaning::Kind::field, 0}));
}

BOOST_AUTO_TEST_CASE(meanings_are_named_as_a_mapping_names_them) {
  const auto worker = vocabulary.worker();
  using Meanings = std::vector<std::string>;
  BOOST_TEST(names.meanings(worker, "TGL LAHIR") == (Meanings{"born_on"}));
  BOOST_TEST(names.meanings(worker, "Kode PMI").size() == 2U);  // the id, or a field of its own
  BOOST_TEST(names.meanings(worker, "lemari").empty());
  BOOST_TEST(names.meanings(worker, "").empty());
}

BOOST_AUTO_TEST_SUITE_END()
