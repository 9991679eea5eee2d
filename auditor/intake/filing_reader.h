// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/facts/facts.h"
#include "auditor/facts/filing.h"
#include "auditor/intake/caps.h"

namespace periksa::intake {

/// A worker that a shared record (a complaint, a cash entry) refers to. Workers are read after the
/// shared records, so such a reference cell holds `mention_value(k)`, k an index in
/// Filing::mentions, instead of a row.
struct Mention {
  std::string id;
  facts::Spot at;             ///< of the first such reference
  std::int64_t ordinal = -1;  ///< known when the reading has ended; -1 = no such worker
};

constexpr std::int64_t mention_value(std::size_t index) {
  return -2 - static_cast<std::int64_t>(index);
}
constexpr std::size_t mention_index(std::int64_t value) {
  return static_cast<std::size_t>(-2 - value);
}

/// A filing without its workers, who are handed out one by one while it is read.
struct Filing {
  facts::FilingHeader header;  ///< `sha256` and `workers` are set when the reading has ended
  std::unique_ptr<facts::Facts> shared;
  Diagnostics warnings;          ///< by position; set when the reading has ended
  std::uint64_t unreadable = 0;  ///< values written and not read; set when the reading has ended
  std::vector<Mention> mentions;
  /// Shared collections said to be complete in which some worker's reference found no record: they
  /// are contradictory in `shared` at the end, but were not yet when workers were handed out. Who
  /// needs that reads once more with ReadOptions::doubted.
  std::vector<facts::EntityId> doubted;
};

using OnSource = std::function<void(facts::Source& source)>;

struct ReadOptions {
  /// The caller's own thread counts: 1 = everything happens on it, in file order.
  unsigned threads = 2;
  InputCaps caps{};
  /// Shared collections to be taken as contradictory from the start.
  std::vector<facts::EntityId> doubted{};
  /// Called for each paper that the filing names when it becomes known, before anything refers to
  /// it. May say what is known of its file: `file`, `sha256`, `dated`.
  OnSource on_source{};
  /// Bytes read at a time; only tests have a reason to change it.
  std::size_t window = std::size_t{1} << 18;
};

/// Called once, when all shared records are bound and before any worker. May add sources and let
/// records rest on them; nothing else.
using OnShared = std::function<void(Filing& filing)>;

/// Called for each worker, concurrently from up to `threads` threads (`thread` counts from 0),
/// `ordinal` counts workers from 0 in file order. `worker` is valid during the call only. What it
/// throws, the reader throws.
using OnWorker = std::function<void(unsigned thread, std::uint32_t ordinal, facts::Facts& worker)>;

/// Reads a filing (docs/filing-format.md) in one pass and constant memory: shared records are kept,
/// workers are bound, handed out and forgotten. The errors do not depend on the number of threads
/// (at most 50, by position); once one is known no further call is made, and there is no result,
/// whatever was handed out before.
Result<Filing> read_filing(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                           const ReadOptions& options, const OnShared& on_shared,
                           const OnWorker& on_worker);

/// The same for a text in memory; `name` stands for the file's name.
Result<Filing> read_filing_text(std::string_view text, std::string name,
                                const facts::Vocabulary& vocabulary, const ReadOptions& options,
                                const OnShared& on_shared, const OnWorker& on_worker);

}  // namespace periksa::intake
