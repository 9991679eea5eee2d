// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/reporter.h"

#include "auditor/intake/input.h"

namespace periksa::intake {

facts::Spot Slice::spot(std::size_t offset) const {
  if (mapped.map != nullptr) return mapped.map->spot(mapped.base + offset);
  return behind(first, bytes.substr(0, offset));
}

void Reporter::begin(const Slice& slice) {
  slice_ = slice;
  errors_ = 0;
  warnings_ = 0;
}

}  // namespace periksa::intake
