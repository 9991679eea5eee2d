// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "auditor/facts/vocabulary.h"

namespace periksa::test {

/// Takes things out of a filing's text: whole facts (the attribute, the name in `none=` and every
/// element of a field together), whole records, what is said of collections.
class Hide {
 public:
  Hide(std::string filing, const facts::Vocabulary& vocabulary);

  /// "worker[W1].born_on" … in the order of the file.
  const std::vector<std::string>& facts() const { return facts_; }
  /// "payment[b1]" …, workers and shared records as well.
  const std::vector<std::string>& records() const { return records_; }
  const std::vector<std::string>& collections() const { return collections_; }

  std::string without_fact(std::size_t index) const;
  std::string without_facts(const std::function<bool(std::size_t)>& hidden) const;
  std::string without_record(std::size_t index) const;
  std::string without_collection(std::size_t index) const;

 private:
  std::string filing_;
  const facts::Vocabulary* vocabulary_;
  std::vector<std::string> facts_;
  std::vector<std::string> records_;
  std::vector<std::string> collections_;
};

}  // namespace periksa::test
