// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "auditor/store/store.h"

namespace periksa::store {

/// What is to be deleted: one of the three.
struct ToForget {
  std::string number{};      ///< of the worker with this NIK or passport number, in every audit
  std::int64_t audit = 0;    ///< of a worker of this audit …
  std::uint32_t worker = 0;  ///< … by place in its filing, from 0
  std::int64_t entry = 0;    ///< the words that somebody recorded with this entry of the log

  /// Rows that hang together with those asked for (persons.h), and several that have the number:
  /// one person's other papers, or somebody else's with a number copied wrongly. Only a human can
  /// tell.
  enum class Linked : std::uint8_t { ask, take, leave };
  Linked linked = Linked::ask;
};

/// A worker in an audit.
struct KeptWorker {
  std::int64_t audit = 0;
  std::string agency;
  std::string worker;  ///< pseudonym
  bool asked = false;  ///< asked for, not only linked
};

struct Forgotten {
  std::uint64_t audits = 0;
  std::uint64_t rows = 0;     ///< zero: nothing of that was kept, or it was asked back
  std::uint64_t numbers = 0;  ///< keyed numbers deleted
  std::string head;
  /// The file holds no trace any more. False while others read it: to be done again.
  bool overwritten = false;
  /// Not empty: nothing was deleted, and it has to be said which of these are meant.
  std::vector<KeptWorker> asked{};
};

/// Deletes what is kept: keyed numbers and, where facts were kept, the private values. Findings
/// stay, under a pseudonym; an entry of the log says that it was done, and nothing about whom.
/// Needs the key.
Result<Forgotten> forget(const Store& store, const ToForget& what, const Who& who);

}  // namespace periksa::store
