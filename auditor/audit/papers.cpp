// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/papers.h"

#include <fmt/format.h>

#include "auditor/audit/names.h"

namespace periksa::audit {
namespace {

using documents::Folder;
using documents::Paper;

std::string state_of(const documents::Ties& ties, std::size_t number) {
  const Folder& folder = ties.folder();
  if (number >= folder.papers.size()) return "missing";
  switch (folder.papers[number].state) {
    case Paper::State::empty:
      return "empty";
    case Paper::State::link:
      return "link";
    case Paper::State::special:
      return "special";
    case Paper::State::unreadable:
      return "unreadable";
    case Paper::State::there:
      break;
  }
  if (ties.is_tied(number)) return "tied";
  return folder.indexed[number] ? "untied" : "unindexed";
}

/// As facts name records (audit/names.h).
std::string name_of(const documents::TiedRecord& record, const facts::Vocabulary& vocabulary) {
  if (!record.worker) return record.id;
  const std::string worker = Names::pseudonym(*record.worker);
  if (record.entity == vocabulary.worker()) return worker;
  return fmt::format("{}/{}-{}", worker, vocabulary.entity(record.entity).name, record.row + 1);
}

void add_bytes(const Folder& folder, std::size_t number, results::PaperRow& row) {
  const Paper& paper = folder.papers[number];
  row.sha256 = paper.sha256;
  row.bytes = paper.bytes;
  if (paper.state == Paper::State::there) row.kind = to_string(paper.kind);
  row.fits = paper.fits;
  if (paper.same_as) row.same_as = Folder::alias(*paper.same_as);
}

}  // namespace

void add_papers(const documents::Ties& ties, const facts::Vocabulary& vocabulary,
                results::Results& results) {
  const Folder& folder = ties.folder();
  results::Papers papers;
  papers.index = folder.index.file;
  papers.sha256 = folder.index.sha256;
  papers.hash_differs = ties.differing();
  papers.hash_unfound = ties.unfound();
  for (std::size_t i = 0; i < folder.papers.size() + folder.missing.size(); ++i) {
    results::PaperRow row;
    row.id = Folder::alias(i);
    row.secret = "documents/" + row.id;
    row.state = state_of(ties, i);
    row.sources = ties.sources_of(i);
    for (const auto& record : ties.records_of(i))
      row.records.push_back(name_of(record, vocabulary));
    if (i < folder.papers.size()) {
      add_bytes(folder, i, row);
    } else if (const auto near = folder.missing[i - folder.papers.size()].near) {
      row.near = Folder::alias(*near);
    }
    results.secrets.emplace(row.secret, results::Secret{folder.name(i), {}});
    papers.files.push_back(std::move(row));
  }
  results.header.documents = std::move(papers);
}

}  // namespace periksa::audit
