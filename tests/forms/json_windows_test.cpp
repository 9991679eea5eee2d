// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <random>

#include "auditor/base/sha256.h"
#include "tests/forms/seen_json.h"

using namespace periksa;
using test::see_json;

BOOST_AUTO_TEST_SUITE(json_windows)
namespace {

/// Many workers of different sizes, with everything a document may hold.
std::string large_document(int workers) {
  std::string text = "\xEF\xBB\xBF" + test::json_filing(R"("sources":[{"id":"s1","document":"ktp"}],
"permits":[{"id":"P1","quota":4},{"id":"P2","none":["quota"]}],
"workers":[)");
  text.pop_back();
  std::mt19937 random(7);
  for (int i = 0; i < workers; ++i) {
    text += fmt::format(
        "{}\n{{\"id\":\"W{}\",\"name\":\"Siti {} \\u00e9é \\ud83d\\ude00 <&>\",\"born_on\":"
        "[\"2001-04-0{}\",{{\"value\":\"2001-04-01\",\"source\":\"s1\"}}],\"payments\":[",
        i == 0 ? "" : ",", i, std::string(random() % 90, 'x'), 1 + random() % 12);
    const auto count = random() % 9;
    for (auto n = count; n > 0; --n) {
      text += fmt::format("{}{{\"id\":\"b{}\",\"amount\":\"IDR {}\",\"source\":\"s1\"}}",
                          n == count ? "" : ",", n, random());
    }
    text += "]}";
  }
  return text + "]}\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(neither_the_window_nor_the_threads_change_what_is_read) {
  const auto text = large_document(300);
  const auto whole = see_json(text, {.threads = 1});
  BOOST_REQUIRE_MESSAGE(whole.ok, whole.told);
  BOOST_TEST(whole.sha256 == sha256_hex(text));
  for (const std::size_t window : {1UL, 64UL, 1000UL, 100'000UL}) {
    for (const unsigned threads : {1U, 4U}) {
      const auto other = see_json(text, {.threads = threads, .window = window});
      BOOST_TEST((other.facts == whole.facts), window << " " << threads);
      BOOST_TEST(other.sha256 == whole.sha256);
    }
  }
}

BOOST_AUTO_TEST_CASE(neither_the_window_nor_the_threads_change_what_is_told) {
  const auto text = large_document(100);
  std::mt19937 random(11);
  constexpr std::string_view kBytes = "\",:{}[]\\x01 \xC3";
  for (int round = 0; round < 60; ++round) {
    std::string broken = text;
    for (int n = 0; n < 2; ++n) {
      const auto at = random() % broken.size();
      if (round % 2 == 0) {
        broken[at] = kBytes[random() % kBytes.size()];
      } else if (const auto word = broken.find("amount", at); word != std::string::npos) {
        broken.replace(word, 6, n == 0 ? "source" : "amuont");
      }
    }
    const auto one = see_json(broken, {.threads = 1});
    for (const std::size_t window : {3UL, 1000UL})
      BOOST_TEST(see_json(broken, {.threads = 4, .window = window}).told == one.told);
  }
}

BOOST_AUTO_TEST_SUITE_END()
