// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "auditor/audit/sightings.h"

namespace periksa::audit {
BOOST_AUTO_TEST_SUITE(sightings)
namespace {

/// "0 2; 1 5": the workers of each shared key.
std::string workers(Sightings& sightings, std::int64_t least) {
  std::string text;
  for (const auto& sights : sightings.shared(least)) {
    if (!text.empty()) text += "; ";
    for (std::size_t i = 0; i < sights.size(); ++i)
      text += fmt::format("{}{}", i == 0 ? "" : " ", sights[i].ordinal);
  }
  return text;
}

BOOST_AUTO_TEST_CASE(a_key_counts_once_a_worker_with_its_first_record) {
  Sightings seen;
  for (const std::uint32_t place : {1U, 2U, 3U}) seen.add("A|", {4, {place, 1}, place});
  seen.add("A|", {7, {9, 1}, 0});
  const auto shared = seen.shared(2);
  BOOST_REQUIRE(shared.size() == 1U);
  BOOST_REQUIRE(shared[0].size() == 2U);
  BOOST_TEST(shared[0][0].ordinal == 4U);
  BOOST_TEST(shared[0][0].place == 1U);
  BOOST_TEST(shared[0][1].ordinal == 7U);
}

BOOST_AUTO_TEST_CASE(keys_stand_by_first_worker_then_by_text) {
  Sightings seen;
  for (const std::uint32_t worker : {2U, 5U}) seen.add("Z|", {worker, {1, 1}, 0});
  for (const std::uint32_t worker : {1U, 6U}) seen.add("Y|", {worker, {1, 1}, 0});
  for (const std::uint32_t worker : {2U, 3U}) seen.add("X|", {worker, {1, 1}, 1});
  BOOST_TEST(workers(seen, 2) == "1 6; 2 3; 2 5");
  BOOST_TEST(workers(seen, 2).empty());  // emptied by the call before
}

BOOST_AUTO_TEST_CASE(two_threads_sightings_are_as_those_of_one) {
  Sightings one;
  Sightings first;
  Sightings second;
  for (std::uint32_t worker = 0; worker < 1000; ++worker) {
    const std::string key = fmt::format("K{}|", worker * 7919 % 300);
    one.add(key, {worker, {worker + 1, 2}, 0});
    (worker / 10 % 2 == 0 ? first : second).add(key, {worker, {worker + 1, 2}, 0});
  }
  first.absorb(std::move(second));
  const std::string expected = workers(one, 4);
  BOOST_TEST(!expected.empty());
  BOOST_TEST(workers(first, 4) == expected);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::audit
