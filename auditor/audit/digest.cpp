// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "auditor/base/sha256.h"

namespace periksa::audit {
namespace {

/// NIB of the agency as filed, or nothing.
std::string agency_key(const facts::Facts& filing) {
  const auto agency = filing.vocabulary().find_entity("agency");
  if (!agency || filing.table(*agency).size() == 0) return {};
  const auto field = filing.vocabulary().entity(*agency).find("nib");
  if (!field) return {};
  const auto& cell = filing.table(*agency).cell(0, *field);
  return cell.state == facts::State::known ? std::string(filing.text(cell)) : std::string{};
}

std::string filed_id(const language::Record& record) {
  return std::string(
      record.facts->table(record.entity).row(static_cast<std::uint32_t>(record.row)).id);
}

/// Records by where they stand under their worker, workers in the order in which they are read:
/// "W017/payment-2" is "1/payment-2" whatever stands above it in the filing.
class Places {
 public:
  std::string of(const results::Fact& fact, const facts::Vocabulary& vocabulary) {
    const auto entity = vocabulary.find_entity(fact.entity);
    const bool workers =
        entity && (*entity == vocabulary.worker() || vocabulary.entity(*entity).in_worker);
    if (!workers) return fact.record;
    const auto slash = std::min(fact.record.find('/'), fact.record.size());
    const auto at = workers_.emplace(fact.record.substr(0, slash), workers_.size() + 1).first;
    return std::to_string(at->second) + fact.record.substr(slash);
  }

 private:
  std::map<std::string, std::size_t> workers_;
};

}  // namespace

std::string fingerprint(const ruleset::Case& on, const facts::Vocabulary& vocabulary,
                        const results::Finding& finding) {
  std::string text = finding.rule;
  for (const auto& record : on.variables) {
    text += fmt::format("|{}:{}", vocabulary.entity(record.entity).name, filed_id(record));
  }
  return hmac_sha256_hex("periksa fingerprint " + agency_key(*on.filing), text).substr(0, 32);
}

std::string evidence_digest(const facts::Vocabulary& vocabulary, const results::Finding& finding,
                            const FactBook& book) {
  std::string text = finding.rule;
  Places places;
  for (const auto index : finding.evidence) {
    const auto& fact = book.facts()[index];
    const std::string record = places.of(fact, vocabulary);
    std::string value = fact.shown.type + ':' + fact.shown.text;
    for (const auto& other : fact.others) value += '/' + other.text;
    if (const auto secret = book.secrets().find(fact.secret); secret != book.secrets().end()) {
      value = hmac_sha256_hex(finding.fingerprint + record + secret->second.value,
                              secret->second.value);
    }
    text += fmt::format("|{} {} {} {} {}", record, fact.field, fact.state, fact.basis, value);
  }
  return sha256_hex(text);
}

}  // namespace periksa::audit
