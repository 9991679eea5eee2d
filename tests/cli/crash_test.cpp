// SPDX-License-Identifier: Apache-2.0
// A crash never looks clean: killed before any of its calls that read or change a file, the program
// leaves under its name no result, the older one, or the whole new one.
#include <boost/test/unit_test.hpp>
#include <csignal>

#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa::test;

namespace {

struct Crash : Desk {
  Crash() {
    write("filing.xml", changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01"}));
    environment["LD_PRELOAD"] = PERIKSA_KILL_AT;
    environment["KILL_AFTER"] = "filing.xml";
  }

  Child audit() const {
    return child({"audit", "filing.xml", "-o", "json:out.json", "html:out.html"});
  }

  /// Runs it again and again, killed a call later each time, until it ends by itself; `look` sees
  /// what each leaves. Returns how often it was killed.
  int kill_everywhere(const std::function<void()>& look) {
    for (int call = 1;; ++call) {
      environment["KILL_AT"] = std::to_string(call);
      const auto ran = run(audit());
      if (ran.signal == 0) {
        BOOST_TEST(ran.code == 1);
        return call - 1;
      }
      BOOST_TEST_CONTEXT("killed before call " << call) {
        BOOST_TEST(ran.signal == SIGKILL);
        BOOST_TEST(ran.out.empty());
        look();
      }
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(crash, Crash)

BOOST_AUTO_TEST_CASE(killed_before_any_call_it_leaves_nothing_the_older_result_or_the_whole) {
  BOOST_REQUIRE_EQUAL(run(audit()).code, 1);
  const std::string json = read("out.json");
  const std::string html = read("out.html");
  const auto as_before = [&] {
    for (const auto& name : listing()) {
      if (name != "filing.xml") std::filesystem::remove(path() / name);
    }
    write("out.json", "older");
  };
  as_before();
  int older = 0;
  const int killed = kill_everywhere([&] {
    const bool fresh = read("out.json") != "older";
    if (fresh) BOOST_TEST((read("out.json") == json));
    // Every output stands whole beside its name before the first takes it.
    if (has("out.html")) BOOST_TEST((fresh && read("out.html") == html));
    older += fresh ? 0 : 1;
    as_before();
  });
  // Among them: reading the filing; making, writing, closing two files; naming them.
  BOOST_TEST(older >= 8);
  BOOST_TEST(killed > older);
}

BOOST_AUTO_TEST_SUITE_END()
