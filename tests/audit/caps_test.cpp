// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/caps.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;
using results::Tier;
using results::Verdict;
using ruleset::Reason;

BOOST_AUTO_TEST_SUITE(caps)
namespace {

constexpr std::array kTiers{Tier::law, Tier::decree, Tier::standard};
constexpr std::array kBases{facts::Basis::registry, facts::Basis::document, facts::Basis::declared,
                            facts::Basis::statement};
constexpr std::array kBasisWords{"registry", "document", "declared", "statement"};
constexpr std::array kGrades{law::Grade::verified, law::Grade::concurring, law::Grade::secondary,
                             law::Grade::unread, law::Grade::conflicting};
constexpr std::array kGradeWords{"V", "two", "V2", "K", "?"};
constexpr std::size_t kReasons = 9;

/// One combination of everything a cap depends on.
struct Combination {
  Verdict verdict{};
  Reason reason{};
  std::size_t basis = 0;
  std::size_t cited = 0;   // grade of the texts cited
  std::size_t limits = 0;  // grade of the limits read
  unsigned doubts = 0;     // bits: window, limit's window, text after its check, limit after its
  Tier tier{};

  ruleset::Judgement judgement() const {
    ruleset::Judgement j;
    j.verdict = verdict;
    j.reason = reason;
    j.reliance.basis = kBases[basis];
    j.reliance.grade = kGrades[limits];
    j.window = (doubts & 1U) != 0;
    j.reliance.uncertain = (doubts & 2U) != 0;
    j.reliance.stale = (doubts & 4U) != 0;
    return j;
  }
  audit::Readings readings() const { return {kGrades[cited], (doubts & 8U) != 0, tier}; }
};

std::ostream& operator<<(std::ostream& out, const Combination& c) {
  return out << to_string(c.verdict) << '/' << ruleset::to_string(c.reason) << ", tier "
             << to_string(c.tier) << ", " << kBasisWords[c.basis] << ", texts "
             << kGradeWords[c.cited] << ", limits " << kGradeWords[c.limits] << ", doubts "
             << c.doubts;
}

bool one_of(const std::string& words, std::string_view word) {
  if (words == "*") return true;
  std::istringstream list(words);
  for (std::string one; list >> one;) {
    if (one == word) return true;
  }
  return false;
}

class CapTable {
 public:
  CapTable() : rows_(table(slurp(PERIKSA_SOURCE_DIR "/tests/audit/caps.txt"))) {}

  const std::vector<std::string>& row(const Combination& c) const {
    const auto* grade = kGradeWords[std::max(c.cited, c.limits)];
    for (const auto& row : rows_) {
      if (one_of(row.at(0), to_string(c.verdict)) && one_of(row.at(1), to_string(c.tier)) &&
          one_of(row.at(2), kBasisWords[c.basis]) && one_of(row.at(3), grade) &&
          one_of(row.at(4), c.doubts == 0 ? "no" : "yes"))
        return row;
    }
    throw std::runtime_error("no row fits");
  }

  std::string expected(const Combination& c) const {
    const auto& cells = row(c);
    const std::string verdict =
        cells.at(5) == "same" ? std::string(to_string(c.verdict)) : cells.at(5);
    const std::string own(ruleset::to_string(c.reason));
    std::string reason = cells.at(6);
    if (reason == "keeps") reason = own;
    if (reason == "keeps-or:declared") reason = own.empty() ? "declared" : own;
    return word({*results::parse_verdict(verdict), reason});
  }

 private:
  std::vector<std::vector<std::string>> rows_;
};

template <class Each>
void all_combinations(Each each) {
  Combination c;
  for (std::size_t v = 0; v < results::kVerdicts; ++v) {
    for (std::size_t r = 0; r < kReasons; ++r) {
      for (c.basis = 0; c.basis < kBases.size(); ++c.basis) {
        for (c.cited = 0; c.cited < kGrades.size(); ++c.cited) {
          for (c.limits = 0; c.limits < kGrades.size(); ++c.limits) {
            for (c.doubts = 0; c.doubts < 16; ++c.doubts) {
              for (const auto tier : kTiers) {
                c.verdict = static_cast<Verdict>(v);
                c.reason = static_cast<Reason>(r);
                c.tier = tier;
                each(c);
              }
            }
          }
        }
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_combination_comes_out_as_the_table_says) {
  const CapTable table;
  std::size_t count = 0;
  std::size_t wrong = 0;
  all_combinations([&](const Combination& c) {
    ++count;
    const auto capped = audit::cap(c.judgement(), c.readings());
    const std::string got = word({capped.verdict, std::string(capped.reason)});
    const std::string expected = table.expected(c);
    if (got != expected && ++wrong <= 10) BOOST_ERROR(c << ": " << got << ", not " << expected);
  });
  BOOST_TEST(count == 10U * 9 * 4 * 5 * 5 * 16 * 3);
  BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(a_cap_never_makes_a_verdict_graver) {
  std::size_t wrong = 0;
  all_combinations([&](const Combination& c) {
    if (audit::cap(c.judgement(), c.readings()).verdict > c.verdict && ++wrong <= 10)
      BOOST_ERROR(c);
  });
  BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(every_lowered_verdict_says_why_in_both_languages) {
  std::size_t wrong = 0;
  all_combinations([&](const Combination& c) {
    const auto capped = audit::cap(c.judgement(), c.readings());
    bool told = true;
    for (const auto& note : capped.notes) told = told && !note.id.empty() && !note.en.empty();
    const bool lowered = capped.verdict != c.verdict && capped.verdict != Verdict::observation;
    if ((!told || (lowered && capped.notes.empty())) && ++wrong <= 10) BOOST_ERROR(c);
  });
  BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(a_breach_that_stands_needs_no_excuse) {
  const Combination sure{Verdict::breach, Reason::none, 0, 1, 0, 0, Tier::law};
  BOOST_TEST(audit::cap(sure.judgement(), sure.readings()).notes.empty());
}

BOOST_AUTO_TEST_CASE(the_weakest_text_cited_counts) {
  MiniRules mini;
  const std::string two_cites =
      "<version from='2017-11-22'><cite provision='test#V' proves='act'/>"
      "<cite provision='test#V2' proves='duty'/><require>w.country is TW</require></version>";
  mini.add({.versions = two_cites});
  const auto results = audited(mini.load(), base("clean-worker"));
  BOOST_TEST(word(outcome(results, "test/1/1")) == "suspected");
  BOOST_TEST(finding(results, "test/1/1")->notes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_event_after_the_last_check_of_the_text_is_only_suspected) {
  MiniRules mini;
  mini.add({.require = "w.country is TW"});
  const auto on_day = [&](const std::string& day) {
    const auto filing = changed(base("clean-worker"), {.set = "worker.departed_on=" + day});
    return word(outcome(audited(mini.load(), filing, "2030-12-31"), "test/1/1"));
  };
  BOOST_TEST(on_day("2029-12-31") == "breach");
  BOOST_TEST(on_day("2030-01-01") == "breach");
  BOOST_TEST(on_day("2030-01-02") == "suspected");
}

BOOST_AUTO_TEST_CASE(a_limit_that_was_not_read_in_a_text_keeps_a_breach_suspected) {
  for (const auto& [grade, expected] :
       {std::pair{R"(grade="V")", "breach"}, std::pair{R"(grade="V2" concurring="2")", "breach"},
        std::pair{R"(grade="V2")", "suspected"}, std::pair{R"(grade="K")", "suspected"}}) {
    MiniRules mini;
    mini.file("limits/x.xml",
              "<limits><limit name='x' type='integer' id='x' en='x'>"
              "<complete from='2017-11-22' checked-until='2030-01-01'/>"
              "<row from='2017-11-22' value='30' " +
                  std::string(grade) + " cite='test#V'/></limit></limits>");
    mini.add({.require = "whole years from w.born_on to event is at least limit x"});
    BOOST_TEST_CONTEXT(grade) {
      const auto results = audited(mini.load(), base("clean-worker"));
      BOOST_TEST(word(outcome(results, "test/1/1")) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_workers_word_alone_is_a_claim_and_a_paper_beside_it_is_not) {
  MiniRules mini;
  mini.add({.subject = R"(each="payment" as="p" of="w" event="p.paid_on")",
            .require = "p.amount is at most IDR 1000000"});
  const std::string sources =
      "<source id='s' document='worker_statement' asserter='worker'/>"
      "<source id='r' document='receipt'/>";
  const auto told = [&](const std::string& amount) {
    const auto filing =
        replaced(changed(base("clean-worker"),
                         {.set = "payment[b1].amount=IDR 0",
                          .add = "<payment id='c' paid_on='2024-03-01'>" + amount + "</payment>"}),
                 "<agency ", sources + "<agency ");
    return word(outcome(audited(mini.load(), filing), "test/1/1"));
  };
  BOOST_TEST(told("<amount source='s'>IDR 5000000</amount>") == "insufficient/claim");
  BOOST_TEST(told("<amount source='r'>IDR 5000000</amount>") == "breach");
  BOOST_TEST(
      told("<amount source='s'>IDR 5000000</amount><amount source='r'>IDR 4000000</amount>") ==
      "breach");
  BOOST_TEST(
      told("<amount source='s'>IDR 5000000</amount><amount source='r'>IDR 900000</amount>") ==
      "insufficient");
}

BOOST_AUTO_TEST_SUITE_END()
