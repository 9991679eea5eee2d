// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/document_list.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "auditor/results/trim.h"

namespace periksa::packs {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr const char* kFormat = "periksa-documents/1";

/// What rests on a source.
struct Resting {
  std::uint64_t facts = 0;
  std::set<std::string> findings;
};

std::map<std::string, Resting> resting(const results::Results& results) {
  std::map<std::string, Resting> by_source;
  for (const results::Fact& fact : results.facts) ++by_source[fact.source].facts;
  for (const results::Finding& finding : results.findings) {
    for (const std::size_t fact : results::facts_read(finding))
      by_source[results.facts[fact].source].findings.insert(finding.id);
  }
  return by_source;
}

void add_resting(OrderedJson& json, const Resting& resting) {
  json["facts"] = resting.facts;
  json["findings"] = resting.findings;
}

OrderedJson source(const results::SourceRow& row, const Resting& resting, bool named) {
  OrderedJson json;
  json["source"] = row.id;
  json["document"] = row.document;
  json["label"] = {{"id", row.document_label.id}, {"en", row.document_label.en}};
  json["asserter"] = row.asserter;
  json["dated"] = row.dated;
  json["sha256"] = row.sha256;
  if (named) json["file"] = row.file;
  add_resting(json, resting);
  return json;
}

OrderedJson paper(const results::PaperRow& row, const Resting& resting) {
  OrderedJson json;
  json["paper"] = row.id;
  json["kind"] = row.kind;
  json["state"] = row.state;
  json["bytes"] = row.bytes;
  json["sha256"] = row.sha256;
  json["sources"] = row.sources;
  json["records"] = row.records;
  add_resting(json, resting);
  return json;
}

}  // namespace

std::string document_list(const results::Results& results, bool named) {
  const auto by_source = resting(results);
  const auto on = [&](const std::string& id) {
    const auto at = by_source.find(id);
    return at == by_source.end() ? Resting() : at->second;
  };
  OrderedJson sources = OrderedJson::array();
  for (const results::Input& input : results.header.inputs) {
    for (const results::SourceRow& row : input.sources) {
      if (!row.id.empty()) sources.push_back(source(row, on(row.id), named));
    }
  }
  OrderedJson papers = OrderedJson::array();
  if (results.header.documents) {
    for (const results::PaperRow& row : results.header.documents->files) {
      Resting all;
      for (const std::string& id : row.sources) {
        Resting one = on(id);
        all.facts += one.facts;
        all.findings.merge(one.findings);
      }
      papers.push_back(paper(row, all));
      const auto name = results.secrets.find(row.secret);
      if (named && name != results.secrets.end()) papers.back()["name"] = name->second.value;
    }
  }
  OrderedJson json;
  json["format"] = kFormat;
  json["scope"] = results.header.slice.empty() ? "case" : results.header.slice;
  json["sources"] = std::move(sources);
  json["papers"] = std::move(papers);
  return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace periksa::packs
