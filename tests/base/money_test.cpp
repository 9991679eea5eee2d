// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/money.h"

#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(money)
namespace {

struct Amount {
  std::string_view text;
  std::int64_t minor;
};

constexpr std::array<Amount, 9> kAmounts{{{"IDR 1500000000", 150'000'000'000},
                                          {"IDR 0", 0},
                                          {"IDR 0.05", 5},
                                          {"HKD 4990.50", 499'050},
                                          {"HKD 4990.5", 499'050},
                                          {"KRW 12000", 12'000},
                                          {"JPY 7", 7},
                                          {"KWD 1.234", 1234},
                                          {"IDR 10000000000000", 1'000'000'000'000'000}}};

constexpr std::array<std::string_view, 18> kNoAmounts{
    "",       "IDR",    "IDR ",    "IDR  5",       "IDR5",     "5",
    "idr 5",  "ID 5",   "IDR -5",  "IDR 1.250.00", "IDR 1,25", "Rp 2.500.000",
    "IDR 5.", "IDR .5", "JPY 7.0", "KWD 1.2345",   "IDR 5 ",   "IDR 10000000000000.01"};

}  // namespace

BOOST_AUTO_TEST_CASE(an_amount_is_exact_in_the_minor_unit_of_its_currency) {
  for (const auto& [text, minor] : kAmounts) {
    const auto read = parse_money(text);
    BOOST_REQUIRE_MESSAGE(read, text);
    BOOST_TEST(read->minor == minor, text);
    BOOST_TEST(read->currency.view() == text.substr(0, 3), text);
  }
}

BOOST_AUTO_TEST_CASE(anything_else_is_no_amount) {
  for (const auto text : kNoAmounts) BOOST_TEST(!parse_money(text), text);
}

BOOST_AUTO_TEST_CASE(an_amount_survives_writing_and_reading) {
  for (const auto& [text, minor] : kAmounts) {
    const auto read = *parse_money(text);
    BOOST_TEST((parse_money(to_string(read)) == read), text);
  }
}

BOOST_AUTO_TEST_CASE(every_currency_code_survives_packing) {
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) {
        const Currency currency{{a, b, c}};
        if (unpack_currency(pack(currency)) != currency) BOOST_ERROR(currency.view());
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
