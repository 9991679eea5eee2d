// SPDX-License-Identifier: Apache-2.0
// Private values stand in the private section and nowhere else.
#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>
#include <set>

#include "auditor/audit/example_filing.h"
#include "auditor/audit/fact_book.h"
#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(privacy)
namespace {

/// The document without its private section, as a redacted edition carries it.
std::string redacted(results::Results results) {
  results.secrets.clear();
  std::string text;
  results::write_json(results, [&](std::string_view piece) { text += piece; });
  return text;
}

struct Values {
  std::set<std::string> secret;
  std::set<std::string> open;
};

/// The values of a filing by whether their field is private. Codes and yes/no are left out: their
/// words stand in the rules as well.
Values values(const std::string& filing) {
  const auto& vocabulary = shipped_rules().vocabulary();
  Values found;
  pugi::xml_document document;
  document.load_string(filing.c_str());
  const auto take = [&](pugi::xml_node record) {
    const auto entity = vocabulary.find_entity(record.name());
    if (!entity) return;
    const auto add = [&](std::string_view name, std::string value) {
      const auto field = vocabulary.entity(*entity).find(name);
      if (!field || value.size() < 4) return;
      const auto& declared = vocabulary.entity(*entity).fields[*field];
      if (declared.type == facts::Type::code || declared.type == facts::Type::boolean) return;
      (facts::is_private(declared.privacy) ? found.secret : found.open).insert(std::move(value));
    };
    for (const auto attribute : record.attributes()) add(attribute.name(), attribute.value());
    for (const auto child : record.children()) add(child.name(), child.text().get());
  };
  for (const auto record : document.document_element().children()) {
    take(record);
    for (const auto inner : record.children()) take(inner);
  }
  return found;
}

/// Every private value of a filing that stands in its redacted results.
std::vector<std::string> leaks(const ruleset::RuleSet& rules, const std::string& filing) {
  const std::string text = redacted(audited(rules, filing));
  const auto known = values(filing);
  std::vector<std::string> found;
  for (const auto& value : known.secret) {
    const bool part_of_open = std::any_of(
        known.open.begin(), known.open.end(),
        [&](const std::string& other) { return other.find(value) != std::string::npos; });
    if (part_of_open) continue;
    if (text.find(value) != std::string::npos) found.push_back(value);
  }
  return found;
}

/// Private values of their own everywhere, so that none can be mistaken for another.
Change distinct(const std::string& more) {
  return {.set =
              "worker.name=Rahasia Nama; worker.born_on=1991-01-13; passport.born_on=1991-01-14;"
              "identity_paper[i1].born_on=1991-01-15; identity_paper[i2].born_on=1991-01-16;"
              "worker.address=Rahasia Alamat; worker.phone=0812000000001;"
              "employer.name=Rahasia Majikan; passport.number=RAHASIA01;"
              "social_security[s1].number=RAHASIA02; social_security[s2].number=RAHASIA03" +
              (more.empty() ? "" : "; " + more)};
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_example_of_any_rule_leaks_a_private_value) {
  const auto& rules = shipped_rules();
  std::size_t count = 0;
  each_open_example([&](const OpenExample& open) {
    ++count;
    for (const auto& value : leaks(rules, open.filing))
      BOOST_ERROR(open.name << " leaks " << value);
  });
  BOOST_TEST(count > 500U);
}

BOOST_AUTO_TEST_CASE(distinct_private_values_stay_in_the_private_section) {
  for (const auto* more :
       {"", "worker.departed_on=2008-12-31", "worker.country=KW",
        "worker.born_on=2008-01-13; passport.born_on=2001-01-14", "worker.name=; passport.number=R",
        "worker.born_on=1991-01-13|1996-02-14",
        "payment[b2].component=work_visa; payment[b2].payer_name=Rahasia Pembayar; "
        "payment[b2].remarks=Rahasia Catatan; payment[b2].component_text=Rahasia Uraian"}) {
    const auto filing = changed(base("clean-worker"), distinct(more));
    BOOST_TEST_CONTEXT(more) {
      for (const auto& value : leaks(shipped_rules(), filing)) BOOST_ERROR("leaks " << value);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_value_from_which_a_private_one_follows_is_masked_too) {
  // Eighteen years after the birthday is the birthday.
  MiniRules mini;
  mini.add({.versions = "<version from='2017-11-22'><cite provision='test#V' proves='act'/>"
                        "<let name='day' id='hari' en='day' value='w.born_on plus 18 years'/>"
                        "<require>event is on or after day</require></version>",
            .sentence = "Dewasa pada {day}."});
  const auto filing = changed(base("clean-worker"), {.set = "worker.born_on=2007-03-14"});
  const auto text = redacted(audited(mini.load(), filing));
  BOOST_TEST(text.find("2007-03-14") == std::string::npos);
  BOOST_TEST(text.find("2025-03-14") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_papers_private_value_is_no_hint_of_what_would_change_a_verdict) {
  MiniRules mini;
  mini.add({.require = "every p in w.passports has (p.born_on is w.born_on)"});
  mini.add({.id = "test/1/2",
            .require = "every p in w.passports has (p.born_on is on or after w.born_on)"});
  const auto filing = changed(base("clean-worker"), distinct("passport.born_on=1990-12-24"));
  for (const auto& value : leaks(mini.load(), filing)) BOOST_ERROR("leaks " << value);
}

BOOST_AUTO_TEST_CASE(ids_of_workers_and_their_records_stay_in_the_filing) {
  std::string filing = changed(base("clean-worker"), {.set = "worker.country=KW"});
  filing = replaced(filing, R"(<worker id="W1")", R"(<worker id="zulfa-1998-03-06")");
  filing = replaced(filing, R"(<payment id="b2")", R"(<payment id="rekening-0812")");
  filing = replaced(filing, R"(component="document_copying")", R"(component="work_visa")");
  const auto text = redacted(audited(shipped_rules(), filing));
  BOOST_TEST(text.find("W001/payment-2") != std::string::npos);
  BOOST_TEST(text.find("zulfa") == std::string::npos);
  BOOST_TEST(text.find("rekening-0812") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_reference_to_a_worker_does_not_tell_the_id_as_written) {
  std::string filing = slurp(PERIKSA_SOURCE_DIR "/fixtures/seeded-agency/filing.xml");
  const std::string id = "\"W002\"";
  std::size_t count = 0;
  for (auto at = filing.find(id); at != std::string::npos; at = filing.find(id, at)) {
    filing.replace(at, id.size(), "\"zulfa-1998\"");
    ++count;
  }
  BOOST_TEST(count > 1U);  // the worker, and who refers to her
  const auto results = audited(shipped_rules(), filing);
  const auto refers = [](const results::Fact& fact) {
    return fact.shown.type == "ref" && fact.field == "worker" && fact.raw.empty();
  };
  BOOST_TEST(std::ranges::any_of(results.facts, refers));
  BOOST_TEST(redacted(results).find("zulfa") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(private_facts_show_a_mask_or_at_most_a_year) {
  const auto filing = changed(base("clean-worker"), distinct("worker.born_on=2008-01-13"));
  const auto results = audited(shipped_rules(), filing);
  std::size_t count = 0;
  for (const auto& fact : results.facts) {
    if (fact.privacy == "public" || fact.privacy == "business") continue;
    ++count;
    const bool year = fact.shown.text.size() == 4 && fact.field == "born_on";
    BOOST_TEST((fact.shown.text.empty() || fact.shown.text == "•••" || year), fact.shown.text);
    BOOST_TEST(fact.raw.empty());
    BOOST_TEST(fact.shown.label.id.empty());
    for (const auto& other : fact.others)
      BOOST_TEST((other.text == "•••" || other.text.size() == 4));
    if (fact.state == "known") BOOST_TEST(results.secrets.contains(fact.secret), fact.field);
  }
  BOOST_TEST(count > 3U);
}

BOOST_AUTO_TEST_CASE(every_secret_named_is_there_and_every_secret_there_is_named) {
  const auto results =
      audited(shipped_rules(), changed(base("clean-worker"), distinct("worker.country=KW")));
  std::set<std::string> named;
  for (const auto& fact : results.facts) {
    if (!fact.secret.empty()) named.insert(fact.secret);
  }
  for (const auto& [pseudonym, key] : results.pseudonyms) named.insert(key);
  for (const auto& one : results.findings) {
    for (const auto& [name, key] : one.argument_secrets) named.insert(key);
  }
  std::set<std::string> there;
  for (const auto& [key, secret] : results.secrets) there.insert(key);
  BOOST_TEST((named == there));
}

BOOST_AUTO_TEST_SUITE_END()
