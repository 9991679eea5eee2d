// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/standing.h"

#include <array>

namespace periksa::store {
namespace {

constexpr std::array<std::string_view, 6> kStates{"open",     "answered", "corrected",
                                                  "resolved", "reopened", "closed"};

/// Found by an audit that came after.
State found_again(const Standing& before, const Step& step) {
  switch (before.state) {
    case State::resolved:
      return State::reopened;
    case State::closed:  // for a reason that speaks of what was seen then
      return step.other_evidence ? State::reopened : State::closed;
    case State::corrected:  // in the filing that is already known nothing can have been put right
      return step.filing != before.filing ? State::reopened : State::corrected;
    case State::open:
    case State::answered:
    case State::reopened:
      break;
  }
  return before.state;
}

State state_after(const std::optional<Standing>& before, const Step& step) {
  switch (step.kind) {
    case Step::Kind::found:
      return before ? found_again(*before, step) : State::open;
    case Step::Kind::excused:
    case Step::Kind::resolved:
      return State::resolved;
    case Step::Kind::answered:
      return before->state == State::corrected ? State::corrected : State::answered;
    case Step::Kind::corrected:
      return State::corrected;
    case Step::Kind::closed:
      return State::closed;
    case Step::Kind::instructed:
    case Step::Kind::extended:
      break;
  }
  return before->state;
}

}  // namespace

std::string_view to_string(State state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::optional<State> parse_state(std::string_view word) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (kStates[i] == word) return static_cast<State>(i);
  }
  return std::nullopt;
}

bool is_unresolved(State state) {
  return state != State::resolved && state != State::closed;
}

Standing after(const std::optional<Standing>& before, const Step& step) {
  Standing next = before.value_or(Standing{});
  next.state = state_after(before, step);
  if (!before || next.state != before->state) next.since = step.log;
  if (step.kind == Step::Kind::found || step.kind == Step::Kind::excused) {
    next.seen = step.audit;
    next.filing = step.filing;
  }
  if (step.kind == Step::Kind::instructed || step.kind == Step::Kind::extended) next.due = step.due;
  // The instruction has been met or given up; what comes back later needs one of its own.
  if (!is_unresolved(next.state)) next.due.clear();
  return next;
}

}  // namespace periksa::store
