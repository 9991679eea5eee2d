// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "auditor/base/xml_scan.h"

namespace periksa::intake {

/// What a filing may cost to read. Every cap that is met is an error naming it; none cuts silently.
struct InputCaps {
  std::uint64_t file = std::uint64_t{8} << 30;  ///< bytes of the whole file
  std::size_t shared = std::size_t{128} << 20;  ///< bytes of all records before the workers
  std::size_t element = std::size_t{4} << 20;   ///< bytes of one worker or shared record
  std::size_t depth = 6;                        ///< nesting inside one of those
  std::size_t attributes = 160;                 ///< of one element
  std::size_t text = std::size_t{32} << 10;     ///< bytes of one value
  std::uint32_t shared_records = 1'000'000;     ///< of all collections together
  std::uint32_t workers = 4'000'000;            ///< in one filing
  std::uint32_t records_of_one_worker = 2'000;  ///< in one collection
  std::uint32_t readings = 32;                  ///< that differ, of one field
};

inline xml::Caps xml_caps(const InputCaps& caps) {
  return {.depth = caps.depth, .attributes = caps.attributes, .name = 64, .value = caps.text};
}

}  // namespace periksa::intake
