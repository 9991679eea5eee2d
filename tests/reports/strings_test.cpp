// SPDX-License-Identifier: Apache-2.0
#include "reports/strings.h"

#include <filesystem>
#include <regex>
#include <set>

#include "tests/reports/report_text.h"

using namespace periksa;
using reports::Strings;

BOOST_AUTO_TEST_SUITE(string_tables)
namespace {

namespace fs = std::filesystem;

/// All matches of the first group in all files of a folder with that extension.
std::set<std::string> found(const fs::path& folder, const std::string& extension,
                            const std::string& pattern) {
  std::set<std::string> out;
  const std::regex expression(pattern);
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != extension) continue;
    const std::string text = file_text(entry.path().string());
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
      out.insert((*at)[1]);
    }
  }
  return out;
}

const fs::path kSources = PERIKSA_SOURCE_DIR "/reports";

Strings strings(Language language) {
  return Strings::load(kTemplates, language).value();
}

bool of_family(const std::string& key, const std::set<std::string>& families) {
  for (const std::string& family : families) {
    if (key.starts_with(family + "_")) return true;
  }
  return false;
}

/// A folder with two string files of our making.
class Folder {
 public:
  Folder(const std::string& id, const std::string& en)
      : path_(fs::temp_directory_path() / ("periksa-strings-" + std::to_string(++count))) {
    fs::create_directories(path_);
    std::ofstream(path_ / "strings.id.xml") << "<strings language=\"id\">\n" << id << "</strings>";
    std::ofstream(path_ / "strings.en.xml") << "<strings language=\"en\">\n" << en << "</strings>";
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Diagnostics errors() const {
    const auto loaded = Strings::load(path_, Language::id);
    return loaded ? Diagnostics{} : loaded.error();
  }

 private:
  static inline int count = 0;
  fs::path path_;
};

const std::string kHello = "<string key=\"hello\">Halo {name}</string>\n";

}  // namespace

BOOST_AUTO_TEST_CASE(every_key_a_template_or_source_names_exists) {
  const Strings id = strings(Language::id);
  for (const std::string& key : found(kTemplates, ".html", R"(\{\{t_([a-z0-9_]+)\}\})")) {
    BOOST_TEST(id.contains(key), key);
  }
  const std::string call = R"((?:strings_?(?:\(\))?(?:\.fill)?|title)\(\s*"([a-z0-9_]+)\")";
  for (const std::string& key : found(kSources, ".cpp", call)) BOOST_TEST(id.contains(key), key);
  for (const std::string& key : found(kSources, ".cpp", R"(\.count\(\s*"([a-z_]+)\")")) {
    BOOST_TEST(id.contains(key + "_one"), key);
    BOOST_TEST(id.contains(key + "_many"), key);
  }
}

BOOST_AUTO_TEST_CASE(every_key_is_used) {
  std::set<std::string> used = found(kTemplates, ".html", R"(\{\{t_([a-z0-9_]+)\}\})");
  used.merge(found(kSources, ".cpp", R"re("([a-z0-9_]+)")re"));
  std::set<std::string> families = found(kSources, ".cpp", R"(\.term\(\s*"([a-z_]+)\")");
  families.merge(found(kSources, ".cpp", R"(\.count\(\s*"([a-z_]+)\")"));
  families.insert("reason");
  const Strings en = strings(Language::en);
  for (const auto& [key, text] : en.all()) {
    BOOST_TEST((used.contains(key) || of_family(key, families)), key);
    BOOST_TEST(!text.empty(), key);
  }
}

BOOST_AUTO_TEST_CASE(every_code_of_the_results_document_has_words) {
  const std::map<std::string, std::vector<std::string>> codes{
      {"state", {"known", "stated-none", "absent", "not-supplied", "unreadable", "contradictory"}},
      {"basis", {"registry", "document", "declared", "statement"}},
      {"cause", {"fact", "event-date", "law", "claim", "completeness"}},
      {"truth", {"no", "unknown", "yes"}},
      {"tier", {"law", "decree", "standard"}},
      {"severity", {"minor", "major", "critical"}},
      {"sanction", {"criminal", "administrative", "revocation", "refusal"}},
      {"uncovered", {"not-the-agency", "question", "not-coded"}},
      {"asserter", {"agency", "worker", "union", "registry", "inspector"}},
      {"amount_kind", {"refund", "claimed"}},
      {"key", {"nik", "passport"}},
      {"outcome", {"0", "1", "2", "3", "5", "70"}},
      {"bool", {"yes", "no"}},
      {"store_state", {"open", "answered", "corrected", "resolved", "reopened", "closed"}},
      {"store_step",
       {"new", "persisting", "changed-evidence", "changed-law", "returned", "resolved", "excused",
        "earlier", "instructed", "answered", "corrected", "extended", "closed"}},
      {"store_match", {"nik", "passport", "account", "certificate", "recruiter"}},
      {"reason",
       {"declared", "unverified-reading", "whether-or-not", "not-yet-due", "no-such-record",
        "condition", "event-date", "uncertain-window", "month-reading", "exception-reading",
        "claim"}},
      {"binds",
       {"p3mi", "anyone", "branch", "worker", "candidate", "employer", "partner", "contract",
        "state", "mission", "official", "minister", "bpjs"}}};
  for (const Language language : {Language::id, Language::en}) {
    const Strings words = strings(language);
    for (const auto& [prefix, list] : codes) {
      for (std::string code : list) {
        std::ranges::replace(code, '-', '_');
        BOOST_TEST(words.contains(prefix + "_" + code), prefix + "_" + code);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(counts_have_their_plural_in_english_only) {
  BOOST_TEST(strings(Language::en).count("n_finding", 1) == "1 finding");
  BOOST_TEST(strings(Language::en).count("n_finding", 1234) == "1,234 findings");
  BOOST_TEST(strings(Language::id).count("n_finding", 1234) == "1.234 temuan");
}

BOOST_AUTO_TEST_CASE(a_code_without_words_is_shown_as_it_is) {
  BOOST_TEST(strings(Language::id).term("state", "new-state") == "new-state");
}

BOOST_AUTO_TEST_CASE(a_table_that_fits_loads) {
  BOOST_TEST(Folder(kHello, kHello).errors().empty());
}

BOOST_AUTO_TEST_CASE(a_missing_key_is_told_with_file_and_line) {
  const auto errors = Folder(kHello, "").errors();
  BOOST_REQUIRE_EQUAL(errors.size(), 1U);
  BOOST_TEST(errors[0].at.file.ends_with("strings.id.xml"));
  BOOST_TEST(errors[0].at.line == 2U);
}

BOOST_AUTO_TEST_CASE(different_placeholders_are_refused) {
  const auto errors = Folder(kHello, "<string key=\"hello\">Hello {who}</string>\n").errors();
  BOOST_TEST(errors.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_key_given_twice_is_refused) {
  BOOST_TEST(!Folder(kHello + kHello, kHello).errors().empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_element_or_attribute_is_refused) {
  BOOST_TEST(!Folder(kHello + "<text key=\"x\">x</text>", kHello).errors().empty());
  BOOST_TEST(!Folder(kHello + "<string name=\"x\">x</string>", kHello).errors().empty());
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_told) {
  BOOST_TEST(!Strings::load("/nowhere", Language::id).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
