// SPDX-License-Identifier: Apache-2.0
// A crash never looks clean: killed at any moment, the program leaves no result under its name.
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/many_workers.h"
#include "tests/cli/help/desk.h"

using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

struct Crash : Desk {
  Crash() { write("filing.xml", filing()); }

  /// Large enough that reading, judging and writing are many moments apart.
  static const std::string& filing() {
    static const std::string text = many_workers(4000);
    return text;
  }

  Child audit() const {
    return child({"audit", "filing.xml", "-o", "json:out.json", "html:out.html"});
  }

  /// Bytes of everything that is not the filing.
  std::uintmax_t others() const {
    std::uintmax_t size = 0;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator(path(), gone)) {
      if (entry.path().filename() == "filing.xml") continue;
      const auto bytes = entry.file_size(gone);
      if (!gone) size += bytes;
    }
    return size;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(crash, Crash)

BOOST_AUTO_TEST_CASE(killed_while_reading_and_judging_it_leaves_nothing) {
  const std::size_t size = filing().size();
  int killed = 0;
  for (std::size_t step = 0; step < 12; ++step) {
    const auto ran = run_until(
        audit(), [&](pid_t process) { return traffic(process).read >= size * step / 12; });
    if (ran.signal == 0) continue;
    ++killed;
    BOOST_TEST(!has("out.json"));
    BOOST_TEST(!has("out.html"));
    BOOST_TEST(ran.out.empty());
  }
  BOOST_TEST(killed >= 10);
}

BOOST_AUTO_TEST_CASE(killed_while_writing_it_leaves_no_file_under_the_outputs_name) {
  const auto whole = run(audit());
  BOOST_REQUIRE_EQUAL(whole.code, 1);
  const std::string json = read("out.json");
  const std::string html = read("out.html");
  int killed = 0;
  for (std::size_t step = 0; step < 12; ++step) {
    for (const auto& entry : fs::directory_iterator(path())) {
      if (entry.path().filename() != "filing.xml") fs::remove(entry.path());
    }
    const std::uintmax_t until = 1 + (json.size() + html.size()) * step / 12;
    const auto ran = run_until(audit(), [&](pid_t) { return others() >= until; });
    if (ran.signal != 0) ++killed;
    // What stands under an output's name is the whole of it, or nothing.
    if (has("out.json")) BOOST_TEST((read("out.json") == json));
    if (has("out.html")) BOOST_TEST((read("out.html") == html));
    // Killed before everything was written: none has its name yet.
    if (ran.signal != 0 && step < 10) BOOST_TEST((!has("out.json") && !has("out.html")));
  }
  BOOST_TEST(killed >= 8);
}

BOOST_AUTO_TEST_CASE(killed_over_an_older_result_it_leaves_the_older_one) {
  write("out.json", "older");
  const auto ran = run_until(audit(), [&](pid_t) { return others() > 10'000; });
  BOOST_TEST(ran.signal != 0);
  BOOST_TEST(read("out.json") == "older");
}

BOOST_AUTO_TEST_SUITE_END()
