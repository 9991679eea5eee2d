// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "auditor/intake/filing_reader.h"

namespace periksa::audit {

/// The workers that shared records refer to: what such a reference holds for a worker at hand.
/// Immutable once made; shared by all threads.
class Mentions {
 public:
  Mentions() = default;
  /// The filing as it is when its shared records have been read.
  explicit Mentions(const intake::Filing& filing);

  /// 0 where no shared record refers to the worker.
  std::int64_t of(const facts::Facts& worker) const;

 private:
  std::unordered_map<std::string, std::int64_t> values_;  // by the worker's id in the filing
};

}  // namespace periksa::audit
