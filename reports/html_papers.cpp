// SPDX-License-Identifier: Apache-2.0
// The folder of papers: what each file is tied to, those first that prove nothing.
#include <algorithm>
#include <array>
#include <map>

#include "reports/html_parts.h"

namespace periksa::reports::html {
namespace {

/// What somebody has to look into stands first.
std::size_t rank(const results::PaperRow& row) {
  constexpr std::array<std::string_view, 7> kStatesFirst{"missing", "empty",  "unreadable", "link",
                                                         "special", "untied", "unindexed"};
  return static_cast<std::size_t>(std::ranges::find(kStatesFirst, row.state) -
                                  kStatesFirst.begin());
}

/// Sources and files in words, by their ids.
class Names {
 public:
  explicit Names(const Wording& wording) {
    for (const auto& input : wording.results().header.inputs) {
      for (const auto& source : input.sources) {
        const std::string& label = wording.text(source.document_label);
        if (!label.empty()) sources_.emplace(source.id, source.id + ": " + label);
      }
    }
    for (const results::PaperRow& row : wording.results().header.documents->files)
      files_.emplace(row.id, wording.paper(row));
  }

  const std::string& source(const std::string& id) const { return of(sources_, id); }
  const std::string& file(const std::string& id) const { return of(files_, id); }

 private:
  using Map = std::map<std::string_view, std::string>;
  static const std::string& of(const Map& names, const std::string& id) {
    const auto at = names.find(id);
    return at == names.end() ? id : at->second;
  }

  Map sources_;
  Map files_;
};

void add_ties(const Page& line, const results::PaperRow& row, const Names& names,
              const Wording& wording) {
  for (const auto& id : row.sources) line.section("tie").set("text", names.source(id));
  for (const auto& id : row.records) line.section("tie").set("text", wording.whole_record(id));
}

void add_paper(const Page& table, const results::PaperRow& row, const Names& names,
               const Wording& wording) {
  const Strings& strings = wording.strings();
  const Page line = table.section("paper");
  line.set("name", names.file(row.id));
  std::vector<std::string> detail;
  if (!row.kind.empty()) detail.push_back(strings.term("paper_kind", row.kind));
  if (!row.sha256.empty()) detail.push_back(strings.count("n_byte", row.bytes));
  add_text(line, "detail", "text", wording.join(detail, ", "));
  add_ties(line, row, names, wording);
  line.set("state", strings.term("paper", row.state));
  std::vector<std::string> remarks;
  if (!row.fits) remarks.push_back(strings("paper_misnamed"));
  if (!row.same_as.empty())
    remarks.push_back(strings.fill("paper_copy", {{"file", names.file(row.same_as)}}));
  if (!row.near.empty())
    remarks.push_back(strings.fill("paper_near", {{"file", names.file(row.near)}}));
  add_text(line, "remark", "text", wording.join(remarks, "; "));
  line.set("hash", row.sha256);
}

void add_sources(const Page& papers, const char* section, const char* key,
                 const std::vector<std::string>& ids, const Wording& wording) {
  if (ids.empty()) return;
  add_text(papers, section, "text",
           wording.strings().fill(key, {{"sources", wording.join(ids, ", ")}}));
}

}  // namespace

std::vector<const results::PaperRow*> papers_of(const Wording& wording) {
  std::vector<const results::PaperRow*> rows;
  const auto& documents = wording.results().header.documents;
  if (!documents) return rows;
  for (const results::PaperRow& row : documents->files) rows.push_back(&row);
  std::ranges::stable_sort(rows, {}, [](const results::PaperRow* row) { return rank(*row); });
  return rows;
}

void add_papers(const Page& appendix, std::span<const results::PaperRow* const> rows,
                const Wording& wording) {
  const results::Papers& all = *wording.results().header.documents;
  const Page papers = appendix.include("papers", "papers.html");
  if (!wording.unmasked()) papers.show("masked");
  add_sources(papers, "differs", "hashes_differ", all.hash_differs, wording);
  add_sources(papers, "unfound", "hashes_unfound", all.hash_unfound, wording);
  const Names names(wording);
  for (const results::PaperRow* row : rows) add_paper(papers, *row, names, wording);
  papers.set("index", all.index);
  papers.set("index_hash", all.sha256);
}

}  // namespace periksa::reports::html
