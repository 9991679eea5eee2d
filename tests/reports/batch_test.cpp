// SPDX-License-Identifier: Apache-2.0
// The summary of several filings, as a page and for a terminal.
#include "reports/batch_report.h"

#include <algorithm>

#include "tests/reports/parsed_page.h"
#include "tests/reports/report_text.h"
#include "tests/results/sample/sample_batch.h"

using namespace periksa;
using reports::BatchOptions;
using results::Batch;

BOOST_AUTO_TEST_SUITE(batch)
namespace {

using Linked = reports::BatchOptions::Linked;

constexpr const char* kNik = "0001015203960001";
constexpr const char* kPassport = "X0001102";

template <class Write>
std::string written(Write write, const Batch& batch, const BatchOptions& options) {
  std::string out;
  const auto done = write(batch, options, [&](std::string_view piece) { out += piece; });
  if (!done) BOOST_FAIL(render(done.error().front(), Language::en));
  return out;
}

std::string page(const Batch& batch, Language language = Language::id, bool unmask = false,
                 Linked linked = Linked::reports) {
  return written(reports::write_batch_html, batch, {{language, unmask, kTemplates}, linked});
}
std::string text(const Batch& batch, Language language = Language::id, bool unmask = false) {
  return written(reports::write_batch_text, batch, {{language, unmask, kTemplates}});
}

/// One of each: everything, only refused, only in order, none at all.
std::vector<Batch> samples() {
  const Batch whole = sample::batch();
  const auto only = [&](std::size_t index) {
    Batch batch = whole;
    batch.filings = {whole.filings[index]};
    batch.notices.clear();
    batch.totals = results::totals_of(batch.filings);
    return batch;
  };
  Batch unfinished = whole;
  unfinished.filings[1].exit_code = 70;
  unfinished.totals = results::totals_of(unfinished.filings);
  unfinished.header.official = false;
  unfinished.header.changed_files = {"duties/uu-18-2017/66.xml"};
  unfinished.header.as_of = "2025-03-31";
  return {whole, only(0), only(1), only(2), unfinished, Batch{}};
}

bool shows(const std::string& whole, std::string_view piece) {
  return whole.find(piece) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_page_is_well_formed_and_its_links_lead_somewhere) {
  for (const Batch& batch : samples()) {
    for (const Language language : {Language::id, Language::en}) {
      const ParsedPage parsed(page(batch, language));
      BOOST_TEST(parsed.fault() == "");
      std::set<std::string> ids;
      for (const std::string& id : parsed.attributes("id")) BOOST_TEST(ids.insert(id).second, id);
      for (const std::string& link : parsed.attributes("href")) {
        if (link.starts_with("#")) BOOST_TEST(ids.contains(link.substr(1)), link);
      }
      for (const std::string& label : parsed.attributes("aria-labelledby"))
        BOOST_TEST(ids.contains(label), label);
      BOOST_TEST(parsed.count("//h1") == 1U);
      BOOST_TEST(parsed.count("//th[not(@scope)]") == 0U);
    }
  }
}

BOOST_AUTO_TEST_CASE(both_languages_tell_the_same) {
  const ParsedPage id(page(sample::batch(), Language::id));
  const ParsedPage en(page(sample::batch(), Language::en));
  for (const char* what : {"//tr", "//li", "//section", "//a", "//dd", "//bdi"})
    BOOST_TEST(id.count(what) == en.count(what), what);
  BOOST_TEST(id.attributes("href") == en.attributes("href"));
}

BOOST_AUTO_TEST_CASE(the_filings_of_the_table_add_up) {
  const Batch batch = sample::batch();
  const ParsedPage parsed(page(batch));
  const std::string table = "//section[@id='outcomes']/table";
  unsigned sum = 0;
  for (const auto& row : parsed.tree().select_nodes((table + "/tbody/tr/td").c_str()))
    sum += row.node().text().as_uint();
  BOOST_TEST(sum == batch.totals.filings);
  BOOST_TEST(parsed.tree().select_node((table + "/tfoot//td").c_str()).node().text().as_uint() ==
             sum);
  BOOST_TEST(parsed.count("//section[@id='filings']//tbody/tr") == batch.totals.assessed);
  BOOST_TEST(parsed.count("//section[@id='refused']//tbody/tr") == batch.totals.refused);
  BOOST_TEST(parsed.count("//section[@id='across']//tbody/tr") == batch.notices[0].sights.size());
}

BOOST_AUTO_TEST_CASE(nothing_is_said_to_differ_where_nothing_was_compared) {
  Batch batch = sample::batch();
  batch.notices.clear();
  BOOST_TEST(shows(page(batch, Language::en), "No worker is recorded with the same NIK"));
  batch.totals.compared = 0;
  for (const auto& [language, words] : {std::pair{Language::en, "were not compared"},
                                        {Language::id, "tidak dibandingkan: untuk itu"}}) {
    BOOST_TEST(shows(page(batch, language), words));
    BOOST_TEST(!shows(page(batch, language), "No worker is recorded with the same NIK"));
    BOOST_TEST(!shows(page(batch, language), "Tidak ada pekerja yang tercatat"));
  }
}

BOOST_AUTO_TEST_CASE(a_page_beside_the_reports_leads_to_them) {
  Batch batch = sample::batch();
  batch.filings[0].document = "a:b?c#d%/é \"x\"";
  const ParsedPage linked(page(batch));
  const auto links = linked.attributes("href");
  const auto to = [&](const char* link) { return std::ranges::count(links, link); };
  BOOST_TEST(to("./a%3Ab%3Fc%23d%25%2F%C3%A9%20%22x%22.html") == 1);
  BOOST_TEST(to("./selatan.html") == 1);
  // A filing that was refused has no report, and a page that stands alone leads nowhere.
  BOOST_TEST(to("./barat.html") == 0);
  for (const std::string& link :
       ParsedPage(page(batch, Language::id, false, Linked::none)).attributes("href"))
    BOOST_TEST(link.starts_with("#"), link);
}

BOOST_AUTO_TEST_CASE(what_is_private_shows_only_when_unmasked) {
  const Batch batch = sample::batch();
  for (const char* hidden : {kNik, kPassport, "Rahasia Contoh"}) {
    for (const Language language : {Language::id, Language::en}) {
      BOOST_TEST(!shows(page(batch, language), hidden), hidden);
      BOOST_TEST(!shows(text(batch, language), hidden), hidden);
      BOOST_TEST(shows(page(batch, language, true), hidden), hidden);
      BOOST_TEST(shows(text(batch, language, true), hidden), hidden);
    }
  }
  BOOST_TEST(shows(page(batch), "Edisi tersamar"));
  BOOST_TEST(shows(page(batch, Language::id, true), "EDISI TERBUKA"));
}

BOOST_AUTO_TEST_CASE(without_its_private_section_nothing_more_can_be_shown) {
  Batch redacted = sample::batch();
  redacted.secrets.clear();
  BOOST_TEST((page(redacted, Language::id, true) == page(redacted)));
  BOOST_TEST((text(redacted, Language::id, true) == text(redacted)));
}

BOOST_AUTO_TEST_CASE(the_sentence_names_the_gravest_and_clears_nobody) {
  const auto all = samples();
  BOOST_TEST(shows(text(all[0], Language::en), "Indications of a breach in 1 of 3 filings."));
  BOOST_TEST(shows(text(all[2], Language::en), "No indication of a breach was found in what"));
  BOOST_TEST(shows(text(all[3], Language::en), "No conclusion yet: 1 of 1 filing refused"));
  BOOST_TEST(shows(text(all[4], Language::en), "THE EXAMINATION IS NOT COMPLETE in 1 of 3"));
  BOOST_TEST(shows(text(all[5], Language::en), "No duty could be assessed"));
  BOOST_TEST(shows(text(all[0]), "1 dari 3 berkas memuat indikasi pelanggaran."));
}

BOOST_AUTO_TEST_CASE(the_text_names_every_filing_and_lead) {
  const std::string out = text(sample::batch(), Language::en);
  for (const char* piece :
       {"utara.xml: indications of a breach", "PT Selat Utara Rekaan · NIB 9900000000901",
        "barat.xml: refused, not assessed", "2 reasons, the first at barat.xml:12:3",
        "2 other files in the folders were left out", "L0001", "W001 · utara.xml",
        "utara.xml:10:49", "departed 17 September 2024, returned not known", "NIK •••"})
    BOOST_TEST(shows(out, piece), piece);
  for (const char c : out) BOOST_REQUIRE((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
}

BOOST_AUTO_TEST_CASE(no_value_breaks_the_page_or_moves_the_cursor) {
  for (const std::string& evil :
       {std::string("<script>alert(1)</script>"), std::string("\" onclick=\"alert(1)"),
        std::string("javascript:alert(1)"), std::string("\x01\x1b[31m\xff\u202E"),
        std::string("{{t_title}} {n} {>x}"), std::string(5'000, 'x'), std::string("]]>&<!--")}) {
    Batch batch = sample::batch();
    for (auto& filing : batch.filings)
      filing.file = filing.document = filing.agency = filing.agency_nib = evil;
    batch.filings[2].refused->first = {evil, evil};
    batch.filings[2].refused->at.file = evil;
    for (auto& sight : batch.notices[0].sights) {
      for (auto& place : sight.places) place.at.file = evil;
    }
    const std::string out = page(batch, Language::en);
    const ParsedPage parsed(out);
    BOOST_TEST(parsed.fault() == "");
    BOOST_TEST(!shows(out, "<script"));
    for (const std::string& name : parsed.attribute_names())
      BOOST_TEST(!name.starts_with("on"), name);
    for (const std::string& link : parsed.attributes("href"))
      BOOST_TEST((link.starts_with("#") || link.starts_with("./")), link);
    for (const char c : text(batch))
      BOOST_REQUIRE((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  }
}

BOOST_AUTO_TEST_CASE(without_templates_nothing_is_written) {
  std::string out;
  const reports::Sink sink = [&](std::string_view piece) { out += piece; };
  const BatchOptions nowhere{{Language::id, false, "/nowhere"}};
  BOOST_TEST(!reports::write_batch_html(sample::batch(), nowhere, sink).has_value());
  BOOST_TEST(!reports::write_batch_text(sample::batch(), nowhere, sink).has_value());
  BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_SUITE_END()
