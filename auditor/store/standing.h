// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace periksa::store {

/// Where a finding stands in supervision. Of `open`, `answered`, `corrected` and `reopened` it is
/// said that the finding is unresolved.
enum class State : std::uint8_t {
  open,
  answered,   ///< the agency has answered; nothing was shown to be put right
  corrected,  ///< the agency says it is put right; the next audit has not looked yet
  resolved,   ///< an audit that looked found it no more, or an exception in law
  reopened,   ///< found again after it was resolved, closed or said to be corrected
  closed,     ///< by somebody, with a reason
};
std::string_view to_string(State state);
std::optional<State> parse_state(std::string_view word);
bool is_unresolved(State state);

/// What an audit saw of a finding, or somebody did about it.
struct Step {
  enum class Kind : std::uint8_t {
    found,
    excused,     ///< found, with an exception in law
    resolved,    ///< looked for and found no more
    instructed,  ///< an instruction with a day was given
    answered,
    corrected,
    extended,  ///< the day was moved
    closed,
  };
  Kind kind = Kind::found;
  std::int64_t log = 0;
  std::int64_t audit = 0;       ///< of found and excused
  std::int64_t filing = 0;      ///< of found and excused
  bool other_evidence = false;  ///< of found: than when it was seen last
  std::string due{};            ///< of instructed and extended
};

struct Standing {
  State state = State::open;
  std::int64_t since = 0;   ///< the entry of the log that made it so
  std::int64_t seen = 0;    ///< the last audit that found it
  std::int64_t filing = 0;  ///< … in this filing
  std::string due{};        ///< the day by which it is to be put right; empty where none was set
  bool operator==(const Standing&) const = default;
};

/// The next standing. The one place that decides it: saving goes step by step, checking goes
/// through all steps anew. The first step is `found` or `excused`.
Standing after(const std::optional<Standing>& before, const Step& step);

}  // namespace periksa::store
