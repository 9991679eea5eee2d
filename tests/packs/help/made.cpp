// SPDX-License-Identifier: Apache-2.0
#include "tests/packs/help/made.h"

#include <fstream>
#include <memory>
#include <stdexcept>

#include "auditor/audit/audit.h"
#include "tests/audit/help/filings.h"
#include "tests/results/sample/sample.h"

namespace periksa::test {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = PERIKSA_SOURCE_DIR;

[[noreturn]] void refused(const Diagnostics& why) {
  throw std::runtime_error(render(why.front(), Language::en));
}

}  // namespace

packs::SecretBytes secret(const std::string& text) {
  return packs::SecretBytes(std::string(text));
}

const results::Results& audited_fixture(const std::string& file, const std::string& papers) {
  static std::map<std::string, std::unique_ptr<results::Results>> known;
  auto& kept = known[file + papers];
  if (kept) return *kept;
  audit::Options options;
  std::optional<documents::Folder> folder;
  if (!papers.empty()) {
    auto opened =
        documents::read_folder(kSource / "fixtures" / papers, shipped_rules().vocabulary());
    if (!opened) refused(opened.error());
    folder.emplace(std::move(*opened));
    options.documents = &*folder;
  }
  auto audited = audit::audit_filing(shipped_rules(), kSource / "fixtures" / file, options);
  if (!audited) refused(audited.error());
  kept = std::make_unique<results::Results>(std::move(audited->results));
  return *kept;
}

const std::map<std::string, const results::Results*>& all_results() {
  static const results::Results kSample = sample::rich();
  static const std::map<std::string, const results::Results*> kAll{
      {"sample", &kSample},
      {"seeded", &audited_fixture("seeded-agency/filing.xml")},
      {"union", &audited_fixture("union-case/perkara.xml")},
      {"two-sided", &audited_fixture("two-sided-case/perkara.xml")},
      {"papers", &audited_fixture("document-folder/filing.xml", "document-folder/dokumen")}};
  return kAll;
}

packs::Order PackDesk::order(const results::Results& results) const {
  packs::Order order;
  order.results = &results;
  order.out = path() / "pack";
  order.language = Language::en;
  order.templates = kSource / "templates";
  order.sealing.emplace();
  order.sealing->passphrase = &passphrase_;
  order.sealing->cost = kCheap;
  return order;
}

packs::Order PackDesk::order() const {
  return order(*all_results().at("sample"));
}

packs::Made PackDesk::make(packs::Order order) const {
  auto made = packs::make_pack(order);
  if (!made) refused(made.error().why);
  return *made;
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).generic_string()] = slurp(entry.path());
  }
  return files;
}

void overwrite(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string said(const packs::Verification& seen) {
  std::string all;
  for (const auto& remark : seen.remarks) all += remark.text.en + "\n";
  return all;
}

bool says(const packs::Verification& seen, std::string_view phrase) {
  return said(seen).find(phrase) != std::string::npos;
}

}  // namespace periksa::test
