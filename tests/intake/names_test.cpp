// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/names.h"

#include "tests/intake/reading.h"

using namespace periksa;
using intake::AttributeNames;
using intake::ElementMeaning;
using intake::ElementNames;
using intake::Level;

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(attributes_are_found_in_any_order) {
  const auto& vocabulary = test::small_vocabulary();
  const auto& entity = vocabulary.entity(vocabulary.worker());
  AttributeNames names(entity);
  std::vector<std::string_view> order = names.all();
  for (int round = 0; round < 50; ++round) {
    std::rotate(order.begin(), order.begin() + round % 5, order.end());
    std::swap(order[0], order[static_cast<std::size_t>(round) % order.size()]);
    auto slot = names.start();
    for (const auto name : order) {
      slot = names.find(name, slot);
      BOOST_TEST(names.all()[slot] == name);
      BOOST_TEST(names.is_field(slot) == entity.find(name).has_value());
      if (names.is_field(slot)) BOOST_TEST(slot == *entity.find(name));
    }
  }
  BOOST_TEST(names.find("nothing", names.start()) == AttributeNames::kUnknown);
  BOOST_TEST((names.reserved(names.find("page", names.start())) == intake::Reserved::page));
}

BOOST_AUTO_TEST_CASE(an_element_means_another_thing_at_another_level) {
  const auto& vocabulary = test::small_vocabulary();
  const ElementNames filing(vocabulary, Level::filing);
  const ElementNames worker(vocabulary, Level::worker);
  using Kind = ElementMeaning::Kind;
  const auto kinds = [&](std::string_view name) {
    return std::pair(filing.find(name).kind, worker.find(name).kind);
  };
  BOOST_TEST((kinds("permit") == std::pair(Kind::record, Kind::field)));
  BOOST_TEST((kinds("payment") == std::pair(Kind::unknown, Kind::record)));
  BOOST_TEST((kinds("source") == std::pair(Kind::source, Kind::unknown)));
  BOOST_TEST((kinds("collection") == std::pair(Kind::collection, Kind::collection)));
  BOOST_TEST((kinds("worker") == std::pair(Kind::unknown, Kind::unknown)));
  BOOST_TEST((kinds("name") == std::pair(Kind::unknown, Kind::field)));
}

BOOST_AUTO_TEST_SUITE_END()
