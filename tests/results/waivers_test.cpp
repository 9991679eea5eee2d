// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/waivers.h"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "auditor/results/worker_key.h"

using namespace periksa;
using namespace periksa::results;

BOOST_AUTO_TEST_SUITE(waivers)
namespace {

constexpr std::string_view kNib = "9120000000001";

/// A file with these elements between the root's tags.
class Given {
 public:
  explicit Given(const std::string& inside, const std::string& root = "<waivers format=\"1\">")
      : path_(std::filesystem::temp_directory_path() /
              ("periksa-waivers-" + std::to_string(::getpid()) + '-' + std::to_string(++count) +
               ".xml")) {
    std::ofstream(path_) << root << '\n' << inside << "\n</waivers>\n";
  }
  ~Given() { std::filesystem::remove(path_); }
  Given(const Given&) = delete;
  Given& operator=(const Given&) = delete;

  Result<WaiverFile> read() const {
    constexpr std::array<std::string_view, 2> kRules{"uu/1/1", "uu/2/1"};
    return read_waivers(path_, kRules);
  }
  /// "2:10 …" of the first thing that is wrong.
  std::string fault() const {
    const auto file = read();
    if (file) return {};
    const auto& first = file.error().front();
    return std::to_string(first.at.line) + ':' + std::to_string(first.at.column) + ' ' +
           first.text.en;
  }

 private:
  static inline int count = 0;
  std::filesystem::path path_;
};

std::string waiver(const std::string& attributes, const std::string& reason = "moving banks") {
  return "<waiver " + attributes + " authority=\"Dinas\" expires=\"2025-12-31\"><reason>" + reason +
         "</reason></waiver>";
}

Finding finding(const std::string& id, const std::string& worker, Verdict verdict) {
  Finding x;
  x.id = id;
  x.rule = "uu/1/1";
  x.subject = x.worker = worker;
  x.verdict = x.original = verdict;
  x.fingerprint = std::string(31, 'a') + id.back();
  return x;
}

/// Five workers: met, breach, suspected, met, breach.
Results five() {
  Results results;
  results.header.as_of = "2025-06-30";
  results.header.agency_nib = kNib;
  for (const char* id : {"A", "B", "C", "D", "E"}) results.workers.push_back(worker_key(kNib, id));
  results.findings = {finding("F0001", "W002", Verdict::breach),
                      finding("F0002", "W003", Verdict::suspected),
                      finding("F0003", "W005", Verdict::breach)};
  Rule rule;
  rule.id = "uu/1/1";
  rule.runs = {{Verdict::met, "declared", 1},
               {Verdict::breach, "", 1},
               {Verdict::suspected, "", 1},
               {Verdict::met, "", 1},
               {Verdict::breach, "", 1}};
  results.rules = {rule};
  return results;
}

struct Applied {
  Results results = five();
  Diagnostics warnings;

  explicit Applied(const std::string& inside) { apply(inside); }
  Applied(const std::string& inside, Results on) : results(std::move(on)) { apply(inside); }
  void apply(const std::string& inside) {
    const auto file = Given(inside).read();
    BOOST_REQUIRE(file.has_value());
    warnings = apply_waivers(*file, results);
  }
  std::string verdicts() const {
    std::string out;
    for (const Finding& x : results.findings) out += std::string(to_string(x.verdict)) + ' ';
    return out;
  }
  std::string runs() const {
    std::string out;
    for (const auto& run : results.rules.front().runs)
      out += std::to_string(run.count) + std::string(to_string(run.verdict)) + ' ';
    return out;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_is_read_with_its_terms) {
  const auto file =
      Given(waiver("rule=\"uu/1/1\" subject=\"B\" from=\"2025-01-01\"", "\n  moving\n  banks "))
          .read();
  BOOST_REQUIRE(file.has_value());
  BOOST_TEST(file->sha256.size() == 64U);
  const Waiver& x = file->waivers.at(0).waiver;
  BOOST_TEST(x.id == "V1");
  BOOST_TEST(x.subject == "B");
  BOOST_TEST(x.from == "2025-01-01");
  BOOST_TEST(x.reason == "moving banks");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_with_its_place) {
  BOOST_TEST(Given(waiver("rule=\"uu/1/2\"")).fault() ==
             "2:15 there is no rule \"uu/1/2\"; did you mean \"uu/1/1\"?");
  BOOST_TEST(
      Given("<waiver rule=\"uu/1/1\" expires=\"2025-12-31\"><reason>x</reason></waiver>").fault() ==
      "2:2 <waiver> needs an attribute \"authority\"");
  BOOST_TEST(Given("<waiver rule=\"uu/1/1\" authority=\"x\"><reason>x</reason></waiver>").fault() ==
             "2:2 <waiver> needs an attribute \"expires\"");
  BOOST_TEST(
      Given("<waiver rule=\"uu/1/1\" authority=\" \" expires=\"2025-12-31\"><reason>x</reason>"
            "</waiver>")
          .fault() == "2:34 authority must not be empty");
  BOOST_TEST(Given("<waiver rule=\"uu/1/1\" authority=\"x\" expires=\"31-12-2025\"><reason>x"
                   "</reason></waiver>")
                 .fault() == "2:46 expires \"31-12-2025\" must be a date YYYY-MM-DD");
  BOOST_TEST(Given(waiver("rule=\"uu/1/1\"", " "))
                 .fault()
                 .ends_with("a reason is required: <reason>…</reason>"));
  BOOST_TEST(Given(waiver("rule=\"uu/1/1\" from=\"2026-01-01\""))
                 .fault()
                 .ends_with("expires 2025-12-31 before it begins 2026-01-01"));
  BOOST_TEST(Given(waiver("rule=\"uu/1/1\" subject=\"\"")).fault().starts_with("2:32 "));
  BOOST_TEST(Given(waiver("rule=\"uu/1/1\" fingerprint=\"xyz\"")).fault().starts_with("2:36 "));
  BOOST_TEST(Given(waiver("rule=\"uu/1/1\" until=\"x\"")).fault() ==
             "2:30 unknown attribute \"until\"");
  BOOST_TEST(Given(waiver("rule=\"uu/1/1\"") + "<waver/>")
                 .fault()
                 .ends_with("unknown element \"waver\"; did you mean \"waiver\"?"));
  BOOST_TEST(Given("", "<waivers format=\"2\">").fault() == "1:18 format must be \"1\"");
  BOOST_TEST(!read_waivers("/nowhere.xml", {}).has_value());
}

BOOST_AUTO_TEST_CASE(without_a_subject_a_rule_is_waived_for_all) {
  const Applied on(waiver("rule=\"uu/1/1\""));
  BOOST_TEST(on.verdicts() == "waived waived waived ");
  BOOST_TEST(on.runs() == "1met 2waived 1met 1waived ");
  BOOST_TEST(on.results.waivers.at(0).state == "applied");
  BOOST_TEST(
      (on.results.waivers.at(0).findings == std::vector<std::string>{"F0001", "F0002", "F0003"}));
  BOOST_TEST(on.warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_waived_finding_keeps_what_it_was_and_tells_by_whom_it_is_waived) {
  const Applied on(waiver("rule=\"uu/1/1\""));
  const Finding& x = on.results.findings.front();
  BOOST_TEST((x.original == Verdict::breach));
  BOOST_TEST((x.waiver == std::vector<std::string>{"Dinas", "moving banks", "2025-12-31"}));
  BOOST_TEST(on.results.header.waivers_file.ends_with(".xml"));
}

BOOST_AUTO_TEST_CASE(a_subject_is_named_by_the_id_of_the_filing_wherever_it_stands_there) {
  const Applied on(waiver("rule=\"uu/1/1\" subject=\"E\""));
  BOOST_TEST(on.verdicts() == "breach suspected waived ");
  BOOST_TEST(on.runs() == "1met 1breach 1suspected 1met 1waived ");
  BOOST_TEST(on.results.waivers.at(0).subject == "W005");
}

BOOST_AUTO_TEST_CASE(an_id_may_have_slashes_of_its_own) {
  Results results = five();
  results.workers[4] = worker_key(kNib, "2024/07/E");
  results.findings[2].subject = "W005/payment-1";
  BOOST_TEST(Applied(waiver("rule=\"uu/1/1\" subject=\"2024/07/E\""), results).verdicts() ==
             "breach suspected waived ");
  const Applied on(waiver("rule=\"uu/1/1\" subject=\"2024/07/E/payment-1\""), results);
  BOOST_TEST(on.verdicts() == "breach suspected waived ");
  BOOST_TEST(on.results.waivers.at(0).subject == "W005/payment-1");
  // Of an id and what stands below another the longer is meant.
  results.workers[0] = worker_key(kNib, "2024");
  BOOST_TEST(Applied(waiver("rule=\"uu/1/1\" subject=\"2024/07/E\""), results).verdicts() ==
             "breach suspected waived ");
}

BOOST_AUTO_TEST_CASE(an_id_of_the_filing_comes_before_a_pseudonym_that_looks_like_it) {
  Results results = five();
  results.workers[4] = worker_key(kNib, "W002");
  BOOST_TEST(Applied(waiver("rule=\"uu/1/1\" subject=\"W002\""), results).verdicts() ==
             "breach suspected waived ");
  BOOST_TEST(Applied(waiver("rule=\"uu/1/1\" subject=\"W002\"")).verdicts() ==
             "waived suspected breach ");
}

BOOST_AUTO_TEST_CASE(a_fingerprint_names_one_finding) {
  const Applied on(waiver("rule=\"uu/1/1\" fingerprint=\"" + std::string(31, 'a') + "2\""));
  BOOST_TEST(on.verdicts() == "breach waived breach ");
}

BOOST_AUTO_TEST_CASE(a_waiver_counts_on_its_first_and_on_its_last_day) {
  Results results = five();
  const std::string window = waiver("rule=\"uu/1/1\" from=\"2025-07-01\"");
  const std::map<std::string, std::string> states{{"2025-06-30", "not-yet"},
                                                  {"2025-07-01", "applied"},
                                                  {"2025-12-31", "applied"},
                                                  {"2026-01-01", "expired"}};
  for (const auto& [day, state] : states) {
    results.header.as_of = day;
    BOOST_TEST(Applied(window, results).results.waivers.at(0).state == state, day);
  }
}

BOOST_AUTO_TEST_CASE(what_lapsed_sets_nothing_aside_and_is_told_loudly) {
  Results results = five();
  results.header.as_of = "2026-03-31";
  const Applied on(waiver("rule=\"uu/1/1\"") + waiver("rule=\"uu/2/1\" subject=\"Z\""), results);
  BOOST_TEST(on.verdicts() == "breach suspected breach ");
  BOOST_REQUIRE_EQUAL(on.warnings.size(), 2U);
  BOOST_TEST(on.warnings[0].text.en ==
             "waiver V1 of uu/1/1 is not applied: expired on 2025-12-31, before the as-of day "
             "2026-03-31; 3 findings stand");
  BOOST_TEST(on.warnings[0].at.line == 2U);
  BOOST_TEST(on.results.waivers.at(0).findings.size() == 3U);
}

BOOST_AUTO_TEST_CASE(what_matches_nothing_is_told_and_its_subject_is_not_repeated) {
  const Applied on(waiver("rule=\"uu/1/1\" subject=\"3171010101010001\"") +
                   waiver("rule=\"uu/2/1\""));
  BOOST_TEST(on.warnings.size() == 2U);
  for (const Waiver& x : on.results.waivers) {
    BOOST_TEST(x.state == "unmatched");
    BOOST_TEST(x.subject.find("3171") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(an_exception_or_a_fault_of_the_engine_is_not_waived) {
  Results results = five();
  results.findings[0].verdict = results.findings[0].original = Verdict::excused;
  results.findings[1].verdict = results.findings[1].original = Verdict::engine_error;
  const Applied on(waiver("rule=\"uu/1/1\""), results);
  BOOST_TEST(on.verdicts() == "excused engine-error waived ");
}

BOOST_AUTO_TEST_CASE(what_looks_ahead_is_waived_and_was_never_counted) {
  Results results = five();
  results.findings.insert(results.findings.begin(), finding("F0000", "W001", Verdict::breach));
  results.findings.front().readiness = true;
  const Applied on(waiver("rule=\"uu/1/1\" subject=\"B\""), results);
  BOOST_TEST(on.runs() == "1met 1waived 1suspected 1met 1breach ");
}

BOOST_AUTO_TEST_CASE(of_two_waivers_the_first_gives_the_terms_and_both_are_told_as_applied) {
  const Applied on(waiver("rule=\"uu/1/1\" subject=\"B\"", "first") +
                   waiver("rule=\"uu/1/1\"", "second"));
  BOOST_TEST(on.results.findings[0].waiver[1] == "first");
  BOOST_TEST(on.results.findings[1].waiver[1] == "second");
  BOOST_TEST(on.results.waivers[1].findings.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
