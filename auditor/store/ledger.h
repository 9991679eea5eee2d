// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/store/connection.h"

/// The append-only log. Every entry stands for the rows of the ledger's tables that came with it,
/// and carries a salted digest of them and the hash of the entry before: who changes, adds or takes
/// away a row of an entry, or an entry, breaks the chain from there on. A chain rewritten or cut
/// off as a whole is seen only by somebody who has an earlier head.
namespace periksa::store {

/// Who does something, and when (UTC, "2026-03-12T08:15:30Z", by the caller's clock).
struct Who {
  std::string actor;
  std::string at;
};

/// What was deleted by `forget`; all that remains of it is its digest.
struct Kept {
  std::string salt;
  std::string body;
  /// Keyed numbers, "kind" and MAC, in this order.
  std::vector<std::pair<std::string, std::string>> matches{};
};

/// Digest of `Kept`: SHA-256 over its parts with their lengths.
std::string digest_of(const Kept& kept);

/// At most 256.
std::string random_bytes(std::size_t size);

/// Adds one entry: `add` is given its number and inserts rows; then they are hashed. Within a
/// transaction. Returns the number.
std::int64_t append(Connection& connection, std::string_view kind, const Who& who,
                    const std::function<void(std::int64_t log)>& add);

/// `place` of what is no worker's.
inline constexpr std::int64_t kNobody = -1;

/// A digest of something that can be forgotten, as a row of the ledger; returns its id.
std::int64_t commit_to(Connection& connection, std::int64_t log, std::string_view kind,
                       std::int64_t place, const Kept& kept);

/// Digits of a head: the fewest that tell it from others, and all.
inline constexpr std::size_t kLeastHead = 12;
inline constexpr std::size_t kWholeHead = 64;

/// The hash of the last entry as hexadecimal digits; empty where there is none.
std::string head(Connection& connection);
std::int64_t length(Connection& connection);

/// Adds what refuses any change of a row that is there.
void guard_ledger(Connection& connection);

/// Tables with rows of no entry: no hash speaks of them, whatever the file says of references.
std::vector<std::string> tables_with_orphans(Connection& connection);

/// The first entry that is not what its hash says.
struct BrokenEntry {
  enum class Why : std::uint8_t {
    numbering,  ///< entries are missing before it, or numbers do not start at 1
    link,       ///< it does not follow the one before
    hash,       ///< it was changed itself
    rows,       ///< the rows that came with it were changed, added to or taken from
  };
  std::int64_t seq = 0;
  Why why = Why::hash;
};

struct Chain {
  std::int64_t entries = 0;
  std::vector<BrokenEntry> broken;  ///< the first one only
  bool saw_head = false;            ///< the head that was asked for is that of one of its entries
  std::int64_t head_at = 0;         ///< … of this one
};

/// Recomputes every entry. `head`: the first hexadecimal digits of a head that was written down
/// earlier (kLeastHead of them, or more); empty where there is none.
Chain recompute(Connection& connection, std::string_view head);

}  // namespace periksa::store
