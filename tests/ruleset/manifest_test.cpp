// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/manifest.h"

#include <boost/test/unit_test.hpp>

#include "auditor/base/sha256.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/mini_rules.h"

using namespace periksa;
using namespace periksa::test;

namespace {

using Words = std::vector<std::string>;

struct Folder {
  TempFolder folder;

  Folder() {
    folder.write("facts.xml", "<facts/>");
    folder.write("law/a.xml", "<instrument/>");
    folder.write("notes.txt", "not a rule");
    seal();
  }

  void seal() const {
    folder.write("manifest.txt", *ruleset::make_manifest(folder.path(), "periksa", "1.2"));
  }

  ruleset::ManifestState state() const {
    auto state = ruleset::compare_manifest(folder.path());
    BOOST_REQUIRE(state);
    return *state;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(manifest, Folder)

BOOST_AUTO_TEST_CASE(the_shipped_manifest_fits_the_shipped_rules) {
  const auto& state = shipped_rules().manifest();
  BOOST_TEST(state.official, "run `periksa rules seal VERSION`");
  for (const auto& file : state.changed) BOOST_ERROR("changed since sealing: " << file);
}

BOOST_AUTO_TEST_CASE(a_sealed_folder_is_official_under_its_name_and_version) {
  BOOST_TEST(state().official);
  BOOST_TEST(state().changed.empty());
  BOOST_TEST(state().name == "periksa");
  BOOST_TEST(state().version == "1.2");
}

BOOST_AUTO_TEST_CASE(a_changed_file_is_named) {
  folder.write("law/a.xml", "<instrument />");
  BOOST_TEST(!state().official);
  BOOST_TEST(state().changed == Words{"law/a.xml"}, boost::test_tools::per_element());
  BOOST_TEST(state().version == "1.2");
}

BOOST_AUTO_TEST_CASE(an_added_and_a_missing_file_are_named) {
  std::filesystem::rename(folder.path() / "law/a.xml", folder.path() / "law/b.xml");
  BOOST_TEST(!state().official);
  BOOST_TEST(state().changed == (Words{"law/b.xml", "law/a.xml"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_rule_file_does_not_matter) {
  folder.write("notes.txt", "changed");
  BOOST_TEST(state().official);
}

BOOST_AUTO_TEST_CASE(a_missing_manifest_is_named) {
  std::filesystem::remove(folder.path() / "manifest.txt");
  BOOST_TEST(!state().official);
  BOOST_TEST(state().changed == Words{"manifest.txt"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_manifest_of_another_engine_is_not_official) {
  const std::string text = slurp(folder.path() / "manifest.txt");
  const std::string engine = "engine " + std::string(ruleset::engine_version());
  folder.write("manifest.txt", replaced(text, engine, "engine 0.0.1"));
  BOOST_TEST(!state().official);
  BOOST_TEST(state().changed.empty());
}

BOOST_AUTO_TEST_CASE(the_manifest_is_one_line_a_file_with_its_hash) {
  const std::string expected =
      "rule-set periksa 1.2\nengine " + std::string(ruleset::engine_version()) + '\n' +
      sha256_hex("<facts/>") + "  facts.xml\n" + sha256_hex("<instrument/>") + "  law/a.xml\n";
  BOOST_TEST(slurp(folder.path() / "manifest.txt") == expected);
}

BOOST_AUTO_TEST_CASE(the_hash_of_the_set_follows_every_file_and_not_the_manifest) {
  const std::string before = state().sha256;
  std::filesystem::remove(folder.path() / "manifest.txt");
  BOOST_TEST(state().sha256 == before);
  folder.write("law/a.xml", "<instrument/> ");
  BOOST_TEST(state().sha256 != before);
}

BOOST_AUTO_TEST_CASE(a_damaged_manifest_is_never_official) {
  const std::string text = slurp(folder.path() / "manifest.txt");
  for (const auto& damaged : {std::string{}, text.substr(0, text.size() / 2),
                              std::string("rule-set periksa 1.2\n"), std::string(64, 'x')}) {
    folder.write("manifest.txt", damaged);
    BOOST_TEST(!state().official, damaged);
  }
}

BOOST_AUTO_TEST_CASE(results_name_the_set_and_what_was_changed) {
  MiniRules mini;
  mini.add({});
  mini.folder().write("manifest.txt", *ruleset::make_manifest(mini.path(), "uji", "7"));
  const auto sealed = audited(mini.load(), base("clean-worker"));
  BOOST_TEST(sealed.header.official);
  BOOST_TEST(sealed.header.rule_set == "uji");
  BOOST_TEST(sealed.header.rule_set_version == "7");
  BOOST_TEST(sealed.header.changed_files.empty());
  mini.file("law/test2.xml", "<sanctions/>");
  const auto changed_set = audited(mini.load(), base("clean-worker"));
  BOOST_TEST(!changed_set.header.official);
  BOOST_TEST(changed_set.header.changed_files == Words{"law/test2.xml"},
             boost::test_tools::per_element());
  BOOST_TEST(changed_set.header.manifest_sha256 != sealed.header.manifest_sha256);
}

BOOST_AUTO_TEST_SUITE_END()
