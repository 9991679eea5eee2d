// SPDX-License-Identifier: Apache-2.0
// "What would change it": each change told, written into the filing, really gives the verdict told.
#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/xml_text.h"
#include "tests/audit/help/filings.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(changes)
namespace {

/// The element of a record by its name in the results: "W001", "W001/payment-2", "S5".
pugi::xml_node element(pugi::xml_node filing, const results::Fact& fact) {
  if (fact.record.find('/') == std::string::npos) {
    if (fact.entity == "worker") {
      auto worker = filing.child("worker");
      for (int i = std::stoi(fact.record.substr(1)); i > 1; --i)
        worker = worker.next_sibling("worker");
      return worker;
    }
    return filing.find_child_by_attribute(fact.entity.c_str(), "id", fact.record.c_str());
  }
  const auto slash = fact.record.find('/');
  auto worker = filing.child("worker");
  for (int i = std::stoi(fact.record.substr(1, slash - 1)); i > 1; --i)
    worker = worker.next_sibling("worker");
  auto record = worker.child(fact.entity.c_str());
  for (int i = std::stoi(fact.record.substr(fact.record.rfind('-') + 1)); i > 1; --i)
    record = record.next_sibling(fact.entity.c_str());
  return record;
}

void forget(pugi::xml_node record, const std::string& field) {
  record.remove_attribute(field.c_str());
  while (record.remove_child(field.c_str())) {
  }
  std::string rest;
  for (const auto& name : ruleset::split(record.attribute("none").value(), " ")) {
    if (name != field) rest += (rest.empty() ? "" : " ") + name;
  }
  record.remove_attribute("none");
  if (!rest.empty()) record.append_attribute("none").set_value(rest.c_str());
}

std::string with_change(const std::string& filing, const results::Fact& fact,
                        const results::Change& change) {
  pugi::xml_document document;
  document.load_string(filing.c_str());
  auto record = element(document.document_element(), fact);
  if (!record) throw std::runtime_error("no record " + fact.record);
  forget(record, fact.field);
  if (change.state == "stated-none") {
    auto none = record.attribute("none");
    if (!none) none = record.append_attribute("none");
    none.set_value((std::string(none.value()) + ' ' + fact.field).c_str());
  } else {
    record.append_attribute(fact.field.c_str()).set_value(change.to.text.c_str());
  }
  std::ostringstream text;
  document.document_element().print(text, " ");
  return text.str();
}

results::Results one_rule(const std::string& filing, const std::string& rule,
                          const std::string& as_of) {
  audit::Options options;
  options.threads = 1;
  options.only_rules = {rule};
  options.as_of = parse_iso_date(as_of);
  return audited(shipped_rules(), filing, options);
}

struct Counts {
  std::size_t findings = 0;
  std::size_t changes = 0;
  std::size_t clearing = 0;
  std::size_t masked = 0;  // a private fact could be read off them
};

void check_finding(const std::string& filing, const results::Results& results,
                   const results::Finding& found, const std::string& as_of, Counts& counts) {
  ++counts.findings;
  BOOST_TEST(found.changes_exhausted == found.changes.empty());
  for (const auto& change : found.changes) {
    const auto& fact = results.facts[change.fact];
    ++counts.changes;
    if (change.to.text == "•••") {
      ++counts.masked;
      continue;
    }
    if (change.verdict <= Verdict::excused) ++counts.clearing;
    const auto after = one_rule(with_change(filing, fact, change), found.rule, as_of);
    const auto* left = finding(after, found.rule, found.subject);
    const bool gone = change.verdict <= Verdict::met;
    const std::string what = found.rule + ' ' + found.subject + ": " + fact.field + " to " +
                             (change.to.text.empty() ? change.state : change.to.text) + " told " +
                             std::string(to_string(change.verdict));
    BOOST_TEST((left == nullptr) == gone, what);
    if (left) BOOST_TEST(to_string(left->verdict) == to_string(change.verdict), what);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_change_told_gives_the_verdict_told) {
  Counts counts;
  each_open_example([&](const OpenExample& open) {
    const auto results = one_rule(open.filing, open.rule.id, open.example.as_of);
    BOOST_TEST_CONTEXT(open.name) {
      for (const auto& found : results.findings)
        check_finding(open.filing, results, found, open.example.as_of, counts);
    }
  });
  BOOST_TEST(counts.findings > 500U);
  BOOST_TEST(counts.changes > 1000U);
  BOOST_TEST(counts.clearing > 500U);
  BOOST_TEST(counts.masked > 0U);
  BOOST_TEST(counts.masked * 10 < counts.changes);
}

BOOST_AUTO_TEST_CASE(one_step_before_the_change_told_the_verdict_is_still_the_same) {
  const auto breach = [](const Change& change, const std::string& rule, const char* name) {
    const auto filing = changed(base(name), change);
    return finding(one_rule(filing, rule, ""), rule) != nullptr;
  };
  // Told: born_on to 2006-05-20.
  const std::string rule = "uu-18-2017/66/1";
  BOOST_TEST(!breach({.set = "worker.born_on=2006-05-20"}, rule, "clean-worker"));
  BOOST_TEST(breach({.set = "worker.born_on=2006-05-21"}, rule, "clean-worker"));
  const std::string deposit = "uu-18-2017/54.1.b/1";
  const auto filing = changed(base("clean-agency"), {.set = "deposit.amount=IDR 1400000000"});
  const auto results = one_rule(filing, deposit, "");
  const auto* found = finding(results, deposit);
  BOOST_REQUIRE(found);
  std::string to;
  for (const auto& change : found->changes) {
    if (results.facts[change.fact].field == "amount") to = change.to.text;
  }
  BOOST_TEST(to == "IDR 1500000000");
  BOOST_TEST(breach({.set = "deposit.amount=IDR 1499999999.99"}, deposit, "clean-agency"));
}

BOOST_AUTO_TEST_SUITE_END()
