// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <new>

#include "tests/law/small_law.h"

// Counts every allocation of this program; a look-up is called for every fact of every worker.
namespace {
std::atomic<long> allocations{0};
}  // namespace

// Not inlined: beside free() alone a compiler takes the pair for a mistake.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* const room = std::malloc(size == 0 ? 1 : size)) return room;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* room) noexcept {
  std::free(room);
}
[[gnu::noinline]] void operator delete(void* room, std::size_t) noexcept {
  std::free(room);
}

namespace periksa::law {
namespace {

BOOST_AUTO_TEST_SUITE(look_up_speed)

BOOST_AUTO_TEST_CASE(one_value_for_each_key_and_one_day_allocate_nothing) {
  const auto limits = test::must(test::limits_of(R"(<limit name="x" type="listed" id="a" en="b">
    <key name="job" type="code:job"/>
    <key name="country" type="code:country"/>
    <complete from="2017-01-01" checked-until="2026-01-01"/>
    <row job="maid cook" country="SA HK" from="2017-01-01" grade="V" cite="uu-1#1"/>
    <row job="maid" from="2018-01-01" grade="V" cite="uu-1#1"/>
    <row country="TW" from="2018-01-01" grade="V" cite="uu-1#1"/>
  </limit>)"));
  const std::int64_t first = test::day("2016-01-01").days();
  const long before = allocations;
  std::size_t rows = 0;
  for (std::int64_t day = first; day < first + 2000; ++day) {
    const std::int64_t job = day % 3;
    const std::int64_t country = day % 4;
    const std::array<KeySet, 2> keys{KeySet{.low = job, .high = job},
                                     KeySet{.low = country, .high = country}};
    rows += look_up(limits.at(0), keys, {.low = day, .high = day}).rows.size();
  }
  BOOST_TEST(allocations == before);
  BOOST_TEST(rows > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
