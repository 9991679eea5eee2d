// SPDX-License-Identifier: Apache-2.0
#include "tests/facts/small_vocabulary.h"

using namespace periksa;
using facts::Cell;
using facts::Columns;
using facts::Completeness;
using facts::Facts;
using facts::State;
using facts::Type;

namespace {

constexpr std::string_view kSlice =
    "<worker id=\"W-1\"\n  name='Siti \"S\"' born_on=\"\">\n<sex> male </sex></worker>";

struct SlicePlaces {
  facts::Vocabulary vocabulary = test::small_vocabulary();

  static std::size_t at(std::string_view part) { return kSlice.find(part); }
  static std::string place(const Facts& facts, std::uint32_t where) {
    const auto spot = facts.spot(where);
    return std::to_string(spot.line) + ":" + std::to_string(spot.column);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(places, SlicePlaces)

BOOST_AUTO_TEST_CASE(both_ways_of_keeping_places_tell_the_same) {
  for (const auto mode : {Facts::Places::offsets, Facts::Places::kept}) {
    Facts facts(vocabulary, Columns::all(vocabulary), mode);
    facts.set_origin(kSlice, {10, 5});
    const auto id = facts.place(at("W-1"));
    const auto sex = facts.place(at("male"));
    const auto name = facts.place(at("Siti"));
    const auto born = facts.place(at("born_on=\"") + 9);
    BOOST_TEST(place(facts, id) == "10:17");
    BOOST_TEST(place(facts, name) == "11:9");
    BOOST_TEST(place(facts, born) == "11:28");
    BOOST_TEST(place(facts, sex) == "12:7");
    BOOST_TEST(facts.raw(id) == "W-1");
    BOOST_TEST(facts.raw(name) == "Siti \"S\"");
    BOOST_TEST(facts.raw(born) == "");
    BOOST_TEST(facts.raw(sex) == "male ");
  }
}

BOOST_AUTO_TEST_CASE(kept_places_survive_the_next_text) {
  Facts facts(vocabulary, Columns::all(vocabulary), Facts::Places::kept);
  std::uint32_t first = 0;
  {
    const std::string text = "<a x=\"old\"/>";
    facts.set_origin(text, {1, 1});
    first = facts.place(6);
  }
  const std::string other = "<b y=\"new\"/>";
  facts.set_origin(other, {9, 1});
  BOOST_TEST(facts.raw(facts.place(6)) == "new");
  BOOST_TEST(facts.raw(first) == "old");
  BOOST_TEST(place(facts, first) == "1:7");
}

BOOST_AUTO_TEST_CASE(an_appended_worker_brings_its_records_values_and_places) {
  const auto payment = *vocabulary.find_entity("payment");
  Facts all(vocabulary, Columns::all(vocabulary), Facts::Places::kept);
  for (const std::string id : {"W-1", "W-2"}) {
    Facts one(vocabulary, Columns::all(vocabulary), Facts::Places::offsets);
    const std::string text = "<worker id=\"" + id + "\" name=\"Siti " + id + "\"/>";
    one.set_origin(text, {3, 1});
    auto& workers = one.table(vocabulary.worker());
    workers.append({.id = std::string_view(text).substr(12, 3), .at = one.place(0)});
    Cell& name = workers.cell(0, 0);
    const auto at = text.find("Siti");
    name = {.value = one.add_text(std::string_view(text).substr(at, 8)),
            .at = one.place(at),
            .state = State::known};
    Cell& born = workers.cell(0, 1);
    born = {.value = 1, .state = State::known};
    one.merge(born, {.value = 2, .state = State::known}, Type::date);
    one.table(payment).append({.id = "b1"});
    one.table(payment).set_completeness(0, {.state = Completeness::State::complete, .count = 1});
    all.append_worker(one);
  }
  const auto& workers = all.table(vocabulary.worker());
  BOOST_REQUIRE(workers.size() == 2U);
  BOOST_TEST(workers.row(1).id == "W-2");
  BOOST_TEST(all.text(workers.cell(1, 0)) == "Siti W-2");
  BOOST_TEST(all.raw(workers.cell(1, 0).at) == "Siti W-2");
  BOOST_TEST(place(all, workers.cell(1, 0).at) == "3:24");
  BOOST_TEST(all.alternatives(workers.cell(1, 1)).size() == 2U);
  BOOST_TEST((all.table(payment).rows_of(1) == std::pair(1U, 2U)));
  BOOST_TEST((all.table(payment).completeness(1).state == Completeness::State::complete));
}

BOOST_AUTO_TEST_CASE(a_pointer_names_each_place_of_a_document) {
  using facts::kNoKey;
  using facts::kOnlyRecord;
  using facts::kSharedRecord;
  using facts::pointer_spot;
  const auto kind = facts::Part::Kind::pointers;
  const std::vector<facts::Part> parts{{kind, "f.json", "", false, {"closing"}},
                                       {kind, "f.json", "permits", false, {"id", "quota"}},
                                       {kind, "f.json", "payments", true, {"id", "amount"}}};
  const auto cell = [&](facts::Spot spot) { return facts::position("f.json", parts, spot).cell; };
  BOOST_TEST(cell(pointer_spot(1, kSharedRecord, kOnlyRecord, kNoKey)) == "");
  BOOST_TEST(cell(pointer_spot(1, kSharedRecord, kOnlyRecord, 0)) == "/closing");
  BOOST_TEST(cell(pointer_spot(2, kSharedRecord, 999'999, kNoKey)) == "/permits/999999");
  BOOST_TEST(cell(pointer_spot(2, kSharedRecord, 3, 1)) == "/permits/3/quota");
  BOOST_TEST(cell(pointer_spot(2, kSharedRecord, kOnlyRecord, 1)) == "/permits/quota");
  BOOST_TEST(cell(pointer_spot(3, 3'999'999, 1'999, 1)) == "/workers/3999999/payments/1999/amount");
  BOOST_TEST(cell(pointer_spot(3, 7, 0, 1, facts::kMaxReading)) ==
             "/workers/7/payments/0/amount/62");
  BOOST_TEST(cell(pointer_spot(3, 7, kOnlyRecord, 1)) == "/workers/7/payments/amount");
}

BOOST_AUTO_TEST_SUITE_END()
