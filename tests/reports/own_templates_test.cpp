// SPDX-License-Identifier: Apache-2.0
// A folder of somebody's own in front of the templates that ship.
#include <filesystem>

#include "reports/html_report.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using reports::TemplateFolders;

BOOST_AUTO_TEST_SUITE(own_templates)
namespace {

namespace fs = std::filesystem;

class Own {
 public:
  Own() { fs::create_directories(path_); }
  ~Own() { fs::remove_all(path_); }
  Own(const Own&) = delete;
  Own& operator=(const Own&) = delete;

  Own& file(const std::string& name, const std::string& text) {
    std::ofstream(path_ / name) << text;
    return *this;
  }
  Own& words(const std::string& language, const std::string& key, const std::string& text) {
    return file("own." + language + ".xml", "<strings language=\"" + language +
                                                "\"><string key=\"" + key + "\">" + text +
                                                "</string></strings>");
  }
  /// The report, or what is told instead, in English.
  std::string report(Language language = Language::en) const {
    std::string out;
    const auto written =
        reports::write_html(sample::quiet(), {language, false, TemplateFolders(kTemplates, path_)},
                            [&](std::string_view piece) { out += piece; });
    if (written) return out;
    BOOST_TEST(out == "");
    for (const auto& one : written.error()) out += render(one, Language::en) + "\n";
    return out;
  }

 private:
  fs::path path_ = fs::temp_directory_path() / "periksa-own-templates";
};

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_not_replaced_is_as_it_ships) {
  BOOST_TEST(Own().report() == page_of(sample::quiet(), Language::en));
  const auto shipped = Own().file("README.txt", "notes").report();
  BOOST_TEST(shipped == page_of(sample::quiet(), Language::en));
}

BOOST_AUTO_TEST_CASE(a_template_and_a_word_take_the_place_of_the_shipped_ones) {
  Own own;
  own.words("id", "title", "Laporan Dinas").words("en", "title", "Report of the Office");
  own.file("summary.html", "<section id=\"summary\"><p>OURS {{sentence}}</p></section>");
  BOOST_TEST(holds(own.report(), "<title>Report of the Office"));
  BOOST_TEST(holds(own.report(Language::id), "<title>Laporan Dinas"));
  BOOST_TEST(holds(own.report(), "<p>OURS "));
}

BOOST_AUTO_TEST_CASE(escaping_cannot_be_switched_off) {
  const auto told = Own().file("summary.html", "<p>\n{{sentence:none}}</p>").report();
  BOOST_TEST(holds(told, "summary.html:2:"));
  BOOST_TEST(holds(told, "must not change how values are escaped"));
}

BOOST_AUTO_TEST_CASE(a_word_in_one_language_only_is_refused) {
  Own own;
  own.words("id", "title", "Laporan Dinas");
  BOOST_TEST(holds(own.report(), "the key \"title\" is missing in the other language"));
}

BOOST_AUTO_TEST_CASE(what_would_be_ignored_is_refused_with_what_was_meant) {
  BOOST_TEST(
      holds(Own().file("sumary.html", "<p>x</p>").report(), "did you mean \"summary.html\""));
  Own own;
  own.words("id", "titel", "Laporan").words("en", "titel", "Report");
  BOOST_TEST(holds(own.report(), "is not among the words that ship"));
  Own other;
  other.words("id", "n_finding_one", "satu temuan").words("en", "n_finding_one", "one finding");
  BOOST_TEST(holds(other.report(), "placeholders of \"n_finding_one\" differ"));
}

BOOST_AUTO_TEST_SUITE_END()
