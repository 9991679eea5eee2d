// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "auditor/forms/element_writer.h"
#include "auditor/intake/assembly.h"

namespace periksa::forms {

/// Workers that are written one after the other go, many at a time, to those who bind them.
class WorkerBatches {
 public:
  /// Both outlive this.
  WorkerBatches(ElementWriter& writer, intake::Assembly& assembly)
      : writer_(writer), assembly_(assembly) {}

  /// A worker is written whole.
  void add(std::uint32_t ordinal);
  /// Those that still wait.
  void flush();

 private:
  struct End {
    std::size_t at = 0;
    std::uint32_t ordinal = 0;
  };

  ElementWriter& writer_;
  intake::Assembly& assembly_;
  std::vector<End> ends_;
};

}  // namespace periksa::forms
