// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "auditor/audit/known_numbers.h"
#include "auditor/cli/store_option.h"
#include "auditor/results/results.h"
#include "auditor/results/supervision.h"

namespace periksa::cli {

/// `--store` of `audit`: what it sees is saved before any document of it is written, so that each
/// can tell the head of the log.
class AuditStore {
 public:
  void add(CommandLine verb, const Context& context);
  bool given() const { return option_.given(); }
  std::vector<std::filesystem::path> files() const { return option_.files(); }

  /// Opens the store with its key, so that nobody waits for an audit that cannot be saved. False
  /// after having said why; without the option nothing is done.
  bool open(const Context& context, const facts::Vocabulary& vocabulary);
  /// To watch the next filing with; looks at nothing without the option.
  audit::Observer watch(unsigned threads);
  /// The numbers that were watched; the next filing can then be watched while this one is saved.
  std::vector<results::KnownNumber> take();
  /// Saves what was watched. What the store says of it, until the next is saved; null without the
  /// option. One at a time.
  Result<const results::StoreMark*> save(const results::Results& results,
                                         const std::vector<results::KnownNumber>& numbers);
  /// What became of the cases, once all is saved.
  void tell(const Context& context) const;

 private:
  StoreOption option_;
  bool keep_facts_ = false;
  std::optional<store::Store> store_;
  std::unique_ptr<audit::KnownNumbers> numbers_;
  struct Sum {
    std::uint64_t audits = 0;
    std::uint64_t fresh = 0;
    std::uint64_t persisting = 0;
    std::uint64_t resolved = 0;
    std::uint64_t reopened = 0;
    std::uint64_t unseen = 0;
  } sum_;
  results::StoreMark mark_;
};

}  // namespace periksa::cli
