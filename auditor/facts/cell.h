// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace periksa::facts {

/// What is known of a fact. Only `known` and `stated_none` say anything about the world; the others
/// are silence of different kinds, and silence never accuses and never clears.
enum class State : std::uint8_t {
  not_supplied,  ///< no paper that would show it
  absent,        ///< the paper is there, its field is empty
  known,
  stated_none,    ///< the paper says there is none
  unreadable,     ///< something is written that is no value of the type; raw text kept
  contradictory,  ///< two sources disagree; all readings kept
};

/// How the value came to us, strongest first; the weakest of the deciding facts is a finding's
/// basis.
enum class Basis : std::uint8_t {
  registry,   ///< a registry's extract or an inspector's own record
  document,   ///< a paper whose file is tied by hash
  declared,   ///< typed by the filer, paper not seen
  statement,  ///< a worker's or union's word
};

/// One fact. Meaning of `value` by type: bool 0/1 · integer · decimal and percent in millionths ·
/// money in minor units with the packed currency in `unit` · date in days · period: months in the
/// upper, days in the lower 32 bits · code: index in its list · reference: row in the target table,
/// -1 where no such record was filed · text: index in the texts of its Facts. For `contradictory`,
/// an index in Facts::alternatives; for `unreadable`, 0 or 1 + an index in Facts::readings.
struct Cell {
  std::int64_t value = 0;
  std::uint32_t at = 0;  ///< where the value stands: index or offset, resolved by Facts::position
  std::uint32_t source = 0;  ///< index in the filing's sources; 0 is the filer's own declaration
  std::uint16_t unit = 0;
  State state = State::not_supplied;
};

constexpr std::int64_t pack_period(std::int32_t months, std::int32_t days) {
  return (static_cast<std::int64_t>(months) << 32) | static_cast<std::uint32_t>(days);
}

}  // namespace periksa::facts
