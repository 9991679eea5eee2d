// SPDX-License-Identifier: Apache-2.0
// What `cmake --install` puts somewhere stands on its own data.
#include <boost/test/unit_test.hpp>

#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa::test;

namespace {

struct Installed : Desk {
  Installed() {
    environment.erase("PERIKSA_RULES");
    const auto done = run({.words = {"cmake", "--install", PERIKSA_BINARY_DIR, "--prefix",
                                     (path() / "prefix").string()}});
    BOOST_REQUIRE_MESSAGE(done.code == 0, done.err);
    write("filing.xml", base("clean-worker"));
  }

  Ran installed(std::vector<std::string> words) const {
    words.insert(words.begin(), {(path() / "prefix/bin/periksa").string(), "--lang", "en"});
    return run({.words = words, .folder = path(), .environment = environment});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(install, Installed)

BOOST_AUTO_TEST_CASE(the_installed_program_audits_with_its_own_rules_and_templates) {
  const auto ran = installed({"audit", "filing.xml", "-o", "html:out.html", "json:out.json"});
  BOOST_TEST(ran.code == 2, ran.err);
  BOOST_TEST(says(read("out.html"), "</html>"));
  // The rules beside it are the ones that count, not those of the sources.
  const std::string name = "prefix/share/periksa/rules/duties/uu-18-2017/66-1.xml";
  const auto& title = shipped_rules().find("uu-18-2017/66/1")->met.en;
  write(name, replaced(read(name), title, "Installed elsewhere"));
  BOOST_TEST(says(installed({"rules", "list"}).out, "Installed elsewhere"));
  write("prefix/share/periksa/rules/facts.xml", "broken");
  BOOST_TEST(installed({"rules", "list"}).code == 4);
}

BOOST_AUTO_TEST_CASE(the_installed_templates_are_the_ones_used) {
  const std::string css = "prefix/share/periksa/templates/strings.en.xml";
  BOOST_REQUIRE(has(css));
  std::filesystem::remove(path() / css);
  const auto ran = installed({"audit", "filing.xml", "-o", "html:out.html"});
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(!has("out.html"));
}

BOOST_AUTO_TEST_CASE(licence_and_change_log_are_installed) {
  for (const auto* file : {"LICENSE", "README.md", "CHANGELOG.md"})
    BOOST_TEST(has(std::string("prefix/share/doc/periksa/") + file), file);
}

BOOST_AUTO_TEST_SUITE_END()
