// SPDX-License-Identifier: Apache-2.0
// Same input, same bytes.
#include <boost/test/unit_test.hpp>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <locale>

#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"
#include "tests/audit/help/many_workers.h"
#include "tests/ruleset/mini/temp_folder.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(determinism)
namespace {

std::string json(const results::Results& results) {
  std::string text;
  results::write_json(results, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string audit_json(const std::string& filing, unsigned threads) {
  audit::Options options;
  options.threads = threads;
  return json(audited(shipped_rules(), filing, options));
}

/// A filing in which threads have something to disagree about: many workers, every kind of finding,
/// patterns across workers, and rules on the whole filing.
const std::string& busy_filing() {
  static const std::string text = many_workers(300);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_busy_filing_is_worth_the_trouble) {
  const auto results = audited(shipped_rules(), busy_filing());
  BOOST_TEST(results.findings.size() > 300U);
  BOOST_TEST(results.notices.size() >= 3U);
  for (const auto* verdict : {"breach", "suspected", "insufficient", "met", "not-applicable"})
    BOOST_TEST(results.summary.verdicts.at(verdict) > 0U, verdict);
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same_bytes) {
  const std::string one = audit_json(busy_filing(), 1);
  for (const unsigned threads : {2U, 3U, 4U, 16U}) {
    BOOST_TEST_CONTEXT(threads << " threads") {
      BOOST_TEST((audit_json(busy_filing(), threads) == one));
    }
  }
}

BOOST_AUTO_TEST_CASE(running_again_gives_the_same_bytes) {
  const std::string first = audit_json(busy_filing(), 4);
  for (int run = 0; run < 5; ++run) BOOST_TEST((audit_json(busy_filing(), 4) == first));
}

BOOST_AUTO_TEST_CASE(a_fresh_rule_set_gives_the_same_bytes) {
  auto fresh = ruleset::RuleSet::load(PERIKSA_SOURCE_DIR "/rules");
  BOOST_REQUIRE(fresh);
  BOOST_TEST((json(audited(**fresh, base("clean-agency"))) == audit_json(base("clean-agency"), 2)));
}

BOOST_AUTO_TEST_CASE(time_zone_and_locale_change_nothing) {
  const std::string before = audit_json(busy_filing(), 2);
  const char* zone = std::getenv("TZ");
  const std::string kept = zone ? zone : "";
  for (const auto* other : {"Asia/Jayapura", "Pacific/Kiritimati", "America/Los_Angeles"}) {
    ::setenv("TZ", other, 1);
    ::tzset();
    BOOST_TEST((audit_json(busy_filing(), 2) == before), other);
  }
  ::setenv("TZ", kept.c_str(), 1);
  ::tzset();
  // A locale that writes 1.000,5 and compares otherwise; "C.UTF-8" where none other is installed.
  for (const auto* name : {"id_ID.UTF-8", "de_DE.UTF-8", "C.UTF-8"}) {
    if (!std::setlocale(LC_ALL, name)) continue;
    BOOST_TEST((audit_json(busy_filing(), 2) == before), name);
  }
  std::setlocale(LC_ALL, "C");
  struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::locale old = std::locale::global(std::locale(std::locale::classic(), new Comma));
  BOOST_TEST((audit_json(busy_filing(), 2) == before));
  std::locale::global(old);
}

BOOST_AUTO_TEST_CASE(from_a_file_or_from_memory_is_the_same) {
  const TempFolder folder;
  const auto path = folder.write("filing.xml", busy_filing());
  auto from_file = audit::audit_filing(shipped_rules(), path, {});
  BOOST_REQUIRE(from_file);
  BOOST_TEST((json(from_file->results) == audit_json(busy_filing(), 2)));
}

BOOST_AUTO_TEST_CASE(no_path_and_no_machine_stand_in_the_results) {
  const TempFolder folder;
  const auto path = folder.write("deep/down/filing.xml", busy_filing());
  auto done = audit::audit_filing(shipped_rules(), path, {});
  BOOST_REQUIRE(done);
  const std::string text = json(done->results);
  BOOST_TEST(text.find(folder.path().string()) == std::string::npos);
  BOOST_TEST(text.find("deep/down") == std::string::npos);
  BOOST_TEST(text.find(PERIKSA_SOURCE_DIR) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
