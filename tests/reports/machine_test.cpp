// SPDX-License-Identifier: Apache-2.0
// Findings as other programs read them: CSV, XLSX, SARIF, JUnit.
#include "reports/machine_report.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "auditor/base/csv.h"
#include "auditor/books/xlsx_book.h"
#include "auditor/results/redact.h"
#include "auditor/sheets/sheets.h"
#include "tests/reports/archive_parts.h"
#include "tests/reports/report_text.h"
#include "tests/reports/spoiler.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using results::Results;
using test::part_of;
using Json = nlohmann::json;

BOOST_AUTO_TEST_SUITE(machine_reports)
namespace {

using Writer = Result<void> (*)(const Results&, const reports::ReportOptions&,
                                const reports::Sink&);
using Lines = std::vector<std::vector<std::string>>;

const std::vector<Writer> kWriters{reports::write_findings_csv, reports::write_findings_xlsx,
                                   reports::write_sarif, reports::write_junit};

std::string written(Writer writer, const Results& results, bool unmask = false,
                    Language language = Language::en) {
  std::string out;
  const auto done = writer(results, {language, unmask, kTemplates},
                           [&](std::string_view piece) { out += piece; });
  if (!done) BOOST_FAIL(render(done.error().front(), Language::en));
  return out;
}

Lines csv_of(const Results& results, bool unmask = false) {
  const std::string text = written(reports::write_findings_csv, results, unmask);
  BOOST_REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  const auto rows = read_csv(std::string_view(text).substr(3), "findings.csv");
  BOOST_REQUIRE(rows.has_value());
  Lines lines;
  for (const auto& row : *rows) lines.push_back(row.cells);
  return lines;
}

std::size_t column_of(const Lines& lines, const std::string& head) {
  const auto at = std::ranges::find(lines.front(), head);
  BOOST_REQUIRE_MESSAGE(at != lines.front().end(), head);
  return static_cast<std::size_t>(at - lines.front().begin());
}

/// A workbook as the project's own reader sees it.
struct Book : sheets::Handler {
  struct Seen {
    sheets::Kind kind;
    bool formula;
    std::string text;
  };
  std::vector<std::string> names;
  std::map<std::string, std::map<std::pair<std::uint32_t, std::uint32_t>, Seen>> cells;

  explicit Book(const std::string& bytes) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("periksa-book-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder);
    const auto file = folder / "findings.xlsx";
    std::ofstream(file, std::ios::binary) << bytes;
    sheets::Caps caps;
    caps.cell *= 4;  // as many characters as a cell holds, in bytes
    const auto read = sheets::read_workbook(file, caps, *this);
    std::filesystem::remove_all(folder);
    if (!read) BOOST_FAIL(render(read.error().front(), Language::en));
  }
  void sheet(const sheets::Sheet& sheet) override { names.push_back(sheet.name); }
  void row(const sheets::Row& row) override {
    for (const auto& cell : row.cells)
      cells[names.back()][{row.number, cell.column}] = {cell.kind, cell.formula,
                                                        std::string(cell.text)};
  }
  void end(std::span<const sheets::Area> /*merged*/) override {}

  const Seen* find(const std::string& sheet, std::uint32_t row, const std::string& head) const {
    const auto& all = cells.at(sheet);
    for (const auto& [at, cell] : all) {
      if (at.first != 1 || cell.text != head) continue;
      const auto found = all.find({row, at.second});
      return found == all.end() ? nullptr : &found->second;
    }
    BOOST_FAIL("no column " + head);
    return nullptr;
  }
};

std::vector<std::string> hostile() {
  return {"<script>alert(1)</script>",
          "]]><!-- --><![CDATA[",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-2+3",
          "@SUM(A1)",
          "\t=1",
          "\r=1",
          "a,b;\"c\"\r\nd",
          "\u202Eevil\u202C ابجد עברית",
          std::string("\x01\x02\x1b[31m\x7f") + std::string(1, '\0'),
          "\xff\xfe\xc0\x80 \xed\xa0\x80",
          "😀👩‍👩‍👧 e\u0301",
          "_x0041_",
          std::string(70'000, 'x'),
          std::string(16'000, '\xe2') + "€€€",
          ""};
}

/// How the cells of the first sheet are shown, one after the other.
std::vector<std::string> formats_of(const std::string& book) {
  // The ones that every program knows have no code in the file.
  std::map<std::string, std::string> codes{{"1", "0"}, {"3", "#,##0"}, {"49", "@"}};
  pugi::xml_document styles;
  pugi::xml_document sheet;
  BOOST_REQUIRE(styles.load_string(part_of(book, "xl/styles.xml").c_str()));
  BOOST_REQUIRE(sheet.load_string(part_of(book, "xl/worksheets/sheet1.xml").c_str()));
  for (const auto& code : styles.select_nodes("//numFmt"))
    codes[code.node().attribute("numFmtId").value()] = code.node().attribute("formatCode").value();
  const auto looks = styles.select_nodes("//cellXfs/xf");
  std::vector<std::string> formats;
  for (const auto& cell : sheet.select_nodes("//c"))
    formats.push_back(
        codes[looks[cell.node().attribute("s").as_uint()].node().attribute("numFmtId").value()]);
  return formats;
}

Json sarif_of(const Results& results) {
  return Json::parse(written(reports::write_sarif, results));
}

/// Every text of a document that was private.
std::vector<std::string> private_values(const Results& results) {
  std::vector<std::string> all;
  for (const auto& [key, secret] : results.secrets) {
    all.push_back(secret.value);
    if (!secret.raw.empty()) all.push_back(secret.raw);
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(csv_has_a_row_for_every_finding) {
  const Results results = sample::rich();
  const Lines lines = csv_of(results);
  BOOST_REQUIRE_EQUAL(lines.size(), results.findings.size() + 1);
  for (std::size_t i = 0; i < results.findings.size(); ++i) {
    BOOST_TEST(lines[i + 1].size() == lines.front().size());
    BOOST_TEST(lines[i + 1][0] == results.findings[i].id);
  }
}

BOOST_AUTO_TEST_CASE(amounts_are_plain_numbers_in_the_unit_people_use) {
  const Results results = sample::rich();
  const Lines lines = csv_of(results);
  const auto currency = column_of(lines, "currency");
  const auto least = column_of(lines, "at least");
  std::size_t whole = 0;
  for (std::size_t i = 0; i < results.findings.size(); ++i) {
    const auto& amount = results.findings[i].amount;
    BOOST_TEST(lines[i + 1][currency] == (amount ? amount->currency : ""));
    if (!amount || amount->currency != "IDR" || amount->low % 100 != 0) continue;
    BOOST_TEST(lines[i + 1][least] == std::to_string(amount->low / 100));
    ++whole;
  }
  BOOST_TEST(whole > 0U);
}

BOOST_AUTO_TEST_CASE(no_value_of_a_csv_begins_a_formula_and_every_value_stays_in_its_cell) {
  for (const std::string& text : hostile()) {
    BOOST_TEST_CONTEXT(text.substr(0, 30)) {
      const Lines lines = csv_of(spoilt(text), true);
      BOOST_REQUIRE_EQUAL(lines.size(), sample::rich().findings.size() + 1);
      for (const auto& line : lines) {
        BOOST_TEST(line.size() == lines.front().size());
        for (const std::string& cell : line) {
          BOOST_TEST((cell.empty() || !std::string_view("=+-@\t\r").contains(cell.front())));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_formula_keeps_its_text_behind_an_apostrophe) {
  const Lines lines = csv_of(spoilt("=1+1"));
  BOOST_TEST(lines[1][column_of(lines, "rule")] == "'=1+1");
}

BOOST_AUTO_TEST_CASE(a_workbook_has_its_five_sheets) {
  const Book book(written(reports::write_findings_xlsx, sample::rich()));
  const std::vector<std::string> expected{"Findings", "Facts read", "Requests", "Refunds by worker",
                                          "Waivers"};
  BOOST_TEST(book.names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(days_and_amounts_of_a_workbook_are_its_own) {
  const Results results = sample::rich();
  const Book book(written(reports::write_findings_xlsx, results));
  std::size_t days = 0;
  std::size_t amounts = 0;
  for (std::size_t i = 0; i < results.findings.size(); ++i) {
    const auto& x = results.findings[i];
    const auto row = static_cast<std::uint32_t>(i + 2);
    if (x.event_dates.size() == 1) {
      const auto* const cell = book.find("Findings", row, "reference date");
      BOOST_REQUIRE(cell != nullptr);
      BOOST_TEST((cell->kind == sheets::Kind::date));
      BOOST_TEST(cell->text == x.event_dates.front());
      ++days;
    }
    if (!x.amount) continue;
    const auto* const cell = book.find("Findings", row, "at least");
    BOOST_REQUIRE(cell != nullptr);
    BOOST_TEST((cell->kind == sheets::Kind::number));
    ++amounts;
  }
  BOOST_TEST(days > 0U);
  BOOST_TEST(amounts > 0U);
}

BOOST_AUTO_TEST_CASE(a_private_day_that_is_shown_is_a_day_too) {
  Results results = sample::rich();
  const auto day = std::ranges::find_if(results.facts, [&](const results::Fact& fact) {
    return fact.state == "known" && fact.shown.type == "date" && fact.shown.label == Bilingual{};
  });
  BOOST_REQUIRE(day != results.facts.end());
  const std::string value = "1998-03-12";
  day->secret = "s-day";
  day->shown.text = "▒";
  results.secrets["s-day"].value = value;
  const Book open(written(reports::write_findings_xlsx, results, true));
  const Book masked(written(reports::write_findings_xlsx, results));
  const auto days = [&](const Book& book) {
    return std::ranges::count_if(book.cells.at("Facts read"), [&](const auto& cell) {
      return cell.second.kind == sheets::Kind::date && cell.second.text == value;
    });
  };
  BOOST_TEST(days(open) > 0);
  BOOST_TEST(days(masked) == 0);
}

BOOST_AUTO_TEST_CASE(every_fact_of_a_workbook_tells_its_file_and_place) {
  const Results results = sample::rich();
  const Book book(written(reports::write_findings_xlsx, results));
  std::size_t placed = 0;
  for (std::uint32_t row = 2; row < results.facts.size() + 2; ++row) {
    BOOST_REQUIRE(book.find("Facts read", row, "fact") != nullptr);
    if (book.find("Facts read", row, "line") != nullptr ||
        book.find("Facts read", row, "cell") != nullptr)
      ++placed;
  }
  BOOST_TEST(placed > results.facts.size() / 2);
}

BOOST_AUTO_TEST_CASE(no_value_of_a_workbook_is_a_formula) {
  for (const std::string& text : hostile()) {
    BOOST_TEST_CONTEXT(text.substr(0, 30)) {
      const Book book(written(reports::write_findings_xlsx, spoilt(text), true));
      for (const auto& [sheet, cells] : book.cells) {
        for (const auto& [at, cell] : cells) BOOST_TEST(!cell.formula);
      }
    }
  }
  const Book book(written(reports::write_findings_xlsx, spoilt("=1+1")));
  BOOST_TEST(book.find("Findings", 2, "rule")->text == "=1+1");
  const Book escaped(written(reports::write_findings_xlsx, spoilt("_x0041_")));
  BOOST_TEST(escaped.find("Findings", 2, "rule")->text == "_x0041_");
}

BOOST_AUTO_TEST_CASE(a_text_longer_than_a_cell_is_cut_with_a_sign) {
  const Book book(written(reports::write_findings_xlsx, spoilt(std::string(70'000, 'x'))));
  BOOST_TEST(book.find("Findings", 2, "rule")->text == std::string(32'766, 'x') + "…");
  const Book just(written(reports::write_findings_xlsx, spoilt(std::string(32'767, 'x'))));
  BOOST_TEST(just.find("Findings", 2, "rule")->text == std::string(32'767, 'x'));
}

BOOST_AUTO_TEST_CASE(what_grows_when_it_is_written_is_cut_by_what_it_grows_to) {
  std::string text;
  for (int i = 0; i < 4'600; ++i) text += "_x0041_";
  const Book book(written(reports::write_findings_xlsx, spoilt(text)));
  const std::string cut = book.find("Findings", 2, "rule")->text;
  // Each takes 13 of 32,767.
  BOOST_TEST(cut.size() > std::size_t{2'519} * 7);
  BOOST_TEST(cut.ends_with("…"));
  BOOST_TEST(text.starts_with(cut.substr(0, cut.size() - 3)));
}

BOOST_AUTO_TEST_CASE(numbers_show_no_point_that_they_have_not_and_places_no_separators) {
  const auto file = NamelessFile::create();
  BOOST_REQUIRE(file.has_value());
  books::XlsxBook book(*file);
  const auto sheet = book.add_sheet("A");
  book.number(sheet, 0, 0, "1234567");
  book.number(sheet, 1, 0, "1234.5");
  book.number(sheet, 2, 0, "1234567", books::Look::ordinal);
  book.number(sheet, 3, 0, "1234567890123456");
  book.number(sheet, 4, 0, "12345678901234.5");
  BOOST_REQUIRE(book.finish().has_value());
  std::string bytes;
  BOOST_REQUIRE(file->give([&](std::string_view piece) { bytes += piece; }).has_value());
  const std::vector<std::string> expected{"#,##0", "#,##0.####", "0", "@", "#,##0.####"};
  BOOST_TEST(formats_of(bytes) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(refunds_count_each_payment_once) {
  Results results = sample::rich();
  std::erase_if(results.findings, [](const auto& x) { return !x.amount; });
  auto twice = results.findings.front();
  twice.amount->low /= 2;
  results.findings.push_back(twice);
  const Book with(written(reports::write_findings_xlsx, results));
  results.findings.pop_back();
  const Book without(written(reports::write_findings_xlsx, results));
  const auto* const least = with.find("Refunds by worker", 2, "at least");
  BOOST_REQUIRE(least != nullptr);
  BOOST_TEST(least->text == without.find("Refunds by worker", 2, "at least")->text);
}

BOOST_AUTO_TEST_CASE(each_sum_of_a_worker_names_the_findings_it_comes_from) {
  Results results = sample::rich();
  std::erase_if(results.findings, [](const auto& x) { return !x.amount; });
  results.findings.resize(1, results.findings.front());
  auto& found = results.findings.front();
  found.id = "F0001";
  found.verdict = results::Verdict::breach;
  found.amount_kind = "refund";
  found.amount->currency = "IDR";
  auto abroad = found;
  abroad.id = "F0002";
  abroad.amount->currency = "HKD";
  auto claimed = found;
  claimed.id = "F0003";
  claimed.subject += "9";
  claimed.amount_kind = "claimed";
  results.findings.insert(results.findings.end(), {abroad, claimed});
  const Book book(written(reports::write_findings_xlsx, results));
  const std::vector<std::string> expected{"HKD F0002", "IDR F0001", "IDR F0003"};
  std::vector<std::string> seen;
  for (const std::uint32_t row : {2U, 3U, 4U})
    seen.push_back(book.find("Refunds by worker", row, "currency")->text + ' ' +
                   book.find("Refunds by worker", row, "findings")->text);
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_document_gives_the_same_bytes_again) {
  for (const Writer writer : kWriters)
    BOOST_TEST((written(writer, sample::rich()) == written(writer, sample::rich())));
}

BOOST_AUTO_TEST_CASE(nothing_private_is_shown_unless_it_is_asked_for) {
  const Results results = sample::rich();
  Results redacted = results;
  results::redact(redacted);
  for (const Writer writer :
       {reports::write_findings_csv, reports::write_sarif, reports::write_junit}) {
    for (const std::string& value : private_values(results)) {
      BOOST_TEST(written(writer, results).find(value) == std::string::npos, value);
      BOOST_TEST(written(writer, redacted, true).find(value) == std::string::npos, value);
    }
  }
  const auto texts = [](const Book& book) {
    std::string all;
    for (const auto& [sheet, cells] : book.cells) {
      for (const auto& [at, cell] : cells) all += cell.text + '\n';
    }
    return all;
  };
  const auto masked = texts(Book(written(reports::write_findings_xlsx, results)));
  const auto without = texts(Book(written(reports::write_findings_xlsx, redacted, true)));
  const auto open = texts(Book(written(reports::write_findings_xlsx, results, true)));
  std::size_t shown = 0;
  for (const std::string& value : private_values(results)) {
    BOOST_TEST(masked.find(value) == std::string::npos, value);
    BOOST_TEST(without.find(value) == std::string::npos, value);
    if (open.find(value) != std::string::npos) ++shown;
  }
  BOOST_TEST(shown > 0U);
}

BOOST_AUTO_TEST_CASE(sarif_tells_what_each_verdict_is) {
  const std::map<std::string, std::string> kinds{
      {"breach", "fail"},  {"suspected", "review"},          {"insufficient", "review"},
      {"excused", "pass"}, {"observation", "informational"}, {"engine-error", "open"}};
  const Results results = sample::rich();
  const Json run = sarif_of(results).at("runs").at(0);
  BOOST_REQUIRE_EQUAL(run.at("results").size(), results.findings.size());
  std::size_t suppressed = 0;
  for (const Json& one : run.at("results")) {
    const Json& more = one.at("properties");
    BOOST_TEST(one.at("kind") == kinds.at(more.at("originalVerdict")));
    BOOST_TEST((one.at("level") == "none") == (one.at("kind") != "fail"));
    BOOST_TEST(one.contains("suppressions") == (more.at("verdict") == "waived"));
    const auto index = one.at("ruleIndex").get<std::size_t>();
    BOOST_TEST(run.at("tool").at("driver").at("rules").at(index).at("id") == one.at("ruleId"));
    if (!one.contains("suppressions")) continue;
    BOOST_TEST(!one.at("suppressions").at(0).at("justification").get<std::string>().empty());
    ++suppressed;
  }
  BOOST_TEST(suppressed == 1U);
}

BOOST_AUTO_TEST_CASE(sarif_of_hostile_values_is_still_json) {
  for (const std::string& text : hostile()) {
    const Json run = sarif_of(spoilt(text)).at("runs").at(0);
    BOOST_TEST(run.at("results").size() == sample::rich().findings.size());
    for (const Json& file : run.at("artifacts")) {
      const auto uri = file.at("location").at("uri").get<std::string>();
      BOOST_TEST(uri.find_first_of(":<> \\\"") == std::string::npos, uri.substr(0, 30));
      BOOST_TEST(!uri.starts_with('/'), uri.substr(0, 30));
    }
  }
}

BOOST_AUTO_TEST_CASE(sarif_places_lie_in_artifacts_also_those_in_a_part_of_a_case) {
  Results results = sample::rich();
  auto& first = results.findings.front();
  BOOST_REQUIRE(!first.evidence.empty());
  results.facts[first.evidence.front()].at.file = "bagian 1/berkas.xml";
  auto& second = results.findings[1];
  BOOST_REQUIRE(!second.evidence.empty());
  second.evidence = {results.facts.size()};
  results.facts.push_back(results.facts.front());
  results.facts.back().at.file = "../rahasia.xml";
  const Json run = sarif_of(results).at("runs").at(0);
  std::size_t placed = 0;
  for (const Json& one : run.at("results")) {
    for (const Json& location : one.at("locations")) {
      const Json& file = location.at("physicalLocation").at("artifactLocation");
      const Json& artifact = run.at("artifacts").at(file.at("index").get<std::size_t>());
      BOOST_TEST(artifact.at("location").at("uri") == file.at("uri"));
      ++placed;
    }
  }
  BOOST_TEST(placed > 2U);
  const auto uri = [&](std::size_t finding) {
    return run.at("results")
        .at(finding)
        .at("locations")
        .at(0)
        .at("physicalLocation")
        .at("artifactLocation")
        .at("uri")
        .get<std::string>();
  };
  BOOST_TEST(uri(0) == "bagian%201/berkas.xml");
  BOOST_TEST(uri(1) == "%2E%2E/rahasia.xml");
}

BOOST_AUTO_TEST_CASE(what_looks_ahead_or_is_a_standard_fails_nothing) {
  Results results = sample::rich();
  const auto found =
      std::ranges::find(results.findings, results::Verdict::breach, &results::Finding::verdict);
  BOOST_REQUIRE(found != results.findings.end());
  results.findings = {*found, *found, *found};
  const auto rule = std::ranges::find(results.rules, found->rule, &results::Rule::id);
  BOOST_REQUIRE(rule != results.rules.end());
  rule->tier = results::Tier::law;
  results.rules.push_back(*rule);
  results.rules.back().id = "standard/1";
  results.rules.back().tier = results::Tier::standard;
  results.findings[0].readiness = false;
  results.findings[1].readiness = true;
  results.findings[2].readiness = false;
  results.findings[2].rule = "standard/1";
  const Json run = sarif_of(results).at("runs").at(0).at("results");
  const std::vector<std::string> kinds{"fail", "review", "review"};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    BOOST_TEST(run.at(i).at("kind") == kinds[i]);
    BOOST_TEST((run.at(i).at("level") == "none") == (i > 0));
    BOOST_TEST(run.at(i).at("properties").at("readiness") == (i == 1));
  }
  pugi::xml_document tree;
  BOOST_REQUIRE(tree.load_string(written(reports::write_junit, results).c_str()));
  BOOST_TEST(tree.child("testsuites").attribute("failures").as_int() == 1);
  BOOST_TEST(tree.select_nodes("//failure").size() == 1U);
  const auto skipped = tree.select_nodes("//skipped[starts-with(., 'review: ')]");
  BOOST_TEST(skipped.size() == 2U);
  const Lines lines = csv_of(results);
  const auto ahead = column_of(lines, "looks ahead");
  BOOST_TEST(lines[1][ahead].empty());
  BOOST_TEST(!lines[2][ahead].empty());
}

BOOST_AUTO_TEST_CASE(junit_counts_what_it_holds) {
  Results results = sample::rich();
  results.waivers = {{"1", "a", "", "", "Dinas", "reason", "", "2024-01-31", "expired", {}},
                     {"2", "b", "", "", "Dinas", "reason", "", "2026-01-31", "applied", {}}};
  pugi::xml_document tree;
  BOOST_REQUIRE(tree.load_string(written(reports::write_junit, results).c_str()));
  const auto all = tree.child("testsuites");
  const auto held = [](pugi::xml_node node, const char* path) {
    return node.select_nodes(path).size();
  };
  for (const auto suite : all.children("testsuite")) {
    BOOST_TEST(suite.attribute("tests").as_uint() == held(suite, "testcase"));
    BOOST_TEST(suite.attribute("failures").as_uint() == held(suite, "testcase/failure"));
    BOOST_TEST(suite.attribute("errors").as_uint() == held(suite, "testcase/error"));
    BOOST_TEST(suite.attribute("skipped").as_uint() == held(suite, "testcase/skipped"));
  }
  BOOST_TEST(all.attribute("tests").as_uint() == held(all, "testsuite/testcase"));
  const auto breaches =
      std::ranges::count(results.findings, results::Verdict::breach, &results::Finding::verdict);
  BOOST_TEST(all.attribute("failures").as_int() == breaches);
  BOOST_TEST(held(all, "//failure") == static_cast<std::size_t>(breaches));
  BOOST_TEST(held(all, "testsuite[@name='waivers']/testcase/skipped") == 1U);
}

BOOST_AUTO_TEST_CASE(junit_of_hostile_values_is_well_formed) {
  for (const std::string& text : hostile()) {
    pugi::xml_document tree;
    BOOST_TEST_CONTEXT(text.substr(0, 30)) {
      BOOST_REQUIRE(tree.load_string(written(reports::write_junit, spoilt(text)).c_str()));
      for (const auto& node : tree.select_nodes("//*")) {
        const std::string name = node.node().name();
        BOOST_TEST((name == "testsuites" || name == "testsuite" || name == "testcase" ||
                    name == "skipped" || name == "failure" || name == "error"),
                   name);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
