// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "tests/language/stage.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(money)
namespace {

std::string_view outcome(std::string text, std::string_view facts) {
  return name(
      Rule(std::move(text), scope_of(Subject::worker)).truth(Stage(written_world(facts), {})));
}

/// The outcome of "(sum of p.amount for p in w.payments) RELATION".
std::string_view sum(std::string_view relation, std::string_view facts) {
  return outcome(fmt::format("(sum of p.amount for p in w.payments) {}", relation), facts);
}

// Semantics 7.
constexpr std::string_view kReceipts =
    "payment: amount = IDR 3000000; payment: amount = TWD 9000; payment: amount = unreadable;"
    "payments complete";

BOOST_AUTO_TEST_CASE(receipts_above_the_limit_in_its_currency_are_above_it) {
  BOOST_TEST(sum("is at most IDR 2000000", kReceipts) == "no");
  BOOST_TEST(sum("is more than IDR 2000000", kReceipts) == "yes");
}

BOOST_AUTO_TEST_CASE(receipts_in_other_currencies_may_or_may_not_reach_the_limit) {
  BOOST_TEST(sum("is at most IDR 4000000", kReceipts) == "unknown");
  BOOST_TEST(sum("is at most TWD 10000", kReceipts) == "unknown");
  BOOST_TEST(sum("is at most TWD 8999", kReceipts) == "no");
  BOOST_TEST(sum("is at most HKD 1", kReceipts) == "unknown");
}

BOOST_AUTO_TEST_CASE(against_zero_no_rate_is_needed) {
  BOOST_TEST(sum("is at most IDR 0", kReceipts) == "no");
  BOOST_TEST(sum("is more than HKD 0", kReceipts) == "yes");
  BOOST_TEST(sum("is IDR 0",
                 "payment: amount = TWD 0; payment: amount = IDR 0; payments complete") == "yes");
  BOOST_TEST(sum("is at least IDR 0", "payment: amount = ?") == "yes");
  BOOST_TEST(sum("is IDR 0", "payment: amount = IDR 0") == "unknown");
  BOOST_TEST(sum("is HKD 0", "payments complete") == "yes");
}

BOOST_AUTO_TEST_CASE(a_sum_without_a_rate_is_the_laws_to_settle_not_the_agencys) {
  const Rule rule("(sum of p.amount for p in w.payments) is at most IDR 4000000",
                  scope_of(Subject::worker));
  const auto of_law = [&](std::string_view facts) {
    const Stage stage(written_world(facts), {});
    Evaluator evaluator;
    Reliance reliance;
    Frame trace;
    evaluator.condition(rule.program(), stage.environment(), reliance, trace);
    return trace.at(rule.expression().root).law;
  };
  BOOST_TEST(of_law("payment: amount=IDR 3000000; payment: amount=TWD 9000; payments complete"));
  BOOST_TEST(!of_law(kReceipts));
  BOOST_TEST(!of_law("payment: amount=IDR 3000000"));
}

BOOST_AUTO_TEST_CASE(papers_that_differ_give_a_range) {
  constexpr std::string_view facts =
      "payment: amount = IDR 3 | IDR 5; payment: amount = IDR 2; payments complete";
  BOOST_TEST(sum("is at least IDR 5", facts) == "yes");
  BOOST_TEST(sum("is at most IDR 7", facts) == "yes");
  BOOST_TEST(sum("is more than IDR 7", facts) == "no");
  BOOST_TEST(sum("is at most IDR 6", facts) == "unknown");
}

BOOST_AUTO_TEST_CASE(papers_that_differ_in_the_currency_leave_both_open) {
  constexpr std::string_view facts = "payment: amount = IDR 3 | TWD 5; payments complete";
  BOOST_TEST(sum("is at most IDR 2", facts) == "unknown");
  BOOST_TEST(sum("is more than IDR 0", facts) == "unknown");
  BOOST_TEST(sum("is at least IDR 0", facts) == "yes");
}

BOOST_AUTO_TEST_CASE(what_may_be_none_is_between_nothing_and_itself) {
  constexpr std::string_view facts =
      "payment: refund = IDR 5 | none; payment: refund = IDR 1; payments complete";
  const auto refunds = [&](std::string_view relation) {
    return outcome(fmt::format("(sum of p.refund for p in w.payments) {}", relation), facts);
  };
  BOOST_TEST(refunds("is at most IDR 6") == "yes");
  BOOST_TEST(refunds("is at least IDR 1") == "yes");
  BOOST_TEST(refunds("is at least IDR 2") == "unknown");
}

BOOST_AUTO_TEST_CASE(differences_may_be_negative_and_sums_of_them_too) {
  const auto left = [&](std::string_view relation, std::string_view facts) {
    return outcome(
        fmt::format("(sum of (p.amount minus p.refund) for p in w.payments) {}", relation), facts);
  };
  constexpr std::string_view negative = "payment: amount = IDR 1, refund = IDR 4; ";
  BOOST_TEST(left("is less than IDR 0", std::string(negative) + "payments complete") == "yes");
  BOOST_TEST(left("is IDR 0 minus IDR 3", std::string(negative) + "payments complete") == "yes");
  BOOST_TEST(left("is less than IDR 0", negative) == "unknown");
  BOOST_TEST(left("is at least IDR 0", "payment: amount = IDR 9, refund = none") == "unknown");
}

BOOST_AUTO_TEST_CASE(totals_of_two_sources_compare) {
  const auto fewer = [&](std::string_view facts) {
    return outcome(
        "(sum of p.amount for p in w.payments) is at most "
        "(sum of p.refund for p in w.payments)",
        facts);
  };
  BOOST_TEST(fewer("payment: amount=IDR 3, refund=IDR 4; payments complete") == "yes");
  BOOST_TEST(fewer("payment: amount=IDR 5, refund=IDR 4; payments complete") == "no");
  BOOST_TEST(fewer("payment: amount=IDR 5, refund=TWD 4; payments complete") == "unknown");
  BOOST_TEST(fewer("payment: amount=IDR 3, refund=IDR 4") == "unknown");
}

BOOST_AUTO_TEST_CASE(amounts_of_different_currencies_do_not_add) {
  const auto total = [&](std::string_view relation, std::string_view facts) {
    return outcome(fmt::format("(w.wage minus w.fee) {}", relation), facts);
  };
  BOOST_TEST(total("is less than IDR 0", "worker: wage=IDR 2, fee=IDR 3") == "yes");
  BOOST_TEST(total("is less than IDR 0", "worker: wage=TWD 2, fee=IDR 3") == "unknown");
  BOOST_TEST(total("is at most IDR 0", "worker: wage=IDR 2 | TWD 3, fee=IDR 3") == "unknown");
  BOOST_TEST(total("is at most IDR 2", "worker: wage=IDR 2, fee=none") == "yes");
}

BOOST_AUTO_TEST_CASE(no_amount_overflows) {
  const auto big = [&](std::string text) {
    return outcome(std::move(text), "worker: wage=IDR 10000000000000");
  };
  constexpr std::string_view huge = "w.wage times 1000000000000000";
  BOOST_TEST(big(fmt::format("{} is more than w.wage", huge)) == "yes");
  BOOST_TEST(big(fmt::format("{} is {}", huge, huge)) == "unknown");
  BOOST_TEST(big(fmt::format("({}) times 1000000000000000 is at least IDR 0", huge)) == "yes");
  BOOST_TEST(big(fmt::format("({}) plus ({}) is at least ({})", huge, huge, huge)) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
