// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "auditor/base/sha256.h"
#include "reports/page_template.h"
#include "tests/reports/report_text.h"

using namespace periksa;
using reports::PageRoot;
using reports::PageTemplates;

BOOST_AUTO_TEST_SUITE(templates)
namespace {

namespace fs = std::filesystem;

/// A folder with one template of our making and one it may include.
class Folder {
 public:
  explicit Folder(const std::string& text, const std::string& script = "go();\n")
      : path_(fs::temp_directory_path() / "periksa-template") {
    fs::create_directories(path_);
    std::ofstream(path_ / "page.html") << text;
    std::ofstream(path_ / "part.html") << "<i title=\"{{x}}\">{{x}}</i>";
    std::ofstream(path_ / "run.js") << script;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Result<PageTemplates> load() const { return PageTemplates::load(path_); }

  std::string expanded(const PageRoot& page) const {
    std::string out;
    load()->expand("page.html", page, [&](std::string_view piece) { out += piece; });
    return out;
  }

 private:
  fs::path path_;
};

const std::string kEvil = "\"'><script>alert(1)</script>";

}  // namespace

BOOST_AUTO_TEST_CASE(a_template_that_switches_escaping_off_is_refused_with_its_line) {
  for (const char* marker :
       {"{{x:none}}", "{{ x :none}}", "{{x:h}}", "{{x:html_escape}}", "{{>part:none}}",
        "{{%AUTOESCAPE context=\"HTML\"}}", "{{%AUTOESCAPE context=\"TEXT\"}}", "{{=<% %>=}}"}) {
    const auto loaded = Folder(std::string("<p>\n") + marker + "</p>").load();
    BOOST_REQUIRE_MESSAGE(!loaded, marker);
    BOOST_TEST(loaded.error()[0].at.line == 2U);
  }
}

BOOST_AUTO_TEST_CASE(a_script_with_a_marker_or_a_sign_of_xml_is_refused_with_its_line) {
  for (const char* text : {"go('{{x}}');", "{{! a remark }}", "if (a < b) go();", "a && b;"}) {
    const auto loaded = Folder("<p></p>", std::string("go();\n") + text).load();
    BOOST_REQUIRE_MESSAGE(!loaded, text);
    BOOST_TEST(loaded.error()[0].at.line == 2U);
  }
}

BOOST_AUTO_TEST_CASE(the_hash_of_a_script_is_of_the_bytes_in_the_page) {
  const Folder folder("<script>{{>run}}</script>", "// one\n\n  go(\"'\\n\");\n");
  const PageRoot page;
  page.include("run", "run.js");
  const std::string out = folder.expanded(page);
  BOOST_TEST(out == "<script>// one\n  go(\"'\\n\");\n</script>");
  const std::string bytes = out.substr(8, out.size() - 17);
  BOOST_TEST(folder.load()->script_hash("run.js") == sha256_base64(bytes));
}

BOOST_AUTO_TEST_CASE(a_broken_template_is_refused) {
  BOOST_TEST(!Folder("{{#open}} never closed").load().has_value());
  BOOST_TEST(!Folder("<a href={{x}}>unquoted</a>").load().has_value());
}

BOOST_AUTO_TEST_CASE(a_folder_without_templates_is_told) {
  BOOST_TEST(!PageTemplates::load("/nowhere").has_value());
}

BOOST_AUTO_TEST_CASE(values_are_escaped_in_text_attributes_and_included_templates) {
  const PageRoot page;
  page.set("x", kEvil);
  page.include("part", "part.html").set("x", kEvil);
  const std::string out = Folder("<p class=\"{{x}}\">{{x}}</p>{{>part}}").expanded(page);
  BOOST_TEST(out.find("<script") == std::string::npos);
  BOOST_TEST(out.find("class=\"&quot;&#39;&gt;&lt;script&gt;") != std::string::npos);
  BOOST_TEST(out.find("<i title=\"&quot;&#39;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(labels_are_escaped_and_seen_by_included_templates) {
  const PageRoot page;
  page.label("x", kEvil);
  page.include("part", "part.html");
  BOOST_TEST(Folder("{{>part}}").expanded(page).find("<script") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_included_template_does_not_see_the_values_around_it) {
  const PageRoot page;
  page.set("x", "outside");
  page.include("part", "part.html");
  BOOST_TEST(Folder("{{>part}}").expanded(page) == "<i title=\"\"></i>");
}

BOOST_AUTO_TEST_CASE(sections_not_shown_are_left_out) {
  const PageRoot page;
  BOOST_TEST(Folder("a{{#s}}b{{/s}}c").expanded(page) == "ac");
  page.section("s");
  page.section("s");
  BOOST_TEST(Folder("a{{#s}}b{{/s}}c").expanded(page) == "abbc");
}

BOOST_AUTO_TEST_CASE(our_own_templates_load) {
  BOOST_TEST(PageTemplates::load(kTemplates).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
