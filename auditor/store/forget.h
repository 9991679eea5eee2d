// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/store/store.h"

namespace periksa::store {

struct Forgotten {
  std::uint64_t audits = 0;
  std::uint64_t rows = 0;     ///< zero: nobody of this number was kept
  std::uint64_t numbers = 0;  ///< keyed numbers deleted
  std::string head;
  /// The file holds no trace any more. False while others read it: to be done again.
  bool overwritten = false;
};

/// Deletes what is kept of the worker who has this NIK or passport number, in every audit: the
/// keyed numbers and, where facts were kept, the private values. Findings stay, under a pseudonym;
/// an entry of the log says that it was done, and nothing about whom. Needs the key.
Result<Forgotten> forget(const Store& store, const std::string& number, const Who& who);

}  // namespace periksa::store
