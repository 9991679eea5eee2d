// SPDX-License-Identifier: Apache-2.0
// What holds for every finding of every example of every shipped rule, and of the seeded filings.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <set>

#include "auditor/ruleset/xml_text.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;
using results::Verdict;

BOOST_AUTO_TEST_SUITE(all_findings)
namespace {

/// Each audit of an example that accuses or asks, then of the seeded fixtures.
void each_audit(const std::function<void(const results::Results&)>& each) {
  const auto& rules = shipped_rules();
  audit::Options options;
  options.threads = 1;
  each_open_example([&](const OpenExample& open) {
    options.as_of = parse_iso_date(open.example.as_of);
    BOOST_TEST_CONTEXT(open.name) {
      each(audited(rules, open.filing, options));
    }
  });
  for (const auto& entry : std::filesystem::directory_iterator(PERIKSA_SOURCE_DIR "/fixtures")) {
    const auto filing = entry.path() / "filing.xml";
    if (!entry.path().filename().string().starts_with("seeded-")) continue;
    if (std::filesystem::exists(filing)) each(audited(rules, slurp(filing)));
  }
}

void check_open(const results::Results& results, const results::Finding& found) {
  BOOST_TEST(!found.missing.empty(), found.rule << ' ' << found.subject << " asks for nothing");
  const std::set<std::string> kinds{"fact", "event-date", "law", "claim", "completeness"};
  for (const auto& missing : found.missing) {
    BOOST_TEST(kinds.contains(missing.cause), missing.cause);
    const auto& fact = results.facts[missing.fact];
    BOOST_TEST((missing.cause == "law") == (fact.entity == "law"));
    const bool asked = !missing.ask.id.empty() && !missing.ask.en.empty();
    BOOST_TEST(asked == (missing.cause != "law"), found.rule << ' ' << fact.field);
    for (const auto& document : missing.documents)
      BOOST_TEST(results.documents.contains(document), document);
  }
}

/// All placeholders of a sentence have a value, in both languages the same.
void check_sentence(const results::Finding& found) {
  for (const auto& text : {found.sentence.id, found.sentence.en}) {
    BOOST_TEST(!text.empty());
    for (const auto& name : ruleset::placeholders(text)) {
      BOOST_TEST(found.arguments.contains(name), found.rule << " {" << name << "}");
    }
  }
  for (const auto& [name, values] : found.arguments) {
    const bool named = found.sentence.id.find('{' + name + '}') != std::string::npos;
    BOOST_TEST(named, found.rule << " {" << name << "}");
    BOOST_TEST(!values.empty());
    for (const auto& value : values) BOOST_TEST(!value.text.empty());
  }
}

void check_law(const results::Results& results, const results::Finding& found) {
  BOOST_TEST(!found.citations.empty(), found.rule);
  for (const auto& citation : found.citations) {
    const bool there =
        std::any_of(results.provisions.begin(), results.provisions.end(),
                    [&](const auto& provision) { return provision.id == citation.provision; });
    BOOST_TEST(there, citation.provision);
  }
  for (const auto& id : found.sanctions) {
    const bool there = std::any_of(results.sanctions.begin(), results.sanctions.end(),
                                   [&](const auto& sanction) { return sanction.id == id; });
    BOOST_TEST(there, id);
  }
}

bool has_decisive(const results::Trace& trace) {
  return trace.decisive || std::any_of(trace.parts.begin(), trace.parts.end(), has_decisive);
}

/// A breach that was read may carry no excuse, a suspicion must say what keeps it one.
void check_notes(const results::Finding& found) {
  if (found.verdict == Verdict::breach) BOOST_TEST(found.notes.empty(), found.rule);
  if (found.verdict == Verdict::suspected) BOOST_TEST(!found.notes.empty(), found.rule);
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_open_finding_says_what_would_settle_it) {
  std::size_t count = 0;
  each_audit([&](const results::Results& results) {
    for (const auto& found : results.findings) {
      if (found.verdict != Verdict::insufficient) continue;
      ++count;
      check_open(results, found);
    }
  });
  BOOST_TEST(count > 1000U);
}

BOOST_AUTO_TEST_CASE(every_sentence_is_complete_and_every_citation_is_there) {
  std::set<Verdict> seen;
  each_audit([&](const results::Results& results) {
    for (const auto& found : results.findings) {
      seen.insert(found.verdict);
      check_sentence(found);
      check_law(results, found);
      check_notes(found);
    }
  });
  const std::set<Verdict> all{Verdict::breach, Verdict::suspected, Verdict::insufficient,
                              Verdict::observation};
  BOOST_TEST(std::includes(seen.begin(), seen.end(), all.begin(), all.end()));
}

BOOST_AUTO_TEST_CASE(the_reasoning_of_an_accusation_marks_what_failed) {
  each_audit([&](const results::Results& results) {
    for (const auto& found : results.findings) {
      BOOST_TEST(!found.reasoning.empty(), found.rule);
      if (found.verdict != Verdict::breach) continue;
      const bool marked = std::any_of(found.reasoning.begin(), found.reasoning.end(), has_decisive);
      BOOST_TEST(marked, found.rule << ' ' << found.subject);
    }
  });
}

BOOST_AUTO_TEST_CASE(numbers_add_up) {
  each_audit([&](const results::Results& results) {
    std::uint64_t sum = 0;
    for (const auto& [verdict, count] : results.summary.verdicts) sum += count;
    BOOST_TEST(sum == results.summary.evaluations);
    std::uint64_t runs = 0;
    std::uint64_t reported = 0;
    for (const auto& rule : results.rules) {
      for (const auto& run : rule.runs) {
        runs += run.count;
        const bool quiet = run.verdict <= Verdict::met;
        if (!quiet) reported += run.count;
      }
    }
    BOOST_TEST(runs == sum);
    const auto happened =
        std::count_if(results.findings.begin(), results.findings.end(),
                      [](const results::Finding& found) { return !found.readiness; });
    BOOST_TEST(reported == static_cast<std::uint64_t>(happened));
    BOOST_TEST(results.summary.workers_affected <= results.header.inputs[0].workers);
  });
}

BOOST_AUTO_TEST_CASE(requests_name_each_finding_they_would_settle_and_no_law) {
  each_audit([&](const results::Results& results) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& request : results.requests) {
      BOOST_TEST(seen.emplace(request.document, request.ask.id).second, request.ask.id);
      BOOST_TEST(!request.ask.id.empty());
      BOOST_TEST(!request.findings.empty());
      for (const auto& id : request.findings) {
        const bool open =
            std::any_of(results.findings.begin(), results.findings.end(), [&](const auto& found) {
              return found.id == id && found.verdict == Verdict::insufficient;
            });
        BOOST_TEST(open, id);
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(fingerprints_are_different_within_an_audit) {
  each_audit([&](const results::Results& results) {
    std::set<std::string> prints;
    for (const auto& found : results.findings)
      BOOST_TEST(prints.insert(found.fingerprint).second, found.rule << ' ' << found.subject);
  });
}

BOOST_AUTO_TEST_SUITE_END()
