// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "auditor/audit/audit.h"
#include "auditor/results/known_number.h"

namespace periksa::audit {

/// Collects, while a filing is read, the numbers by which people, accounts and papers are known
/// again in other filings: NIK and passport of workers, accounts that were paid into, numbers of
/// certificates, telephones of field recruiters. Only what is known and can be such a number.
class KnownNumbers {
 public:
  explicit KnownNumbers(const facts::Vocabulary& vocabulary);
  KnownNumbers(const KnownNumbers&) = delete;
  KnownNumbers& operator=(const KnownNumbers&) = delete;

  /// Watches the next filing, read by up to `threads` threads. This outlives the observer.
  Observer watch(unsigned threads);
  /// Of the filing watched, by worker. Empties this.
  std::vector<results::KnownNumber> take();

 private:
  struct Field {
    results::KnownNumber::Kind kind;
    facts::EntityId entity;
    facts::FieldId field;
  };
  using Numbers = std::vector<results::KnownNumber>;

  void look(const std::vector<Field>& fields, std::uint32_t worker, const facts::Facts& facts,
            Numbers& into) const;

  const facts::Vocabulary* vocabulary_;
  std::vector<Field> of_workers_;
  std::vector<Field> of_agency_;
  Numbers agency_;
  std::vector<Numbers> lanes_;
};

/// Both look.
Observer both(Observer first, Observer second);

}  // namespace periksa::audit
