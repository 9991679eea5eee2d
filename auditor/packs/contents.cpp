// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/contents.h"

#include "auditor/base/sha256.h"
#include "auditor/packs/document_list.h"
#include "auditor/results/results_json.h"
#include "reports/html_report.h"
#include "reports/law_page.h"
#include "reports/paper_writers.h"
#include "reports/papers.h"

namespace periksa::packs {

Result<Contents> contents_of(const results::Results& results, bool named, Language language,
                             const reports::TemplateFolders& templates) {
  Contents out;
  const auto into = [&out](const char* name) {
    return [&text = out[name]](std::string_view piece) { text += piece; };
  };
  const reports::ReportOptions options{language, named, templates};
  results::write_json(results, into("results.json"));
  if (auto made = reports::write_html(results, options, into("report.html")); !made)
    return std::unexpected(made.error());
  if (auto made = reports::write_law_page(results, options, into("laws.html")); !made)
    return std::unexpected(made.error());
  const auto letter = reports::make_complaint(results, options);
  if (!letter) return std::unexpected(letter.error());
  if (*letter) {
    if (auto made = reports::write_paper_html(**letter, options, into("complaint.html")); !made)
      return std::unexpected(made.error());
    if (auto made = reports::write_paper_odt(**letter, options, into("complaint.odt")); !made)
      return std::unexpected(made.error());
  }
  out["documents.json"] = document_list(results, named);
  return out;
}

std::vector<PackFile> listed(const Contents& contents) {
  std::vector<PackFile> files;
  for (const auto& [name, text] : contents) files.push_back({name, text.size(), sha256_hex(text)});
  return files;
}

}  // namespace periksa::packs
