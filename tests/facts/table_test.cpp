// SPDX-License-Identifier: Apache-2.0
#include "tests/facts/small_vocabulary.h"

using namespace periksa;
using facts::Columns;
using facts::Completeness;
using facts::State;
using facts::Table;

namespace {

struct SmallTables {
  facts::Vocabulary vocabulary = test::small_vocabulary();
  facts::EntityId payment = *vocabulary.find_entity("payment");
  facts::EntityId permit = *vocabulary.find_entity("permit");

  Table table(facts::EntityId id) const {
    return {vocabulary.entity(id), Columns::all(vocabulary).of(id)};
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(table, SmallTables)

BOOST_AUTO_TEST_CASE(a_new_row_has_no_values_yet) {
  Table payments = table(payment);
  const auto row = payments.append({.id = "b1"});
  BOOST_TEST((payments.cell(row, 0).state == State::not_supplied));
  BOOST_TEST(payments.row(row).id == "b1");
}

BOOST_AUTO_TEST_CASE(rows_of_one_parent_are_neighbours) {
  Table payments = table(payment);
  for (const std::uint32_t parent : {0U, 0U, 2U, 2U, 2U})
    payments.append({.id = {}, .parent = parent});
  BOOST_TEST((payments.rows_of(0) == std::pair(0U, 2U)));
  BOOST_TEST((payments.rows_of(1) == std::pair(2U, 2U)));
  BOOST_TEST((payments.rows_of(2) == std::pair(2U, 5U)));
}

BOOST_AUTO_TEST_CASE(an_id_is_found_in_its_parent_only) {
  Table payments = table(payment);
  payments.append({.id = "b1", .parent = 0});
  payments.append({.id = "b1", .parent = 1});
  BOOST_TEST(*payments.find("b1", 1) == 1U);
  BOOST_TEST(!payments.find("b1", 2));
  Table permits = table(permit);
  permits.append({.id = "P1"});
  BOOST_TEST(*permits.find("P1") == 0U);
  BOOST_TEST(!permits.find("P2"));
}

BOOST_AUTO_TEST_CASE(completeness_is_unknown_until_it_is_stated) {
  Table payments = table(payment);
  BOOST_TEST((payments.completeness(3).state == Completeness::State::unknown));
  payments.set_completeness(3, {.state = Completeness::State::complete, .count = 0});
  BOOST_TEST((payments.completeness(3).state == Completeness::State::complete));
  BOOST_TEST((payments.completeness(2).state == Completeness::State::unknown));
}

BOOST_AUTO_TEST_CASE(clearing_forgets_rows_values_and_completeness) {
  Table permits = table(permit);
  permits.cell(permits.append({.id = "P1"}), 0).state = State::known;
  permits.set_completeness(0, {.state = Completeness::State::complete, .count = 1});
  permits.clear();
  BOOST_TEST(permits.size() == 0U);
  BOOST_TEST(!permits.find("P1"));
  BOOST_TEST((permits.completeness(0).state == Completeness::State::unknown));
  BOOST_TEST((permits.cell(permits.append({.id = "P2"}), 0).state == State::not_supplied));
}

BOOST_AUTO_TEST_CASE(only_the_columns_asked_for_are_kept) {
  Columns columns = Columns::none(vocabulary);
  const auto worker = vocabulary.worker();
  columns.add(worker, 3);
  columns.add(worker, 1);
  columns.add(worker, 3);
  BOOST_TEST(columns.of(worker) == (std::vector<facts::FieldId>{1, 3}),
             boost::test_tools::per_element());
  const Table workers(vocabulary.entity(worker), columns.of(worker));
  BOOST_TEST(workers.keeps(1));
  BOOST_TEST(!workers.keeps(0));
  const Table payments(vocabulary.entity(payment), columns.of(payment));
  BOOST_TEST(!payments.keeps_any());
}

BOOST_AUTO_TEST_SUITE_END()
