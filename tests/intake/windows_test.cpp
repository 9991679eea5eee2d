// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <atomic>
#include <random>
#include <stdexcept>

#include "auditor/base/sha256.h"
#include "tests/intake/reading.h"

using namespace periksa;
using test::filing;
using test::read;

BOOST_AUTO_TEST_SUITE(windows)
namespace {

/// Many workers of different sizes, with everything a filing may hold.
std::string large_filing(int workers) {
  std::string inside =
      "\n<source id='s1' document='ktp'/>\n<!-- <worker id='not one'/> -->\n"
      "<permit id='P1' quota='4'/>\n\n<permit id='P2' none='quota'/>\n";
  std::mt19937 random(7);
  for (int i = 0; i < workers; ++i) {
    inside += fmt::format("<worker id='W{}' name='Siti {} &gt; é' born_on='2001-04-0{}'", i,
                          std::string(random() % 90, 'x'), 1 + random() % 12);
    if (random() % 4 == 0) {
      inside += " />\n";
      continue;
    }
    inside += ">\n  <!-- </worker> -->";
    for (auto n = random() % 9; n > 0; --n) {
      inside += fmt::format("<payment id='b{}' amount='IDR {}' source='s1'/>\n", n, random());
    }
    inside += fmt::format("<born_on>2001-04-0{}</born_on></worker \n>", 1 + random() % 9);
  }
  return filing(inside);
}

}  // namespace

BOOST_AUTO_TEST_CASE(neither_the_window_nor_the_threads_change_what_is_read) {
  const std::string text = large_filing(300);
  const auto whole = read(text, {.threads = 1});
  BOOST_REQUIRE_MESSAGE(whole.ok(), whole.told());
  BOOST_TEST(whole.workers.size() == 300U);
  for (const std::size_t window : {64UL, 65UL, 100UL, 1000UL, 100'000UL}) {
    for (const unsigned threads : {1U, 2U, 4U}) {
      const auto other = read(text, {.threads = threads, .window = window});
      BOOST_TEST((other.text() == whole.text()), window << " " << threads);
      BOOST_TEST(other.filing->header.sha256 == sha256_hex(text));
    }
  }
}

BOOST_AUTO_TEST_CASE(neither_the_window_nor_the_threads_change_what_is_told) {
  std::string text = large_filing(300);
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    std::string broken = text;
    for (int n = 0; n < 3; ++n) {
      const auto at = broken.find("='", random() % (broken.size() - 200));
      broken.replace(at, 2, random() % 3 == 0 ? "=\"" : "x='");
    }
    const auto one = read(broken, {.threads = 1});
    for (const std::size_t window : {64UL, 1000UL}) {
      const auto four = read(broken, {.threads = 4, .window = window});
      BOOST_TEST(four.told() == one.told());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_filing_cut_off_at_any_byte_is_an_error) {
  const std::string text = large_filing(4);
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto reading =
        read(std::string_view(text).substr(0, size), {.threads = 1, .window = 100});
    if (reading.ok()) BOOST_ERROR("read though cut off after " << size);
  }
}

BOOST_AUTO_TEST_CASE(what_is_cut_off_is_told_at_its_end) {
  BOOST_TEST(read("").told() == "1:1 there is no root element; the file is empty or not XML\n");
  BOOST_TEST(read(filing("<worker id='W'>").substr(0, 56)).told() ==
             "2:16 the file ends inside an element; copy the complete file again\n");
  BOOST_TEST(read("<filing format='1' closing='2025-06-30'>\n").told() ==
             "2:1 the file ends inside an element; copy the complete file again\n");
}

BOOST_AUTO_TEST_CASE(broken_xml_hides_what_comes_behind_it) {
  for (const unsigned threads : {1U, 4U}) {
    const auto told = read(filing("<worker id='1' x&=''/>\n<worker id='2' bad=''/>"),
                           {.threads = threads, .window = 64})
                          .told();
    BOOST_TEST(told == "2:17 expected \"=\" after the attribute's name\n");
  }
  BOOST_TEST(
      read(filing("<worker id='1' bad=''/>\n<worker id='&'/>\n<worker id='2' bad=''/>")).told() ==
      "2:16 <worker> has no field \"bad\"; did you mean \"id\"?\n3:13 an \"&\" is written &amp;\n");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_before_a_fault_is_told_whatever_the_window) {
  const auto text = filing("<permit/>\n<worker id='1' bad=''/>\ntext");
  for (const std::size_t window : {64UL, 4096UL}) {
    BOOST_TEST(read(text, {.threads = 1, .window = window}).told() ==
               "2:1 <permit> needs an attribute id=\"…\"\n"
               "3:16 <worker> has no field \"bad\"; did you mean \"id\"?\n"
               "4:1 only elements may stand here, found text\n");
  }
  BOOST_TEST(read(filing("<permit/>text")).errors.size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_a_handler_throws_the_reader_throws) {
  const std::string text = large_filing(300);
  for (const unsigned threads : {1U, 4U}) {
    const auto reading = [&] {
      return intake::read_filing_text(
          text, "f.xml", test::small_vocabulary(), {.threads = threads, .window = 1000},
          [](const intake::Filing&) {},
          [](unsigned, std::uint32_t ordinal, facts::Facts&) {
            if (ordinal == 100) throw std::runtime_error("out of paper");
          });
    };
    BOOST_CHECK_THROW(reading(), std::runtime_error);
  }
}

BOOST_AUTO_TEST_CASE(each_thread_has_a_number_of_its_own) {
  const std::string text = large_filing(300);
  std::array<std::atomic<int>, 4> inside{};
  const auto result = intake::read_filing_text(
      text, "f.xml", test::small_vocabulary(), {.threads = 4, .window = 200},
      [](const intake::Filing&) {},
      [&](unsigned thread, std::uint32_t, facts::Facts&) {
        if (thread >= 4 || ++inside[thread] != 1) throw std::logic_error("two at once");
        --inside[thread];
      });
  BOOST_TEST(result.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
