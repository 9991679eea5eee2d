// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/charges.h"

#include <boost/test/unit_test.hpp>

using namespace periksa::results;

BOOST_AUTO_TEST_SUITE(charges_of_findings)
namespace {

Finding finding(const std::string& subject, Amount amount, bool claimed = false) {
  Finding x;
  x.worker = subject.substr(0, 4);
  x.subject = subject;
  x.verdict = x.original = claimed ? Verdict::insufficient : Verdict::breach;
  x.amount = std::move(amount);
  x.amount_kind = claimed ? "claimed" : "refund";
  return x;
}

std::vector<Refund> refunds_of(const std::vector<Finding>& findings) {
  return by_worker(charges(findings));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_payment_that_two_rules_name_counts_once_with_the_greater_amount) {
  const auto all = refunds_of({finding("W001/payment-1", {"IDR", 500, 500}),
                               finding("W001/payment-1", {"IDR", 700, 700}),
                               finding("W001/payment-2", {"IDR", 100, 100})});
  BOOST_REQUIRE_EQUAL(all.size(), 1U);
  BOOST_TEST((all[0] == Refund{"W001", {"IDR", 800, 800}, false, {0, 1, 2}}));
}

BOOST_AUTO_TEST_CASE(a_sum_without_upper_bound_has_none) {
  const auto all = refunds_of(
      {finding("W001/payment-1", {"IDR", 500, 500}), finding("W001/payment-2", {"IDR", 100, {}})});
  BOOST_REQUIRE_EQUAL(all.size(), 1U);
  BOOST_TEST((all[0].amount == Amount{"IDR", 600, {}}));
}

BOOST_AUTO_TEST_CASE(what_is_found_is_no_mere_claim) {
  const auto all = refunds_of({finding("W001/payment-1", {"IDR", 500, 500}, true),
                               finding("W001/payment-1", {"IDR", 400, 400}),
                               finding("W002/payment-1", {"IDR", 300, 300}, true)});
  BOOST_REQUIRE_EQUAL(all.size(), 2U);
  BOOST_TEST((all[0] == Refund{"W001", {"IDR", 400, 400}, false, {1}}));
  BOOST_TEST((all[1] == Refund{"W002", {"IDR", 300, 300}, true, {2}}));
}

BOOST_AUTO_TEST_CASE(currencies_are_never_added) {
  const auto all = refunds_of(
      {finding("W001/payment-1", {"IDR", 500, 500}), finding("W001/payment-2", {"HKD", 400, 400})});
  BOOST_TEST(all.size() == 2U);
  const auto list = charges(
      {finding("W001/payment-1", {"IDR", 500, 500}), finding("W001/payment-2", {"HKD", 400, 400})});
  BOOST_TEST(total(list, false).size() == 2U);
  BOOST_TEST(total(list, true).empty());
}

BOOST_AUTO_TEST_CASE(a_payment_told_in_two_currencies_keeps_both_amounts_each_with_its_findings) {
  const auto all = refunds_of({finding("W001/payment-1", {"IDR", 500, 500}),
                               finding("W001/payment-1", {"HKD", 400, 400}),
                               finding("W001/payment-2", {"HKD", 50, 50}, true)});
  BOOST_REQUIRE_EQUAL(all.size(), 3U);
  BOOST_TEST((all[0] == Refund{"W001", {"HKD", 400, 400}, false, {1}}));
  BOOST_TEST((all[1] == Refund{"W001", {"IDR", 500, 500}, false, {0}}));
  BOOST_TEST((all[2] == Refund{"W001", {"HKD", 50, 50}, true, {2}}));
}

BOOST_AUTO_TEST_CASE(what_is_waived_is_not_to_be_refunded) {
  auto waived = finding("W001/payment-1", {"IDR", 500, 500});
  waived.verdict = Verdict::waived;
  BOOST_TEST(refunds_of({waived}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
