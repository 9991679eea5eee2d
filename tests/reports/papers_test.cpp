// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>
#include <regex>

#include "auditor/results/charges.h"
#include "auditor/results/diff.h"
#include "auditor/results/redact.h"
#include "tests/reports/archive_parts.h"
#include "tests/reports/paper_help.h"
#include "tests/reports/parsed_page.h"
#include "tests/reports/spoiler.h"
#include "tests/results/sample/sample_batch.h"

using namespace periksa;
using namespace periksa::reports;
using results::Results;
using test::part_of;
using test::parts_of;

BOOST_AUTO_TEST_SUITE(papers)
namespace {

/// The sample with a case sheet behind it.
Results with_matter() {
  Results results = sample::rich();
  const std::map<std::string, std::string> matter{{"number", "12/UJI/2024"},
                                                  {"place", "Kota Rekapura"},
                                                  {"on", "2024-07-01"},
                                                  {"assignment/number", "ST-7/2024"},
                                                  {"officer/1/name", "Sri Rekaan"},
                                                  {"officer/1/number", "19800101 200501 2 001"},
                                                  {"officer/2/name", "Agus Rekaan"},
                                                  {"complainant/name", "Tono Rekaan"},
                                                  {"complainant/capacity", "union"},
                                                  {"mandate/number", "SK-3/2024"},
                                                  {"mandate/on", "2024-06-01"},
                                                  {"to/1/text", "Kepala Balai Rekaan"},
                                                  {"copy/1/text", "Arsip"},
                                                  {"remedy/1/text", "Paspor dikembalikan."},
                                                  {"answer/1/rule", results.findings.front().rule},
                                                  {"answer/1/by", "agency"},
                                                  {"answer/1/on", "2024-06-28"},
                                                  {"answer/1/text", "Sudah kami perbaiki."}};
  for (const auto& [path, text] : matter) results.secrets["matter/" + path] = {text, ""};
  return results;
}

std::string content_of(const std::string& odt) {
  return part_of(odt, "content.xml");
}

/// All text of a document, node by node.
std::string text_of(const std::string& xml) {
  std::string text;
  const ParsedPage page(xml);
  for (const auto& node : page.tree().select_nodes("//text()"))
    text += std::string(node.node().value()) + '\n';
  return text;
}

/// The ids of findings that a text names.
std::set<std::string> ids_in(const std::string& text) {
  static const std::regex kId("F[0-9]{4}");
  std::set<std::string> ids;
  for (std::sregex_iterator at(text.begin(), text.end(), kId), end; at != end; ++at)
    ids.insert(at->str());
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(both_languages_carry_the_same_facts) {
  for (const Results& results : {with_matter(), sample::quiet(), sample::empty()}) {
    for (const Reader reader : kAllReaders) {
      const Paper id = paper_of(results, reader, Language::id);
      const Paper en = paper_of(results, reader, Language::en);
      BOOST_TEST(told(id, false) == told(en, false));
      BOOST_TEST((ids_in(told(id, true)) == ids_in(told(en, true))));
    }
  }
}

BOOST_AUTO_TEST_CASE(page_and_text_document_say_every_word_of_the_paper) {
  for (const Reader reader : kAllReaders) {
    const Paper paper = paper_of(with_matter(), reader);
    const std::string page = text_of(html_of(paper));
    const std::string document = text_of(content_of(odt_of(paper)));
    std::istringstream words(told(paper, true));
    for (std::string line; std::getline(words, line);) {
      if (line.empty() || line.starts_with('#') || line.find(": ") != std::string::npos) continue;
      BOOST_TEST(page.find(line) != std::string::npos, line);
      BOOST_TEST(document.find(line) != std::string::npos, line);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_note_holds_indications_and_nothing_else) {
  const Results results = with_matter();
  const Paper note = paper_of(results, Reader::inspector);
  const auto& annex = table_named(note, "Pekerja");
  std::set<std::string> shown;
  for (const auto& row : annex.rows) shown.insert(row[2].text);
  std::set<std::string> meant;
  for (const auto& x : results.findings) {
    const bool accuses =
        x.verdict == results::Verdict::breach || x.verdict == results::Verdict::suspected;
    if (accuses && !x.readiness) meant.insert(x.id);
  }
  BOOST_TEST(!meant.empty());
  BOOST_TEST((shown == meant));
  const std::string words = told(note, true);
  for (const char* text : {"12/UJI/2024", "Kota Rekapura", "1 Juli 2024", "ST-7/2024", "Sri Rekaan",
                           "Agus Rekaan", "19800101 200501 2 001", "Arsip", "Sudah kami perbaiki."})
    BOOST_TEST(words.find(text) != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(sums_are_those_of_the_results_and_each_payment_counts_once) {
  Results results = sample::rich();
  results::Finding second = results.findings.front();
  for (auto& x : results.findings) x.amount.reset();
  second.id = "F9001";
  second.worker = "W002";
  second.subject = "W002/payment-1";
  second.verdict = second.original = results::Verdict::breach;
  second.readiness = false;
  second.amount = results::Amount{"IDR", 500'00, 500'00};
  second.amount_kind = "refund";
  results::Finding first = second;
  first.id = "F9002";
  first.amount->low = *(first.amount->high = 200'00);
  results::Finding claim = second;
  claim.id = "F9003";
  claim.subject = "W002/payment-2";
  claim.verdict = claim.original = results::Verdict::insufficient;
  claim.amount = results::Amount{"IDR", 70'00, std::nullopt};
  claim.amount_kind = "claimed";
  results::Finding waived = second;
  waived.id = "F9004";
  waived.subject = "W002/payment-3";
  waived.verdict = results::Verdict::waived;
  for (auto* one : {&first, &second, &claim, &waived}) results.findings.push_back(*one);
  const auto all = results::charges(results.findings);
  BOOST_TEST(all.size() == 2U);
  BOOST_TEST((results::total(all, false) == std::vector{results::Amount{"IDR", 500'00, 500'00}}));
  BOOST_TEST(
      (results::total(all, true) == std::vector{results::Amount{"IDR", 70'00, std::nullopt}}));
  const Paper note = paper_of(results, Reader::inspector);
  const auto& sums = table_named(note, "Perhitungan");
  BOOST_REQUIRE(sums.foot.size() == 1U);
  BOOST_TEST(sums.foot[0][6].text == "Rp500");
  BOOST_TEST(sums.foot[0][6].number == "500");
  BOOST_TEST(sums.rows[0][7].text.find("F9001") != std::string::npos);
  BOOST_TEST(table_named(note, "Dinyatakan").foot[0][6].text == "sekurang-kurangnya Rp70");
}

BOOST_AUTO_TEST_CASE(readiness_has_no_word_of_a_verdict) {
  for (const Language language : {Language::id, Language::en}) {
    Results results = sample::rich();
    // What rules say of a breach is theirs; here the paper's own words are looked at.
    for (auto& rule : results.rules) rule.breach = {"langkah", "step"};
    std::string words = told(paper_of(results, Reader::agency, language), true);
    for (const auto verdict :
         {results::Verdict::breach, results::Verdict::suspected, results::Verdict::insufficient,
          results::Verdict::excused, results::Verdict::met}) {
      const std::string word = results::wording(verdict).in(language);
      BOOST_TEST(words.find(word) == std::string::npos, word);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_gap_stands_under_the_gravest_of_what_may_follow) {
  Results results = sample::quiet();
  results.sanctions = {{"s-stop", "Pasal 1", "administrative", "V", {"henti", "stop"}, {}},
                       {"s-gone", "Pasal 2", "revocation", "V", {"cabut", "revoke"}, {}}};
  results.findings = {sample::rich().findings.front()};
  auto& x = results.findings.front();
  x.evidence.clear();
  x.reasoning.clear();
  x.missing.clear();
  x.changes.clear();
  x.citations.clear();
  x.arguments.clear();
  x.verdict = x.original = results::Verdict::breach;
  x.sanctions = {"s-stop"};
  BOOST_TEST(table_named(paper_of(results, Reader::agency), "Peringatan").rows.size() == 1U);
  x.sanctions = {"s-stop", "s-gone"};
  BOOST_TEST(table_named(paper_of(results, Reader::agency), "Izin").rows.size() == 1U);
  x.sanctions.clear();
  BOOST_TEST(table_named(paper_of(results, Reader::agency), "Lainnya").rows.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_complaint_tells_first_what_it_lacks) {
  const auto checks = [](const Results& results) {
    const Paper paper = paper_of(results, Reader::trade_union);
    for (const auto& block : paper.blocks) {
      if (const auto* found = std::get_if<PaperChecks>(&block)) return found->checks;
    }
    return std::vector<PaperChecks::Check>{};
  };
  const auto bare = checks(sample::rich());
  const auto full = checks(with_matter());
  BOOST_REQUIRE(bare.size() == full.size());
  // Complainant, mandate, remedy and addressee come from the case sheet.
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    BOOST_TEST(!bare[i].there, bare[i].what);
    BOOST_TEST(!bare[i].remark.empty(), bare[i].what);
    BOOST_TEST(full[i].there, full[i].what);
    BOOST_TEST(full[i].remark.empty(), full[i].what);
  }
  Results own = with_matter();
  own.secrets.erase("matter/mandate/number");
  BOOST_TEST(!checks(own)[1].there);
  own.secrets["matter/complainant/capacity"] = {"worker", ""};
  BOOST_TEST(checks(own)[1].there);
}

BOOST_AUTO_TEST_CASE(private_values_stand_in_no_masked_paper) {
  const Results open = with_matter();
  Results redacted = open;
  results::redact(redacted);
  for (const Reader reader : kAllReaders) {
    for (const Results* results : std::array<const Results*, 2>{&open, &redacted}) {
      const Paper paper = paper_of(*results, reader);
      for (const auto& [key, secret] : open.secrets) {
        if (key == "digest" || (key.starts_with("matter/") && results == &open)) continue;
        const bool ordinary = secret.value.size() < 5;  // "1", "yes": words of anything
        if (ordinary || key == "matter/complainant/capacity" || key == "matter/answer/1/by")
          continue;
        if (key == "matter/answer/1/rule") continue;
        BOOST_TEST(told(paper, true).find(secret.value) == std::string::npos, key);
        BOOST_TEST(content_of(odt_of(paper)).find(secret.value) == std::string::npos, key);
      }
    }
  }
  // Who complains is masked as well, until names are shown.
  const std::string masked = told(paper_of(open, Reader::trade_union), true);
  BOOST_TEST(masked.find("Tono Rekaan") == std::string::npos);
  const std::string shown = told(paper_of(open, Reader::trade_union, Language::id, true), true);
  BOOST_TEST(shown.find("Tono Rekaan") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(hostile_values_come_out_harmless) {
  const std::vector<std::string> hostile{"<script>alert(1)</script>", "]]><!-- --><![CDATA[",
                                         "</text:p><text:p>",         "{{t_title}} {{>part}} {x}",
                                         "\u202Eevil\u202C ابجد",     "\xff\xfe\xc0\x80",
                                         "=cmd|' /C calc'!A0",        std::string("\x01\x1b[31m"),
                                         std::string(20'000, 'x'),    "a  b\tc\n\nd",
                                         "😀👩‍👩‍👧"};
  for (const auto& text : hostile) {
    for (const Reader reader : kAllReaders) {
      const Paper paper = paper_of(spoilt(text), reader, Language::en, true);
      const ParsedPage page(html_of(paper));
      BOOST_TEST(page.fault() == "");
      for (const char* name : {"//script", "//img", "//a[not(starts-with(@href, '#'))]"})
        BOOST_TEST(page.count(name) == 0U, text);
      for (const auto& style : page.attributes("style"))
        BOOST_TEST((style.starts_with("width: ") && style.size() < 12), style);
      for (const test::ArchivePart& part : parts_of(odt_of(paper))) {
        if (part.name != "mimetype") BOOST_TEST(ParsedPage(part.bytes).fault() == "", part.name);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_text_document_is_what_its_standard_asks_and_the_same_twice) {
  const Paper paper = paper_of(with_matter(), Reader::inspector);
  const std::string odt = odt_of(paper);
  BOOST_TEST((odt == odt_of(paper)));
  const auto parts = parts_of(odt);
  BOOST_REQUIRE(parts.size() == 5U);
  BOOST_TEST(parts.front().name == "mimetype");
  BOOST_TEST(parts.front().stored);
  BOOST_TEST(odt.substr(38, 39) == "application/vnd.oasis.opendocument.text");
  const ParsedPage manifest(parts.back().bytes);
  BOOST_TEST(manifest.count("//manifest:file-entry") == 4U);
  const ParsedPage content(content_of(odt));
  for (const char* table : {"//table:table"}) {
    for (const auto& node : content.tree().select_nodes(table)) {
      const auto columns = node.node().select_nodes("table:table-column").size();
      for (const auto& row : node.node().select_nodes(".//table:table-row"))
        BOOST_TEST(row.node().select_nodes("table:table-cell").size() == columns);
    }
  }
}

BOOST_AUTO_TEST_CASE(triage_puts_the_agency_with_most_breaches_first_and_names_why) {
  results::Batch batch = sample::batch();
  std::ranges::reverse(batch.filings);
  const Paper paper = make_triage(batch, paper_options(Language::id, false)).value();
  const auto& rows = table_named(paper, "Urutan").rows;
  BOOST_REQUIRE(rows.size() == 2U);
  BOOST_TEST(rows[0][1].text.starts_with("PT Selat Utara Rekaan"));
  const auto& leads = batch.filings.back().leads;
  BOOST_REQUIRE(!leads.empty());
  for (const auto& lead : leads) {
    BOOST_TEST(rows[0][2].text.find(lead.title.id) != std::string::npos);
    BOOST_TEST(rows[0][2].text.find(lead.cite) != std::string::npos);
  }
  BOOST_TEST(told(paper, true).find("barat.xml") != std::string::npos);
  BOOST_TEST(ParsedPage(html_of(paper)).fault() == "");
}

BOOST_AUTO_TEST_CASE(no_filing_of_several_is_left_out_of_the_workbook_of_the_triage_sheet) {
  for (const bool all_refused : {false, true}) {
    results::Batch batch = sample::batch();
    if (all_refused) std::erase_if(batch.filings, [](const auto& x) { return !x.refused; });
    const Paper paper = make_triage(batch, paper_options(Language::id, false)).value();
    std::string cells;
    for (const test::ArchivePart& part : parts_of(xlsx_of(paper))) {
      if (part.name.starts_with("xl/worksheets/")) cells += part.bytes;
    }
    for (const auto& filing : batch.filings)
      BOOST_TEST(cells.find(filing.file) != std::string::npos, filing.file);
  }
}

BOOST_AUTO_TEST_CASE(tables_of_a_paper_are_sheets_of_a_workbook) {
  const Paper paper = paper_of(with_matter(), Reader::inspector);
  std::string sheets;
  std::size_t tables = 0;
  for (const test::ArchivePart& part : parts_of(xlsx_of(paper))) {
    if (part.name == "xl/workbook.xml") sheets = part.bytes;
    tables += part.name.starts_with("xl/worksheets/sheet");
  }
  std::size_t meant = 0;
  for (const auto& block : paper.blocks) {
    const auto* table = std::get_if<PaperTable>(&block);
    if (table == nullptr) continue;
    ++meant;
    BOOST_TEST(sheets.find('"' + table->name + '"') != std::string::npos, table->name);
  }
  BOOST_TEST(tables == meant);
}

BOOST_AUTO_TEST_CASE(what_was_left_out_of_the_results_is_not_said_to_be_lacking) {
  Results redacted = with_matter();
  results::redact(redacted);
  Results extract = with_matter();
  extract.header.slice = "W001";
  const auto says = [](const Results& results, const char* phrase) {
    const std::string words = told(paper_of(results, Reader::trade_union, Language::en), true);
    return words.find(phrase) != std::string::npos;
  };
  for (const char* judged : {"power of attorney of the workers, if", "write <to>"})
    BOOST_TEST(says(sample::rich(), judged), judged);
  for (const Results& cut : {redacted, extract}) {
    for (const char* judged : {"power of attorney of the workers, if", "write <to>"})
      BOOST_TEST(!says(cut, judged), judged);
    BOOST_TEST(says(cut, "whether they are complete is not said"));
    BOOST_TEST(says(cut, "name of the agency complained of"));
  }
}

BOOST_AUTO_TEST_CASE(there_is_a_complaint_only_where_it_tells_of_something) {
  const auto has = [](const Results& results) {
    return make_complaint(results, paper_options(Language::id, false)).value().has_value();
  };
  BOOST_TEST(has(with_matter()));
  BOOST_TEST(!has(sample::quiet()));
  BOOST_TEST(!has(sample::empty()));
  Results with_statement = sample::quiet();
  with_statement.tables.push_back({"statements", {}, {}, {{"W001", "W001/statement-1", {}}}});
  BOOST_TEST(has(with_statement));
  Results ahead = sample::rich();
  std::erase_if(ahead.findings, [](const auto& x) { return !x.readiness; });
  BOOST_REQUIRE(!ahead.findings.empty());
  BOOST_TEST(!has(ahead));
  Results claimed = sample::rich();
  std::erase_if(claimed.findings, [](const auto& x) { return x.amount_kind != "claimed"; });
  BOOST_REQUIRE(!claimed.findings.empty());
  BOOST_TEST(has(claimed));
}

BOOST_AUTO_TEST_CASE(styles_without_a_place_for_the_foot_are_refused) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "periksa-paper-styles";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / "paper.styles.xml") << "<office:document-styles/>";
  const Paper paper = paper_of(sample::quiet(), Reader::agency);
  const auto written =
      write_paper_odt(paper, {Language::id, false, {kTemplates, folder}}, [](std::string_view) {});
  BOOST_REQUIRE(!written);
  BOOST_TEST(written.error().front().text.en.find("text:span") != std::string::npos);
  fs::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(every_row_of_the_note_names_a_paper_where_anything_known_was_read) {
  const Results results = sample::rich();
  const auto note = paper_of(results, Reader::inspector, Language::en);
  std::size_t rows = 0;
  for (const auto& block : note.blocks) {
    const auto* table = std::get_if<PaperTable>(&block);
    if (table == nullptr || table->name != "Findings") continue;
    for (const auto& row : table->rows) {
      ++rows;
      BOOST_TEST(!row.at(2).text.empty(), row.at(1).text);
      // Where it stands there is for the annex to tell.
      BOOST_TEST(row.at(2).text.find(".xml:") == std::string::npos, row.at(2).text);
    }
  }
  BOOST_TEST(rows > 0U);
}

std::string duty_of(const Results& results, const std::string& rule) {
  const auto at = std::ranges::find(results.rules, rule, &results::Rule::id);
  return at == results.rules.end() ? rule : at->met.en;
}

BOOST_AUTO_TEST_CASE(readiness_tells_what_an_earlier_audit_still_had) {
  // The earlier one had one matter more; the later one has one that was not there.
  Results before = sample::rich();
  std::size_t n = 0;
  for (auto& x : before.findings) x.fingerprint = "f" + std::to_string(++n);
  for (char key = 'a'; key < 'z'; ++key) before.workers.push_back(std::string(12, key));
  Results after = before;
  after.header.inputs.front().sha256 = std::string(64, '0');
  const auto gap = [](const results::Finding& x) { return x.verdict == results::Verdict::breach; };
  const auto gone = std::ranges::find_if(after.findings, gap);
  BOOST_REQUIRE(gone != after.findings.end());
  const std::string duty = duty_of(before, gone->rule);
  after.findings.erase(gone);
  const auto newer = std::ranges::find_if(after.findings, gap);
  BOOST_REQUIRE(newer != after.findings.end());
  newer->fingerprint = "another";
  const auto diff = results::compare(before, after);
  BOOST_REQUIRE(diff.has_value());
  const auto made = reports::make_paper(after, reports::Reader::agency,
                                        paper_options(Language::en, false), &*diff);
  BOOST_REQUIRE(made.has_value());
  const std::string text = told(*made, true);
  BOOST_TEST(text.find("Since the earlier audit") != std::string::npos);
  BOOST_TEST(text.find("New: 1 matter") != std::string::npos, text);
  const auto table = std::ranges::find_if(made->blocks, [](const auto& block) {
    const auto* of = std::get_if<reports::PaperTable>(&block);
    return of != nullptr && of->name == "Closed";
  });
  BOOST_REQUIRE(table != made->blocks.end());
  const auto& rows = std::get<reports::PaperTable>(*table).rows;
  // The one that is gone, and the one that cannot be found again.
  BOOST_REQUIRE(rows.size() == 2U);
  BOOST_TEST(std::ranges::any_of(rows, [&](const auto& row) { return row.at(1).text == duty; }));
  const auto plain =
      reports::make_paper(after, reports::Reader::agency, paper_options(Language::en, false));
  BOOST_TEST(told(*plain, true).find("Since the earlier audit") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
