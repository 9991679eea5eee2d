// SPDX-License-Identifier: Apache-2.0
// Packs are made whole or not at all, the same from the same.
#include "auditor/packs/pack.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "auditor/base/sha256.h"
#include "tests/packs/help/made.h"
#include "tests/reports/archive_parts.h"
#include "tests/results/sample/sample.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

/// A copy of the folder of papers, so that it can be changed.
struct Papers : PackDesk {
  Papers() {
    fs::copy(PERIKSA_SOURCE_DIR "/fixtures/document-folder/dokumen", folder_of_papers(),
             fs::copy_options::recursive);
  }
  fs::path folder_of_papers() const { return path() / "papers"; }
  packs::Order with_papers() const {
    packs::Order wanted = order(*all_results().at("papers"));
    wanted.sealing->documents = folder_of_papers();
    return wanted;
  }
  fs::path any_paper() const {
    for (const auto& entry : fs::recursive_directory_iterator(folder_of_papers())) {
      if (entry.is_regular_file() && entry.path().extension() == ".pdf" && entry.file_size() > 0)
        return entry.path();
    }
    throw std::runtime_error("no paper");
  }
  std::string refused(const packs::Order& wanted) const {
    const auto made = packs::make_pack(wanted);
    BOOST_TEST(!made);
    if (fs::exists(wanted.out)) BOOST_TEST(fs::is_empty(wanted.out));
    return made ? "" : made.error().why.front().text.en;
  }
};

bool holds(const std::string& text, std::string_view phrase) {
  return text.find(phrase) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(making, Papers)

BOOST_AUTO_TEST_CASE(the_same_order_gives_the_same_bytes_of_the_edition_to_pass_on) {
  packs::Order wanted = order(*all_results().at("seeded"));
  wanted.worker = "W002";
  const auto first = files_of(make(wanted).redacted);
  wanted.out = path() / "again";
  BOOST_TEST((files_of(make(wanted).redacted) == first));
}

BOOST_AUTO_TEST_CASE(names_tell_the_scope_and_what_is_there_is_never_replaced) {
  const auto made = make(order());
  BOOST_TEST(made.redacted.filename() == "case-redacted");
  BOOST_TEST(made.sealed.filename() == "case-sealed.periksa");
  const std::string before = slurp(made.redacted / "manifest.json");
  BOOST_TEST(!packs::make_pack(order()));
  fs::remove(made.sealed);
  BOOST_TEST(!packs::make_pack(order()));
  BOOST_TEST(!fs::exists(made.sealed));
  BOOST_TEST(slurp(made.redacted / "manifest.json") == before);
  packs::Order of_worker = order();
  of_worker.worker = "W002";
  BOOST_TEST(make(of_worker).redacted.filename() == "W002-redacted");
}

BOOST_AUTO_TEST_CASE(a_sealed_edition_that_stands_in_the_way_keeps_all_from_being_made) {
  fs::create_directories(path() / "pack");
  overwrite(path() / "pack/case-sealed.periksa", "mine");
  BOOST_TEST(!packs::make_pack(order()));
  BOOST_TEST(slurp(path() / "pack/case-sealed.periksa") == "mine");
  BOOST_TEST(!fs::exists(path() / "pack/case-redacted"));
}

BOOST_AUTO_TEST_CASE(without_a_seal_there_is_one_edition_and_it_names_no_other) {
  packs::Order wanted = order();
  wanted.sealing.reset();
  const auto made = make(wanted);
  BOOST_TEST(made.sealed.empty());
  const auto seen = packs::verify_folder(made.redacted, {});
  BOOST_TEST(seen.intact());
  BOOST_TEST(seen.manifest->other_edition.empty());
  BOOST_TEST(folder().listing().size() > 4U);
}

BOOST_AUTO_TEST_CASE(the_content_hash_is_that_of_a_list_anybody_can_write) {
  const auto made = make(order());
  std::string list;
  for (const auto& [name, text] : files_of(made.redacted)) {
    if (name != "manifest.json")
      list += sha256_hex(text) + "  " + std::to_string(text.size()) + "  " + name + "\n";
  }
  BOOST_TEST(sha256_hex(list) == made.redacted_content);
}

BOOST_AUTO_TEST_CASE(papers_are_sealed_as_they_were_audited) {
  const auto made = make(with_papers());
  BOOST_TEST(made.papers >= 6U);
  BOOST_TEST(packs::verify_sealed(made.sealed, passphrase(), {}, path() / "open").intact());
  std::size_t same = 0;
  std::map<std::string, std::string> by_hash;
  for (const auto& [name, text] : files_of(folder_of_papers())) by_hash[sha256_hex(text)] = text;
  for (const auto& [name, text] : files_of(path() / "open")) {
    if (!name.starts_with("documents/")) continue;
    BOOST_TEST(by_hash.contains(sha256_hex(text)), name);
    ++same;
  }
  BOOST_TEST(same == made.papers);
}

BOOST_AUTO_TEST_CASE(a_paper_that_is_no_longer_the_one_audited_refuses_all) {
  const fs::path paper = any_paper();
  std::string text = slurp(paper);
  text[0] = static_cast<char>(text[0] ^ 1);
  overwrite(paper, text);
  BOOST_TEST(holds(refused(with_papers()), "no longer the one that was audited"));
}

BOOST_AUTO_TEST_CASE(a_paper_that_is_not_there_or_a_link_refuses_all) {
  const fs::path paper = any_paper();
  fs::rename(paper, path() / "away.pdf");
  BOOST_TEST(holds(refused(with_papers()), "is not in this folder"));
  fs::create_symlink(path() / "away.pdf", paper);
  BOOST_TEST(holds(refused(with_papers()), "is not in this folder"));
}

BOOST_AUTO_TEST_CASE(a_name_in_the_results_is_never_made_into_a_path) {
  results::Results results = *all_results().at("papers");
  const fs::path outside = path() / "outside.pdf";
  fs::rename(any_paper(), outside);
  const std::string hash = sha256_hex(slurp(outside));
  for (auto& paper : results.header.documents->files) {
    if (paper.sha256 == hash) results.secrets[paper.secret].value = "../outside.pdf";
  }
  packs::Order wanted = with_papers();
  wanted.results = &results;
  BOOST_TEST(holds(refused(wanted), "is not in this folder"));
}

BOOST_AUTO_TEST_CASE(papers_of_an_audit_that_knew_none_are_refused) {
  packs::Order wanted = order(*all_results().at("seeded"));
  wanted.sealing->documents = folder_of_papers();
  BOOST_TEST(holds(refused(wanted), "made without --documents"));
}

BOOST_AUTO_TEST_CASE(results_without_names_cannot_be_sealed) {
  results::Results results = *all_results().at("sample");
  results.secrets.clear();
  packs::Order wanted = order(results);
  BOOST_TEST(holds(refused(wanted), "nothing to seal"));
}

BOOST_AUTO_TEST_CASE(an_unknown_worker_is_refused_with_nothing_made) {
  packs::Order wanted = order();
  wanted.worker = "W999";
  BOOST_TEST(holds(refused(wanted), "no worker \"W999\""));
}

BOOST_AUTO_TEST_CASE(the_list_of_documents_names_papers_in_the_sealed_edition_only) {
  const auto made = make(with_papers());
  packs::verify_sealed(made.sealed, passphrase(), {}, path() / "open");
  using Json = nlohmann::json;
  const auto shown = Json::parse(slurp(made.redacted / "documents.json"));
  const auto named = Json::parse(slurp(path() / "open/documents.json"));
  BOOST_TEST(shown.at("papers").size() > 4U);
  for (const auto& paper : shown.at("papers")) {
    BOOST_TEST(!paper.contains("name"));
    for (const auto* key : {"paper", "kind", "sha256", "bytes", "findings", "records"})
      BOOST_TEST(paper.contains(key), key);
  }
  BOOST_TEST(named.at("papers").front().contains("name"));
}

BOOST_AUTO_TEST_CASE(the_report_says_at_its_head_that_it_is_an_extract) {
  packs::Order wanted = order(*all_results().at("seeded"));
  wanted.worker = "W002";
  const std::string report = slurp(make(wanted).redacted / "report.html");
  const std::string manifest = all_results().at("seeded")->header.manifest_sha256;
  const auto at = report.find("An extract about one worker, W002");
  BOOST_TEST(at < report.find("<main"));
  BOOST_TEST(report.find(manifest, at) < report.find("<main"));
}

BOOST_AUTO_TEST_CASE(the_complaint_has_names_and_matter_in_the_sealed_edition_only) {
  const auto made = make(order(*all_results().at("union")));
  packs::verify_sealed(made.sealed, passphrase(), {}, path() / "open");
  const auto texts = [](const fs::path& folder) {
    return std::vector{slurp(folder / "complaint.html"),
                       part_of(slurp(folder / "complaint.odt"), "content.xml")};
  };
  for (const std::string& text : texts(path() / "open")) {
    for (const auto* told : {"Ratna Rekaan", "SK-03/2026", "Paspor yang ditahan dikembalikan"})
      BOOST_TEST(holds(text, told), told);
  }
  for (const std::string& text : texts(made.redacted)) {
    BOOST_TEST(holds(text, "W001"));
    for (const auto* told : {"Ratna Rekaan", "SK-03/2026", "Paspor yang ditahan dikembalikan"})
      BOOST_TEST(!holds(text, told), told);
  }
}

BOOST_AUTO_TEST_CASE(the_complaint_about_one_worker_tells_of_nobody_else) {
  packs::Order wanted = order(*all_results().at("seeded"));
  wanted.worker = "W002";
  const std::string page = slurp(make(wanted).redacted / "complaint.html");
  BOOST_TEST(holds(page, "W002"));
  for (const auto* other : {"W001", "W003", "W008"}) BOOST_TEST(!holds(page, other), other);
}

BOOST_AUTO_TEST_CASE(where_there_is_nothing_to_complain_of_there_is_no_complaint) {
  const results::Results quiet = sample::quiet();
  packs::Order wanted = order(quiet);
  wanted.sealing.reset();
  const auto made = make(wanted);
  BOOST_TEST(fs::exists(made.redacted / "report.html"));
  BOOST_TEST(!fs::exists(made.redacted / "complaint.html"));
  BOOST_TEST(!fs::exists(made.redacted / "complaint.odt"));
  BOOST_TEST(packs::verify_folder(made.redacted, {}).intact());
}

BOOST_AUTO_TEST_CASE(the_page_of_laws_has_every_provision_that_is_cited) {
  const auto made = make(order());
  const std::string page = slurp(made.redacted / "laws.html");
  for (const auto& provision : all_results().at("sample")->provisions)
    BOOST_TEST(holds(page, provision.cite), provision.cite);
}

BOOST_AUTO_TEST_SUITE_END()
