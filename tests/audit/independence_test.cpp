// SPDX-License-Identifier: Apache-2.0
// Permuting records changes nothing but places; another worker changes nobody's findings.
#include <boost/test/unit_test.hpp>
#include <map>
#include <pugixml.hpp>
#include <random>
#include <sstream>

#include "tests/audit/help/filings.h"
#include "tests/audit/help/many_workers.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(independence)
namespace {

/// Puts the children of a node in another order; those for which `fixed` holds stay in front.
template <class Fixed>
void shuffle(pugi::xml_node parent, std::mt19937& random, Fixed fixed) {
  std::vector<pugi::xml_node> children;
  for (const auto child : parent.children()) {
    if (child.type() == pugi::node_element && !fixed(child)) children.push_back(child);
  }
  // std::shuffle differs between libraries; this does not.
  for (std::size_t i = children.size(); i > 1; --i)
    std::swap(children[i - 1], children[random() % i]);
  for (const auto child : children) parent.append_move(child);
}

bool named(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

std::string printed(const pugi::xml_document& document) {
  std::ostringstream text;
  document.document_element().print(text, " ");
  return text.str();
}

/// Shared records and the records of each worker in another order; workers stay where they are.
std::string permuted(const std::string& filing, unsigned seed) {
  pugi::xml_document document;
  document.load_string(filing.c_str());
  auto root = document.document_element();
  std::mt19937 random(seed);
  shuffle(root, random, [](pugi::xml_node n) { return named(n, "source") || named(n, "worker"); });
  std::vector<pugi::xml_node> workers;
  for (const auto worker : root.children("worker")) workers.push_back(worker);
  for (auto worker : workers) {
    root.append_move(worker);
    shuffle(worker, random, [](pugi::xml_node) { return false; });
  }
  return printed(document);
}

/// What a fact is, without where it stands.
std::string told(const results::Results& results, std::size_t index) {
  const auto& fact = results.facts[index];
  std::string text = fact.entity + '.' + fact.field + ' ' + fact.state + ' ' + fact.shown.text;
  const auto secret = results.secrets.find(fact.secret);
  return secret == results.secrets.end() ? text : text + ' ' + secret->second.value;
}

/// A finding without places, numbers and the pseudonyms of records.
std::string told(const results::Results& results, const results::Finding& finding) {
  std::string text = finding.rule + ' ' + finding.fingerprint + ' ' + finding.worker + ' ' +
                     std::string(to_string(finding.verdict)) + ' ' + finding.sentence.en;
  std::vector<std::string> parts;
  for (const auto fact : finding.evidence) parts.push_back(told(results, fact));
  for (const auto& missing : finding.missing)
    parts.push_back(told(results, missing.fact) + " " + missing.cause);
  for (const auto& change : finding.changes)
    parts.push_back(told(results, change.fact) + " to " + change.to.text + ' ' + change.state);
  std::sort(parts.begin(), parts.end());
  for (const auto& part : parts) text += "\n  " + part;
  return text;
}

std::vector<std::string> told(const results::Results& results) {
  std::vector<std::string> all;
  for (const auto& finding : results.findings) all.push_back(told(results, finding));
  std::sort(all.begin(), all.end());
  return all;
}

std::map<std::string, std::uint64_t> counts(const results::Results& results) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& rule : results.rules) {
    for (const auto& run : rule.runs)
      counts[rule.id + ' ' + word({run.verdict, run.reason})] += run.count;
  }
  return counts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_order_of_records_changes_nothing_but_places) {
  for (const auto& filing :
       {base("clean-worker"), base("clean-agency"), base("clean-crew"), many_workers(60)}) {
    const auto before = audited(shipped_rules(), filing);
    for (const unsigned seed : {1U, 2U, 3U}) {
      const std::string other = permuted(filing, seed);
      BOOST_TEST((other != filing));
      const auto after = audited(shipped_rules(), other);
      BOOST_TEST((counts(before) == counts(after)));
      BOOST_TEST(told(before) == told(after), boost::test_tools::per_element());
      BOOST_TEST(before.notices.size() == after.notices.size());
      BOOST_TEST((before.summary == after.summary));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_two_papers_for_one_value_changes_nothing) {
  const std::string sources =
      "<source id='s' document='worker_statement' asserter='worker'/>"
      "<source id='r' document='receipt'/>";
  const std::string from_s = "<amount source='s'>IDR 5000000</amount>";
  const std::string from_r = "<amount source='r'>IDR 5000000</amount>";
  const auto told_by = [&](const std::string& amounts) {
    const auto filing =
        replaced(changed(base("clean-worker"),
                         {.add = "<payment id='x' paid_on='2024-03-01' component='work_visa' "
                                 "payer='worker' payee='agency' beneficiary='agency'>" +
                                 amounts + "</payment>"}),
                 "<agency ", sources + "<agency ");
    return word(outcome(audited(shipped_rules(), filing), "perban-bp2mi-9-2020/3.2/1"));
  };
  BOOST_TEST(told_by(from_r) == "breach");
  BOOST_TEST(told_by(from_r + from_s) == "breach");
  BOOST_TEST(told_by(from_s + from_r) == "breach");
}

BOOST_AUTO_TEST_CASE(another_worker_changes_no_finding_of_the_others) {
  const auto few = audited(shipped_rules(), many_workers(40));
  const auto more = audited(shipped_rules(), many_workers(41));
  std::vector<std::string> before;
  std::vector<std::string> after;
  for (const auto& finding : few.findings) {
    if (!finding.worker.empty()) before.push_back(told(few, finding));
  }
  for (const auto& finding : more.findings) {
    if (!finding.worker.empty() && finding.worker != "W041") after.push_back(told(more, finding));
  }
  BOOST_TEST(!before.empty());
  BOOST_TEST(before == after, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_order_of_workers_changes_only_their_pseudonyms) {
  pugi::xml_document document;
  document.load_string(many_workers(40).c_str());
  auto root = document.document_element();
  std::mt19937 random(5);
  shuffle(root, random, [](pugi::xml_node node) { return !named(node, "worker"); });
  const auto before = audited(shipped_rules(), many_workers(40));
  const auto after = audited(shipped_rules(), printed(document));
  BOOST_TEST((counts(before) == counts(after)));
  const auto prints = [](const results::Results& results) {
    std::vector<std::string> all;
    for (const auto& finding : results.findings)
      all.push_back(finding.fingerprint + ' ' + std::string(to_string(finding.verdict)));
    std::sort(all.begin(), all.end());
    return all;
  };
  BOOST_TEST(prints(before) == prints(after), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
