// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/summary.h"

#include "auditor/base/add_once.h"

#include <algorithm>
#include <map>

namespace periksa::audit {
namespace {

using results::Verdict;

}  // namespace

std::vector<results::Request> requests(const results::Results& results,
                                       const facts::Vocabulary& vocabulary) {
  std::map<std::pair<std::string, std::string>, results::Request> once;
  const auto documents = vocabulary.find_list("document_kind");
  for (const auto& finding : results.findings) {
    if (finding.verdict == Verdict::waived) continue;
    for (const auto& missing : finding.missing) {
      if (missing.cause == "law") continue;  // never asked of the agency
      const std::string document = missing.documents.empty() ? "" : missing.documents.front();
      auto& request = once[{document, missing.ask.id}];
      request.document = document;
      request.ask = missing.ask;
      const auto code = documents ? vocabulary.list(*documents).find(document) : std::nullopt;
      if (code)
        request.label = vocabulary.list(*documents).codes[static_cast<std::size_t>(*code)].label;
      add_once(request.workers, finding.worker);
      add_once(request.findings, finding.id);
    }
  }
  std::vector<results::Request> list;
  for (auto& [key, request] : once) list.push_back(std::move(request));
  return list;
}

std::map<std::string, Bilingual> document_labels(const results::Results& results,
                                                 const facts::Vocabulary& vocabulary) {
  std::map<std::string, Bilingual> labels;
  const auto list = vocabulary.find_list("document_kind");
  const auto add = [&](const std::string& document) {
    const auto code = list ? vocabulary.list(*list).find(document) : std::nullopt;
    if (code)
      labels.emplace(document, vocabulary.list(*list).codes[static_cast<std::size_t>(*code)].label);
  };
  for (const auto& finding : results.findings) {
    for (const auto& missing : finding.missing)
      std::for_each(missing.documents.begin(), missing.documents.end(), add);
  }
  for (const auto& request : results.requests) add(request.document);
  return labels;
}

std::vector<results::Uncovered> coverage(const law::Register& law) {
  std::vector<results::Uncovered> list;
  for (const auto& entry : law.unruled())
    list.push_back({entry.id, entry.kind, entry.provisions, entry.why});
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return list;
}

}  // namespace periksa::audit
