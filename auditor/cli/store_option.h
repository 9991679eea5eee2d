// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/results/results.h"
#include "auditor/results/supervision.h"
#include "auditor/store/store.h"

namespace periksa::cli {

/// `--store FILE` (PERIKSA_STORE) and `--actor NAME` (PERIKSA_ACTOR): the case store, and who acts
/// (docs/store.md).
class StoreOption {
 public:
  /// Gives the option of the store itself, which a verb may require.
  Option add(CommandLine verb, const Context& context);
  /// Of verbs that write to it.
  void add_actor(CommandLine verb, const Context& context);
  bool given() const { return !file_.empty(); }
  const std::string& file() const { return file_; }
  /// The store, its key and what SQLite keeps beside it: no output may take their place. Empty
  /// without the option.
  std::vector<std::filesystem::path> files() const;
  /// The name given, else the one logged in with; and the clock's time.
  store::Who who() const;
  /// Nothing after having said why not.
  std::optional<store::Store> open(const Context& context, store::Access access) const;
  /// Where findings of these documents of one agency stand in the store; null without the option.
  /// Nothing after having said why not.
  std::optional<std::unique_ptr<results::StoreMark>> mark(
      const Context& context, std::span<const results::Results* const> documents) const;

 private:
  std::string file_;
  std::string actor_;
};

}  // namespace periksa::cli
