// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/references.h"

#include <set>
#include <string_view>

namespace periksa::results {
namespace {

constexpr std::size_t kEnoughFaults = 20;

class Checker {
 public:
  Checker(const Results& results, const std::string& name) : results_(results), name_(name) {
    for (const Provision& x : results.provisions) provisions_.insert(x.id);
    for (const Sanction& x : results.sanctions) sanctions_.insert(x.id);
    for (const Rule& x : results.rules) rules_.insert(x.id);
    for (const Finding& x : results.findings) findings_.insert(x.id);
  }

  Diagnostics run() {
    sums();
    for (std::size_t i = 0; i < results_.facts.size(); ++i) {
      secret(results_.facts[i].secret, "/facts/" + std::to_string(i) + "/secret");
    }
    for (std::size_t i = 0; i < results_.findings.size(); ++i) {
      finding(results_.findings[i], "/findings/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < results_.notices.size(); ++i) {
      const std::string at = "/notices/" + std::to_string(i);
      facts(results_.notices[i].facts, at + "/facts");
      for (const Sign& sign : results_.notices[i].signs) facts(sign.facts, at + "/signs");
    }
    requests();
    tables();
    if (results_.header.documents) papers(*results_.header.documents);
    for (const auto& [worker, key] : results_.pseudonyms) secret(key, "/pseudonyms/" + worker);
    return std::move(faults_);
  }

 private:
  void sums() {
    std::uint64_t total = 0;
    for (const auto& [word, count] : results_.summary.verdicts) {
      total += count;
      if (!parse_verdict(word)) add("/summary/verdicts/" + word, word);
    }
    if (total == results_.summary.evaluations) return;
    tell("/summary/verdicts",
         {"jumlah per hasil (" + std::to_string(total) + ") tidak sama dengan jumlah penilaian (" +
              std::to_string(results_.summary.evaluations) + ")",
          "the verdicts add up to " + std::to_string(total) + ", not to the " +
              std::to_string(results_.summary.evaluations) + " evaluations"});
  }

  void finding(const Finding& x, const std::string& at) {
    named(rules_, x.rule, at + "/rule");
    for (std::size_t i = 0; i < x.citations.size(); ++i) {
      named(provisions_, x.citations[i].provision, at + "/citations/" + std::to_string(i));
    }
    for (const std::string& id : x.sanctions) named(sanctions_, id, at + "/sanctions");
    facts(x.evidence, at + "/evidence");
    for (const Trace& trace : x.reasoning) reasoning(trace, at + "/reasoning");
    for (const Missing& missing : x.missing) fact(missing.fact, at + "/missing");
    for (const Change& change : x.changes) fact(change.fact, at + "/changes");
    for (const auto& [key, value] : x.argument_secrets) {
      secret(value, at + "/argument_secrets/" + key);
    }
  }

  void requests() {
    for (std::size_t i = 0; i < results_.requests.size(); ++i) {
      for (const std::string& id : results_.requests[i].findings) {
        named(findings_, id, "/requests/" + std::to_string(i) + "/findings");
      }
    }
  }

  void tables() {
    for (std::size_t i = 0; i < results_.tables.size(); ++i) {
      const Table& table = results_.tables[i];
      const std::string at = "/tables/" + std::to_string(i);
      const std::size_t width = table.columns.empty() ? 1 : table.columns.size();
      for (const Table::Row& row : table.rows) {
        facts(row.facts, at + "/rows");
        if (row.facts.size() != width) add(at + "/rows", std::to_string(row.facts.size()));
      }
    }
    for (std::size_t i = 0; i < results_.bases.size(); ++i) {
      for (const std::string& id : results_.bases[i].provisions)
        named(provisions_, id, "/bases/" + std::to_string(i) + "/provisions");
    }
    for (std::size_t i = 0; i < results_.waivers.size(); ++i) {
      const std::string at = "/waivers/" + std::to_string(i);
      for (const std::string& id : results_.waivers[i].findings)
        named(findings_, id, at + "/findings");
    }
  }

  void papers(const Papers& x) {
    std::set<std::string_view> ids;
    for (const PaperRow& row : x.files) ids.insert(row.id);
    for (std::size_t i = 0; i < x.files.size(); ++i) {
      const std::string at = "/header/documents/files/" + std::to_string(i);
      secret(x.files[i].secret, at + "/secret");
      for (const auto* other : {&x.files[i].same_as, &x.files[i].near}) {
        if (!other->empty()) named(ids, *other, at);
      }
    }
  }

  void reasoning(const Trace& trace, const std::string& at) {
    facts(trace.facts, at);
    for (const Trace& part : trace.parts) reasoning(part, at);
  }
  void facts(const std::vector<std::size_t>& list, const std::string& at) {
    for (const std::size_t index : list) fact(index, at);
  }
  void fact(std::size_t index, const std::string& at) {
    if (index >= results_.facts.size()) add(at, std::to_string(index));
  }
  void named(const std::set<std::string_view>& ids, const std::string& id, const std::string& at) {
    if (!ids.contains(id)) add(at, id);
  }
  void secret(const std::string& key, const std::string& at) {
    if (key.empty() || results_.secrets.empty()) return;
    if (!results_.secrets.contains(key)) add(at, key);
  }

  void add(const std::string& at, const std::string& what) {
    tell(at, {"'" + what + "' tidak ada dalam dokumen ini",
              "'" + what + "' does not exist in this document"});
  }
  void tell(const std::string& at, Bilingual text) {
    if (faults_.size() >= kEnoughFaults) return;
    faults_.push_back({Diagnostic::Kind::error, {name_, 0, 0, at}, std::move(text)});
  }

  const Results& results_;
  const std::string& name_;
  std::set<std::string_view> provisions_;
  std::set<std::string_view> sanctions_;
  std::set<std::string_view> rules_;
  std::set<std::string_view> findings_;
  Diagnostics faults_;
};

}  // namespace

Diagnostics check_references(const Results& results, const std::string& name) {
  return Checker(results, name).run();
}

}  // namespace periksa::results
