// SPDX-License-Identifier: Apache-2.0
// No private value of an audit stands in any form in any byte, or the name, of any file of an
// edition to pass on.
#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>

#include "auditor/facts/vocabulary.h"
#include "auditor/results/slice.h"
#include "tests/audit/help/filings.h"
#include "tests/packs/help/made.h"
#include "tests/packs/help/traces.h"
#include "tests/reports/archive_parts.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = PERIKSA_SOURCE_DIR;

/// Everything that is the same for every filing: templates and strings, the words of the rules.
const std::string& words_of_the_program() {
  static const std::string kWords = [] {
    std::string all;
    for (const auto* folder : {"templates", "rules"}) {
      for (const auto& [name, text] : files_of(kSource / folder)) {
        // Dates and names of examples are of invented people, as those of a filing are.
        if (!name.starts_with("examples/")) all += text + "\n";
      }
    }
    return all;
  }();
  return kWords;
}

/// The values that the results themselves give as open, and the words of the program.
std::string open_words(const results::Results& results) {
  std::string all = words_of_the_program();
  for (const auto& fact : results.facts) {
    const bool open = fact.privacy == "public" || fact.privacy == "business";
    if (open) all += fact.shown.text + "\n";
    for (const auto& other : fact.others) all += open ? other.text + "\n" : "";
  }
  for (const auto& finding : results.findings) {
    for (const auto& day : finding.event_dates) all += day + "\n";
  }
  const auto& header = results.header;
  all += header.agency + "\n" + header.agency_nib + "\n" + header.as_of + "\n";
  for (const auto& input : header.inputs) {
    for (const auto& source : input.sources) all += source.dated + "\n";
  }
  return all;
}

/// A source that is tied to a paper is known by the paper's name of ours.
bool is_alias(const results::Results& results, const std::string& file) {
  const auto& papers = results.header.documents;
  return papers &&
         std::ranges::find(papers->files, file, &results::PaperRow::id) != papers->files.end();
}

/// Every private value that an audit has, and the filer's own names for files and sources.
void add_private(const results::Results& results, Traces& traces) {
  for (const auto& [key, secret] : results.secrets) {
    traces.add(secret.value);
    traces.add(secret.raw);
  }
  for (const auto& input : results.header.inputs) {
    traces.add(input.file);
    for (const auto& source : input.sources) {
      if (!is_alias(results, source.file)) traces.add(source.file);
    }
  }
  if (results.header.documents) traces.add(results.header.documents->index);
  for (const auto& key : results.workers) traces.add_hash(key);
  for (const auto& finding : results.findings) {
    traces.add_hash(finding.fingerprint);
    traces.add_hash(finding.evidence_digest);
  }
}

/// Every private value of a filing, whether a finding read it or not.
void add_filing(const fs::path& file, Traces& traces) {
  const auto& vocabulary = shipped_rules().vocabulary();
  pugi::xml_document document;
  BOOST_REQUIRE(document.load_file(file.c_str()));
  struct Walker : pugi::xml_tree_walker {
    const facts::Vocabulary& vocabulary;
    Traces& traces;
    Walker(const facts::Vocabulary& words, Traces& into) : vocabulary(words), traces(into) {}
    bool for_each(pugi::xml_node& node) override {
      const auto entity = vocabulary.find_entity(node.name());
      if (!entity) return true;
      const auto add = [&](const char* name, const char* value) {
        const auto field = vocabulary.entity(*entity).find(name);
        if (!field) return;
        const auto& declared = vocabulary.entity(*entity).fields[*field];
        const bool coded =
            declared.type == facts::Type::code || declared.type == facts::Type::boolean;
        if (facts::is_private(declared.privacy) && !coded) traces.add(value);
      };
      for (const auto attribute : node.attributes()) add(attribute.name(), attribute.value());
      for (const auto child : node.children()) add(child.name(), child.text().get());
      return true;
    }
  } walker(vocabulary, traces);
  document.traverse(walker);
}

/// What stands in a file: of an archive the names and bytes of its parts.
std::string unpacked(const std::string& bytes) {
  if (!bytes.starts_with("PK\x03\x04")) return bytes;
  std::string all;
  for (const auto& part : parts_of(bytes)) all += part.name + "\n" + part.bytes + "\n";
  return all;
}

struct Leaks : PackDesk {
  /// Makes the pack in both languages, with and without sensitive facts, and looks at all of it.
  void search(const std::string& name, const std::string& worker, const Traces& traces) const {
    for (const Language language : {Language::id, Language::en}) {
      for (const bool sensitive : {false, true}) {
        packs::Order wanted = order(*all_results().at(name));
        wanted.worker = worker;
        wanted.language = language;
        wanted.with_sensitive = sensitive;
        wanted.sealing.reset();
        wanted.out = path() / std::to_string(count++);
        const auto files = files_of(make(wanted).redacted.parent_path());
        BOOST_TEST(files.size() == 7U);
        for (const auto& [file, text] : files) {
          for (const auto& leak : traces.in(file + "\n" + unpacked(text)))
            BOOST_ERROR(name << " " << worker << " " << file << " holds " << leak);
        }
      }
    }
  }
  mutable int count = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(leaks, Leaks)

BOOST_AUTO_TEST_CASE(every_form_of_a_value_is_found) {
  Traces traces("open word 1999-09-09 PT Contoh Niaga");
  for (const auto* value : {"Siti Contoh Rahayu", "3201-0145 0399.0001", "2001-02-03", "1999-09-09",
                            "RAHASIA01", "kuitansi melati.pdf"})
    traces.add(value);
  for (const auto* text :
       {"siti contoh rahayu", "… RAHAYU …", "3201014503990001", "3201 0145 0399 0001",
        "3201.0145.0399.0001", "x2001-02-03x", "03/02/2001", "3/2/2001", "3 Februari 2001",
        "3 February 2001", "03-02-2001", "03.02.2001", "20010203", "rahasia01", "Melati"})
    BOOST_TEST(!traces.in(text).empty(), text);
  traces.add_hash(std::string(32, 'a'));
  BOOST_TEST(!traces.in("\"" + std::string(32, 'a') + "\"").empty());
  for (const auto* text : {"contoh", "1999-09-09", "9 September 1999", "sitinggil", "3 Februari"})
    BOOST_TEST(traces.in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_full_report_holds_what_is_looked_for) {
  const results::Results& seeded = *all_results().at("seeded");
  Traces traces(open_words(seeded));
  add_private(seeded, traces);
  const auto made = make(order(seeded));
  packs::verify_sealed(made.sealed, passphrase(), {}, path() / "open");
  BOOST_TEST(traces.in(slurp(path() / "open/report.html")).size() > 40U);
  BOOST_TEST(traces.in(slurp(path() / "open/results.json")).size() > 40U);
  BOOST_TEST(traces.in(slurp(path() / "open/complaint.html")).size() > 20U);
  BOOST_TEST(traces.in(unpacked(slurp(path() / "open/complaint.odt"))).size() > 20U);
}

BOOST_AUTO_TEST_CASE(no_private_value_stands_in_a_pack_of_a_whole_case) {
  for (const auto& [name, results] : all_results()) {
    if (name == "sample") continue;
    Traces traces(open_words(*results));
    add_private(*results, traces);
    if (name == "seeded") add_filing(kSource / "fixtures/seeded-agency/filing.xml", traces);
    if (name == "papers") add_filing(kSource / "fixtures/document-folder/filing.xml", traces);
    if (name == "two-sided") add_filing(kSource / "fixtures/two-sided-case/p3mi.xml", traces);
    BOOST_TEST(traces.size() > 10U, name);
    search(name, {}, traces);
  }
}

BOOST_AUTO_TEST_CASE(no_private_value_of_anybody_stands_in_a_pack_of_one_worker) {
  for (const auto& [name, workers] :
       std::map<std::string, std::vector<std::string>>{{"seeded", {"W002", "W003", "W008"}},
                                                       {"union", {"W001", "W003"}},
                                                       {"papers", {"W001"}}}) {
    const results::Results& results = *all_results().at(name);
    Traces traces(open_words(results));
    add_private(results, traces);
    if (name == "seeded") add_filing(kSource / "fixtures/seeded-agency/filing.xml", traces);
    for (const auto& worker : workers) search(name, worker, traces);
  }
}

BOOST_AUTO_TEST_CASE(another_workers_values_stand_in_no_sealed_pack_of_one_worker) {
  const results::Results& seeded = *all_results().at("seeded");
  const auto own = results::slice(seeded, "W002");
  std::string open = open_words(seeded);
  for (const auto& [key, secret] : own->secrets) open += secret.value + "\n" + secret.raw + "\n";
  Traces traces(open);
  for (const auto& [key, secret] : seeded.secrets) {
    traces.add(secret.value);
    traces.add(secret.raw);
  }
  for (const auto& key : seeded.workers) traces.add_hash(key);
  BOOST_TEST(traces.words().size() > 15U);
  packs::Order wanted = order(seeded);
  wanted.worker = "W002";
  packs::verify_sealed(make(wanted).sealed, passphrase(), {}, path() / "open");
  for (const auto& [file, text] : files_of(path() / "open")) {
    for (const auto& leak : traces.in(unpacked(text))) BOOST_ERROR(file << " holds " << leak);
  }
}

BOOST_AUTO_TEST_SUITE_END()
